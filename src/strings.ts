/** Every sentence and label that people read, by component, in one place: to be translated, and to be read as a whole. */

export const strings = {
  app: { name: "Edgewise" },
  announcer: {
    one: (name: string, text: string) => `${name}: ${text}`,
    many: (n: number) => `${n} new messages`,
  },
  codeBlock: { copy: "Copy", copied: "Copied", failed: "Not copied: select the text and copy it", plain: "text" },
  dayDivider: { today: "Today", yesterday: "Yesterday" },
  jump: { tooFar: "That message is further back than can be loaded at once. Scroll up to look for it." },
  messageList: {
    label: "Messages",
    empty: "Nothing has been said here yet. Say the first word.",
    unheard: "This channel is not answering yet. What was said here appears as soon as it does.",
  },
  messageRow: {
    deleted: "This message was deleted.",
    edited: "(edited)",
    editedAt: (when: string) => `Edited ${when}`,
    fresh: "New since you were here",
  },
  olderMessages: { loading: "Loading older messages…", skipped: "Older messages were skipped:", load: "Load" },
  quote: {
    deleted: "the message was deleted",
    label: (name: string) => `In answer to ${name}. Go to that message`,
    unknown: "an earlier message",
    unknownLabel: "In answer to an earlier message. Go to it",
  },
  toEnd: { label: (n: number) => (n === 0 ? "To the newest message" : n === 1 ? "1 new message" : `${n} new messages`) },
  typing: { one: " is typing…", many: " are typing…", and: " and ", others: (n: number) => `${n} others` },
  unsentState: {
    discard: "Discard",
    edit: "Edit",
    offline: "waiting for the connection",
    refused: (why: string) => `Not sent: ${why}`,
    retry: "Try again",
    sending: "sending…",
    waiting: (why: string) => `waiting: ${why}`,
  },
} as const;
