import { LOBBY } from "~/channel-name";
import { ChannelPage } from "~/components/ChannelPage";

export default function Lobby() {
  return <ChannelPage channel={LOBBY} />;
}
