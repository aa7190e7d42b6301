/** Whether the user is reading: the page is visible, and the focus is in it. All that depends on whether something is read asks here. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createSignal, onMount, type Accessor } from "solid-js";

/** False until the page is mounted. */
export function createReading(): Accessor<boolean> {
  const [isReading, setReading] = createSignal(false);
  onMount(() => {
    const update = () => setReading(document.visibilityState === "visible" && document.hasFocus()); // also in a frame inside the page
    update();
    makeEventListener(document, "visibilitychange", update);
    makeEventListener(window, "focus", update);
    makeEventListener(window, "blur", () => (update(), setTimeout(update))); // some browsers move the focus after the event
  });
  return isReading;
}
