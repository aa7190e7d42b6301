/** Typing events: sends this user's, and keeps the list of others who are typing (W11). */
import { createSignal, onCleanup } from "solid-js";
import { TYPING_EVERY, TYPING_SHOWN, type ServerEvent, type User } from "~/shared/protocol";

/** Halfway between the two (ms): one second late, others still show it; one second early, the channel still accepts it. */
const SEND_INTERVAL = (TYPING_EVERY + TYPING_SHOWN) / 2;

/** `send` sends a typing event, and returns whether that was possible. */
export function createTyping(send: () => boolean) {
  const [users, setUsers] = createSignal<readonly User[]>([]);
  const timers = new Map<string, ReturnType<typeof setTimeout>>(); // by user id
  let sentAt = -Infinity;

  const stop = (id: string) => {
    clearTimeout(timers.get(id));
    if (timers.delete(id)) setUsers((users) => users.filter((user) => user.id !== id));
  };
  const start = (user: User) => {
    clearTimeout(timers.get(user.id));
    timers.set(
      user.id,
      setTimeout(() => stop(user.id), TYPING_SHOWN),
    );
    setUsers((users) => {
      const index = users.findIndex(({ id }) => id === user.id);
      return index < 0 ? [...users, user] : users.with(index, user); // in place, or two who type would swap all the time
    });
  };
  onCleanup(() => timers.forEach(clearTimeout));

  return {
    /** Each other user for a few seconds after the last typing event, or until their message comes. */
    users,
    /** Call it at each key press: it sends an event now and then. */
    notify(): void {
      const now = performance.now(); // the system clock can be set back
      if (now - sentAt >= SEND_INTERVAL && send()) sentAt = now;
    },
    /** Folds an event. `you` is the user's id: one's own typing in another tab is not shown. */
    receive(event: ServerEvent, you: string): void {
      if (event.t === "typing" && event.d.user.id !== you) start(event.d.user);
      else if (event.t === "chat" && event.d.id === event.d.seq) stop(event.d.user.id); // not for a change to an old message
    },
  };
}
