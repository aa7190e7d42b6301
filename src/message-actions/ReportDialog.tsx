/** The dialog that reports a message to the channel's staff, with an optional reason (W28). */
import { createSignal, createUniqueId } from "solid-js";
import { ask } from "~/channel/ask";
import { useChannel } from "~/channel/ChannelProvider";
import { MAX_REPORT_REASON, type Message, type Refusal } from "~/shared/protocol";
import { useToasts } from "~/toasts/ToastProvider";
import { ModalDialog } from "~/ui/ModalDialog";
import { onDemandStrings } from "~/strings/current";
import { refusalText } from "~/strings/refusal-text";
import "./ReportDialog.css";

const words = () => onDemandStrings().report;

export function ReportDialog(props: { message: Message; close: () => void }) {
  const channel = useChannel();
  const toasts = useToasts();
  const [problem, setProblem] = createSignal<string>();
  const [isSending, setSending] = createSignal(false);
  const fieldId = createUniqueId();
  let field!: HTMLTextAreaElement;

  /** The dialog stays until the channel has the report, so that the reason is not lost. */
  const send = async () => {
    setSending(true);
    setProblem(undefined);
    try {
      await ask(channel, { t: "report", d: { id: props.message.id, reason: field.value } });
      toasts.show({ text: words().done });
      props.close();
    } catch (refusal) {
      setProblem(refusalText(refusal as Refusal));
      setSending(false);
    }
  };

  return (
    <ModalDialog class="report" title={words().title} close={props.close}>
      <p>{words().text}</p>
      <label for={fieldId}>{words().reason}</label>
      <textarea ref={field} id={fieldId} rows="3" maxlength={MAX_REPORT_REASON} dir="auto" lang="" />
      <p class="problem" role="alert">
        {problem()}
      </p>
      <div class="report-buttons">
        <button class="button">{words().cancel}</button>
        <button type="button" class="button primary" disabled={isSending()} onClick={() => void send()}>
          {words().send}
        </button>
      </div>
    </ModalDialog>
  );
}
