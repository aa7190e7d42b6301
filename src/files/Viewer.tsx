/** Shows the pictures of the list one by one in a modal dialog: with arrow keys, buttons, or by swiping. */
import ChevronLeft from "lucide/dist/esm/icons/chevron-left.mjs";
import ChevronRight from "lucide/dist/esm/icons/chevron-right.mjs";
import X from "lucide/dist/esm/icons/x.mjs";
import { createSignal, For, onMount, Show } from "solid-js";
import { render } from "solid-js/web";
import { onDemandStrings } from "~/strings/current";
import { Icon } from "~/ui/Icon";
import "./Viewer.css";

const words = () => onDemandStrings().viewer;

interface Picture {
  href: string;
  /** Its description or, without one, its name. */
  caption: string;
}

/** Opens at the picture of `link`, among all that the list has rows for. Closing it gives the focus back to the link. */
export function openViewer(link: HTMLAnchorElement): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("a.picture")];
  const pictures = links.map((link) => ({ href: link.href, caption: link.querySelector("img")!.alt }));
  const host = document.body.appendChild(document.createElement("div")); // closing empties it
  const close = render(
    () => (
      <Viewer
        pictures={pictures}
        first={links.indexOf(link)}
        close={() => {
          close();
          host.remove();
          link.focus({ preventScroll: true });
        }}
      />
    ),
    host,
  );
}

function Viewer(props: { pictures: readonly Picture[]; first: number; close: () => void }) {
  let dialog!: HTMLDialogElement;
  let slides!: HTMLUListElement;
  const [shown, setShown] = createSignal(props.first);
  const last = props.pictures.length - 1;
  const show = (index: number, behavior: ScrollBehavior = "auto") =>
    slides.children[index]?.scrollIntoView({ behavior, inline: "center", block: "nearest" });

  onMount(() => {
    dialog.showModal();
    show(props.first, "instant");
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    show(shown() + (dialog.matches(":dir(rtl)") ? -step : step));
  };
  /** Disabled at the end, but not for the focus, which would be lost. */
  const button = (label: string, icon: typeof X, side: string, step: 1 | -1) => (
    <button
      type="button"
      class={`icon-button viewer-step ${side}`}
      aria-label={label}
      title={label}
      aria-disabled={props.pictures[shown() + step] === undefined}
      onClick={() => show(shown() + step)}
    >
      <Icon of={icon} directed />
    </button>
  );

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it by keyboard
    <dialog
      ref={dialog}
      class="viewer"
      aria-label={words().title}
      onClose={() => props.close()}
      onKeyDown={onKeyDown}
      onClick={({ target }) => target instanceof Element && !target.closest("img, a, button, p") && dialog.close()}
    >
      <button type="button" class="icon-button viewer-close" aria-label={words().close} onClick={() => dialog.close()}>
        <Icon of={X} />
      </button>
      <ul
        ref={slides}
        class="viewer-slides"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so a keyboard user must be able to focus it
        tabindex="0"
        onScroll={() => setShown(Math.round(Math.abs(slides.scrollLeft) / slides.clientWidth))} // negative from right to left
      >
        <For each={props.pictures}>
          {({ href, caption }) => (
            <li class="viewer-slide">
              <img src={href} alt={caption} loading="lazy" decoding="async" />
            </li>
          )}
        </For>
      </ul>
      <Show when={props.pictures[shown()]} keyed>
        {({ href, caption }) => (
          <p class="viewer-caption">
            <span aria-hidden="true" dir="auto" lang="">
              {caption}
            </span>
            <a href={href} download={decodeURIComponent(href.split("/").at(-1)!)}>
              {words().download}
            </a>
          </p>
        )}
      </Show>
      <Show when={last > 0}>
        {button(words().previous, ChevronLeft, "viewer-previous", -1)}
        {button(words().next, ChevronRight, "viewer-next", 1)}
        <p class="viewer-place quiet" role="status">
          <Show when={words().place(shown() + 1, last + 1)} keyed>
            {(place) => <span>{place}</span>}
          </Show>
        </p>
      </Show>
    </dialog>
  );
}
