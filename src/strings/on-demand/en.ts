/** The sentences of parts that load on demand, in English. Its type is that of all languages. */

import { formatsOf } from "../formats.ts";
import { MAX_FILE_SIZE, MAX_FILES, MAX_KEYS, MAX_REPORT_REASON, MAX_STAFF, MAX_TOPIC } from "../limits.ts";
import { timesOf } from "../times.ts";

const { count, number, size } = formatsOf("en");
const { duration, moment } = timesOf("en");

const messagesWait = (n: number) => count(n, { one: "# message waits", other: "# messages wait" });

const strings = {
  announcedMessage: (name: string, text: string) => `${name}: ${text}`,
  attachments: {
    choose: "Attach files",
    label: "Attached files",
    remove: (name: string) => `Remove ${name}`,
    alt: (name: string) => `Description of ${name}`,
    describe: "Describe the picture (optional)",
    preparing: "The files are still being prepared. It takes a moment.",
    refused: (name: string, why: string) => `${name}: ${why}`,
    unreadable: "This file cannot be read.",
    progress: "Upload",
  },
  channelInfo: {
    title: "About this channel",
    open: (pins: number) =>
      pins === 0
        ? "About this channel"
        : `About this channel: ${count(pins, { one: "# pinned message", other: "# pinned messages" })}`,
    pins: "Pinned messages",
    private: "Private: only members and staff can read this channel.",
    known: "Only people who wrote here before, members and staff can write.",
    staff: "Only staff can write.",
    slow: (seconds: number) => `Slow mode: each person can write one message every ${duration(seconds)}.`,
    keep: (seconds: number) => `Messages are deleted after ${duration(seconds)}.`,
  },
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
    notKept: "Messages that cannot be sent are not kept on this device: this browser does not store them.",
  },
  composerMode: {
    editing: "Editing your message",
    replyingTo: <T>(name: T) => ["Replying to ", name, ":"],
    leaveEditing: "Cancel editing",
    leaveReply: "Cancel the reply",
  },
  connectionBar: {
    tooManyPeers: "This channel is open too many times. Close one of the others, then reload.",
    offlineWith: (n: number) => `Offline. ${messagesWait(n)} and will be sent.`,
    offlineSince: (at: number) => `You're offline. Last update: ${moment(at)}.`,
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
    again: "Make a new one",
    once: "This link is stored nowhere. Copy it now.",
    device: {
      text: "Use Edgewise as the same person on another device. This link works once, within 10 minutes. Whoever opens it is you. Your devices then share your list of channels and what you have read, encrypted with a key that only they have.",
      label: "Link for another device",
      make: "Make a device link",
      stop: "Stop sharing my list from this device",
      stopped: "This device no longer shares your list of channels. Your other devices still do.",
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
          "Copy the link",
          "Delete your message",
          "Undo the deletion",
          "Open the menu",
          "Back to the text box",
        ],
      },
      { title: "Anywhere", actions: ["Open another channel", "Search this channel", "Show this list"] },
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
    link: "Copy link",
    delete: "Delete",
    copied: "Copied.",
    notCopied: "This browser does not allow copying.",
    report: "Report…",
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
      "In this browser you have been somebody else until now. If you go on, your messages stay, but you can no longer edit or delete them from here. To be able to come back, first make a recovery link in the settings.",
    working: "One moment…",
    busy: "That was tried too often from this internet address. Wait a minute, then try again.",
    failed: "That did not work. Check your connection, then try again.",
    goOn: "Go on",
    tryAgain: "Try again",
    cancel: "Cancel",
    close: "Close",
  },
  notices: {
    writable: "You can write here again.",
    owner: (channel: string) => `You are now an owner of ${channel}.`,
    moderator: (channel: string) => `You are now a moderator of ${channel}.`,
    member: (channel: string) => `You are now a member of ${channel}.`,
    noRole: (channel: string) => `You are no longer one of the staff of ${channel}.`,
    private: "This channel is private now: only members and staff can read it. You are one of them.",
    recovery: "This channel is yours now. If this browser forgets you, a recovery link brings you back.",
    makeLink: "Make a recovery link",
    later: "Not now",
  },
  push: {
    title: (channel: string) => `When this page is closed, tell me about ${channel}`,
    mentions: "Mentions and answers",
    all: "Every message",
    nothing: "Nothing",
    homeScreen:
      "On an iPhone or iPad, first add Edgewise to the Home Screen: tap Share, then “Add to Home Screen”. Open it from there and turn this on.",
  },
  readOnly: {
    countdown: (left: string) => `Slow mode: you can write again in ${left}.`,
  },
  refused: {
    over: "You can read this channel again.",
    retry: "Try again",
    kept: "What you wrote and did not send is kept on this page.",
    redeeming: "Looking at your invitation…",
  },
  reasons: {
    muted: (until: number) => `You are muted here until ${moment(until)}. Until then you can read.`,
    banned: (until: number) => `You are banned from this channel until ${moment(until)}.`,
    banned_address: (until: number) =>
      `Someone at your internet address is banned here. People who are new here can read, and can write after ${moment(until)}.`,
    known_only: "Only people who wrote here before, members and staff can write here now. Ask the staff for an invitation.",
    staff_only: "Only staff can write here now. You can read.",
    members_only: "This channel is private. Ask its owner for an invitation.",
    slow_mode: "Slow mode is on here. It can be sent again in a moment.",
    newcomer: "You are new here, so your first messages go slowly. It can be sent again in a moment.",
    busy_address: "A lot is being written from your internet address. It can be sent again in a moment.",
    full_day: (until: number) =>
      `So much was written from your internet address today that the next message can be sent after ${moment(until)}.`,
    much_reporting: "You have reported as many messages as one person can in an hour. Try again later.",
    bad_key: "This invitation is not valid any more: it was used, ended or has expired. Ask for a new one.",
    not_staff: "Only staff of this channel can do that.",
    not_owner: "Only an owner of this channel can do that.",
    yourself: "You cannot do that to yourself.",
    is_staff: "This person is staff. Remove their role first.",
    last_owner: "A channel keeps its last owner. Make someone else an owner first.",
    too_many_staff: `A channel has at most ${number(MAX_STAFF)} moderators and owners.`,
    too_many_keys: `A channel has at most ${number(MAX_KEYS)} open invitations. End one first.`,
    no_such_user: "This channel does not know that person.",
    no_such_key: "That invitation is not there any more.",
    not_restorable: "That message cannot be restored any more.",
    long_topic: `A topic is one line of at most ${number(MAX_TOPIC)} characters.`,
    long_reason: `A reason has at most ${number(MAX_REPORT_REASON)} characters.`,
    bad_file: "This file was not sent as it should be. Try again.",
    bad_files: `A message has at most ${number(MAX_FILES)} files.`,
    bad_picture: "This picture cannot be read, or it is too large.",
    cut_file: "The file did not arrive as a whole. Try again.",
    empty_file: "The file is empty.",
    large_file: `A file has at most ${size(MAX_FILE_SIZE)}.`,
    no_files: "Nobody can send files here.",
    files_for_known: "Only people who wrote here before and staff can send files here. Write something first.",
    files_for_staff: "Only staff can send files here.",
    other_file: "This file belongs to another message or to someone else.",
    no_such_file: "This file is not there any more. Try again.",
    many_files: "Those were many files at once. It goes on in a moment.",
    busy_files: "Many files are being sent here. It goes on in a moment.",
    full_day_of_files: (until: number) =>
      `So many files were sent from your internet address today that the next one can be sent after ${moment(until)}.`,
    no_answer: "No answer came. Check your connection, then try again.",
  },
  report: {
    title: "Report this message",
    text: "The staff of this channel see the message, your name and your reason.",
    reason: "Reason (optional)",
    send: "Report",
    cancel: "Cancel",
    done: "Reported to the staff.",
  },
  roles: { owner: "Owner", moderator: "Mod" },
  editState: {
    online: "saving…",
    offline: "the change is waiting for the connection",
    closed: "not saved: the connection is closed. The change is kept here",
  },
  jump: {
    gone: "That message is not there any more.",
  },
  jumpToLatest: {
    label: (n: number) => (n === 0 ? "To the newest message" : count(n, { one: "# new message", other: "# new messages" })),
  },
  onlinePeople: {
    you: "(you)",
    others: (n: number) => `and ${number(n)} more, including other tabs`,
  },
  search: {
    title: "Search this channel",
    close: "Close",
    words: "Words to find",
    people: "Written by",
    everyone: "Everyone",
    submit: "Search",
    hint: (key: string) =>
      `Quotation marks find words in this order. ${key} once more opens the search of the browser, which finds only what is loaded.`,
    /** `more`: whether there are older ones, too. */
    found: (n: number, more: boolean) =>
      n === 0
        ? "Nothing was found."
        : count(
            n,
            more ? { one: "The newest # messages", other: "The newest # messages" } : { one: "# message", other: "# messages" },
          ),
    more: "Show older ones",
    date: "Go to a date",
    incomplete: "Older messages are still being made ready for search.",
    again: "Search again",
    visited: {
      title: "Search your channels",
      found: (n: number) => count(n, { one: "Found in # channel.", other: "Found in # channels." }),
      rest: (n: number) => count(n, { one: "Search # more channel", other: "Search # more channels" }),
    },
  },
  olderMessages: {
    loading: "Loading older messages…",
    offline: "You're offline. Older messages load once you're back online.",
    skipped: "Older messages were skipped:",
    load: "Load",
  },
  /** Why something is refused, by the error's reason or else its code. A refusal that is not here has the channel's own sentence. */
  refusals: {
    empty: "There is nothing to send: the message is empty.",
    too_long: (most: number) => `A message has at most ${number(most)} characters. Send it in parts.`,
    empty_name: "A name needs at least one visible character.",
    long_name: (most: number) => `A name has at most ${number(most)} characters.`,
    too_many_reactions: "This message has as many reactions as a message can have.",
    rate_limited: "That was a lot at once. It can be sent again in a moment.",
    forbidden: "Only who wrote a message can change it.",
    not_found: "That message is not there any more.",
    storage: "That could not be stored. Try again.",
  },
  typingIndicator: {
    one: <T>(name: T) => [name, " is typing…"],
    two: <T>(name: T, other: T) => [name, " and ", other, " are typing…"],
    many: <T>(name: T, others: number) => [name, ` and ${number(others)} others are typing…`],
  },
  changeState: {
    refused: (why: string) => `Not changed: ${why}`,
  },
  exportLinks: {
    title: "Take the history along",
    html: "Web page",
    md: "Text",
    json: "Data (JSON)",
  },
  settings: {
    language: "Language",
    languageLater: "You're offline. The language changes when you next open a page.",
    theme: "Theme",
    themes: { system: "System", light: "Light", dark: "Dark" },
    previews: "Show previews of links",
    notices: "While you are elsewhere",
    sounds: "Play a sound for new messages",
    notifications: "Show a notification when someone mentions you",
    notified: "Notifications look like this.",
    unable: "This browser cannot show notifications.",
    blocked: "This browser blocks notifications from this site. Allow them in its settings, then turn this on.",
    close: "Close",
  },
  keptPages: { notKept: "You're offline, and this channel is not kept on this device.", kept: "These channels are kept:" },
  share: {
    title: "In which channel do you want to write this?",
    cut: (most: number) => `The text was too long: these are its first ${number(most)} characters.`,
    noFiles: "The files could not be taken over. Attach them in the channel.",
    cancel: "Cancel",
  },
  toast: { deleted: "Message deleted.", undo: "Undo", close: "Close" },
  unread: {
    markAll: "Mark all as read",
    /** After the number of unread messages. */
    words: (mentions: number) =>
      mentions > 0 ? `unread, ${count(mentions, { one: "# mentions you", other: "# mention you" })}` : "unread",
  },
  unsentState: {
    uploading: "uploading…",
    online: "sending…",
    offline: "waiting for the connection",
    closed: "not sent: the connection is closed. The message is kept here",
    refused: (why: string) => `Not sent: ${why}`,
    waiting: (why: string) => `waiting: ${why}`,
  },
  viewer: {
    title: "Picture",
    close: "Close",
    previous: "Previous picture",
    next: "Next picture",
    download: "Download",
    place: (n: number, all: number) => `${number(n)} of ${number(all)}`,
  },
  voice: {
    record: "Record a voice message",
    attach: "Attach",
    cancel: "Cancel",
    refused: "The microphone cannot be used. Allow it in the settings of the browser, then try again.",
    name: "Voice message",
    recording: "Recording",
  },
  waitState: { discard: "Discard", edit: "Edit", retry: "Try again" },
};

export type OnDemandStrings = typeof strings;

export default strings;
