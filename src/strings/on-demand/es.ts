/** The sentences of parts that load on demand, in Spanish. */

import { formatsOf } from "../formats.ts";
import { MAX_FILE_SIZE, MAX_FILES, MAX_KEYS, MAX_REPORT_REASON, MAX_STAFF, MAX_TOPIC } from "../limits.ts";
import { timesOf } from "../times.ts";
import type { OnDemandStrings } from "./en";

const { count, number, size } = formatsOf("es");
const { duration, moment } = timesOf("es");

const messagesWait = (n: number) =>
  count(n, { one: "# mensaje está en espera", many: "# de mensajes están en espera", other: "# mensajes están en espera" });

export default {
  announcedMessage: (name: string, text: string) => `${name}: ${text}`,
  attachments: {
    choose: "Adjuntar archivos",
    label: "Archivos adjuntos",
    remove: (name: string) => `Quitar ${name}`,
    alt: (name: string) => `Descripción de ${name}`,
    describe: "Describe la imagen (opcional)",
    preparing: "Los archivos aún se están preparando. Un momento.",
    refused: (name: string, why: string) => `${name}: ${why}`,
    unreadable: "Este archivo no se puede leer.",
    progress: "Subida",
  },
  channelInfo: {
    title: "Acerca de este canal",
    open: (pins: number) =>
      pins === 0
        ? "Acerca de este canal"
        : `Acerca de este canal: ${count(pins, { one: "# mensaje fijado", many: "# de mensajes fijados", other: "# mensajes fijados" })}`,
    pins: "Mensajes fijados",
    private: "Privado: solo los miembros y el equipo pueden leer este canal.",
    known: "Solo pueden escribir quienes ya habían escrito aquí, los miembros y el equipo.",
    staff: "Solo puede escribir el equipo.",
    slow: (seconds: number) => `Modo lento: cada persona puede escribir un mensaje cada ${duration(seconds)}.`,
    keep: (seconds: number) => `Los mensajes se eliminan a los ${duration(seconds)}.`,
  },
  completions: { emoji: "Emojis", people: "Personas" },
  composerNotes: {
    count: (units: number, most: number) => `${number(units)} de ${number(most)} caracteres`,
    label: "Texto demasiado largo",
    decide: "Decide primero qué hacer con el texto que no cabe.",
    tooLong: (rest: number, all: number) =>
      count(rest, {
        one: `# de ${number(all)} caracteres no cabe en un mensaje.`,
        many: `# de ${number(all)} caracteres no caben en un mensaje.`,
        other: `# de ${number(all)} caracteres no caben en un mensaje.`,
      }),
    sendParts: (n: number) => `Enviar en ${number(n)} partes`,
    keep: "Conservar lo que cabe",
    cancel: "Cancelar",
    notPasted: (units: number) =>
      count(units, {
        one: "El último carácter no cabe y no se insertó.",
        many: "El último # de caracteres no cabe y no se insertó.",
        other: "Los últimos # caracteres no caben y no se insertaron.",
      }),
    notKept: "Los mensajes que no se puedan enviar no se guardan en este dispositivo: este navegador no lo permite.",
  },
  composerMode: {
    editing: "Editando tu mensaje",
    replyingTo: <T>(name: T) => ["Respondiendo a ", name, ":"],
    leaveEditing: "Cancelar la edición",
    leaveReply: "Cancelar la respuesta",
  },
  connectionBar: {
    tooManyPeers: "Tienes este canal abierto demasiadas veces. Cierra alguna de las otras pestañas y recarga la página.",
    offlineWith: (n: number) =>
      count(n, {
        one: "Sin conexión. # mensaje se enviará al reconectar.",
        many: "Sin conexión. # de mensajes se enviarán al reconectar.",
        other: "Sin conexión. # mensajes se enviarán al reconectar.",
      }),
    offlineSince: (at: number) => `Estás sin conexión. Última actualización: ${moment(at)}.`,
    unreachable: "No se puede acceder a Edgewise. Comprueba tu conexión.",
    blocked: (n: number) =>
      `Esta red bloquea las conexiones en tiempo real (WebSocket). Los mensajes nuevos llegan cada 15 segundos; ${n === 0 ? "lo que escribas quedará en espera" : messagesWait(n)}. Prueba con otra red o desactiva tu VPN o proxy.`,
    crowded:
      "Demasiadas conexiones desde esta dirección IP, por ejemplo la de una oficina o una escuela. Se reintentará en menos de un minuto.",
    signIn: "Esta red o este sitio te pide que inicies sesión. Para hacerlo, recarga la página.",
    tryNow: "Reintentar ahora",
    back: "Conexión restablecida",
    updated: "Edgewise se actualizó.",
    reload: "Recargar",
  },
  cookieNotice: {
    text: "Este navegador rechaza las cookies: si sales de esta página, al volver serás otra persona.",
    close: "Cerrar",
  },
  emojiPicker: {
    label: "Elegir un emoji",
    search: "Buscar emojis",
    none: "No se encontró ningún emoji.",
    recent: "Recientes",
    groups: ["Caritas", "Personas", "Naturaleza", "Comida", "Viajes", "Actividades", "Objetos", "Símbolos", "Banderas"],
  },
  identityLinks: {
    title: "Tu identidad",
    again: "Crear otro",
    once: "Este enlace no se guarda en ningún sitio. Cópialo ahora.",
    device: {
      text: "Usa Edgewise en otro dispositivo como la misma persona. Este enlace funciona una sola vez, durante 10 minutos. Quien lo abra serás tú. Tus dispositivos comparten entonces tu lista de canales y lo que has leído, cifrados con una clave que solo ellos tienen.",
      label: "Enlace para otro dispositivo",
      make: "Crear enlace de dispositivo",
      stop: "Dejar de compartir mi lista desde este dispositivo",
      stopped: "Este dispositivo ya no comparte tu lista de canales. Tus otros dispositivos lo siguen haciendo.",
    },
    recovery: {
      text: "Si este navegador pierde sus cookies, un enlace de recuperación te devuelve tu identidad. Guárdalo donde nadie más lo encuentre. Uno nuevo sustituye al anterior.",
      label: "Enlace de recuperación",
      make: "Crear enlace de recuperación",
    },
  },
  keyMap: {
    title: "Atajos de teclado",
    close: "Cerrar",
    groups: [
      {
        title: "Escribir",
        actions: [
          "Enviar",
          "Enviar, también en pantalla táctil",
          "Nueva línea",
          "Con el cuadro vacío: editar tu último mensaje",
          "Cancelar la edición o la respuesta, cerrar una lista",
          "Mencionar a alguien",
          "Emoji: escribir dos letras de su nombre",
        ],
      },
      {
        title: "Mensajes",
        actions: [
          "Ir al mensaje anterior o siguiente",
          "Responder",
          "Reaccionar",
          "Editar tu mensaje",
          "Copiar el texto",
          "Copiar el enlace",
          "Eliminar tu mensaje",
          "Deshacer la eliminación",
          "Abrir el menú",
          "Volver al cuadro de texto",
        ],
      },
      { title: "En cualquier lugar", actions: ["Abrir otro canal", "Buscar en este canal", "Mostrar esta lista"] },
    ],
    keys: { ctrl: "Ctrl", shift: "Mayús", enter: "Intro", esc: "Esc", delete: "Supr", backspace: "Retroceso" },
  },
  messageActions: {
    label: "Acciones del mensaje",
    react: "Reaccionar",
    reactWith: (emoji: string) => `Reaccionar con ${emoji}`,
    reply: "Responder",
    edit: "Editar",
    more: "Más acciones",
    copy: "Copiar texto",
    link: "Copiar enlace",
    delete: "Eliminar",
    copied: "Copiado.",
    notCopied: "Este navegador no permite copiar.",
    report: "Denunciar…",
  },
  openedLink: {
    device: {
      title: "Continuar como la misma persona",
      done: "Listo: en este navegador ahora eres la persona que creó el enlace.",
      refused:
        "Este enlace ya no funciona: ya se usó, es demasiado antiguo, lo sustituyó otro más reciente o está incompleto. Crea uno nuevo.",
    },
    host: {
      title: "Anfitrión de este sitio",
      done: "En este navegador ahora eres el anfitrión de este sitio, durante 30 días. En todos los canales tienes los derechos de un propietario.",
      refused: "Esta no es la clave del anfitrión de este sitio. «npm run host» crea una nueva.",
    },
    asking:
      "Hasta ahora, en este navegador eres otra persona. Si continúas, tus mensajes se quedan, pero ya no podrás editarlos ni eliminarlos desde aquí. Para poder volver, crea antes un enlace de recuperación en los ajustes.",
    working: "Un momento…",
    busy: "Demasiados intentos desde esta dirección IP. Espera un minuto y vuelve a intentarlo.",
    failed: "No ha funcionado. Comprueba tu conexión y vuelve a intentarlo.",
    goOn: "Continuar",
    tryAgain: "Reintentar",
    cancel: "Cancelar",
    close: "Cerrar",
  },
  notices: {
    writable: "Ya puedes volver a escribir aquí.",
    owner: (channel: string) => `Ahora ${channel} también es tuyo: puedes administrarlo.`,
    moderator: (channel: string) => `Ahora moderas ${channel}.`,
    member: (channel: string) => `Ahora eres miembro de ${channel}.`,
    noRole: (channel: string) => `Ya no formas parte del equipo de ${channel}.`,
    private: "Este canal ahora es privado: solo los miembros y el equipo pueden leerlo. Tú estás entre ellos.",
    recovery: "Este canal ahora es tuyo. Si este navegador te olvida, un enlace de recuperación te trae de vuelta.",
    makeLink: "Crear un enlace de recuperación",
    later: "Ahora no",
  },
  push: {
    title: (channel: string) => `Con esta página cerrada, avisarme de ${channel}`,
    mentions: "Menciones y respuestas",
    all: "Todos los mensajes",
    nothing: "Nada",
    homeScreen:
      "En un iPhone o iPad, primero añade Edgewise a la pantalla de inicio: toca «Compartir» y luego «Añadir a pantalla de inicio». Ábrelo desde allí y activa esta opción.",
  },
  readOnly: {
    countdown: (left: string) => `Modo lento: podrás escribir de nuevo en ${left}.`,
  },
  refused: {
    over: "Ya puedes volver a leer este canal.",
    retry: "Reintentar",
    kept: "Lo que escribiste y no se envió se conserva en esta página.",
    redeeming: "Comprobando tu invitación…",
  },
  reasons: {
    muted: (until: number) => `El equipo te ha silenciado aquí (hasta: ${moment(until)}). Mientras tanto puedes leer.`,
    banned: (until: number) => `Tienes bloqueado el acceso a este canal (hasta: ${moment(until)}).`,
    banned_address: (until: number) =>
      `Alguien con tu dirección de internet está bloqueado aquí. Quienes son nuevos pueden leer, pero todavía no escribir (hasta: ${moment(until)}).`,
    known_only:
      "Ahora solo pueden escribir aquí los miembros, el equipo y quienes ya habían escrito. Pide una invitación al equipo.",
    staff_only: "Ahora solo el equipo puede escribir aquí. Tú puedes leer.",
    members_only: "Este canal es privado. Pide una invitación a quien lo administra.",
    slow_mode: "Aquí está activo el modo lento. Se podrá enviar de nuevo en un momento.",
    newcomer: "Acabas de llegar, así que tus primeros mensajes van despacio. Se podrá enviar de nuevo en un momento.",
    busy_address: "Se está escribiendo mucho desde tu dirección de internet. Se podrá enviar de nuevo en un momento.",
    full_day: (until: number) =>
      `Hoy se ha escrito muchísimo desde tu dirección de internet. El próximo mensaje podrá enviarse más tarde (desde: ${moment(until)}).`,
    much_reporting: "Has denunciado todos los mensajes que se pueden denunciar en una hora. Inténtalo más tarde.",
    bad_key: "Esta invitación ya no es válida: se usó, se anuló o caducó. Pide una nueva.",
    not_staff: "Solo el equipo de este canal puede hacer eso.",
    not_owner: "Solo puede hacerlo quien es propietario de este canal.",
    yourself: "No puedes hacerte eso a ti.",
    is_staff: "Esta persona es del equipo. Quítale antes su rol.",
    last_owner: "Un canal no puede quedarse sin propietario. Nombra antes a otra persona.",
    too_many_staff: `El equipo de un canal tiene ${number(MAX_STAFF)} personas como máximo.`,
    too_many_keys: `Un canal admite ${number(MAX_KEYS)} invitaciones abiertas como máximo. Anula antes una.`,
    no_such_user: "Este canal no conoce a esa persona.",
    no_such_key: "Esa invitación ya no existe.",
    not_restorable: "Ese mensaje ya no se puede restaurar.",
    long_topic: `El tema es una línea de ${number(MAX_TOPIC)} caracteres como máximo.`,
    long_reason: `El motivo admite ${number(MAX_REPORT_REASON)} caracteres como máximo.`,
    bad_file: "Este archivo no se envió bien. Inténtalo de nuevo.",
    bad_files: `Un mensaje admite ${number(MAX_FILES)} archivos como máximo.`,
    bad_picture: "Esta imagen no se puede leer o es demasiado grande.",
    cut_file: "El archivo no llegó entero. Inténtalo de nuevo.",
    empty_file: "El archivo está vacío.",
    large_file: `Un archivo puede tener ${size(MAX_FILE_SIZE)} como máximo.`,
    no_files: "Aquí nadie puede enviar archivos.",
    files_for_known: "Aquí solo pueden enviar archivos el equipo y quienes ya han escrito. Escribe algo primero.",
    files_for_staff: "Aquí solo el equipo puede enviar archivos.",
    other_file: "Este archivo es de otro mensaje o de otra persona.",
    no_such_file: "Este archivo ya no existe. Inténtalo de nuevo.",
    many_files: "Eran muchos archivos a la vez. Seguirá en un momento.",
    busy_files: "Aquí se están enviando muchos archivos. Seguirá en un momento.",
    full_day_of_files: (until: number) =>
      `Hoy se han enviado muchísimos archivos desde tu dirección de internet. El próximo podrá enviarse más tarde (desde: ${moment(until)}).`,
    no_answer: "No llegó respuesta. Comprueba tu conexión e inténtalo de nuevo.",
  },
  report: {
    title: "Denunciar este mensaje",
    text: "El equipo de este canal verá el mensaje, tu nombre y el motivo.",
    reason: "Motivo (opcional)",
    send: "Denunciar",
    cancel: "Cancelar",
    done: "Denunciado al equipo.",
  },
  roles: { owner: "Dueño/a", moderator: "Mod" },
  editState: {
    online: "guardando…",
    offline: "cambio en espera de conexión",
    closed: "no se guardó: la conexión está cerrada; el cambio se conserva aquí",
  },
  jump: {
    gone: "Ese mensaje ya no existe.",
  },
  jumpToLatest: {
    label: (n: number) =>
      n === 0
        ? "Ir al mensaje más reciente"
        : count(n, { one: "# mensaje nuevo", many: "# de mensajes nuevos", other: "# mensajes nuevos" }),
  },
  onlinePeople: {
    you: "(tú)",
    others: (n: number) => `y ${number(n)} más, contando otras pestañas`,
  },
  search: {
    title: "Buscar en este canal",
    close: "Cerrar",
    words: "Palabras que buscar",
    people: "Escrito por",
    everyone: "Todo el mundo",
    submit: "Buscar",
    hint: (key: string) =>
      `Las comillas buscan las palabras en ese orden. ${key} otra vez abre la búsqueda del navegador, que solo encuentra lo que está cargado.`,
    /** `more`: whether there are older ones, too. */
    found: (n: number, more: boolean) =>
      n === 0
        ? "No se ha encontrado nada."
        : count(
            n,
            more
              ? {
                  one: "Los # mensajes más recientes",
                  many: "Los # mensajes más recientes",
                  other: "Los # mensajes más recientes",
                }
              : { one: "# mensaje", many: "# mensajes", other: "# mensajes" },
          ),
    more: "Mostrar anteriores",
    date: "Ir a una fecha",
    incomplete: "Los mensajes más antiguos aún se están preparando para la búsqueda.",
    again: "Buscar de nuevo",
    visited: {
      title: "Buscar en tus canales",
      found: (n: number) => count(n, { one: "Encontrado en # canal.", other: "Encontrado en # canales." }),
      rest: (n: number) => count(n, { one: "Buscar en # canal más", other: "Buscar en # canales más" }),
    },
  },
  olderMessages: {
    loading: "Cargando mensajes anteriores…",
    offline: "Estás sin conexión. Los mensajes anteriores se cargarán cuando la recuperes.",
    skipped: "Se omitieron mensajes anteriores:",
    load: "Cargar",
  },
  refusals: {
    empty: "No hay nada que enviar: el mensaje está vacío.",
    too_long: (most: number) => `Un mensaje admite ${number(most)} caracteres como máximo. Envíalo en partes.`,
    empty_name: "El nombre necesita al menos un carácter visible.",
    long_name: (most: number) => `El nombre admite ${number(most)} caracteres como máximo.`,
    too_many_reactions: "Este mensaje no admite más reacciones.",
    rate_limited: "Vas demasiado rápido. Se podrá enviar de nuevo en un momento.",
    forbidden: "Solo quien escribió el mensaje puede cambiarlo.",
    not_found: "Ese mensaje ya no existe.",
    storage: "No se pudo guardar. Inténtalo de nuevo.",
  },
  typingIndicator: {
    one: <T>(name: T) => [name, " está escribiendo…"],
    two: <T>(name: T, other: T) => [name, " y ", other, " están escribiendo…"],
    many: <T>(name: T, others: number) => [name, ` y ${number(others)} más están escribiendo…`],
  },
  changeState: {
    refused: (why: string) => `No se guardó el cambio. ${why}`,
  },
  exportLinks: {
    title: "Llevarse el historial",
    html: "Página web",
    md: "Texto",
    json: "Datos (JSON)",
  },
  settings: {
    language: "Idioma",
    languageLater: "Estás sin conexión. El idioma cambiará la próxima vez que abras una página.",
    theme: "Tema",
    themes: { system: "Sistema", light: "Claro", dark: "Oscuro" },
    previews: "Mostrar vistas previas de los enlaces",
    notices: "Mientras no estás aquí",
    sounds: "Sonido con los mensajes nuevos",
    notifications: "Notificación si te mencionan",
    notified: "Así se ven las notificaciones.",
    unable: "Este navegador no puede mostrar notificaciones.",
    blocked: "Las notificaciones de este sitio están bloqueadas. Permítelas en los ajustes del navegador y activa esta opción.",
    close: "Cerrar",
  },
  keptPages: {
    notKept: "No tienes conexión y este canal no está guardado en este dispositivo.",
    kept: "Estos canales están guardados:",
  },
  share: {
    title: "¿En qué canal quieres escribir esto?",
    cut: (most: number) => `El texto era demasiado largo: estos son sus primeros ${number(most)} caracteres.`,
    noFiles: "No se pudieron recibir los archivos. Adjúntalos en el canal.",
    cancel: "Cancelar",
  },
  toast: { deleted: "Mensaje eliminado.", undo: "Deshacer", close: "Cerrar" },
  unread: {
    markAll: "Marcar todo como leído",
    /** After the number of unread messages. */
    words: (mentions: number) =>
      mentions > 0
        ? `sin leer, ${count(mentions, { one: "# te menciona", many: "# te mencionan", other: "# te mencionan" })}`
        : "sin leer",
  },
  unsentState: {
    uploading: "subiendo…",
    online: "enviando…",
    offline: "en espera de conexión",
    closed: "no se envió: la conexión está cerrada; el mensaje se conserva aquí",
    refused: (why: string) => `No se envió. ${why}`,
    waiting: (why: string) => `En espera. ${why}`,
  },
  viewer: {
    title: "Imagen",
    close: "Cerrar",
    previous: "Imagen anterior",
    next: "Imagen siguiente",
    download: "Descargar",
    place: (n: number, all: number) => `${number(n)} de ${number(all)}`,
  },
  voice: {
    record: "Grabar un mensaje de voz",
    attach: "Adjuntar",
    cancel: "Cancelar",
    refused: "No se puede usar el micrófono. Permítelo en los ajustes del navegador e inténtalo de nuevo.",
    name: "Mensaje de voz",
    recording: "Grabación",
  },
  waitState: { discard: "Descartar", edit: "Editar", retry: "Reintentar" },
} satisfies OnDemandStrings;
