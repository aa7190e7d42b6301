/** The sentences that only staff see, in German. */
import { formatsOf } from "../formats.ts";
import { timesOf } from "../times.ts";
import type { StaffStrings } from "./en";

const { count, list, number } = formatsOf("de");

const messages = (n: number) => count(n, { one: "# Nachricht", other: "# Nachrichten" });

export default {
  times: timesOf("de"),
  panel: {
    open: "Kanal verwalten",
    reports: (n: number) => count(n, { one: "# offene Meldung", other: "# offene Meldungen" }),
    title: "Kanal verwalten",
    close: "Schließen",
    tabs: { settings: "Einstellungen", people: "Personen", sanctions: "Sperren", reports: "Meldungen", log: "Protokoll" },
    loading: "Wird geladen\u00a0…",
    retry: "Erneut versuchen",
  },
  roles: { member: "Mitglied", moderator: "Moderation", owner: "Inhaber:in" },
  settings: {
    save: "Speichern",
    discard: "Verwerfen",
    saved: "Gespeichert.",
    now: (value: string) => `Bisher: ${value}`,
    off: "Aus",
    on: "An",
    topic: {
      title: "Thema",
      placeholder: "Worum es in diesem Kanal geht",
      effect: "Alle lesen es oben im Kanal. Eine Zeile, Links sind möglich.",
      none: "keines",
    },
    slow: {
      title: "Langsamer Modus",
      effect: (duration: string) => `Jede Person kann in ${duration} nur eine Nachricht senden. Für das Team gilt das nicht.`,
      offEffect: "Niemand muss zwischen zwei Nachrichten warten.",
    },
    write: {
      title: "Wer schreiben darf",
      options: { all: "Alle", known: "Wer hier schon geschrieben hat", staff: "Nur das Team" },
      effects: {
        all: "Alle, die diesen Kanal öffnen, können schreiben.",
        known:
          "Schreiben kann, wer hier vor dem Speichern schon geschrieben hat, Mitglied ist oder zum Team gehört. Alle anderen lesen mit und erfahren das.",
        staff: "Nur das Team kann schreiben. Alle anderen lesen mit und erfahren das.",
      },
    },
    files: {
      title: "Wer Dateien senden darf",
      options: { known: "Wer hier schon geschrieben hat", all: "Alle", staff: "Nur das Team", none: "Niemand" },
      effects: {
        known: "Dateien senden kann, wer hier schon geschrieben hat oder zum Team gehört.",
        all: "Alle, die hier schreiben können, können Dateien senden.",
        staff: "Nur das Team kann Dateien senden.",
        none: "Niemand kann Dateien senden. Gesendete Dateien bleiben.",
      },
    },
    read: {
      title: "Wer lesen darf",
      options: { all: "Alle", members: "Nur Mitglieder und Team" },
      effects: {
        all: "Alle, die den Link haben, können diesen Kanal lesen.",
        members: (online: number) =>
          `Alle, die gerade online sind, werden Mitglieder (${number(online)}). Alle anderen sehen nichts von diesem Kanal, bis sie eine Einladung haben.`,
        isPrivate: "Nur Mitglieder und Team sehen etwas von diesem Kanal. Alle anderen brauchen eine Einladung.",
      },
    },
    keep: {
      title: "Wie lange Nachrichten bleiben",
      usual: "Ohne Zeitgrenze",
      usualEffect: (most: number) => `Die letzten ${number(most)} Nachrichten bleiben, egal wie alt sie sind.`,
      effect: (duration: string) =>
        `Nachrichten, die älter sind als ${duration}, werden für alle gelöscht. Sie lassen sich nicht wiederherstellen.`,
      save: "Speichern und ältere Nachrichten löschen",
      kept: (n: number, date: string) =>
        count(n, {
          one: `# Nachricht ist gespeichert, von ${date}.`,
          other: `# Nachrichten sind gespeichert, die älteste von ${date}.`,
        }),
      nothing: "Noch ist nichts gespeichert.",
    },
    previews: {
      title: "Vorschauen von Links",
      effects: {
        on: "Der erste Link einer Nachricht erscheint mit Titel und Bild, wenn diese Website Vorschauen hat.",
        off: "Links in neuen Nachrichten haben keine Vorschau.",
      },
    },
    pins: {
      title: "Angeheftete Nachrichten",
      none: "Nichts ist angeheftet. Über ihr Menü kannst du eine Nachricht anheften.",
      unpin: "Lösen",
      unpinOf: (text: string) => `Lösen: ${text}`,
    },
  },
  people: {
    staff: "Team",
    noStaff: "Dieser Kanal hat noch kein Team.",
    here: "Personen hier",
    nobody: "Sonst ist niemand hier.",
    you: "(du)",
    actionsFor: (name: string) => `Aktionen für ${name}`,
    make: { moderator: "In die Moderation aufnehmen", owner: "Den Kanal mit übertragen" },
    noRole: "Rolle entziehen",
    resign: "Eigene Rolle abgeben",
    noMember: "Mitgliedschaft beenden",
    given: {
      member: (name: string) => `${name} ist jetzt Mitglied.`,
      moderator: (name: string) => `${name} gehört jetzt zur Moderation.`,
      owner: (name: string) => `Der Kanal gehört jetzt auch ${name}.`,
      none: (name: string) => `${name} hat keine Rolle mehr.`,
    },
  },
  invitations: {
    title: "Per Link einladen",
    role: "Rolle",
    uses: "Anzahl der Personen",
    valid: "Gültig für",
    create: "Link erstellen",
    rights: {
      member: "Mitglieder können hier lesen und schreiben, auch wenn der Kanal privat oder eingeschränkt ist.",
      moderator: "Die Moderation kann auch Nachrichten entfernen, Personen stummschalten und sperren und das Thema ändern.",
      owner: "Wem der Kanal gehört, hat alle Rechte: kann ihn zum Beispiel privat machen und auch dir deine Rolle entziehen.",
    },
    link: "Der Link",
    copy: "Kopieren",
    copied: "Kopiert.",
    notCopied: "Nicht kopiert: Markiere den Link und kopiere ihn.",
    once: "Er ist nur jetzt zu sehen. Wer ihn hat, bekommt die Rolle: Sende ihn nur Personen, denen du vertraust.",
    made: "Einladungen, die du erstellt hast, seit diese Seite offen ist",
    invitation: {
      member: (uses: string, until: string) => `Mitglied, ${uses}, bis ${until}`,
      moderator: (uses: string, until: string) => `Moderation, ${uses}, bis ${until}`,
      owner: (uses: string, until: string) => `Inhaber:in, ${uses}, bis ${until}`,
    },
    usesOf: (n: number) => count(n, { one: "für # Person", other: "für # Personen" }),
    revoke: "Widerrufen",
    revoked: "Die Einladung gilt nicht mehr.",
  },
  sanctions: {
    muted: "Stummgeschaltet",
    banned: "Gesperrt",
    none: "Niemand ist stummgeschaltet oder gesperrt.",
    until: (when: string, by: string) => `bis ${when}, durch ${by}`,
    unmute: "Stummschaltung aufheben",
    unban: "Sperre aufheben",
  },
  reports: {
    none: "Es gibt keine offenen Meldungen.",
    notLoaded: "Die Nachricht ist auf dieser Seite nicht geladen.",
    from: (name: string, when: string) => `Gemeldet von ${name}, ${when}`,
    show: "Im Kanal anzeigen",
    remove: "Nachricht entfernen",
    resolve: "Erledigt",
    resolved: "Erledigt: Die Nachricht bleibt.",
  },
  log: {
    none: "Bisher hat hier niemand etwas getan, das im Protokoll steht.",
    more: "Mehr laden",
    restore: "Wiederherstellen",
    removedText: "Der entfernte Text, solange er sich wiederherstellen lässt:",
  },
  messageMenu: {
    remove: "Entfernen",
    restore: "Wiederherstellen",
    pin: "Anheften",
    unpin: "Lösen",
    mute: "Stummschalten\u00a0…",
    ban: "Sperren\u00a0…",
    purge: "Alles von dieser Person entfernen\u00a0…",
  },
  dialogs: {
    cancel: "Abbrechen",
    duration: "Wie lange",
    mute: {
      title: (name: string) => `${name} stummschalten?`,
      effect: (name: string, duration: string) =>
        `${name} kann für ${duration} nichts schreiben, bearbeiten, mit Emojis reagieren oder den Namen ändern. Lesen geht weiter, und die Seite sagt, bis wann das gilt.`,
      confirm: "Stummschalten",
    },
    ban: {
      title: (name: string) => `${name} sperren?`,
      effect: (name: string, duration: string) =>
        `${name} kann hier für ${duration} weder lesen noch schreiben. Offene Verbindungen werden getrennt.`,
      address: (duration: string) =>
        `Wer hier neu ist und von derselben Adresse kommt, kann für ${duration} nur lesen. Wer hier schon geschrieben hat, ist davon nicht betroffen.`,
      purge: "Außerdem Nachrichten entfernen, nicht älter als",
      purgeNothing: "Nichts entfernen",
      confirm: "Sperren",
    },
    purge: {
      title: (name: string) => `Nachrichten von ${name} entfernen?`,
      since: "Nachrichten, nicht älter als",
      effect: (name: string, duration: string, most: number) =>
        `Entfernt, was ${name} geschrieben hat, nicht älter als ${duration}: höchstens die letzten ${number(most)} Nachrichten. 24 Stunden lang kann das Team jede über ihr Menü wiederherstellen.`,
      confirm: "Entfernen",
    },
  },
  done: {
    removed: "Nachricht entfernt.",
    restored: "Nachricht wiederhergestellt.",
    pinned: "Nachricht angeheftet.",
    unpinned: "Nachricht gelöst.",
    muted: (name: string, duration: string) => `${name} ist für ${duration} stummgeschaltet.`,
    unmuted: (name: string) => `${name} ist nicht mehr stummgeschaltet.`,
    banned: (name: string, duration: string) => `${name} ist für ${duration} gesperrt.`,
    unbanned: (name: string) => `${name} ist nicht mehr gesperrt.`,
    purged: (name: string) => `Nachrichten von ${name} wurden entfernt.`,
    tooManyPins: (most: number) => `Höchstens ${number(most)} Nachrichten lassen sich anheften. Löse zuerst eine davon.`,
  },
  entries: {
    invite: {
      member: (by: string, uses: string, duration: string) =>
        `${by} hat eine Einladung für Mitglieder erstellt: ${uses}, gültig für ${duration}`,
      moderator: (by: string, uses: string, duration: string) =>
        `${by} hat eine Einladung in die Moderation erstellt: ${uses}, gültig für ${duration}`,
      owner: (by: string, uses: string, duration: string) =>
        `${by} hat eine Einladung für Inhaber:innen erstellt: ${uses}, gültig für ${duration}`,
    },
    revoke: (by: string) => `${by} hat eine Einladung widerrufen`,
    redeem: {
      member: (by: string) => `${by} ist durch eine Einladung Mitglied geworden`,
      moderator: (by: string) => `${by} gehört durch eine Einladung zur Moderation`,
      owner: (by: string) => `Der Kanal gehört durch eine Einladung jetzt auch ${by}`,
    },
    role: {
      member: (by: string, who: string) => `${by} hat ${who} zum Mitglied gemacht`,
      moderator: (by: string, who: string) => `${by} hat ${who} in die Moderation aufgenommen`,
      owner: (by: string, who: string) => `${by} hat den Kanal auch ${who} übertragen`,
      none: (by: string, who: string) => `${by} hat ${who} die Rolle entzogen`,
    },
    remove: (by: string, who: string) => `${by} hat eine Nachricht von ${who} entfernt`,
    restore: (by: string) => `${by} hat eine Nachricht wiederhergestellt`,
    purge: (by: string, who: string, n: number) => `${by} hat ${messages(n)} von ${who} entfernt`,
    mute: (by: string, who: string, duration: string) => `${by} hat ${who} für ${duration} stummgeschaltet`,
    unmute: (by: string, who: string) => `${by} hat die Stummschaltung von ${who} aufgehoben`,
    ban: (by: string, who: string, duration: string) => `${by} hat ${who} für ${duration} gesperrt`,
    unban: (by: string, who: string) => `${by} hat die Sperre von ${who} aufgehoben`,
    resolve: (by: string) => `${by} hat die Meldungen einer Nachricht erledigt`,
    set: (by: string, changes: Iterable<string>) => `${by} hat die Einstellungen geändert: ${list(changes)}`,
    changes: {
      topic: (topic: string) => `das Thema ist „${topic}“`,
      noTopic: "kein Thema",
      pins: (n: number) => (n === 0 ? "nichts ist angeheftet" : `${messages(n)} angeheftet`),
      slow: (duration: string) => `langsamer Modus mit einer Nachricht in ${duration}`,
      noSlow: "langsamer Modus aus",
      write: {
        all: "alle können schreiben",
        known: "nur wer hier schon geschrieben hat, Mitglieder und das Team können schreiben",
        staff: "nur das Team kann schreiben",
      },
      files: {
        known: "nur wer hier schon geschrieben hat und das Team können Dateien senden",
        all: "alle können Dateien senden",
        staff: "nur das Team kann Dateien senden",
        none: "niemand kann Dateien senden",
      },
      read: { all: "alle können lesen", members: "nur Mitglieder und Team können lesen" },
      keep: (duration: string) => `Nachrichten bleiben für ${duration}`,
      noKeep: "Nachrichten bleiben ohne Zeitgrenze",
      previews: { on: "Links haben Vorschauen", off: "Links haben keine Vorschauen" },
    },
    other: (by: string, act: string) => `${by}: ${act}`,
  },
} satisfies StaffStrings;
