/** What staff can do with a message, for its menu, and the dialog of the act that was chosen. */
import type { IconNode } from "lucide";
import Ban from "lucide/dist/esm/icons/ban.mjs";
import Eraser from "lucide/dist/esm/icons/eraser.mjs";
import MicOff from "lucide/dist/esm/icons/mic-off.mjs";
import Pin from "lucide/dist/esm/icons/pin.mjs";
import PinOff from "lucide/dist/esm/icons/pin-off.mjs";
import Trash from "lucide/dist/esm/icons/trash.mjs";
import Undo from "lucide/dist/esm/icons/undo-2.mjs";
import { createSignal, onCleanup, Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import type { Message } from "~/shared/protocol";
import { staffStrings } from "~/strings/staff-strings";
import { useToasts } from "~/toasts/ToastProvider";
import { createActs } from "./create-acts";
import { SanctionDialog, type Sanctioning } from "./SanctionDialog";

export interface StaffAct {
  name: "remove" | "restore" | "pin" | "unpin" | "mute" | "ban" | "purge";
  label: string;
  icon: IconNode;
  /** `finish` is called when the act is sent, or its dialog is closed. */
  run: (finish: () => void) => void;
}

/** `onReady` gets the function that returns the acts that are possible with a message. */
export function StaffActs(props: { onReady: (actsOn: (message: Message) => StaffAct[]) => void }) {
  const channel = useChannel();
  const acts = createActs(channel, useToasts());
  const [sanctioning, setSanctioning] = createSignal<Sanctioning & { finish: () => void }>();

  const actsOn = ({ id, user, removed, deleted }: Message): StaffAct[] => {
    const words = staffStrings().messageMenu;
    const now = (name: StaffAct["name"], icon: IconNode, send: () => Promise<boolean>): StaffAct => ({
      name,
      label: words[name],
      icon,
      run(finish) {
        void send();
        finish();
      },
    });
    const ask = (kind: Sanctioning["kind"], icon: IconNode): StaffAct => ({
      name: kind,
      label: words[kind],
      icon,
      run: (finish) => setSanctioning({ kind, user, finish }),
    });
    if (deleted) return removed ? [now("restore", Undo, () => acts.restore(id))] : [];
    const pin = channel.settings().pins.includes(id)
      ? now("unpin", PinOff, () => acts.pin(id, false))
      : now("pin", Pin, () => acts.pin(id, true));
    if (user.id === channel.you().id) return [pin];
    const remove = now("remove", Trash, () => acts.remove(id));
    if (channel.roleOf(user.id)) return [pin, remove];
    return [pin, remove, ask("mute", MicOff), ask("ban", Ban), ask("purge", Eraser)];
  };
  props.onReady(actsOn);
  onCleanup(() => props.onReady(() => [])); // the role was removed

  return (
    <Show when={sanctioning()} keyed>
      {({ kind, user, finish }) => (
        <SanctionDialog
          kind={kind}
          user={user}
          acts={acts}
          close={() => {
            setSanctioning(undefined);
            finish();
          }}
        />
      )}
    </Show>
  );
}
