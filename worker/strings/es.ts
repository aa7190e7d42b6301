/** The sentences of responses that are not pages, in Spanish. */
import type { WorkerStrings } from "./en";

export default {
  nothingHere: "No hay nada en esta dirección.",
  healthIsAt: "No hay nada en esta dirección. El estado del Worker está en /api/health.",
  notAName: "Ningún canal puede llamarse así.",
  readOnly: "Esta dirección se lee con GET.",
  onlyPost: "Esta dirección solo acepta POST.",
  onlySockets: "Esta dirección es para WebSocket. La página está en la misma ruta, sin /_ws.",
  otherSite: "Las páginas de otro sitio no pueden conectarse.",
  otherSiteCookies: "Las páginas de otro sitio no pueden guardar cookies.",
  otherSitePosts: "Las páginas de otro sitio no pueden hacer esto.",
  tooManyConnections: "Demasiadas conexiones desde esta dirección. Espera un minuto.",
  tooManyRequests: "Demasiadas solicitudes desde esta dirección. Espera un minuto.",
  tooLongShare: "El texto compartido es demasiado largo. Copia una parte y compártela.",
  badShare: "No se pudo leer lo compartido. Copia el texto en un canal.",
  tooManyQuestions: "Demasiadas consultas desde esta dirección. Espera un minuto.",
  badExport:
    "Una exportación necesita format=json, format=md o format=html. Si se indica from o to, debe ser una fecha como 2026-01-31 o 2026-01-31T12:30Z.",
  tooManyExports: "Se permiten dos exportaciones por minuto como máximo. Espera un minuto.",
  exportRuns: "Ya hay otra exportación de este canal en curso. Inténtalo de nuevo en unos segundos.",
  noIdentity: "En este momento no puede entrar nadie. Inténtalo de nuevo.",
  noCookie: "Un enlace es de la persona cuya cookie envía el navegador, y no ha enviado ninguna válida.",
  badHostKey: "Esta no es la clave del anfitrión de este sitio.",
  badLink: "Este enlace ya no sirve o está incompleto. Crea uno nuevo en el lugar de donde vino.",
  banned: (until: string) => `Tienes bloqueado el acceso a este canal (hasta: ${until}).`,
  membersOnly: "Este canal es privado. Pide una invitación a quien lo administra.",
  export: {
    cut: "Esta exportación no está completa. Iníciala de nuevo.",
    edited: "editado",
    deleted: "Se eliminó este mensaje.",
    removed: "El equipo retiró este mensaje.",
    owner: "Dueño/a",
    moderator: "Mod",
  },
  errorPage: {
    title: "Algo salió mal",
    heading: "No se pudo crear esta página",
    text: "Algo salió mal por nuestra parte y el error quedó registrado. Inténtalo de nuevo en un momento.",
    kept: "Lo que has escrito y aún no has enviado sigue guardado en este navegador.",
    retry: "Reintentar",
  },
} satisfies WorkerStrings;
