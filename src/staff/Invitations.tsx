/** Creates invitation links, shows each once, and lists those that were created on this page, to revoke them. */
import { createSignal, createUniqueId, For, Show } from "solid-js";
import { ask } from "~/channel/ask";
import { useChannel } from "~/channel/ChannelProvider";
import { hrefOf } from "~/shared/channel-name";
import { MAX_KEY_USES, type KeyRole } from "~/shared/protocol";
import { staffStrings } from "~/strings/staff-strings";
import { copyText } from "~/ui/copy-text";
import { type Acts, reasonOf } from "./create-acts";
import { DAY, momentOf, durationOf, VALID_FOR } from "./durations";
import "./Invitations.css";

const words = () => staffStrings().invitations;

export interface Invitation {
  id: number;
  role: KeyRole;
  uses: number;
  /** Unix milliseconds. */
  expires: number;
}

interface InvitationsProps {
  isOwner: boolean;
  acts: Acts;
  made: readonly Invitation[];
  setMade: (made: readonly Invitation[]) => void;
}

export function Invitations(props: InvitationsProps) {
  const channel = useChannel();
  const [role, setRole] = createSignal<KeyRole>("member");
  const [uses, setUses] = createSignal(1);
  const [seconds, setSeconds] = createSignal(DAY);
  const [link, setLink] = createSignal("");
  const [problem, setProblem] = createSignal("");
  const id = createUniqueId();
  const roles = (): KeyRole[] => (props.isOwner ? ["member", "moderator", "owner"] : ["member"]);

  const create = async (event: SubmitEvent) => {
    event.preventDefault();
    setProblem("");
    try {
      const asked = { role: role(), uses: uses(), for: seconds() };
      const { id, key, expires } = await ask(channel, { t: "invite", d: asked });
      setLink(`${location.origin}${hrefOf(channel.name)}#key=${key}`);
      props.setMade([{ id, role: asked.role, uses: asked.uses, expires }, ...props.made]);
    } catch (error) {
      setProblem(reasonOf(error));
    }
  };
  const revoke = async (id: number) => {
    if (await props.acts.revoke(id)) props.setMade(props.made.filter((invitation) => invitation.id !== id));
  };

  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{words().title}</h3>
      <form class="invite" onSubmit={(event) => void create(event)}>
        <label>
          {words().role}
          <select
            aria-describedby={`${id}-rights`}
            onChange={({ currentTarget }) => setRole(roles()[currentTarget.selectedIndex]!)}
          >
            <For each={roles()}>{(option) => <option selected={option === role()}>{staffStrings().roles[option]}</option>}</For>
          </select>
        </label>
        <label>
          {words().uses}
          <input
            type="number"
            min={1}
            max={MAX_KEY_USES}
            required
            value={uses()}
            onInput={({ currentTarget }) => setUses(currentTarget.valueAsNumber)}
          />
        </label>
        <label>
          {words().valid}
          <select onChange={({ currentTarget }) => setSeconds(VALID_FOR[currentTarget.selectedIndex]!)}>
            <For each={VALID_FOR}>{(option) => <option selected={option === seconds()}>{durationOf(option)}</option>}</For>
          </select>
        </label>
        <p id={`${id}-rights`} class="staff-small invite-wide" aria-live="polite">
          <Show when={words().rights[role()]} keyed>
            {(rights) => <span>{rights}</span>}
          </Show>
        </p>
        <button class="button primary">{words().create}</button>
        <p class="problem invite-wide" role="alert">
          {problem()}
        </p>
      </form>
      <Show when={link()} keyed>
        {(link) => <NewLink link={link} />}
      </Show>
      <Show when={props.made.length > 0}>
        <h4 class="staff-small">{words().made}</h4>
        <ul>
          <For each={props.made}>
            {({ id, role, uses, expires }) => (
              <li class="staff-row">
                <span>{words().invitation[role](words().usesOf(uses), momentOf(expires))}</span>
                <button type="button" class="button" onClick={() => void revoke(id)}>
                  {words().revoke}
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

/** The link, selected and with a button that copies it. The channel keeps only its hash, so that it cannot be shown again. */
function NewLink(props: { link: string }) {
  const [result, setResult] = createSignal("");
  const noteId = createUniqueId();
  return (
    <div class="invite-link">
      <input
        readOnly
        dir="ltr"
        lang=""
        value={props.link}
        aria-label={words().link}
        aria-describedby={noteId}
        ref={(box) => queueMicrotask(() => box.select())}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <button
        type="button"
        class="button"
        onClick={() => void copyText(props.link).then((isCopied) => setResult(isCopied ? words().copied : words().notCopied))}
      >
        {words().copy}
      </button>
      <p id={noteId} class="staff-small">
        {words().once}
      </p>
      <output class="staff-small">{result()}</output>
    </div>
  );
}
