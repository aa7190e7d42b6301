/** The sentences of a page's first load in German. */
import { formatsOf } from "./formats.ts";
import type { Strings } from "./en";

const { count, list, number, size } = formatsOf("de");

export default {
  codeBlock: { copy: "Kopieren", copied: "Kopiert", failed: "Nicht kopiert: Markiere den Text und kopiere ihn", plain: "Text" },
  errorPage: {
    title: "Auf dieser Seite ist etwas schiefgelaufen",
    text: "Was du geschrieben und noch nicht gesendet hast, bleibt in diesem Browser gespeichert.",
    reload: "Seite neu laden",
  },
  dayDivider: { today: "Heute", yesterday: "Gestern" },
  messageList: {
    label: "Nachrichten",
    unheard: "Der Kanal antwortet noch nicht. Sobald er es tut, erscheinen hier seine Nachrichten.",
  },
  messageRow: {
    deleted: "Diese Nachricht wurde gelöscht.",
    removed: "Diese Nachricht wurde vom Team entfernt.",
    edited: "(bearbeitet)",
    editedAt: (when: string) => `Bearbeitet: ${when}`,
    fresh: "Neue Nachrichten",
    showAll: "Alles anzeigen",
    showLess: "Weniger anzeigen",
  },
  files: { gone: "ist nicht mehr da: Im Kanal war kein Platz mehr dafür.", size },
  quote: {
    deleted: "gelöschte Nachricht",
    before: "Antwort auf ",
    unknown: "eine frühere Nachricht",
  },
  composer: {
    label: (channel: string) => `Nachricht an ${channel}`,
    placeholder: "Nachricht schreiben",
    send: "Senden",
    save: "Speichern",
    emoji: "Emojis",
    keys: "Tastenkürzel",
    noScript: "Lesen kannst du auch ohne JavaScript. Zum Schreiben schalte es ein.",
  },
  reactions: {
    label: (emoji: string, n: number, who?: string) =>
      `${emoji} ${count(n, { one: "# Person", other: "# Personen" })}${who ? `: ${who}` : ""}`,
    you: "Du",
    who: (names: readonly string[], others: number) =>
      list(others > 0 ? [...names, count(others, { one: "# weitere Person", other: "# weitere Personen" })] : names),
    add: "Reaktion hinzufügen",
  },
  app: {
    name: "Edgewise",
    titleOf: (what: string) => `${what} · Edgewise`,
  },
  channelHead: {
    online: "online",
    whoIsHere: ": anzeigen, wer gerade hier ist",
  },
  channelLink: {
    pin: (channel: string) => `${channel} anpinnen`,
    forget: (channel: string) => `${channel} aus der Liste entfernen`,
  },
  connection: {
    online: "online",
    connecting: "Verbindung wird hergestellt\u00a0…",
    offline: "Offline. Verbindung wird wiederhergestellt\u00a0…",
    closed: "Der Kanal hat diese Verbindung beendet.",
    lag: (ms: number) => `Antwortzeit: ${number(ms)}\u00a0ms`,
  },
  copyLink: {
    copy: "Link kopieren",
    copyOf: (channel: string) => `Link zu ${channel} kopieren`,
    copied: "Link kopiert",
    failed: (link: string) => `Nicht kopiert. Der Link lautet: ${link}`,
  },
  emptyChannel: {
    title: "Noch keine Nachrichten",
    lobby: "Schreib die erste: Alle, die diese Seite öffnen, können sie lesen.",
    channel:
      "Schreib die erste, dann gehört dieser Kanal dir. Oder teile den Link: Alle, die ihn haben, können mitlesen und schreiben.",
  },
  loadFailed: "Dieser Teil der Seite konnte nicht geladen werden. Prüfe deine Verbindung und lade die Seite dann neu.",
  nameBox: {
    label: "Dein Name",
    hint: (most: number) => `1 bis ${number(most)} Zeichen`,
    change: (name: string) => `Namen ändern: ${name}`,
  },
  notFoundPage: {
    title: "Diesen Kanal gibt es nicht",
    heading: "Das ist kein Kanalname",
    or: <T>(lobby: (word: string) => T) => ["Oder beginne in der ", lobby("Lobby"), "."],
  },
  openChannel: {
    label: "Anderen Kanal öffnen",
    placeholder: "Kanal öffnen\u00a0…",
    rule: "Ein Kanalname hat bis zu 8 Teile, getrennt durch „/“. Jeder Teil beginnt mit einem Buchstaben oder einer Ziffer und besteht aus Buchstaben, Ziffern, „-“, „_“ und „.“. Namen von Webdateien wie „index.html“ sind nicht möglich.",
  },
  peopleList: {
    title: "Gerade hier",
  },
  settings: {
    title: "Einstellungen",
  },
  shell: {
    skip: "Zum Kanal springen",
    channels: "Kanäle",
    openDrawer: (unread: number) => (unread > 0 ? `Kanäle, ${number(unread)} ungelesen` : "Kanäle"),
    home: "Edgewise: zur Lobby",
    close: "Schließen",
  },
  welcome: {
    title: "Jeder Pfad ist ein Kanal",
    text: "Das hier ist die Lobby. Schreib unten los: Alle hier sehen deine Nachricht sofort. Ohne Registrierung.",
    elsewhere: "Für einen eigenen Kanal gib einen beliebigen Namen ein und teile den Link:",
    label: "Kanalname",
    open: "Öffnen",
    dismiss: "Begrüßung schließen",
  },
} satisfies Strings;
