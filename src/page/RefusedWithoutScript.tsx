/** Why the visitor may not read the channel (W26, W29), for browsers without JavaScript. Rendered by the server only. */
import { getRequestEvent } from "solid-js/web";

export function RefusedWithoutScript() {
  const { refusal } = getRequestEvent()!.locals.page;
  return (
    refusal && (
      <noscript>
        <p class="note">{refusal.message}</p>
      </noscript>
    )
  );
}
