/** The people who are online, sorted by name, what to tell about the channel while it is closed, and the connection's lag. */
import { For, Show } from "solid-js";
import { PushChoice } from "~/away/PushChoice";
import { useChannel } from "~/channel/ChannelProvider";
import { sortedUsers } from "~/channel/people";
import { useLag } from "~/socket/SocketProvider";
import { RoleBadge } from "./RoleBadge";
import { onDemandStrings, strings } from "~/strings/current";
import "./PeopleList.css";

export function PeopleList() {
  const { name, people, roleOf, tagOf } = useChannel();
  const lag = useLag();
  const others = () => people().n - people().users.length;
  return (
    <>
      <h2 class="people-title">{strings().peopleList.title}</h2>
      <ul>
        <For each={sortedUsers(people())}>
          {(user) => (
            <li class="people-one">
              <bdi lang="">{user.name}</bdi>
              <Show when={tagOf(user)}>{(tag) => <bdi class="quiet"> {tag()}</bdi>}</Show>
              <Show when={user.id === people().you.id}>
                <span class="quiet"> {onDemandStrings().onlinePeople.you}</span>
              </Show>
              <Show when={roleOf(user.id)}>
                {(role) => (
                  <>
                    {" "}
                    <RoleBadge role={role()} />
                  </>
                )}
              </Show>
            </li>
          )}
        </For>
        <Show when={others() > 0 && others()} keyed>
          {(others) => <li class="quiet">{onDemandStrings().onlinePeople.others(others)}</li>}
        </Show>
      </ul>
      <PushChoice channel={name} />
      <Show when={lag() !== undefined && strings().connection.lag(Math.round(lag()!))} keyed>
        {(text) => <p class="people-lag quiet">{text}</p>}
      </Show>
    </>
  );
}
