/** The sentences of parts that load on demand, in German. */
import { formatsOf } from "../formats.ts";
import type { OnDemandStrings } from "./en";

const { count, number } = formatsOf("de");

export default {
  announcedMessage: (name: string, text: string) => `${name}: ${text}`,
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
    noFiles: "Dateien kannst du hier noch nicht senden. Sende stattdessen einen Link zur Datei.",
    notKept: "Nicht gesendete Nachrichten bleiben auf diesem Gerät nicht erhalten: Dieser Browser speichert sie nicht.",
  },
  composerMode: {
    editing: "Du bearbeitest deine Nachricht",
    replyingTo: <T>(name: T) => ["Antwort auf ", name, ":"],
    leaveEditing: "Bearbeiten abbrechen",
    leaveReply: "Antwort abbrechen",
  },
  connectionBar: {
    offlineWith: (n: number) =>
      count(n, {
        one: "Offline. # Nachricht wird später gesendet.",
        other: "Offline. # Nachrichten werden später gesendet.",
      }),
    unreachable: "Edgewise ist nicht erreichbar. Prüfe deine Verbindung.",
    blocked: (n: number) =>
      `Dieses Netzwerk blockiert Live-Verbindungen (WebSockets). Neue Nachrichten werden alle 15 Sekunden geladen; ${n === 0 ? "was du schreibst, wartet" : count(n, { one: "# Nachricht von dir wartet", other: "# Nachrichten von dir warten" })}. Versuche es in einem anderen Netzwerk oder schalte VPN oder Proxy aus.`,
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
          "Eigene Nachricht löschen",
          "Löschen rückgängig machen",
          "Menü öffnen",
          "Zurück zum Textfeld",
        ],
      },
      { title: "Überall", actions: ["Anderen Kanal öffnen", "Diese Liste anzeigen"] },
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
    delete: "Löschen",
    copied: "Kopiert.",
    notCopied: "Dieser Browser erlaubt das Kopieren nicht.",
  },
  settings: {
    language: "Sprache",
    languageLater: "Du bist offline. Die Sprache ändert sich, sobald du wieder eine Seite öffnest.",
    theme: "Design",
    themes: { system: "System", light: "Hell", dark: "Dunkel" },
    notices: "Wenn du woanders bist",
    sounds: "Ton bei neuen Nachrichten",
    notifications: "Benachrichtigung bei Erwähnungen",
    notified: "So sehen Benachrichtigungen aus.",
    unable: "Dieser Browser kann keine Benachrichtigungen anzeigen.",
    blocked:
      "Dieser Browser blockiert Benachrichtigungen von dieser Website. Erlaube sie in seinen Einstellungen und schalte sie dann hier ein.",
    close: "Schließen",
  },
  toast: { undo: "Rückgängig", close: "Schließen" },
  unsentState: {
    online: "wird gesendet\u00a0…",
    offline: "wartet auf Verbindung",
    closed: "nicht gesendet: Die Verbindung wurde beendet. Die Nachricht bleibt hier erhalten",
    refused: (why: string) => `Nicht gesendet: ${why}`,
    waiting: (why: string) => `wartet: ${why}`,
  },
  waitState: { discard: "Verwerfen", edit: "Bearbeiten", retry: "Erneut versuchen" },
} satisfies OnDemandStrings;
