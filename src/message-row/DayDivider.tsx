/** The divider above the first message of a day. */
import { Show } from "solid-js";
import type { Clock } from "~/ui/clock";
import { strings } from "~/strings/current";
import "./DayDivider.css";

export function DayDivider(props: { at: number; time: Clock }) {
  const words = () => {
    const days = props.time.daysAgo(props.at);
    if (days === undefined) return props.time.date(props.at);
    return days === 0 ? strings().dayDivider.today : strings().dayDivider.yesterday;
  };
  return (
    <p class="day">
      <Show when={words()} keyed>
        {(words) => <span>{words}</span>}
      </Show>
    </p>
  );
}
