/** The sentences that only staff see, in English. Its type is that of all languages. Durations are such as “10 minutes”. */
import { formatsOf } from "../formats.ts";
import { timesOf } from "../times.ts";

const { count, list, number } = formatsOf("en");

const messages = (n: number) => count(n, { one: "# message", other: "# messages" });

const strings = {
  times: timesOf("en"),
  panel: {
    open: "Manage the channel",
    reports: (n: number) => count(n, { one: "# open report", other: "# open reports" }),
    title: "Manage the channel",
    close: "Close",
    tabs: { settings: "Settings", people: "People", sanctions: "Sanctions", reports: "Reports", log: "Log" },
    loading: "Loading…",
    retry: "Try again",
  },
  roles: { member: "Member", moderator: "Moderator", owner: "Owner" },
  settings: {
    save: "Save",
    discard: "Discard",
    saved: "Saved.",
    now: (value: string) => `Now: ${value}`,
    off: "Off",
    on: "On",
    topic: {
      title: "Topic",
      placeholder: "What this channel is about",
      effect: "Everyone reads it in the channel’s header. One line, links are possible.",
      none: "none",
    },
    slow: {
      title: "Slow mode",
      effect: (duration: string) => `Each person can send one message in ${duration}. Staff are exempt.`,
      offEffect: "Nobody has to wait between two messages.",
    },
    write: {
      title: "Who can write",
      options: { all: "Everyone", known: "People who wrote here before", staff: "Staff only" },
      effects: {
        all: "Everyone who opens this channel can write.",
        known:
          "People can write if they have written here before you save this, or if they are members or staff. Others read, and are told so.",
        staff: "Only moderators and owners can write. Everyone else reads, and is told so.",
      },
    },
    files: {
      title: "Who can send files",
      options: { known: "People who wrote here before", all: "Everyone", staff: "Staff only", none: "Nobody" },
      effects: {
        known: "People can send files if they have written here before, and so can staff.",
        all: "Everyone who can write here can send files.",
        staff: "Only moderators and owners can send files.",
        none: "Nobody can send files. Those that were sent stay.",
      },
    },
    read: {
      title: "Who can read",
      options: { all: "Everyone", members: "Members and staff only" },
      effects: {
        all: "Everyone who has the link can read this channel.",
        members: (online: number) =>
          `Everyone who is online now becomes a member (${number(online)}). Others see nothing of this channel until they have an invitation.`,
        isPrivate: "Only members and staff see anything of this channel. Others need an invitation.",
      },
    },
    keep: {
      title: "How long messages are kept",
      usual: "No time limit",
      usualEffect: (most: number) => `The latest ${number(most)} messages are kept, however old they are.`,
      effect: (duration: string) => `Messages older than ${duration} are deleted for everyone. They cannot be restored.`,
      save: "Save, and delete older messages",
      kept: (n: number, date: string) =>
        count(n, { one: `# message is kept, from ${date}.`, other: `# messages are kept, the oldest from ${date}.` }),
      nothing: "Nothing is kept yet.",
    },
    previews: {
      title: "Previews of links",
      effects: {
        on: "The first link of a message is shown with its title and picture, if this site has previews.",
        off: "Links in new messages have no preview.",
      },
    },
    pins: {
      title: "Pinned messages",
      none: "Nothing is pinned. To pin a message, open its menu.",
      unpin: "Unpin",
      unpinOf: (text: string) => `Unpin: ${text}`,
    },
  },
  people: {
    staff: "Staff",
    noStaff: "This channel has no staff yet.",
    here: "People here",
    nobody: "Nobody else is here.",
    you: "(you)",
    actionsFor: (name: string) => `Actions for ${name}`,
    make: { moderator: "Make moderator", owner: "Make owner" },
    noRole: "Remove the role",
    resign: "Give up your role",
    noMember: "Remove from the members",
    given: {
      member: (name: string) => `${name} is a member now.`,
      moderator: (name: string) => `${name} is a moderator now.`,
      owner: (name: string) => `${name} is an owner now.`,
      none: (name: string) => `${name} has no role any more.`,
    },
  },
  invitations: {
    title: "Invite by link",
    role: "Role",
    uses: "Number of uses",
    valid: "Valid for",
    create: "Create the link",
    rights: {
      member: "A member can read and write here, also while the channel is private or restricted.",
      moderator: "A moderator can also remove messages, mute and ban people, and change the topic.",
      owner: "An owner has all rights, also to make this channel private and to remove your role.",
    },
    link: "The link",
    copy: "Copy",
    copied: "Copied.",
    notCopied: "Not copied: select the link and copy it.",
    once: "It is shown only now. Whoever has it gets the role: send it only to people whom you trust.",
    made: "Invitations that you have created since you opened this page",
    invitation: {
      member: (uses: string, until: string) => `Member, ${uses}, until ${until}`,
      moderator: (uses: string, until: string) => `Moderator, ${uses}, until ${until}`,
      owner: (uses: string, until: string) => `Owner, ${uses}, until ${until}`,
    },
    usesOf: (n: number) => count(n, { one: "# use", other: "# uses" }),
    revoke: "Revoke",
    revoked: "The invitation is no longer valid.",
  },
  sanctions: {
    muted: "Muted",
    banned: "Banned",
    none: "Nobody is muted or banned.",
    until: (when: string, by: string) => `until ${when}, by ${by}`,
    unmute: "Unmute",
    unban: "Unban",
  },
  reports: {
    none: "There are no open reports.",
    notLoaded: "The message is not loaded on this page.",
    from: (name: string, when: string) => `Reported by ${name}, ${when}`,
    show: "Show in the channel",
    remove: "Remove the message",
    resolve: "Resolve",
    resolved: "Resolved: the message stays.",
  },
  log: {
    none: "No one has done anything here that is logged.",
    more: "Load more",
    restore: "Restore",
    removedText: "The removed text, as long as it can be restored:",
  },
  messageMenu: {
    remove: "Remove",
    restore: "Restore",
    pin: "Pin",
    unpin: "Unpin",
    mute: "Mute…",
    ban: "Ban…",
    purge: "Remove everything they wrote…",
  },
  dialogs: {
    cancel: "Cancel",
    duration: "For how long",
    mute: {
      title: (name: string) => `Mute ${name}?`,
      effect: (name: string, duration: string) =>
        `${name} cannot write, edit, react or change their name for ${duration}. They can read, and are told until when.`,
      confirm: "Mute",
    },
    ban: {
      title: (name: string) => `Ban ${name}?`,
      effect: (name: string, duration: string) =>
        `For ${duration}, ${name} can neither read nor write here. Their connections are closed.`,
      address: (duration: string) =>
        `People who are new here and come from the same address can read, but not write, for ${duration}. People who have written here before are not affected.`,
      purge: "Also remove messages not older than",
      purgeNothing: "Remove nothing",
      confirm: "Ban",
    },
    purge: {
      title: (name: string) => `Remove what ${name} wrote?`,
      since: "Messages not older than",
      effect: (name: string, duration: string, most: number) =>
        `Removes what ${name} wrote, not older than ${duration}: at most the latest ${number(most)} messages. For 24 hours, staff can restore each message by its menu.`,
      confirm: "Remove",
    },
  },
  done: {
    removed: "Message removed.",
    restored: "Message restored.",
    pinned: "Message pinned.",
    unpinned: "Message unpinned.",
    muted: (name: string, duration: string) => `${name} is muted for ${duration}.`,
    unmuted: (name: string) => `${name} is no longer muted.`,
    banned: (name: string, duration: string) => `${name} is banned for ${duration}.`,
    unbanned: (name: string) => `${name} is no longer banned.`,
    purged: (name: string) => `What ${name} wrote was removed.`,
    tooManyPins: (most: number) => `At most ${number(most)} messages can be pinned. Unpin one first.`,
  },
  /** What happened, by the act. `by` and `who` are names. */
  entries: {
    invite: {
      member: (by: string, uses: string, duration: string) =>
        `${by} created an invitation for members: ${uses}, valid for ${duration}`,
      moderator: (by: string, uses: string, duration: string) =>
        `${by} created an invitation for moderators: ${uses}, valid for ${duration}`,
      owner: (by: string, uses: string, duration: string) =>
        `${by} created an invitation for owners: ${uses}, valid for ${duration}`,
    },
    revoke: (by: string) => `${by} revoked an invitation`,
    redeem: {
      member: (by: string) => `${by} became a member by an invitation`,
      moderator: (by: string) => `${by} became a moderator by an invitation`,
      owner: (by: string) => `${by} became an owner by an invitation`,
    },
    role: {
      member: (by: string, who: string) => `${by} made ${who} a member`,
      moderator: (by: string, who: string) => `${by} made ${who} a moderator`,
      owner: (by: string, who: string) => `${by} made ${who} an owner`,
      none: (by: string, who: string) => `${by} removed the role of ${who}`,
    },
    remove: (by: string, who: string) => `${by} removed a message by ${who}`,
    restore: (by: string) => `${by} restored a message`,
    purge: (by: string, who: string, n: number) => `${by} removed ${messages(n)} by ${who}`,
    mute: (by: string, who: string, duration: string) => `${by} muted ${who} for ${duration}`,
    unmute: (by: string, who: string) => `${by} unmuted ${who}`,
    ban: (by: string, who: string, duration: string) => `${by} banned ${who} for ${duration}`,
    unban: (by: string, who: string) => `${by} unbanned ${who}`,
    resolve: (by: string) => `${by} resolved the reports of a message`,
    /** With the settings that were changed. */
    set: (by: string, changes: Iterable<string>) => `${by} changed the settings: ${list(changes)}`,
    changes: {
      topic: (topic: string) => `the topic is “${topic}”`,
      noTopic: "there is no topic",
      pins: (n: number) => (n === 0 ? "nothing is pinned" : `${messages(n)} pinned`),
      slow: (duration: string) => `slow mode with one message in ${duration}`,
      noSlow: "slow mode is off",
      write: {
        all: "everyone can write",
        known: "only people who wrote here before, members and staff can write",
        staff: "only staff can write",
      },
      files: {
        known: "only people who wrote here before and staff can send files",
        all: "everyone can send files",
        staff: "only staff can send files",
        none: "nobody can send files",
      },
      read: { all: "everyone can read", members: "only members and staff can read" },
      keep: (duration: string) => `messages are kept for ${duration}`,
      noKeep: "messages are kept without a time limit",
      previews: { on: "links have previews", off: "links have no previews" },
    },
    /** An act that this page does not know yet. */
    other: (by: string, act: string) => `${by}: ${act}`,
  },
};

export type StaffStrings = typeof strings;

export default strings;
