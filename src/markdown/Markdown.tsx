/** Renders a message's markdown: its tokens become elements, never HTML. */
import { createMemo, type JSX } from "solid-js";
import { withoutBidi, withoutPiles } from "~/shared/shown-text";
import { isJumbo, isPlain, parseMarkdown, type ListItem, type Token } from "./parse";
import { CodeBlock } from "./CodeBlock";
import "./Markdown.css";

export function Markdown(props: { text: string; you: string }) {
  const text = createMemo(() => withoutPiles(props.text)); // the prop is often set to the same text; then the selection and the focus in it are kept
  return <>{contentOf(text(), props.you)}</>;
}

function contentOf(text: string, you: string): JSX.Element {
  if (isJumbo(text)) return <span class="jumbo">{text}</span>;
  return isPlain(text) ? text : elements(parseMarkdown(text, you));
}

function elements(tokens: readonly Token[]): JSX.Element {
  return tokens.map(element);
}

function items(items: readonly ListItem[]): JSX.Element {
  return items.map(({ number, content }) => <li value={number}>{elements(content)}</li>);
}

function element(token: Token): JSX.Element {
  switch (token.type) {
    case "text":
      return token.text;
    case "bold":
      return <strong>{elements(token.content)}</strong>;
    case "italic":
      return <em>{elements(token.content)}</em>;
    case "strike":
      return <s>{elements(token.content)}</s>;
    case "quote":
      return <blockquote dir="auto">{elements(token.content)}</blockquote>;
    case "code":
      return <code dir="ltr">{token.text}</code>;
    case "fence":
      return <CodeBlock language={token.language} code={token.text} />;
    case "list":
      return token.items[0]?.number === undefined ? <ul>{items(token.items)}</ul> : <ol>{items(token.items)}</ol>;
    case "link":
      return (
        <a href={token.href} title={withoutBidi(token.href)} target="_blank" rel="noopener noreferrer nofollow ugc">
          {elements(token.content)}
        </a>
      );
    case "mention":
      return <span class="mention">{token.text}</span>;
  }
}
