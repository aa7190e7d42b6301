/** The sentences of responses that are not pages, in German. */
import type { WorkerStrings } from "./en";

export default {
  nothingHere: "Unter dieser Adresse gibt es nichts.",
  healthIsAt: "Unter dieser Adresse gibt es nichts. Der Zustand des Workers steht unter /api/health.",
  notAName: "So kann kein Kanal heißen.",
  readOnly: "Diese Adresse wird mit GET abgerufen.",
  onlyPost: "Diese Adresse nimmt nur POST an.",
  onlySockets: "Diese Adresse ist für WebSockets. Die Seite liegt unter demselben Pfad ohne /_ws.",
  otherSite: "Seiten anderer Websites dürfen sich nicht verbinden.",
  otherSiteCookies: "Seiten anderer Websites dürfen keine Cookies setzen.",
  otherSitePosts: "Seiten anderer Websites dürfen das nicht.",
  tooManyConnections: "Zu viele Verbindungen von dieser Adresse. Warte eine Minute.",
  tooManyRequests: "Zu viele Anfragen von dieser Adresse. Warte eine Minute.",
  tooLongShare: "Der geteilte Text ist zu lang. Kopiere einen Teil davon und teile diesen.",
  badShare: "Der geteilte Inhalt konnte nicht gelesen werden. Kopiere den Text stattdessen in einen Kanal.",
  tooManyQuestions: "Zu viele Abfragen von dieser Adresse. Warte eine Minute.",
  badExport:
    "Ein Export braucht format=json, format=md oder format=html. Falls from oder to angegeben ist, ist es ein Datum wie 2026-01-31 oder 2026-01-31T12:30Z.",
  tooManyExports: "Mehr als zwei Exporte pro Minute sind nicht möglich. Warte eine Minute.",
  exportRuns: "Dieser Kanal wird gerade schon exportiert. Versuche es in einigen Sekunden noch einmal.",
  noIdentity: "Zurzeit ist kein Zugang möglich. Versuche es gleich noch einmal.",
  noCookie: "Ein Link gehört zu der Person, deren Cookie der Browser sendet, und er hat kein gültiges gesendet.",
  badHostKey: "Das ist nicht der Schlüssel des Betreibers dieser Website.",
  badLink: "Dieser Link gilt nicht mehr oder ist unvollständig. Erstelle dort, wo er herkommt, einen neuen.",
  banned: (until: string) => `Du bist in diesem Kanal gesperrt (bis ${until}).`,
  membersOnly: "Dieser Kanal ist privat. Bitte die Person, der er gehört, um eine Einladung.",
  export: {
    cut: "Dieser Export ist nicht vollständig. Starte ihn noch einmal.",
    edited: "bearbeitet",
    deleted: "Diese Nachricht wurde gelöscht.",
    removed: "Diese Nachricht wurde vom Team entfernt.",
    owner: "Inhaber:in",
    moderator: "Mod",
  },
  errorPage: {
    title: "Etwas ist schiefgelaufen",
    heading: "Diese Seite konnte nicht erstellt werden",
    text: "Bei uns ist etwas schiefgelaufen, und der Fehler wurde festgehalten. Versuche es bitte gleich noch einmal.",
    kept: "Was du geschrieben und noch nicht gesendet hast, bleibt in diesem Browser gespeichert.",
    retry: "Erneut versuchen",
  },
} satisfies WorkerStrings;
