/** Messages that were written and not echoed yet, as signals. */
import { createOutbox } from "~/outbox/create-outbox";
import { MessageOutbox, type UnsentMessage } from "~/outbox/MessageOutbox";
import type { Refusal } from "~/shared/protocol";
import type { StrongSocket } from "~/socket/StrongSocket";
import { previewWish } from "~/ui/previews";

export { isUploaded, type UnsentFile, type UnsentMessage } from "~/outbox/MessageOutbox";

export function createUnsentMessages(socket: StrongSocket) {
  const { outbox, entries, delay, isKept } = createOutbox<UnsentMessage, MessageOutbox>(
    socket,
    socket.path,
    (connections) => new MessageOutbox(connections, previewWish),
  );
  return {
    receive: outbox.receive.bind(outbox),
    /** Those of all tabs, in the order in which they were written. */
    entries,
    /** The error because of which the first one waits while the channel is online. */
    delay,
    /** Whether this browser stores those. */
    isKept,
    /** Sends cleaned texts of valid length. `reply` is the id of the message that the first one answers; the last one has the files. */
    send: outbox.add.bind(outbox),
    /** Removes a message and returns it, so that its author can edit it. */
    takeBack: outbox.takeBack.bind(outbox),
    /** Sends a rejected message once more. */
    retry: (cid: string) => outbox.queue.retry(cid),
    discard: (cid: string) => outbox.queue.remove(cid),
    /** Whether the channel cannot have the message yet. */
    isNeverSent: outbox.isNeverSent.bind(outbox),
    /** The id of this tab, which sends the messages that carry it. */
    tab: outbox.queue.tab,
    setFileIds: outbox.setFileIds.bind(outbox),
    /** A file of the message is refused: its author decides what to do. */
    refuse: (cid: string, refusal: Refusal) => outbox.queue.reject(cid, refusal),
  };
}
