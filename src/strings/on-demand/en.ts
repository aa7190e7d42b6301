/** The sentences of parts that load on demand, in English. Its type is that of all languages. */
import { formatsOf } from "../formats.ts";

const { count, number } = formatsOf("en");

const messagesWait = (n: number) => count(n, { one: "# message waits", other: "# messages wait" });

const strings = {
  announcedMessage: (name: string, text: string) => `${name}: ${text}`,
  completions: { emoji: "Emoji", people: "People" },
  composerNotes: {
    count: (units: number, most: number) => `${number(units)} of ${number(most)} characters`,
    label: "A text that is too long",
    decide: "First decide what happens to the text that does not fit.",
    tooLong: (rest: number, all: number) => `${number(rest)} of ${number(all)} characters do not fit into one message.`,
    sendParts: (n: number) => `Send in ${number(n)} parts`,
    keep: "Keep what fits",
    cancel: "Cancel",
    notPasted: (units: number) => `The last ${number(units)} characters do not fit and were not inserted.`,
    noFiles: "Files cannot be sent here yet. Send a link to the file instead.",
    notKept: "Messages that cannot be sent are not kept on this device: this browser does not store them.",
  },
  composerMode: {
    editing: "Editing your message",
    replyingTo: <T>(name: T) => ["Replying to ", name, ":"],
    leaveEditing: "Cancel editing",
    leaveReply: "Cancel the reply",
  },
  connectionBar: {
    offlineWith: (n: number) => `Offline. ${messagesWait(n)} and will be sent.`,
    unreachable: "Edgewise can't be reached. Check your connection.",
    blocked: (n: number) =>
      `This network blocks live connections (WebSockets). New messages come every 15 seconds; ${n === 0 ? "what you write waits" : messagesWait(n)}. Try another network, or turn off your VPN or proxy.`,
    crowded:
      "Too many connections from this internet address, such as that of an office or school. Trying again within a minute.",
    signIn: "This network or site wants you to sign in first. To do that, reload the page.",
    tryNow: "Try now",
    back: "Back online",
    updated: "Edgewise was updated.",
    reload: "Reload",
  },
  cookieNotice: {
    text: "This browser refuses cookies: once you leave this page, you are someone new.",
    close: "Close",
  },
  emojiPicker: {
    label: "Choose an emoji",
    search: "Search emoji",
    none: "No emoji found.",
    recent: "Recent",
    groups: ["Smileys", "People", "Nature", "Food", "Travel", "Activities", "Objects", "Symbols", "Flags"],
  },
  identityLinks: {
    title: "Your identity",
    device: {
      text: "Use Edgewise as the same person on another device. This link works once, within 10 minutes. Whoever opens it is you.",
      label: "Link for another device",
      make: "Make a device link",
    },
    recovery: {
      text: "If this browser loses its cookies, a recovery link makes you the same person again. Keep it where nobody else finds it. A new one replaces the old one.",
      label: "Recovery link",
      make: "Make a recovery link",
    },
  },
  keyMap: {
    title: "Keyboard shortcuts",
    close: "Close",
    /** By the order of the shortcuts in KeyMap.tsx. */
    groups: [
      {
        title: "Writing",
        actions: [
          "Send",
          "Send, also on a touch screen",
          "New line",
          "In an empty box: edit your last message",
          "Cancel editing or replying, close a list",
          "Mention someone",
          "Emoji: type two letters of its name",
        ],
      },
      {
        title: "Messages",
        actions: [
          "Go to the previous or next message",
          "Reply",
          "React",
          "Edit your message",
          "Copy the text",
          "Delete your message",
          "Undo the deletion",
          "Open the menu",
          "Back to the text box",
        ],
      },
      { title: "Anywhere", actions: ["Open another channel", "Show this list"] },
    ],
    /** The keys that have a name, as keyboards for this language label them. */
    keys: { ctrl: "Ctrl", shift: "Shift", enter: "Enter", esc: "Esc", delete: "Delete", backspace: "Backspace" },
  },
  messageActions: {
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
  },
  openedLink: {
    device: {
      title: "Go on as the same person",
      done: "Done: in this browser you are now the person who made the link.",
      refused:
        "This link does not work any more: it was used already, is too old, was replaced by a newer one, or is not complete. Make a new one.",
    },
    host: {
      title: "Host of this site",
      done: "In this browser you are now the host of this site, for 30 days. In every channel you have the rights of an owner.",
      refused: "This is not the key of this site's host. “npm run host” makes a new one.",
    },
    asking:
      "In this browser you are somebody else so far. If you go on, your messages stay, but you can no longer edit or delete them from here. To be able to come back, first make a recovery link in the settings.",
    working: "One moment…",
    busy: "That was tried too often from this internet address. Wait a minute, then try again.",
    failed: "That did not work. Check your connection, then try again.",
    goOn: "Go on",
    tryAgain: "Try again",
    cancel: "Cancel",
    close: "Close",
  },
  settings: {
    language: "Language",
    languageLater: "You're offline. The language changes when you next open a page.",
    theme: "Theme",
    themes: { system: "System", light: "Light", dark: "Dark" },
    notices: "While you are elsewhere",
    sounds: "Play a sound for new messages",
    notifications: "Show a notification when someone mentions you",
    notified: "Notifications look like this.",
    unable: "This browser cannot show notifications.",
    blocked: "This browser blocks notifications from this site. Allow them in its settings, then turn this on.",
    close: "Close",
  },
  toast: { undo: "Undo", close: "Close" },
  unsentState: {
    online: "sending…",
    offline: "waiting for the connection",
    closed: "not sent: the connection is closed. The message is kept here",
    refused: (why: string) => `Not sent: ${why}`,
    waiting: (why: string) => `waiting: ${why}`,
  },
  waitState: { discard: "Discard", edit: "Edit", retry: "Try again" },
};

export type OnDemandStrings = typeof strings;

export default strings;
