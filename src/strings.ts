/**
 * The page's sentences and labels, by component, in one place: to be translated, and to be read as a whole. The channel sends its own
 * sentence when it refuses something.
 */

/** Not in `strings`, so that it stays out of the browser's script: the server alone renders it. */
export const outdatedBrowser =
  "This browser is too old for Edgewise: you can read here, but not write. Use Chrome or Edge 120, Firefox 125, Safari 17, or a newer version of them.";

export const strings = {
  codeBlock: { copy: "Copy", copied: "Copied", failed: "Not copied: select the text and copy it", plain: "text" },
  errorPage: {
    title: "Something went wrong on this page",
    text: "What you have written and not sent yet is kept in this browser.",
    reload: "Reload the page",
  },
  dayDivider: { today: "Today", yesterday: "Yesterday" },
  jump: {
    offline: "You're offline. The message can be loaded once you're back online.",
    tooFar: "That message is too far back to jump to. Scroll up to find it.",
    gone: "That message is not there any more.",
  },
  messageList: {
    label: "Messages",
    unheard: "The channel is not answering yet. Its messages appear as soon as it does.",
  },
  messageRow: {
    deleted: "This message was deleted.",
    edited: "(edited)",
    editedAt: (when: string) => `Edited ${when}`,
    fresh: "New messages",
    showAll: "Show all",
    showLess: "Show less",
  },
  olderMessages: {
    loading: "Loading older messages…",
    offline: "You're offline. Older messages load once you're back online.",
    skipped: "Older messages were skipped:",
    load: "Load",
  },
  quote: {
    deleted: "deleted message",
    before: "In reply to ",
    unknown: "an earlier message",
  },
  jumpToLatest: { label: (n: number) => (n === 0 ? "To the newest message" : n === 1 ? "1 new message" : `${n} new messages`) },
  typingIndicator: { one: " is typing…", many: " are typing…", and: " and ", others: (n: number) => `${n} others` },
  changeState: {
    online: "saving…",
    offline: "the change is waiting for the connection",
    closed: "not saved: the connection is closed. The change is kept here",
    notThere: "That message is not there any more.",
    refused: (why: string) => `Not changed: ${why}`,
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
  toast: { deleted: "Message deleted." },
  reactions: {
    label: (emoji: string, n: number, who?: string) => `${emoji} ${n === 1 ? "1 person" : `${n} people`}${who ? `: ${who}` : ""}`,
    you: "You",
    others: (n: number) => (n === 1 ? "1 other" : `${n} others`),
    add: "Add a reaction",
  },
  app: {
    name: "Edgewise",
    titleOf: (what: string) => `${what} · Edgewise`,
    description: "Chat where every path is a channel. Open one and write: everyone in it sees your message at once. No sign-up.",
  },
  channelHead: {
    online: "online",
    whoIsHere: ": who is here",
  },
  channelLink: {
    pin: (channel: string) => `Pin ${channel}`,
    forget: (channel: string) => `Remove ${channel} from the list`,
    unread: "unread",
  },
  connection: {
    online: "online",
    connecting: "Connecting…",
    offline: "Offline. Reconnecting…",
    closed: "The channel has closed this connection.",
    lag: (ms: number) => `${ms} ms round trip`,
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
    channel: "Write the first one, or share the link. Everyone who has the link can read and write.",
  },
  loadFailed: "This part of the page could not be loaded. Check your connection, then reload the page.",
  nameBox: {
    label: "Your name",
    hint: "1 to 32 characters",
    change: (name: string) => `Change name: ${name}`,
  },
  notFoundPage: {
    title: "No such channel",
    heading: "This is not a channel name",
    or: "Or start in the ",
    lobby: "lobby",
  },
  openChannel: {
    label: "Open another channel",
    placeholder: "Open a channel…",
    rule: "A channel name has up to 8 parts with “/” between them. Each part begins with a letter or digit and contains letters, digits, “-”, “_” and “.”. Names of web files, such as “index.html”, are not possible.",
  },
  peopleList: {
    title: "People here",
    you: "(you)",
    others: (n: number) => `and ${n} more, including other tabs`,
  },
  settings: {
    title: "Settings",
  },
  shell: {
    skip: "Skip to the channel",
    channels: "Channels",
    openDrawer: (unread: number) => (unread > 0 ? `Channels, ${unread} unread` : "Channels"),
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
} as const;
