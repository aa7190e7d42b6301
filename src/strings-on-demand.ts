/** Sentences of components that are loaded on demand, so that the first load does not contain them. All others are in strings.ts. */

const messages = (n: number) => (n === 1 ? "1 message waits" : `${n} messages wait`);

export const announcer = {
  one: (name: string, text: string) => `${name}: ${text}`,
  many: (n: number) => `${n} new messages`,
};

export const completions = { emoji: "Emoji", people: "People", emojiName: (name: string) => `:${name}:` };

export const composerNotes = {
  count: (units: number, most: number) => `${units} of ${most} characters`,
  label: "A text that is too long",
  decide: "First decide what happens to the text that does not fit.",
  tooLong: (rest: number, all: number) =>
    `${rest.toLocaleString()} of ${all.toLocaleString()} characters do not fit into one message.`,
  sendParts: (n: number) => `Send in ${n.toLocaleString()} parts`,
  keep: "Keep what fits",
  cancel: "Cancel",
  notPasted: (units: number) => `The last ${units.toLocaleString()} characters do not fit and were not inserted.`,
  noFiles: "Files cannot be sent here yet. Send a link to the file instead.",
  notKept: "Messages that cannot be sent are not kept on this device: this browser does not store them.",
};

export const composerMode = {
  editing: "Editing your message",
  replyingTo: "Replying to",
  leaveEditing: "Cancel editing",
  leaveReply: "Cancel the reply",
};

export const connectionBar = {
  offlineWith: (n: number) => `Offline. ${messages(n)} and will be sent.`,
  unreachable: "Edgewise can't be reached. Check your connection.",
  blocked: (n: number) =>
    `This network blocks live connections (WebSockets). New messages come every 15 seconds; ${n === 0 ? "what you write waits" : messages(n)}. Try another network, or turn off your VPN or proxy.`,
  signIn: "This network or site wants you to sign in first. To do that, reload the page.",
  tryNow: "Try now",
  back: "Back online",
  updated: "Edgewise was updated.",
  reload: "Reload",
};

export const cookieNotice = {
  text: "This browser refuses cookies: once you leave this page, you are someone new.",
  close: "Close",
};

export const emojiPicker = {
  label: "Choose an emoji",
  search: "Search emoji",
  none: "No emoji found.",
  recent: "Recent",
  groups: ["Smileys", "People", "Nature", "Food", "Travel", "Activities", "Objects", "Symbols", "Flags"],
};

export const keyMap = {
  title: "Keyboard shortcuts",
  close: "Close",
  groups: [
    {
      title: "Writing",
      keys: [
        [["Enter"], "Send"],
        [["Ctrl+Enter"], "Send, also on a touch screen"],
        [["Shift+Enter"], "New line"],
        [["↑"], "In an empty box: edit your last message"],
        [["Esc"], "Cancel editing or replying, close a list"],
        [["@"], "Mention someone"],
        [[":"], "Emoji: type two letters of its name"],
      ],
    },
    {
      title: "Messages",
      keys: [
        [["↑", "↓"], "Go to the previous or next message"],
        [["R"], "Reply"],
        [["+"], "React"],
        [["E"], "Edit your message"],
        [["C"], "Copy the text"],
        [["Delete", "Backspace"], "Delete your message"],
        [["Ctrl+Z"], "Undo the deletion"],
        [["Enter"], "Open the menu"],
        [["Esc"], "Back to the text box"],
      ],
    },
    {
      title: "Anywhere",
      keys: [
        [["Ctrl+K"], "Open another channel"],
        [["?"], "Show this list"],
      ],
    },
  ] as readonly { title: string; keys: readonly (readonly [keys: readonly string[], what: string])[] }[],
};

export const messageActions = {
  label: "Message actions",
  react: "React",
  reactWith: (emoji: string) => `React with ${emoji}`,
  reply: "Reply",
  edit: "Edit",
  more: "More",
  copy: "Copy text",
  delete: "Delete",
  copied: "Copied.",
  notCopied: "This browser does not allow copying.",
};

export const settings = {
  theme: "Theme",
  themes: { system: "System", light: "Light", dark: "Dark" },
  notices: "While you are elsewhere",
  sounds: "Play a sound for new messages",
  notifications: "Show a notification when someone mentions you",
  notified: "Notifications look like this.",
  unable: "This browser cannot show notifications.",
  blocked: "This browser blocks notifications from this site. Allow them in its settings, then turn this on.",
  close: "Close",
};

export const toast = { undo: "Undo", close: "Close" };

export const unsentState = {
  online: "sending…",
  offline: "waiting for the connection",
  closed: "not sent: the connection is closed. The message is kept here",
  refused: (why: string) => `Not sent: ${why}`,
  waiting: (why: string) => `waiting: ${why}`,
};

export const waitState = { discard: "Discard", edit: "Edit", retry: "Try again" };
