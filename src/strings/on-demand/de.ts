/** The sentences of parts that load on demand, in German. */

import { formatsOf } from "../formats.ts";
import { MAX_FILE_SIZE, MAX_FILES, MAX_KEYS, MAX_REPORT_REASON, MAX_STAFF, MAX_TOPIC } from "../limits.ts";
import { timesOf } from "../times.ts";
import type { OnDemandStrings } from "./en";

const { count, number, size } = formatsOf("de");
const { duration, moment } = timesOf("de");

export default {
  announcedMessage: (name: string, text: string) => `${name}: ${text}`,
  attachments: {
    choose: "Dateien anhängen",
    label: "Angehängte Dateien",
    remove: (name: string) => `${name} entfernen`,
    alt: (name: string) => `Beschreibung von ${name}`,
    describe: "Bild beschreiben (freiwillig)",
    preparing: "Die Dateien werden noch vorbereitet. Einen Moment.",
    refused: (name: string, why: string) => `${name}: ${why}`,
    unreadable: "Diese Datei ist nicht lesbar.",
    progress: "Hochladen",
  },
  channelInfo: {
    title: "Über diesen Kanal",
    open: (pins: number) =>
      pins === 0
        ? "Über diesen Kanal"
        : `Über diesen Kanal: ${count(pins, { one: "# angeheftete Nachricht", other: "# angeheftete Nachrichten" })}`,
    pins: "Angeheftete Nachrichten",
    private: "Privat: Nur Mitglieder und das Team können diesen Kanal lesen.",
    known: "Nur wer hier schon früher geschrieben hat, Mitglieder und das Team können schreiben.",
    staff: "Nur das Team kann schreiben.",
    slow: (seconds: number) => `Langsamer Modus: eine Nachricht pro Person, Abstand: ${duration(seconds)}.`,
    keep: (seconds: number) => `Nachrichten werden gelöscht, Frist: ${duration(seconds)}.`,
  },
  completions: { emoji: "Emojis", people: "Personen" },
  composerNotes: {
    count: (units: number, most: number) => `${number(units)} von ${number(most)} Zeichen`,
    label: "Zu langer Text",
    decide: "Entscheide zuerst, was mit dem Text geschehen soll, der nicht mehr hineinpasst.",
    tooLong: (rest: number, all: number) =>
      count(rest, {
        one: `# von ${number(all)} Zeichen passt nicht in eine Nachricht.`,
        other: `# von ${number(all)} Zeichen passen nicht in eine Nachricht.`,
      }),
    sendParts: (n: number) => `In ${number(n)} Teilen senden`,
    keep: "Rest weglassen",
    cancel: "Abbrechen",
    notPasted: (units: number) =>
      count(units, {
        one: "# Zeichen am Ende passt nicht mehr hinein und wurde nicht eingefügt.",
        other: "Die letzten # Zeichen passen nicht mehr hinein und wurden nicht eingefügt.",
      }),
    notKept: "Nicht gesendete Nachrichten bleiben auf diesem Gerät nicht erhalten: Dieser Browser speichert sie nicht.",
  },
  composerMode: {
    editing: "Du bearbeitest deine Nachricht",
    replyingTo: <T>(name: T) => ["Antwort auf ", name, ":"],
    leaveEditing: "Bearbeiten abbrechen",
    leaveReply: "Antwort abbrechen",
  },
  connectionBar: {
    tooManyPeers: "Dieser Kanal ist zu oft geöffnet. Schließe einen der anderen Tabs und lade die Seite dann neu.",
    offlineWith: (n: number) =>
      count(n, {
        one: "Offline. # Nachricht wird später gesendet.",
        other: "Offline. # Nachrichten werden später gesendet.",
      }),
    offlineSince: (at: number) => `Du bist offline. Letzte Aktualisierung: ${moment(at)}.`,
    unreachable: "Edgewise ist nicht erreichbar. Prüfe deine Verbindung.",
    blocked: (n: number) =>
      `Dieses Netzwerk blockiert Live-Verbindungen (WebSockets). Neue Nachrichten werden alle 15 Sekunden geladen; ${n === 0 ? "was du schreibst, wartet" : count(n, { one: "# Nachricht von dir wartet", other: "# Nachrichten von dir warten" })}. Versuche es in einem anderen Netzwerk oder schalte VPN oder Proxy aus.`,
    crowded:
      "Zu viele Verbindungen von dieser Internetadresse, etwa der eines Büros oder einer Schule. Ein neuer Versuch folgt innerhalb einer Minute.",
    signIn: "Dieses Netzwerk oder diese Website verlangt zuerst eine Anmeldung. Lade dazu die Seite neu.",
    tryNow: "Jetzt versuchen",
    back: "Wieder online",
    updated: "Edgewise wurde aktualisiert.",
    reload: "Neu laden",
  },
  cookieNotice: {
    text: "Dieser Browser lehnt Cookies ab: Sobald du diese Seite verlässt, bist du hier jemand Neues.",
    close: "Schließen",
  },
  emojiPicker: {
    label: "Emoji auswählen",
    search: "Emojis suchen",
    none: "Kein Emoji gefunden.",
    recent: "Zuletzt verwendet",
    groups: ["Smileys", "Personen", "Natur", "Essen", "Reisen", "Aktivitäten", "Objekte", "Symbole", "Flaggen"],
  },
  identityLinks: {
    title: "Deine Identität",
    again: "Neuen erstellen",
    once: "Dieser Link wird nirgends gespeichert. Kopiere ihn jetzt.",
    device: {
      text: "Nutze Edgewise auf einem anderen Gerät als dieselbe Person. Dieser Link gilt einmal und 10 Minuten lang. Wer ihn öffnet, ist du. Deine Geräte teilen dann deine Kanalliste und was du gelesen hast, verschlüsselt mit einem Schlüssel, den nur sie haben.",
      label: "Link für ein anderes Gerät",
      make: "Gerätelink erstellen",
      stop: "Meine Liste von diesem Gerät nicht mehr teilen",
      stopped: "Dieses Gerät teilt deine Kanalliste nicht mehr. Deine anderen Geräte tun das weiterhin.",
    },
    recovery: {
      text: "Wenn dieser Browser seine Cookies verliert, macht dich ein Wiederherstellungslink wieder zur selben Person. Bewahre ihn dort auf, wo ihn sonst niemand findet. Ein neuer ersetzt den alten.",
      label: "Wiederherstellungslink",
      make: "Wiederherstellungslink erstellen",
    },
  },
  keyMap: {
    title: "Tastenkürzel",
    close: "Schließen",
    groups: [
      {
        title: "Schreiben",
        actions: [
          "Senden",
          "Senden, auch auf Touchscreens",
          "Neue Zeile",
          "Im leeren Textfeld: letzte eigene Nachricht bearbeiten",
          "Bearbeiten oder Antwort abbrechen, Liste schließen",
          "Jemanden erwähnen",
          "Emoji: zwei Buchstaben des Namens eingeben",
        ],
      },
      {
        title: "Nachrichten",
        actions: [
          "Zur vorherigen oder nächsten Nachricht",
          "Antworten",
          "Reagieren",
          "Eigene Nachricht bearbeiten",
          "Text kopieren",
          "Link kopieren",
          "Eigene Nachricht löschen",
          "Löschen rückgängig machen",
          "Menü öffnen",
          "Zurück zum Textfeld",
        ],
      },
      { title: "Überall", actions: ["Anderen Kanal öffnen", "Diesen Kanal durchsuchen", "Diese Liste anzeigen"] },
    ],
    keys: { ctrl: "Strg", shift: "Umschalt", enter: "Eingabe", esc: "Esc", delete: "Entf", backspace: "Rücktaste" },
  },
  messageActions: {
    label: "Aktionen für diese Nachricht",
    react: "Reagieren",
    reactWith: (emoji: string) => `Mit ${emoji} reagieren`,
    reply: "Antworten",
    edit: "Bearbeiten",
    more: "Mehr",
    copy: "Text kopieren",
    link: "Link kopieren",
    delete: "Löschen",
    copied: "Kopiert.",
    notCopied: "Dieser Browser erlaubt das Kopieren nicht.",
    report: "Melden\u00a0…",
  },
  openedLink: {
    device: {
      title: "Als dieselbe Person weitermachen",
      done: "Fertig: In diesem Browser bist du jetzt die Person, die den Link erstellt hat.",
      refused:
        "Dieser Link gilt nicht mehr: Er wurde schon benutzt, ist zu alt, wurde durch einen neueren ersetzt oder ist unvollständig. Erstelle einen neuen.",
    },
    host: {
      title: "Betreiber dieser Website",
      done: "In diesem Browser betreibst du jetzt diese Website, 30 Tage lang. In jedem Kanal hast du die Rechte einer Eigentümerin oder eines Eigentümers.",
      refused: "Das ist nicht der Betreiberschlüssel dieser Website. „npm run host“ erstellt einen neuen.",
    },
    asking:
      "In diesem Browser bist du bisher jemand anderes. Wenn du weitermachst, bleiben deine Nachrichten, aber du kannst sie von hier aus nicht mehr bearbeiten oder löschen. Um zurückkehren zu können, erstelle vorher in den Einstellungen einen Wiederherstellungslink.",
    working: "Einen Moment…",
    busy: "Das wurde von dieser Internetadresse zu oft versucht. Warte eine Minute und versuche es dann noch einmal.",
    failed: "Das hat nicht geklappt. Prüfe deine Verbindung und versuche es dann noch einmal.",
    goOn: "Weiter",
    tryAgain: "Erneut versuchen",
    cancel: "Abbrechen",
    close: "Schließen",
  },
  notices: {
    writable: "Du kannst hier wieder schreiben.",
    owner: (channel: string) => `${channel} gehört jetzt auch dir: Du kannst den Kanal verwalten.`,
    moderator: (channel: string) => `Du moderierst jetzt ${channel}.`,
    member: (channel: string) => `Du bist jetzt Mitglied von ${channel}.`,
    noRole: (channel: string) => `Du gehörst nicht mehr zum Team von ${channel}.`,
    private: "Dieser Kanal ist jetzt privat: Nur Mitglieder und das Team können ihn lesen. Du gehörst dazu.",
    recovery: "Dieser Kanal gehört jetzt dir. Wenn dieser Browser dich vergisst, bringt dich ein Wiederherstellungslink zurück.",
    makeLink: "Wiederherstellungslink erstellen",
    later: "Nicht jetzt",
  },
  push: {
    title: (channel: string) => `Wenn diese Seite geschlossen ist, über ${channel} benachrichtigen`,
    mentions: "Bei Erwähnungen und Antworten",
    all: "Bei jeder Nachricht",
    nothing: "Nie",
    homeScreen:
      "Füge Edgewise auf einem iPhone oder iPad zuerst zum Home-Bildschirm hinzu: Tippe auf „Teilen“, dann auf „Zum Home-Bildschirm“. Öffne Edgewise von dort und schalte dies ein.",
  },
  readOnly: {
    countdown: (left: string) => `Langsamer Modus: Du kannst in ${left} wieder schreiben.`,
  },
  refused: {
    over: "Du kannst diesen Kanal wieder lesen.",
    retry: "Erneut versuchen",
    kept: "Was du geschrieben und nicht gesendet hast, bleibt auf dieser Seite erhalten.",
    redeeming: "Deine Einladung wird geprüft\u00a0…",
  },
  reasons: {
    muted: (until: number) => `Du bist hier stummgeschaltet (bis ${moment(until)}). Bis dahin kannst du mitlesen.`,
    banned: (until: number) => `Du bist in diesem Kanal gesperrt (bis ${moment(until)}).`,
    banned_address: (until: number) =>
      `Jemand mit deiner Internetadresse ist hier gesperrt. Wer hier neu ist, kann mitlesen, aber noch nicht schreiben (bis ${moment(until)}).`,
    known_only:
      "Hier können gerade nur Mitglieder, das Team und alle schreiben, die das schon früher getan haben. Bitte das Team um eine Einladung.",
    staff_only: "Hier kann gerade nur das Team schreiben. Du kannst mitlesen.",
    members_only: "Dieser Kanal ist privat. Bitte die Person, der er gehört, um eine Einladung.",
    slow_mode: "Hier gilt der langsame Modus. Gleich kann wieder gesendet werden.",
    newcomer: "Du bist neu hier, deshalb gehen deine ersten Nachrichten langsam. Gleich kann wieder gesendet werden.",
    busy_address: "Von deiner Internetadresse wird gerade viel geschrieben. Gleich kann wieder gesendet werden.",
    full_day: (until: number) =>
      `Von deiner Internetadresse wurde heute sehr viel geschrieben. Die nächste Nachricht geht später (ab ${moment(until)}).`,
    much_reporting: "So viele Nachrichten kann man in einer Stunde nicht melden. Versuche es später noch einmal.",
    bad_key: "Diese Einladung gilt nicht mehr: Sie wurde verwendet, beendet oder ist abgelaufen. Bitte um eine neue.",
    not_staff: "Das kann nur das Team dieses Kanals.",
    not_owner: "Das können nur Personen, denen dieser Kanal gehört.",
    yourself: "Das geht nicht mit dir selbst.",
    is_staff: "Diese Person gehört zum Team. Entferne zuerst ihre Rolle.",
    last_owner: "Ein Kanal muss jemandem gehören. Übertrage ihn zuerst jemand anderem.",
    too_many_staff: `Das Team eines Kanals hat höchstens ${number(MAX_STAFF)} Personen.`,
    too_many_keys: `Ein Kanal hat höchstens ${number(MAX_KEYS)} offene Einladungen. Beende zuerst eine.`,
    no_such_user: "Dieser Kanal kennt diese Person nicht.",
    no_such_key: "Diese Einladung gibt es nicht mehr.",
    not_restorable: "Diese Nachricht kann nicht mehr wiederhergestellt werden.",
    long_topic: `Ein Thema ist eine Zeile mit höchstens ${number(MAX_TOPIC)} Zeichen.`,
    long_reason: `Ein Grund hat höchstens ${number(MAX_REPORT_REASON)} Zeichen.`,
    bad_file: "Diese Datei wurde nicht richtig gesendet. Versuche es noch einmal.",
    bad_files: `Eine Nachricht hat höchstens ${number(MAX_FILES)} Dateien.`,
    bad_picture: "Dieses Bild ist nicht lesbar oder zu groß.",
    cut_file: "Die Datei ist nicht ganz angekommen. Versuche es noch einmal.",
    empty_file: "Die Datei ist leer.",
    large_file: `Eine Datei hat höchstens ${size(MAX_FILE_SIZE)}.`,
    no_files: "Hier kann niemand Dateien senden.",
    files_for_known: "Hier können nur das Team und alle, die schon geschrieben haben, Dateien senden. Schreibe zuerst etwas.",
    files_for_staff: "Hier kann nur das Team Dateien senden.",
    other_file: "Diese Datei gehört zu einer anderen Nachricht oder jemand anderem.",
    no_such_file: "Diese Datei ist nicht mehr da. Versuche es noch einmal.",
    many_files: "Das waren viele Dateien auf einmal. Gleich geht es weiter.",
    busy_files: "Hier werden gerade viele Dateien gesendet. Gleich geht es weiter.",
    full_day_of_files: (until: number) =>
      `Von deiner Internetadresse wurden heute sehr viele Dateien gesendet. Die nächste geht später (ab ${moment(until)}).`,
    no_answer: "Es kam keine Antwort. Prüfe deine Verbindung und versuche es noch einmal.",
  },
  report: {
    title: "Diese Nachricht melden",
    text: "Das Team dieses Kanals sieht die Nachricht, deinen Namen und deinen Grund.",
    reason: "Grund (freiwillig)",
    send: "Melden",
    cancel: "Abbrechen",
    done: "Dem Team gemeldet.",
  },
  roles: { owner: "Inhaber:in", moderator: "Mod" },
  editState: {
    online: "wird gespeichert\u00a0…",
    offline: "die Änderung wartet auf Verbindung",
    closed: "nicht gespeichert: Die Verbindung wurde beendet. Die Änderung bleibt hier erhalten",
  },
  jump: {
    gone: "Diese Nachricht gibt es nicht mehr.",
  },
  jumpToLatest: {
    label: (n: number) =>
      n === 0 ? "Zur neuesten Nachricht" : count(n, { one: "# neue Nachricht", other: "# neue Nachrichten" }),
  },
  onlinePeople: {
    you: "(du)",
    others: (n: number) =>
      count(n, {
        one: "und # weitere Verbindung, andere Tabs mitgezählt",
        other: "und # weitere Verbindungen, andere Tabs mitgezählt",
      }),
  },
  search: {
    title: "Diesen Kanal durchsuchen",
    close: "Schließen",
    words: "Gesuchte Wörter",
    people: "Geschrieben von",
    everyone: "Allen",
    submit: "Suchen",
    hint: (key: string) =>
      `Anführungszeichen finden Wörter in dieser Reihenfolge. Noch einmal ${key} öffnet die Suche des Browsers, die nur Geladenes findet.`,
    /** `more`: whether there are older ones, too. */
    found: (n: number, more: boolean) =>
      n === 0
        ? "Nichts gefunden."
        : count(
            n,
            more
              ? { one: "Die neuesten # Nachrichten", other: "Die neuesten # Nachrichten" }
              : { one: "# Nachricht", other: "# Nachrichten" },
          ),
    more: "Ältere anzeigen",
    date: "Zu einem Datum springen",
    incomplete: "Ältere Nachrichten werden noch für die Suche vorbereitet.",
    again: "Noch einmal suchen",
    visited: {
      title: "Deine Kanäle durchsuchen",
      found: (n: number) => count(n, { one: "In # Kanal gefunden.", other: "In # Kanälen gefunden." }),
      rest: (n: number) => count(n, { one: "Noch # Kanal durchsuchen", other: "Noch # Kanäle durchsuchen" }),
    },
  },
  olderMessages: {
    loading: "Ältere Nachrichten werden geladen\u00a0…",
    offline: "Du bist offline. Ältere Nachrichten werden geladen, sobald du wieder online bist.",
    skipped: "Ältere Nachrichten wurden übersprungen:",
    load: "Laden",
  },
  refusals: {
    empty: "Die Nachricht ist leer.",
    too_long: (most: number) => `Eine Nachricht darf höchstens ${number(most)} Zeichen haben. Sende sie in mehreren Teilen.`,
    empty_name: "Ein Name braucht mindestens ein sichtbares Zeichen.",
    long_name: (most: number) => `Ein Name darf höchstens ${number(most)} Zeichen haben.`,
    too_many_reactions: "Diese Nachricht hat schon die Höchstzahl an Reaktionen.",
    rate_limited: "Das war viel auf einmal. In einem Moment geht es wieder.",
    forbidden: "Eine Nachricht kann nur ändern, wer sie geschrieben hat.",
    not_found: "Diese Nachricht gibt es nicht mehr.",
    storage: "Das konnte nicht gespeichert werden. Versuche es noch einmal.",
  },
  typingIndicator: {
    one: <T>(name: T) => [name, " schreibt\u00a0…"],
    two: <T>(name: T, other: T) => [name, " und ", other, " schreiben\u00a0…"],
    many: <T>(name: T, others: number) => [name, ` und ${number(others)} weitere schreiben\u00a0…`],
  },
  changeState: {
    refused: (why: string) => `Nicht geändert: ${why}`,
  },
  exportLinks: {
    title: "Den Verlauf mitnehmen",
    html: "Webseite",
    md: "Text",
    json: "Daten (JSON)",
  },
  settings: {
    language: "Sprache",
    languageLater: "Du bist offline. Die Sprache ändert sich, sobald du wieder eine Seite öffnest.",
    theme: "Design",
    themes: { system: "System", light: "Hell", dark: "Dunkel" },
    previews: "Vorschauen von Links zeigen",
    notices: "Wenn du woanders bist",
    sounds: "Ton bei neuen Nachrichten",
    notifications: "Benachrichtigung bei Erwähnungen",
    notified: "So sehen Benachrichtigungen aus.",
    unable: "Dieser Browser kann keine Benachrichtigungen anzeigen.",
    blocked:
      "Dieser Browser blockiert Benachrichtigungen von dieser Website. Erlaube sie in seinen Einstellungen und schalte sie dann hier ein.",
    close: "Schließen",
  },
  keptPages: {
    notKept: "Du bist offline, und dieser Kanal ist auf diesem Gerät nicht gespeichert.",
    kept: "Diese Kanäle sind gespeichert:",
  },
  share: {
    title: "In welchen Kanal möchtest du das schreiben?",
    cut: (most: number) => `Der Text war zu lang: Das sind seine ersten ${number(most)} Zeichen.`,
    noFiles: "Die Dateien konnten nicht übernommen werden. Hänge sie im Kanal an.",
    cancel: "Abbrechen",
  },
  toast: { deleted: "Nachricht gelöscht.", undo: "Rückgängig", close: "Schließen" },
  unread: {
    markAll: "Alle als gelesen markieren",
    /** After the number of unread messages. */
    words: (mentions: number) =>
      mentions > 0 ? `ungelesen, ${count(mentions, { one: "# erwähnt dich", other: "# erwähnen dich" })}` : "ungelesen",
  },
  unsentState: {
    uploading: "wird hochgeladen\u00a0…",
    online: "wird gesendet\u00a0…",
    offline: "wartet auf Verbindung",
    closed: "nicht gesendet: Die Verbindung wurde beendet. Die Nachricht bleibt hier erhalten",
    refused: (why: string) => `Nicht gesendet: ${why}`,
    waiting: (why: string) => `wartet: ${why}`,
  },
  viewer: {
    title: "Bild",
    close: "Schließen",
    previous: "Vorheriges Bild",
    next: "Nächstes Bild",
    download: "Herunterladen",
    place: (n: number, all: number) => `${number(n)} von ${number(all)}`,
  },
  voice: {
    record: "Sprachnachricht aufnehmen",
    attach: "Anhängen",
    cancel: "Abbrechen",
    refused:
      "Das Mikrofon kann nicht verwendet werden. Erlaube es in den Einstellungen des Browsers und versuche es noch einmal.",
    name: "Sprachnachricht",
    recording: "Aufnahme",
  },
  waitState: { discard: "Verwerfen", edit: "Bearbeiten", retry: "Erneut versuchen" },
} satisfies OnDemandStrings;
