/** The sentences of a page's first load in Spanish. */
import { formatsOf } from "./formats.ts";
import type { Strings } from "./en";

const { count, list, number, size } = formatsOf("es");

export default {
  codeBlock: { copy: "Copiar", copied: "Copiado", failed: "No se pudo copiar: selecciona el texto y cópialo", plain: "texto" },
  errorPage: {
    title: "Algo salió mal en esta página",
    text: "Lo que has escrito y aún no has enviado sigue guardado en este navegador.",
    reload: "Recargar la página",
  },
  dayDivider: { today: "Hoy", yesterday: "Ayer" },
  messageList: {
    label: "Mensajes",
    unheard: "El canal aún no responde. Sus mensajes aparecerán en cuanto lo haga.",
  },
  messageRow: {
    deleted: "Se eliminó este mensaje.",
    removed: "El equipo retiró este mensaje.",
    edited: "(editado)",
    editedAt: (when: string) => `Editado: ${when}`,
    fresh: "Mensajes nuevos",
    showAll: "Mostrar todo",
    showLess: "Mostrar menos",
  },
  files: { gone: "ya no se conserva: el canal se quedó sin espacio.", size },
  quote: {
    deleted: "mensaje eliminado",
    before: "En respuesta a ",
    unknown: "un mensaje anterior",
  },
  composer: {
    label: (channel: string) => `Mensaje para ${channel}`,
    placeholder: "Escribe un mensaje",
    send: "Enviar",
    save: "Guardar",
    emoji: "Emojis",
    keys: "Atajos de teclado",
    noScript: "Puedes leer sin JavaScript. Para escribir, actívalo.",
  },
  reactions: {
    label: (emoji: string, n: number, who?: string) =>
      `${emoji} ${count(n, { one: "# persona", many: "# de personas", other: "# personas" })}${who ? `: ${who}` : ""}`,
    you: "Tú",
    who: (names: readonly string[], others: number) => list(others > 0 ? [...names, `${number(others)} más`] : names),
    add: "Añadir una reacción",
  },
  app: {
    name: "Edgewise",
    titleOf: (what: string) => `${what} · Edgewise`,
  },
  channelHead: {
    online: "en línea",
    whoIsHere: ": quién está aquí",
  },
  channelLink: {
    pin: (channel: string) => `Fijar ${channel}`,
    forget: (channel: string) => `Quitar ${channel} de la lista`,
  },
  connection: {
    online: "en línea",
    connecting: "Conectando…",
    offline: "Sin conexión. Reconectando…",
    closed: "El canal cerró esta conexión.",
    lag: (ms: number) => `Latencia: ${number(ms)}\u00a0ms`,
  },
  copyLink: {
    copy: "Copiar enlace",
    copyOf: (channel: string) => `Copiar el enlace de ${channel}`,
    copied: "Enlace copiado",
    failed: (link: string) => `No se pudo copiar. El enlace es: ${link}`,
  },
  emptyChannel: {
    title: "Aún no hay mensajes",
    lobby: "Escribe el primero: podrá leerlo cualquiera que abra esta página.",
    channel: "Escribe el primero y este canal será tuyo. O comparte el enlace: cualquiera que lo tenga puede leer y escribir.",
  },
  loadFailed: "No se pudo cargar esta parte de la página. Comprueba tu conexión y recarga la página.",
  nameBox: {
    label: "Tu nombre",
    hint: (most: number) => `De 1 a ${number(most)} caracteres`,
    change: (name: string) => `Cambiar nombre: ${name}`,
  },
  notFoundPage: {
    title: "Ese canal no existe",
    heading: "Este nombre no es válido",
    or: <T>(lobby: (word: string) => T) => ["O empieza en el ", lobby("lobby"), "."],
  },
  openChannel: {
    label: "Abrir otro canal",
    placeholder: "Abrir un canal…",
    rule: "El nombre de un canal tiene hasta 8 partes separadas por «/». Cada parte empieza con una letra o un número y solo puede contener letras, números, «-», «_» y «.». No se admiten nombres de archivos web, como «index.html».",
  },
  peopleList: {
    title: "Quién está aquí",
  },
  settings: {
    title: "Ajustes",
  },
  shell: {
    skip: "Saltar al canal",
    channels: "Canales",
    openDrawer: (unread: number) =>
      unread > 0
        ? `Canales, ${count(unread, { one: "# mensaje", many: "# de mensajes", other: "# mensajes" })} sin leer`
        : "Canales",
    home: "Edgewise: ir al lobby",
    close: "Cerrar",
  },
  welcome: {
    title: "Cada ruta es un canal",
    text: "Este es el lobby. Escribe abajo y quien esté aquí lo verá al instante. Sin registro.",
    elsewhere: "Para tener tu propio canal, escribe el nombre que quieras y comparte el enlace:",
    label: "Nombre del canal",
    open: "Abrir",
    dismiss: "Cerrar la bienvenida",
  },
} satisfies Strings;
