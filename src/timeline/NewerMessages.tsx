/** The end of a place in the past: loads newer messages before it comes into view. */
import { loadAtEnd } from "./load-at-end";

export function NewerMessages() {
  let mark!: HTMLDivElement;
  loadAtEnd("newer", () => mark);
  return <div ref={mark} />;
}
