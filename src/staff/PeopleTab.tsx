/** The staff with their roles, the others who are here, and invitations. */
import { createSignal, createUniqueId, For, Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { sortedUsers } from "~/channel/people";
import { PersonName } from "~/people/PersonName";
import type { KeyRole, User } from "~/shared/protocol";
import { staffStrings } from "~/strings/staff-strings";
import { useToasts } from "~/toasts/ToastProvider";
import { createActs } from "./create-acts";
import { type Invitation, Invitations } from "./Invitations";
import { PersonMenu, type PersonAct } from "./PersonMenu";
import { SanctionDialog, type Sanctioning } from "./SanctionDialog";

const words = () => staffStrings().people;

interface PeopleTabProps {
  invitations: readonly Invitation[];
  setInvitations: (invitations: readonly Invitation[]) => void;
}

export function PeopleTab(props: PeopleTabProps) {
  const channel = useChannel();
  const acts = createActs(channel, useToasts());
  const [sanctioning, setSanctioning] = createSignal<Sanctioning>();
  const ids = { staff: createUniqueId(), here: createUniqueId() };
  const isOwner = () => channel.you().role !== "moderator";
  const others = () =>
    sortedUsers(channel.people()).filter(({ id }) => id !== channel.you().id && channel.roleOf(id) === undefined);

  const give = (user: User, role: KeyRole | "none", label: string): PersonAct => ({
    label,
    run: () => void acts.setRole(user, role, channel.roleOf(user.id) ?? "none"),
  });
  const sanction = (user: User, kind: Sanctioning["kind"]): PersonAct => ({
    label: staffStrings().messageMenu[kind],
    run: () => setSanctioning({ kind, user }),
  });
  const actsOnStaff = (user: User): PersonAct[] => {
    if (!isOwner()) return [];
    const other = channel.roleOf(user.id) === "owner" ? "moderator" : "owner";
    const isYou = user.id === channel.you().id;
    return [give(user, other, words().make[other]), give(user, "none", isYou ? words().resign : words().noRole)];
  };
  const actsOnOthers = (user: User): PersonAct[] => [
    ...(isOwner() ? [give(user, "moderator", words().make.moderator), give(user, "owner", words().make.owner)] : []),
    ...(isOwner() && channel.settings().read === "members" ? [give(user, "none", words().noMember)] : []),
    sanction(user, "mute"),
    sanction(user, "ban"),
    sanction(user, "purge"),
  ];

  return (
    <>
      <section aria-labelledby={ids.staff}>
        <h3 id={ids.staff}>{words().staff}</h3>
        <ul>
          <For each={channel.settings().staff} fallback={<li class="staff-small">{words().noStaff}</li>}>
            {(person) => (
              <li class="staff-row">
                <div>
                  <PersonName user={person} /> <span class="staff-small">{staffStrings().roles[person.role]}</span>{" "}
                  <Show when={person.id === channel.you().id}>
                    <span class="staff-small">{words().you}</span>
                  </Show>
                </div>
                <PersonMenu name={person.name} acts={actsOnStaff(person)} />
              </li>
            )}
          </For>
        </ul>
      </section>
      <section aria-labelledby={ids.here}>
        <h3 id={ids.here}>{words().here}</h3>
        <ul>
          <For each={others()} fallback={<li class="staff-small">{words().nobody}</li>}>
            {(person) => (
              <li class="staff-row">
                <div>
                  <PersonName user={person} />
                </div>
                <PersonMenu name={person.name} acts={actsOnOthers(person)} />
              </li>
            )}
          </For>
        </ul>
      </section>
      <Invitations isOwner={isOwner()} acts={acts} made={props.invitations} setMade={props.setInvitations} />
      <Show when={sanctioning()} keyed>
        {({ kind, user }) => <SanctionDialog kind={kind} user={user} acts={acts} close={() => setSanctioning(undefined)} />}
      </Show>
    </>
  );
}
