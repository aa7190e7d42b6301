/** Who is writing a message: told by this page, and shown of the others. */
import { createSignal, onCleanup } from "solid-js";
import { TYPING_EVERY, TYPING_SHOWN, type User } from "~/shared/protocol";

/** Midway (ms): a second late, the others still see it; a second early, the channel still takes it. No network is even. */
const TELL_EVERY = (TYPING_EVERY + TYPING_SHOWN) / 2;

/** `send` tells the channel, and returns whether it could. */
export function createTyping(send: () => boolean) {
  const [users, setUsers] = createSignal<readonly User[]>([]);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let toldAt = -Infinity;

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
      const place = users.findIndex(({ id }) => id === user.id);
      return place < 0 ? [...users, user] : users.with(place, user); // or two who write would change places all the time
    });
  };
  const tell = () => {
    const now = performance.now(); // clocks are set back at times
    if (now - toldAt >= TELL_EVERY && send()) toldAt = now;
  };
  onCleanup(() => timers.forEach(clearTimeout));

  return {
    /** Each for a few seconds after they last typed, or until their message comes. */
    users,
    start,
    /** By the user's id. */
    stop,
    /** To be called with each key: tells the others now and then. */
    tell,
  };
}
