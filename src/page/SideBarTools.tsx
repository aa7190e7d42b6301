/** The buttons at the foot of the side bar: the search of the visited channels, and marking them as read. Loaded when the page is idle. */
import { VisitedSearch } from "~/search/VisitedSearch";
import { MarkAllRead } from "~/sidebar/MarkAllRead";

export function SideBarTools(props: { channels: readonly string[] }) {
  return (
    <>
      <MarkAllRead />
      <VisitedSearch channels={props.channels} />
    </>
  );
}
