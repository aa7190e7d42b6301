/** Everyone who is online, by name, and how long the way to the channel is. */
import { createMemo, For, Show } from "solid-js";
import { sharedNames, tagOf } from "./appearance";
import { inListOrder, type People } from "~/channel/people";
import { useLag } from "~/socket/SocketProvider";
import { strings } from "~/strings";
import "./PeopleList.css";

export function PeopleList(props: { people: People }) {
  const lag = useLag();
  const shared = createMemo(() => sharedNames(props.people.users));
  const others = () => props.people.n - props.people.users.length;
  return (
    <>
      <h2 class="people-title">{strings.peopleList.title}</h2>
      <ul>
        <For each={inListOrder(props.people)}>
          {(user) => (
            <li class="people-one">
              <bdi>{user.name}</bdi>
              <Show when={tagOf(user, shared())}>{(tag) => <span class="quiet"> {tag()}</span>}</Show>
              <Show when={user.id === props.people.you.id}>
                <span class="quiet"> {strings.peopleList.you}</span>
              </Show>
            </li>
          )}
        </For>
        <Show when={others() > 0}>
          <li class="quiet">{strings.peopleList.others(others())}</li>
        </Show>
      </ul>
      <Show when={lag() !== undefined}>
        <p class="people-lag quiet">{strings.connection.lag(Math.round(lag()!))}</p>
      </Show>
    </>
  );
}
