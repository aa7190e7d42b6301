/** Says what changes for the user in a channel: a role, the right to write, privacy (W21–W29). It also uses the key of an opened link. */
import { createEffect, createMemo, createSignal, on, Show } from "solid-js";
import { ask } from "~/channel/ask";
import { useChannel } from "~/channel/ChannelProvider";
import { channelKey, setChannelKey } from "~/identity/secret-link";
import type { KeyRole, Refusal } from "~/shared/protocol";
import { pageIdentity, useSocket, useStatus } from "~/socket/SocketProvider";
import { onDemandStrings } from "~/strings/current";
import { refusalText } from "~/strings/refusal-text";
import { useToasts } from "~/toasts/ToastProvider";
import { serverTime } from "~/ui/server-time";
import { askWelcome } from "~/connection/ask-welcome";
import { OwnerNotice, wasOffered } from "./OwnerNotice";

const words = () => onDemandStrings().notices;

export function ChannelNotices() {
  const channel = useChannel();
  const socket = useSocket();
  const status = useStatus();
  const toasts = useToasts();
  const { name, you } = channel;

  const say = (text: string) => toasts.current()?.text === text || toasts.show({ text });
  const canBeOffered = () => pageIdentity.signed === "" && !wasOffered();
  /** Whether the first message was written in this page, before this part was loaded. Not before the page was: the offer would move it. */
  const isNewOwner = () => {
    const [first] = channel.timeline().messages;
    return you().role === "owner" && first?.id === 1 && first.at > serverTime() - performance.now();
  };
  const [isOffered, setOffered] = createSignal(isNewOwner() && canBeOffered());
  const isKnown = createMemo(() => you().id !== "" && !channel.refusal());
  /** Calls `tell` if the state changes while the user is the same. */
  const onChange = <T,>(read: () => T, tell: (now: T, before: T) => void) =>
    createEffect(
      on([createMemo(read), isKnown], ([now, is], previous) => {
        const [before, was] = previous ?? [];
        if (is && was && now !== before) tell(now, before as T);
      }),
    );

  onChange(
    () => you().role,
    (role) => {
      if (role === "owner" && canBeOffered()) return setOffered(true); // which says so
      if (role === "host") return;
      say(role === "moderator" || role === "owner" ? words()[role](name) : words().noRole(name));
    },
  );
  onChange(
    () => you().readOnly?.reason,
    (reason) => {
      if (!reason) say(words().writable);
      else if (toasts.current()?.text === words().writable) toasts.close(); // the composer says why
    },
  );
  onChange(
    () => channel.settings().read,
    (read) => read === "members" && say(words().private),
  );

  /** In a private channel, the key opens it; a wrong one takes the place of the reason why it is closed. */
  const redeemToEnter = async (key: string, refusal: Refusal) => {
    const query = new URL(socket.href).searchParams;
    query.set("key", key);
    const answer = await askWelcome(name, query);
    const [welcome] = answer.events;
    if (answer.refusal) return channel.refuse({ ...refusal, reason: "bad_key" });
    if (welcome?.t !== "welcome") return say(refusalText({ code: "storage", reason: "no_answer" }));
    socket.keepIdentity(welcome.d.identity);
    channel.receive([welcome]);
    channel.refuse(undefined);
    const { role } = welcome.d.you;
    say(words()[role === undefined || role === "host" ? "member" : role](name));
  };
  /** The role that the user has in this channel, not on the whole site. Of a private one, every reader is at least a member (W29). */
  const ownRole = (): KeyRole | undefined => {
    const { role } = you();
    if (role !== undefined) return role === "host" ? undefined : role;
    return channel.settings().read === "members" ? "member" : undefined;
  };
  /** A key never lowers a role, and one's own invitation may be opened again: the role is what counts. */
  const redeem = (key: string) =>
    ask(channel, { t: "redeem", d: { key } }).then(
      ({ role }: { role: KeyRole }) => say(words()[ownRole() ?? role](name)),
      (refusal: Refusal) => {
        const role = refusal.reason === "bad_key" ? ownRole() : undefined;
        say(role ? words()[role](name) : refusalText(refusal));
      },
    );
  createEffect(() => {
    const key = channelKey();
    const refusal = channel.refusal();
    if (key === undefined || (!refusal && status() !== "online")) return;
    setChannelKey(undefined);
    if (!refusal) void redeem(key);
    else if (refusal.reason !== "banned") void redeemToEnter(key, refusal);
  });

  return (
    <Show when={isOffered()}>
      <OwnerNotice close={() => setOffered(false)} />
    </Show>
  );
}
