/** What there is to say about the connection, over the messages and moving none: nothing when all is well. */
import { createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { connectionWords } from "~/chat/connection";
import { useSocket, useStatus } from "~/socket/SocketProvider";
import { strings } from "~/strings";
import "./ConnectionBar.css";

const WORTH_SAYING_AFTER = 1_000; // ms: most troubles are over by then
const BACK_SAID_FOR = 3_000; // ms

export function ConnectionBar(props: { waiting: number }) {
  const socket = useSocket();
  const status = useStatus();
  const [shown, setShown] = createSignal<"trouble" | "back">();
  const [wasOnline, setWasOnline] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  // Trouble counts from its beginning, however often it is tried anew meanwhile
  const isOnline = createMemo(() => status() === "online");
  const isClosed = createMemo(() => status() !== "online" && socket.closedFor !== undefined);

  const later = (what: "trouble" | undefined, after: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => setShown(what), after);
  };

  createEffect(
    on([isOnline, isClosed], ([isOnline, isClosed]) => {
      if (isOnline) {
        setShown((shown) => (shown && wasOnline() ? "back" : undefined));
        setWasOnline(true);
        later(undefined, BACK_SAID_FOR);
      } else later("trouble", isClosed ? 0 : WORTH_SAYING_AFTER);
    }),
  );

  const words = () => {
    if (shown() === undefined) return "";
    if (shown() === "back") return strings.connection.back;
    return connectionWords({
      status: status(),
      wasOnline: wasOnline(),
      closedFor: socket.closedFor?.reason,
      waiting: props.waiting,
    });
  };

  return (
    <output class="connection-bar" classList={{ back: shown() === "back" }}>
      {words()}
    </output>
  );
}
