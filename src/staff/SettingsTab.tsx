/** The settings of the channel: what moderators may change, and for owners who can read and how long messages are kept. */
import { For, Show } from "solid-js";
import type { SetStoreFunction } from "solid-js/store";
import { useChannel } from "~/channel/ChannelProvider";
import { type FilesAccess, MAX_STORED, MAX_TOPIC, type OnOff, type ReadAccess, type WriteAccess } from "~/shared/protocol";
import { hasPreviews } from "~/ui/choose-previews";
import { staffStrings } from "~/strings/staff-strings";
import { durationOf, KEEP, SLOW } from "./durations";
import { KeptHistory } from "./KeptHistory";
import { Pins } from "./Pins";
import { type ControlAria, type Drafts, Setting } from "./Setting";

const words = () => staffStrings().settings;

const WRITE: readonly WriteAccess[] = ["all", "known", "staff"];
const FILES: readonly FilesAccess[] = ["known", "all", "staff", "none"];
const PREVIEWS: readonly OnOff[] = ["on", "off"];
const READ: readonly ReadAccess[] = ["all", "members"];

export function SettingsTab(props: { drafts: Drafts; setDrafts: SetStoreFunction<Drafts> }) {
  const channel = useChannel();
  const isOwner = () => channel.you().role !== "moderator";
  const readEffect = (value: ReadAccess) => {
    const { all, members, isPrivate } = words().read.effects;
    if (value === "all") return all;
    return channel.settings().read === "members" ? isPrivate : members(channel.people().n);
  };
  return (
    <>
      <Setting
        field="topic"
        title={words().topic.title}
        drafts={props.drafts}
        setDrafts={props.setDrafts}
        effect={() => words().topic.effect}
        name={(topic) => topic || words().topic.none}
        clean={(topic) => topic.trim()}
        control={(value, choose, aria) => (
          <input
            value={value()}
            maxLength={MAX_TOPIC}
            placeholder={words().topic.placeholder}
            dir={value() ? "auto" : undefined} // the placeholder is in the page's direction
            lang=""
            {...aria}
            onInput={({ currentTarget }) => choose(currentTarget.value)}
          />
        )}
      />
      <Setting
        field="slow"
        title={words().slow.title}
        drafts={props.drafts}
        setDrafts={props.setDrafts}
        effect={(seconds) => (seconds === 0 ? words().slow.offEffect : words().slow.effect(durationOf(seconds)))}
        name={slowName}
        control={(value, choose, aria) => <Choice value={value()} of={SLOW} name={slowName} choose={choose} aria={aria} />}
      />
      <Setting
        field="write"
        title={words().write.title}
        drafts={props.drafts}
        setDrafts={props.setDrafts}
        effect={(value) => words().write.effects[value]}
        name={(value) => words().write.options[value]}
        control={(value, choose, aria) => (
          <Choice value={value()} of={WRITE} name={(value) => words().write.options[value]} choose={choose} aria={aria} />
        )}
      />
      <Setting
        field="files"
        title={words().files.title}
        drafts={props.drafts}
        setDrafts={props.setDrafts}
        effect={(value) => words().files.effects[value]}
        name={(value) => words().files.options[value]}
        control={(value, choose, aria) => (
          <Choice value={value()} of={FILES} name={(value) => words().files.options[value]} choose={choose} aria={aria} />
        )}
      />
      <Show when={hasPreviews()}>
        <Setting
          field="previews"
          title={words().previews.title}
          drafts={props.drafts}
          setDrafts={props.setDrafts}
          effect={(value) => words().previews.effects[value]}
          name={(value) => words()[value]}
          control={(value, choose, aria) => (
            <Choice value={value()} of={PREVIEWS} name={(value) => words()[value]} choose={choose} aria={aria} />
          )}
        />
      </Show>
      <Show when={isOwner()}>
        <Setting
          field="read"
          title={words().read.title}
          drafts={props.drafts}
          setDrafts={props.setDrafts}
          effect={readEffect}
          name={(value) => words().read.options[value]}
          control={(value, choose, aria) => (
            <Choice value={value()} of={READ} name={(value) => words().read.options[value]} choose={choose} aria={aria} />
          )}
        />
        <Setting
          field="keep"
          title={words().keep.title}
          drafts={props.drafts}
          setDrafts={props.setDrafts}
          effect={(seconds) => (seconds === 0 ? words().keep.usualEffect(MAX_STORED) : words().keep.effect(durationOf(seconds)))}
          name={keepName}
          save={(seconds) => (seconds === 0 ? undefined : words().keep.save)}
          control={(value, choose, aria) => <Choice value={value()} of={KEEP} name={keepName} choose={choose} aria={aria} />}
        />
        <KeptHistory />
      </Show>
      <Pins />
    </>
  );
}

const slowName = (seconds: number) => (seconds === 0 ? words().off : durationOf(seconds));
const keepName = (seconds: number) => (seconds === 0 ? words().keep.usual : durationOf(seconds));

interface ChoiceProps<T> {
  value: T;
  of: readonly T[];
  name: (value: T) => string;
  choose: (value: T) => void;
  aria: ControlAria;
}

/** A list to choose from. A value that another program has set is among them while it is the current one. */
function Choice<T extends string | number>(props: ChoiceProps<T>) {
  const options = () => (props.of.includes(props.value) ? props.of : [props.value, ...props.of]);
  return (
    <select {...props.aria} onChange={({ currentTarget }) => props.choose(options()[currentTarget.selectedIndex]!)}>
      <For each={options()}>{(option) => <option selected={option === props.value}>{props.name(option)}</option>}</For>
    </select>
  );
}
