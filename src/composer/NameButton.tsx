/** The own name in the composer of a narrow screen: opens the name field. */
import { Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { strings } from "~/strings/current";

export function NameButton() {
  const { ownName } = useChannel();
  return (
    <button
      type="button"
      class="composer-name"
      aria-label={strings().nameBox.change(ownName())}
      onClick={() => document.querySelector<HTMLElement>(".name-box input")!.focus()}
    >
      <Show when={ownName()} keyed>
        {(name) => <bdi lang="">{name}</bdi>}
      </Show>
    </button>
  );
}
