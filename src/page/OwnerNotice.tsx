/** The first thing that an owner is offered: a recovery link, because without its cookies this browser would lose the channel (W22, W23). */
import { createSignal, Show } from "solid-js";
import { IdentityLink } from "~/identity/IdentityLink";
import { focusComposer } from "~/keyboard/focus";
import { onDemandStrings } from "~/strings/current";
import { ModalDialog } from "~/ui/ModalDialog";
import { STORAGE_KEYS, storedText } from "~/ui/stored";
import "./OwnerNotice.css";

const words = () => onDemandStrings().notices;

const offered = storedText(STORAGE_KEYS.ownerOffered);

/** Whether the user has answered the offer in this browser. */
export const wasOffered = () => offered.read() !== "";

export function OwnerNotice(props: { close: () => void }) {
  const [isOpen, setOpen] = createSignal(false);
  const end = () => {
    offered.write("1");
    setOpen(false);
    props.close();
    focusComposer(); // the focused button is gone
  };
  return (
    <>
      <div class="owner-notice" role="status">
        {words().recovery}
        <span class="owner-notice-buttons">
          <button type="button" class="button primary" onClick={() => setOpen(true)}>
            {words().makeLink}
          </button>
          <button type="button" class="button" onClick={end}>
            {words().later}
          </button>
        </span>
      </div>
      <Show when={isOpen()}>
        <ModalDialog class="owner-link" title={onDemandStrings().identityLinks.recovery.label} close={end}>
          <IdentityLink kind="recovery">
            <button class="button">{onDemandStrings().settings.close}</button>
          </IdentityLink>
        </ModalDialog>
      </Show>
    </>
  );
}
