/** Prints all loaded messages. print.css leaves out the rest of the page. */
import { makeEventListener } from "@solid-primitives/event-listener";
import type { KeepRowsProps } from "./KeepRows";

export function printAll(props: KeepRowsProps): void {
  let top = 0;
  const before = () => {
    top = props.scroller.scrollTop;
    props.keep(props.items[0], props.items.at(-1));
  };
  const after = () => {
    props.keep();
    props.scroller.scrollTop = top; // the page that is printed has no scroller
  };
  makeEventListener(window, "beforeprint", before);
  makeEventListener(window, "afterprint", after);
}
