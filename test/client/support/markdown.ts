/** What a text is parsed into, in short. */
import { parseMarkdown, type Token } from "../../../src/markdown/parse";

export const parsed = (text: string, you?: string) => short(parseMarkdown(text, you));

/** The tokens in short: `<b>` around bold, and so on. */
function short(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      switch (token.type) {
        case "text":
          return token.text;
        case "list":
          return `<list>${token.items.map(({ number = "•", content }) => `${number} ${short(content)}`).join("|")}</list>`;
        case "fence":
          return `<fence ${token.language}>${token.text}</fence>`;
        case "link":
          return `<${token.href}>${short(token.content)}</link>`;
        case "code":
        case "mention":
          return `<${token.type}>${token.text}</${token.type}>`;
        default:
          return `<${token.type}>${short(token.content)}</${token.type}>`;
      }
    })
    .join("");
}
