/** The sentences that only staff see, in Spanish. */
import { formatsOf } from "../formats.ts";
import { timesOf } from "../times.ts";
import type { StaffStrings } from "./en";

const { count, list, number } = formatsOf("es");

const messages = (n: number) => count(n, { one: "# mensaje", many: "# de mensajes", other: "# mensajes" });

export default {
  times: timesOf("es"),
  panel: {
    open: "Administrar el canal",
    reports: (n: number) =>
      count(n, { one: "# denuncia abierta", many: "# de denuncias abiertas", other: "# denuncias abiertas" }),
    title: "Administrar el canal",
    close: "Cerrar",
    tabs: { settings: "Ajustes", people: "Personas", sanctions: "Sanciones", reports: "Denuncias", log: "Registro" },
    loading: "Cargando…",
    retry: "Reintentar",
  },
  roles: { member: "Miembro", moderator: "Moderación", owner: "Propietario/a" },
  settings: {
    save: "Guardar",
    discard: "Descartar",
    saved: "Guardado.",
    now: (value: string) => `Ahora: ${value}`,
    off: "Desactivado",
    on: "Activado",
    topic: {
      title: "Tema",
      placeholder: "De qué trata este canal",
      effect: "Lo leen todos en la cabecera del canal. Una sola línea; puede tener enlaces.",
      none: "ninguno",
    },
    slow: {
      title: "Modo lento",
      effect: (duration: string) => `Cada persona puede enviar un mensaje cada ${duration}. No se aplica al equipo.`,
      offEffect: "Nadie tiene que esperar entre dos mensajes.",
    },
    write: {
      title: "Quién puede escribir",
      options: { all: "Todo el mundo", known: "Quienes ya han escrito aquí", staff: "Solo el equipo" },
      effects: {
        all: "Puede escribir cualquiera que abra este canal.",
        known:
          "Pueden escribir quienes ya han escrito aquí antes de que guardes esto, los miembros y el equipo. Los demás leen, y la página se lo dice.",
        staff: "Solo pueden escribir la moderación y los propietarios. Los demás leen, y la página se lo dice.",
      },
    },
    files: {
      title: "Quién puede enviar archivos",
      options: { known: "Quienes ya han escrito aquí", all: "Todo el mundo", staff: "Solo el equipo", none: "Nadie" },
      effects: {
        known: "Pueden enviar archivos quienes ya han escrito aquí y el equipo.",
        all: "Pueden enviar archivos todas las personas que pueden escribir aquí.",
        staff: "Solo pueden enviar archivos la moderación y los propietarios.",
        none: "Nadie puede enviar archivos. Los ya enviados se conservan.",
      },
    },
    read: {
      title: "Quién puede leer",
      options: { all: "Todo el mundo", members: "Solo los miembros y el equipo" },
      effects: {
        all: "Puede leer este canal cualquiera que tenga el enlace.",
        members: (online: number) =>
          `Todas las personas conectadas ahora pasan a ser miembros (${number(online)}). Las demás no verán nada de este canal hasta que tengan una invitación.`,
        isPrivate: "Solo los miembros y el equipo ven este canal. Los demás necesitan una invitación.",
      },
    },
    keep: {
      title: "Cuánto se conservan los mensajes",
      usual: "Sin límite de tiempo",
      usualEffect: (most: number) => `Se conservan los últimos ${number(most)} mensajes, tengan la antigüedad que tengan.`,
      effect: (duration: string) => `Los mensajes de más de ${duration} se eliminan para todos. No se pueden restaurar.`,
      save: "Guardar y eliminar los mensajes anteriores",
      kept: (n: number, date: string) =>
        count(n, { one: `Se conserva # mensaje, de ${date}.`, other: `Se conservan # mensajes, el más antiguo de ${date}.` }),
      nothing: "Todavía no se conserva nada.",
    },
    previews: {
      title: "Vistas previas de los enlaces",
      effects: {
        on: "El primer enlace de un mensaje se muestra con su título y su imagen, si este sitio tiene vistas previas.",
        off: "Los enlaces de los mensajes nuevos no tienen vista previa.",
      },
    },
    pins: {
      title: "Mensajes fijados",
      none: "No hay nada fijado. Para fijar un mensaje, abre su menú.",
      unpin: "No fijar",
      unpinOf: (text: string) => `No fijar: ${text}`,
    },
  },
  people: {
    staff: "Equipo",
    noStaff: "Este canal aún no tiene equipo.",
    here: "Personas aquí",
    nobody: "No hay nadie más aquí.",
    you: "(tú)",
    actionsFor: (name: string) => `Acciones para ${name}`,
    make: { moderator: "Dar el rol de moderación", owner: "Dar el rol de propietario" },
    noRole: "Quitar el rol",
    resign: "Dejar tu rol",
    noMember: "Quitar de los miembros",
    given: {
      member: (name: string) => `${name} ya es miembro.`,
      moderator: (name: string) => `${name} ya forma parte de la moderación.`,
      owner: (name: string) => `${name} ya tiene el rol de propietario.`,
      none: (name: string) => `${name} ya no tiene ningún rol.`,
    },
  },
  invitations: {
    title: "Invitar con un enlace",
    role: "Rol",
    uses: "Número de usos",
    valid: "Válido durante",
    create: "Crear el enlace",
    rights: {
      member: "Un miembro puede leer y escribir aquí, también si el canal es privado o está restringido.",
      moderator: "La moderación también puede retirar mensajes, silenciar y bloquear a personas, y cambiar el tema.",
      owner: "Un propietario tiene todos los derechos, también el de hacer privado este canal y quitarte tu rol.",
    },
    link: "El enlace",
    copy: "Copiar",
    copied: "Copiado.",
    notCopied: "No se copió: selecciona el enlace y cópialo.",
    once: "Solo se muestra ahora. Quien lo tenga recibe el rol: envíalo solo a personas de confianza.",
    made: "Invitaciones que has creado desde que abriste esta página",
    invitation: {
      member: (uses: string, until: string) => `Miembro, ${uses}, hasta el ${until}`,
      moderator: (uses: string, until: string) => `Moderación, ${uses}, hasta el ${until}`,
      owner: (uses: string, until: string) => `Propietario, ${uses}, hasta el ${until}`,
    },
    usesOf: (n: number) => count(n, { one: "# uso", many: "# de usos", other: "# usos" }),
    revoke: "Revocar",
    revoked: "La invitación ya no es válida.",
  },
  sanctions: {
    muted: "Personas silenciadas",
    banned: "Personas bloqueadas",
    none: "No hay nadie silenciado ni bloqueado.",
    until: (when: string, by: string) => `hasta el ${when}, por ${by}`,
    unmute: "Dejar de silenciar",
    unban: "Desbloquear",
  },
  reports: {
    none: "No hay denuncias abiertas.",
    notLoaded: "El mensaje no está cargado en esta página.",
    from: (name: string, when: string) => `Denunciado por ${name}, ${when}`,
    show: "Mostrar en el canal",
    remove: "Retirar el mensaje",
    resolve: "Resolver",
    resolved: "Resuelto: el mensaje se queda.",
  },
  log: {
    none: "Todavía no hay nada en el registro.",
    more: "Cargar más",
    restore: "Restaurar",
    removedText: "El texto retirado, mientras se pueda restaurar:",
  },
  messageMenu: {
    remove: "Retirar",
    restore: "Restaurar",
    pin: "Fijar",
    unpin: "No fijar",
    mute: "Silenciar…",
    ban: "Bloquear…",
    purge: "Retirar todo lo que escribió…",
  },
  dialogs: {
    cancel: "Cancelar",
    duration: "Durante cuánto tiempo",
    mute: {
      title: (name: string) => `¿Silenciar a ${name}?`,
      effect: (name: string, duration: string) =>
        `Durante ${duration}, ${name} no podrá escribir, editar, reaccionar ni cambiar de nombre. Podrá leer, y la página le dirá hasta cuándo.`,
      confirm: "Silenciar",
    },
    ban: {
      title: (name: string) => `¿Bloquear a ${name}?`,
      effect: (name: string, duration: string) =>
        `Durante ${duration}, ${name} no podrá leer ni escribir aquí. Se cierran sus conexiones.`,
      address: (duration: string) =>
        `Las personas nuevas que vengan de la misma dirección podrán leer, pero no escribir, durante ${duration}. A quienes ya han escrito aquí no les afecta.`,
      purge: "Retirar también sus mensajes de menos de",
      purgeNothing: "No retirar nada",
      confirm: "Bloquear",
    },
    purge: {
      title: (name: string) => `¿Retirar los mensajes de ${name}?`,
      since: "Mensajes de menos de",
      effect: (name: string, duration: string, most: number) =>
        `Retira los mensajes de ${name} de menos de ${duration}, como máximo los últimos ${number(most)}. Durante 24 horas, el equipo puede restaurar cada mensaje desde su menú.`,
      confirm: "Retirar",
    },
  },
  done: {
    removed: "Mensaje retirado.",
    restored: "Mensaje restaurado.",
    pinned: "Mensaje fijado.",
    unpinned: "El mensaje ya no está fijado.",
    muted: (name: string, duration: string) => `Se ha silenciado a ${name} durante ${duration}.`,
    unmuted: (name: string) => `${name} ya puede escribir de nuevo.`,
    banned: (name: string, duration: string) => `Se ha bloqueado a ${name} durante ${duration}.`,
    unbanned: (name: string) => `${name} ya puede entrar de nuevo.`,
    purged: (name: string) => `Se retiraron los mensajes de ${name}.`,
    tooManyPins: (most: number) => `Se pueden fijar ${number(most)} mensajes como máximo. Deja de fijar uno primero.`,
  },
  entries: {
    invite: {
      member: (by: string, uses: string, duration: string) =>
        `${by} creó una invitación para miembros: ${uses}, válida durante ${duration}`,
      moderator: (by: string, uses: string, duration: string) =>
        `${by} creó una invitación para la moderación: ${uses}, válida durante ${duration}`,
      owner: (by: string, uses: string, duration: string) =>
        `${by} creó una invitación para propietarios: ${uses}, válida durante ${duration}`,
    },
    revoke: (by: string) => `${by} revocó una invitación`,
    redeem: {
      member: (by: string) => `${by} es miembro por una invitación`,
      moderator: (by: string) => `${by} forma parte de la moderación por una invitación`,
      owner: (by: string) => `${by} tiene el rol de propietario por una invitación`,
    },
    role: {
      member: (by: string, who: string) => `${by} hizo miembro a ${who}`,
      moderator: (by: string, who: string) => `${by} dio el rol de moderación a ${who}`,
      owner: (by: string, who: string) => `${by} dio el rol de propietario a ${who}`,
      none: (by: string, who: string) => `${by} quitó el rol a ${who}`,
    },
    remove: (by: string, who: string) => `${by} retiró un mensaje de ${who}`,
    restore: (by: string) => `${by} restauró un mensaje`,
    purge: (by: string, who: string, n: number) => `${by} retiró ${messages(n)} de ${who}`,
    mute: (by: string, who: string, duration: string) => `${by} silenció a ${who} durante ${duration}`,
    unmute: (by: string, who: string) => `${by} dejó de silenciar a ${who}`,
    ban: (by: string, who: string, duration: string) => `${by} bloqueó a ${who} durante ${duration}`,
    unban: (by: string, who: string) => `${by} desbloqueó a ${who}`,
    resolve: (by: string) => `${by} resolvió las denuncias de un mensaje`,
    set: (by: string, changes: Iterable<string>) => `${by} cambió los ajustes: ${list(changes)}`,
    changes: {
      topic: (topic: string) => `el tema es «${topic}»`,
      noTopic: "sin tema",
      pins: (n: number) =>
        n === 0
          ? "nada fijado"
          : count(n, { one: "# mensaje fijado", many: "# de mensajes fijados", other: "# mensajes fijados" }),
      slow: (duration: string) => `modo lento con un mensaje cada ${duration}`,
      noSlow: "modo lento desactivado",
      write: {
        all: "todo el mundo puede escribir",
        known: "solo pueden escribir quienes ya habían escrito aquí, los miembros y el equipo",
        staff: "solo puede escribir el equipo",
      },
      files: {
        known: "solo pueden enviar archivos quienes ya habían escrito aquí y el equipo",
        all: "todo el mundo puede enviar archivos",
        staff: "solo el equipo puede enviar archivos",
        none: "nadie puede enviar archivos",
      },
      read: { all: "todo el mundo puede leer", members: "solo pueden leer los miembros y el equipo" },
      keep: (duration: string) => `los mensajes se conservan durante ${duration}`,
      noKeep: "los mensajes se conservan sin límite de tiempo",
      previews: { on: "los enlaces tienen vista previa", off: "los enlaces no tienen vista previa" },
    },
    other: (by: string, act: string) => `${by}: ${act}`,
  },
} satisfies StaffStrings;
