/** The sentences of a page's first load in English. Its type is that of all languages; those of parts that load later are in on-demand/. */
import { formatsOf } from "./formats.ts";

const { count, list, number, size } = formatsOf("en");

const strings = {
  codeBlock: { copy: "Copy", copied: "Copied", failed: "Not copied: select the text and copy it", plain: "text" },
  errorPage: {
    title: "Something went wrong on this page",
    text: "What you have written and not sent yet is kept in this browser.",
    reload: "Reload the page",
  },
  dayDivider: { today: "Today", yesterday: "Yesterday" },
  messageList: {
    label: "Messages",
    unheard: "The channel is not answering yet. Its messages appear as soon as it does.",
  },
  messageRow: {
    deleted: "This message was deleted.",
    removed: "This message was removed by the staff.",
    edited: "(edited)",
    editedAt: (when: string) => `Edited ${when}`,
    fresh: "New messages",
    showAll: "Show all",
    showLess: "Show less",
  },
  files: { gone: "is no longer kept: this channel has no more room for it.", size },
  quote: {
    deleted: "deleted message",
    before: "In reply to ",
    unknown: "an earlier message",
  },
  composer: {
    label: (channel: string) => `Message to ${channel}`,
    placeholder: "Write a message",
    send: "Send",
    save: "Save",
    emoji: "Emoji",
    keys: "Keyboard shortcuts",
    noScript: "Reading works without JavaScript. To write, turn it on.",
  },
  reactions: {
    /** `who` is a list of names, or undefined until it is needed. */
    label: (emoji: string, n: number, who?: string) =>
      `${emoji} ${count(n, { one: "# person", other: "# people" })}${who ? `: ${who}` : ""}`,
    you: "You",
    /** Names, and the number of people besides them. */
    who: (names: readonly string[], others: number) =>
      list(others > 0 ? [...names, count(others, { one: "# other", other: "# others" })] : names),
    add: "Add a reaction",
  },
  app: {
    name: "Edgewise",
    titleOf: (what: string) => `${what} · Edgewise`,
  },
  channelHead: {
    online: "online",
    whoIsHere: ": who is here",
  },
  channelLink: {
    pin: (channel: string) => `Pin ${channel}`,
    forget: (channel: string) => `Remove ${channel} from the list`,
  },
  connection: {
    online: "online",
    connecting: "Connecting…",
    offline: "Offline. Reconnecting…",
    closed: "The channel has closed this connection.",
    lag: (ms: number) => `${number(ms)} ms round trip`,
  },
  copyLink: {
    copy: "Copy link",
    copyOf: (channel: string) => `Copy link of ${channel}`,
    copied: "Link copied",
    failed: (link: string) => `Not copied. The link is: ${link}`,
  },
  emptyChannel: {
    title: "No messages yet",
    lobby: "Write the first one: everyone who opens this page reads it.",
    channel: "Write the first one, and this channel is yours. Or share the link: everyone who has it can read and write.",
  },
  loadFailed: "This part of the page could not be loaded. Check your connection, then reload the page.",
  nameBox: {
    label: "Your name",
    hint: (most: number) => `1 to ${number(most)} characters`,
    change: (name: string) => `Change name: ${name}`,
  },
  notFoundPage: {
    title: "No such channel",
    heading: "This is not a channel name",
    or: <T>(lobby: (word: string) => T) => ["Or start in the ", lobby("lobby"), "."],
  },
  openChannel: {
    label: "Open another channel",
    placeholder: "Open a channel…",
    rule: "A channel name has up to 8 parts with “/” between them. Each part begins with a letter or digit and contains letters, digits, “-”, “_” and “.”. Names of web files, such as “index.html”, are not possible.",
  },
  peopleList: {
    title: "People here",
  },
  settings: {
    title: "Settings",
  },
  shell: {
    skip: "Skip to the channel",
    channels: "Channels",
    openDrawer: (unread: number) => (unread > 0 ? `Channels, ${number(unread)} unread` : "Channels"),
    home: "Edgewise: go to the lobby",
    close: "Close",
  },
  welcome: {
    title: "Every path is a channel",
    text: "This one is the lobby. Write below: everyone here sees your message at once. No sign-up.",
    elsewhere: "For your own channel, enter any name and share its link:",
    label: "Channel name",
    open: "Open",
    dismiss: "Dismiss this welcome",
  },
};

export type Strings = typeof strings;

export default strings;
