/** The sentences that only staff see, in French. */
import { formatsOf } from "../formats.ts";
import { timesOf } from "../times.ts";
import type { StaffStrings } from "./en";

const { count, list, number } = formatsOf("fr");

const messages = (n: number) => count(n, { one: "# message", many: "# de messages", other: "# messages" });

export default {
  times: timesOf("fr"),
  panel: {
    open: "Gérer le salon",
    reports: (n: number) =>
      count(n, { one: "# signalement en cours", many: "# de signalements en cours", other: "# signalements en cours" }),
    title: "Gérer le salon",
    close: "Fermer",
    tabs: { settings: "Paramètres", people: "Personnes", sanctions: "Sanctions", reports: "Signalements", log: "Journal" },
    loading: "Chargement…",
    retry: "Réessayer",
  },
  roles: { member: "Membre", moderator: "Modération", owner: "Propriétaire" },
  settings: {
    save: "Enregistrer",
    discard: "Abandonner",
    saved: "Enregistré.",
    now: (value: string) => `Actuellement\u00a0: ${value}`,
    off: "Désactivé",
    on: "Activé",
    topic: {
      title: "Sujet",
      placeholder: "De quoi parle ce salon",
      effect: "Tout le monde le lit en haut du salon. Une seule ligne, liens possibles.",
      none: "aucun",
    },
    slow: {
      title: "Mode lent",
      effect: (duration: string) =>
        `Chaque personne peut envoyer un message par période de ${duration}. L’équipe n’est pas concernée.`,
      offEffect: "Personne n’a à attendre entre deux messages.",
    },
    write: {
      title: "Qui peut écrire",
      options: { all: "Tout le monde", known: "Les personnes qui ont déjà écrit ici", staff: "L’équipe seulement" },
      effects: {
        all: "Toute personne qui ouvre ce salon peut écrire.",
        known:
          "Peuvent écrire les personnes qui ont écrit ici avant cet enregistrement, les membres et l’équipe. Les autres lisent, et la page le leur dit.",
        staff: "Seuls la modération et les propriétaires peuvent écrire. Les autres lisent, et la page le leur dit.",
      },
    },
    files: {
      title: "Qui peut envoyer des fichiers",
      options: {
        known: "Les personnes qui ont déjà écrit ici",
        all: "Tout le monde",
        staff: "L’équipe seulement",
        none: "Personne",
      },
      effects: {
        known: "Peuvent envoyer des fichiers les personnes qui ont déjà écrit ici et l’équipe.",
        all: "Toute personne qui peut écrire ici peut envoyer des fichiers.",
        staff: "Seuls la modération et les propriétaires peuvent envoyer des fichiers.",
        none: "Personne ne peut envoyer de fichiers. Ceux déjà envoyés restent.",
      },
    },
    read: {
      title: "Qui peut lire",
      options: { all: "Tout le monde", members: "Les membres et l’équipe seulement" },
      effects: {
        all: "Toute personne qui a le lien peut lire ce salon.",
        members: (online: number) =>
          `Toutes les personnes en ligne maintenant deviennent membres (${number(online)}). Les autres ne voient plus rien de ce salon sans invitation.`,
        isPrivate: "Seuls les membres et l’équipe voient ce salon. Les autres ont besoin d’une invitation.",
      },
    },
    keep: {
      title: "Durée de conservation des messages",
      usual: "Sans limite de temps",
      usualEffect: (most: number) => `Les ${number(most)} derniers messages sont conservés, quel que soit leur âge.`,
      effect: (duration: string) =>
        `Les messages de plus de ${duration} sont supprimés pour tout le monde. Il n’est pas possible de les rétablir.`,
      save: "Enregistrer et supprimer les messages plus anciens",
      kept: (n: number, date: string) =>
        count(n, { one: `# message est conservé, du ${date}.`, other: `# messages sont conservés, le plus ancien du ${date}.` }),
      nothing: "Rien n’est encore conservé.",
    },
    previews: {
      title: "Aperçus des liens",
      effects: {
        on: "Le premier lien d’un message s’affiche avec son titre et son image, si ce site propose des aperçus.",
        off: "Les liens des nouveaux messages n’ont pas d’aperçu.",
      },
    },
    pins: {
      title: "Messages épinglés",
      none: "Rien n’est épinglé. Pour épingler un message, ouvrez son menu.",
      unpin: "Désépingler",
      unpinOf: (text: string) => `Désépingler\u00a0: ${text}`,
    },
  },
  people: {
    staff: "Équipe",
    noStaff: "Ce salon n’a pas encore d’équipe.",
    here: "Personnes présentes",
    nobody: "Il n’y a personne d’autre ici.",
    you: "(vous)",
    actionsFor: (name: string) => `Actions pour ${name}`,
    make: { moderator: "Confier la modération", owner: "Rendre propriétaire" },
    noRole: "Retirer le rôle",
    resign: "Renoncer à votre rôle",
    noMember: "Retirer des membres",
    given: {
      member: (name: string) => `${name} est maintenant membre.`,
      moderator: (name: string) => `${name} fait maintenant partie de la modération.`,
      owner: (name: string) => `${name} est maintenant propriétaire.`,
      none: (name: string) => `${name} n’a plus de rôle.`,
    },
  },
  invitations: {
    title: "Inviter par lien",
    role: "Rôle",
    uses: "Nombre d’utilisations",
    valid: "Valable pendant",
    create: "Créer le lien",
    rights: {
      member: "Un membre peut lire et écrire ici, même si le salon est privé ou restreint.",
      moderator:
        "La modération peut aussi retirer des messages, mettre des personnes en sourdine, bloquer leur accès et changer le sujet.",
      owner: "Un propriétaire a tous les droits, y compris celui de rendre ce salon privé et de retirer votre rôle.",
    },
    link: "Le lien",
    copy: "Copier",
    copied: "Copié.",
    notCopied: "Copie impossible\u00a0: sélectionnez le lien et copiez-le.",
    once: "Il ne s’affiche que maintenant. Toute personne qui l’a obtient le rôle\u00a0: ne l’envoyez qu’à des personnes de confiance.",
    made: "Invitations créées depuis l’ouverture de cette page",
    invitation: {
      member: (uses: string, until: string) => `Membre, ${uses}, jusqu’au ${until}`,
      moderator: (uses: string, until: string) => `Modération, ${uses}, jusqu’au ${until}`,
      owner: (uses: string, until: string) => `Propriétaire, ${uses}, jusqu’au ${until}`,
    },
    usesOf: (n: number) => count(n, { one: "# utilisation", many: "# d’utilisations", other: "# utilisations" }),
    revoke: "Révoquer",
    revoked: "L’invitation n’est plus valable.",
  },
  sanctions: {
    muted: "En sourdine",
    banned: "Accès bloqué",
    none: "Personne n’est en sourdine, et aucun accès n’est bloqué.",
    until: (when: string, by: string) => `jusqu’au ${when}, par ${by}`,
    unmute: "Lever la sourdine",
    unban: "Débloquer l’accès",
  },
  reports: {
    none: "Il n’y a aucun signalement en cours.",
    notLoaded: "Le message n’est pas chargé sur cette page.",
    from: (name: string, when: string) => `Signalé par ${name}, ${when}`,
    show: "Afficher dans le salon",
    remove: "Retirer le message",
    resolve: "Classer",
    resolved: "Classé\u00a0: le message reste.",
  },
  log: {
    none: "Aucune action n’a encore été inscrite au journal.",
    more: "Charger la suite",
    restore: "Rétablir",
    removedText: "Le texte retiré, tant qu’il peut être rétabli\u00a0:",
  },
  messageMenu: {
    remove: "Retirer",
    restore: "Rétablir",
    pin: "Épingler",
    unpin: "Désépingler",
    mute: "Mettre en sourdine…",
    ban: "Bloquer l’accès…",
    purge: "Retirer tous ses messages…",
  },
  dialogs: {
    cancel: "Annuler",
    duration: "Pour combien de temps",
    mute: {
      title: (name: string) => `Mettre ${name} en sourdine\u00a0?`,
      effect: (name: string, duration: string) =>
        `Pendant ${duration}, ${name} ne pourra ni écrire, ni modifier, ni réagir, ni changer de nom. La lecture reste possible, et la page indique jusqu’à quand.`,
      confirm: "Mettre en sourdine",
    },
    ban: {
      title: (name: string) => `Bloquer l’accès de ${name}\u00a0?`,
      effect: (name: string, duration: string) =>
        `Pendant ${duration}, ${name} ne pourra ni lire ni écrire ici. Ses connexions sont fermées.`,
      address: (duration: string) =>
        `Les personnes nouvelles ici qui viennent de la même adresse pourront lire mais pas écrire, pendant ${duration}. Celles qui ont déjà écrit ici ne sont pas concernées.`,
      purge: "Retirer aussi ses messages de moins de",
      purgeNothing: "Ne rien retirer",
      confirm: "Bloquer l’accès",
    },
    purge: {
      title: (name: string) => `Retirer les messages de ${name}\u00a0?`,
      since: "Messages de moins de",
      effect: (name: string, duration: string, most: number) =>
        `Retire les messages de ${name} de moins de ${duration}, au maximum les ${number(most)} derniers. Pendant 24 heures, l’équipe peut rétablir chaque message par son menu.`,
      confirm: "Retirer",
    },
  },
  done: {
    removed: "Message retiré.",
    restored: "Message rétabli.",
    pinned: "Message épinglé.",
    unpinned: "Message désépinglé.",
    muted: (name: string, duration: string) => `${name} est en sourdine pendant ${duration}.`,
    unmuted: (name: string) => `${name} n’est plus en sourdine.`,
    banned: (name: string, duration: string) => `L’accès de ${name} est bloqué pendant ${duration}.`,
    unbanned: (name: string) => `L’accès de ${name} n’est plus bloqué.`,
    purged: (name: string) => `Les messages de ${name} ont été retirés.`,
    tooManyPins: (most: number) => `On peut épingler au maximum ${number(most)} messages. Désépinglez-en un d’abord.`,
  },
  entries: {
    invite: {
      member: (by: string, uses: string, duration: string) =>
        `${by} a créé une invitation pour membres\u00a0: ${uses}, valable pendant ${duration}`,
      moderator: (by: string, uses: string, duration: string) =>
        `${by} a créé une invitation à la modération\u00a0: ${uses}, valable pendant ${duration}`,
      owner: (by: string, uses: string, duration: string) =>
        `${by} a créé une invitation pour propriétaires\u00a0: ${uses}, valable pendant ${duration}`,
    },
    revoke: (by: string) => `${by} a révoqué une invitation`,
    redeem: {
      member: (by: string) => `${by} est membre, sur invitation`,
      moderator: (by: string) => `${by} fait partie de la modération, sur invitation`,
      owner: (by: string) => `${by} est propriétaire, sur invitation`,
    },
    role: {
      member: (by: string, who: string) => `${by} a fait de ${who} un membre`,
      moderator: (by: string, who: string) => `${by} a confié la modération à ${who}`,
      owner: (by: string, who: string) => `${by} a rendu ${who} propriétaire`,
      none: (by: string, who: string) => `${by} a retiré le rôle de ${who}`,
    },
    remove: (by: string, who: string) => `${by} a retiré un message de ${who}`,
    restore: (by: string) => `${by} a rétabli un message`,
    purge: (by: string, who: string, n: number) => `${by} a retiré ${messages(n)} de ${who}`,
    mute: (by: string, who: string, duration: string) => `${by} a mis ${who} en sourdine pendant ${duration}`,
    unmute: (by: string, who: string) => `${by} a levé la sourdine de ${who}`,
    ban: (by: string, who: string, duration: string) => `${by} a bloqué l’accès de ${who} pendant ${duration}`,
    unban: (by: string, who: string) => `${by} a débloqué l’accès de ${who}`,
    resolve: (by: string) => `${by} a classé les signalements d’un message`,
    set: (by: string, changes: Iterable<string>) => `${by} a changé les paramètres\u00a0: ${list(changes)}`,
    changes: {
      topic: (topic: string) => `le sujet est «\u00a0${topic}\u00a0»`,
      noTopic: "pas de sujet",
      pins: (n: number) =>
        n === 0
          ? "rien n’est épinglé"
          : count(n, { one: "# message épinglé", many: "# de messages épinglés", other: "# messages épinglés" }),
      slow: (duration: string) => `mode lent avec un message par période de ${duration}`,
      noSlow: "mode lent désactivé",
      write: {
        all: "tout le monde peut écrire",
        known: "seules les personnes qui ont déjà écrit ici, les membres et l’équipe peuvent écrire",
        staff: "seule l’équipe peut écrire",
      },
      files: {
        known: "seules les personnes qui ont déjà écrit ici et l’équipe peuvent envoyer des fichiers",
        all: "tout le monde peut envoyer des fichiers",
        staff: "seule l’équipe peut envoyer des fichiers",
        none: "personne ne peut envoyer de fichiers",
      },
      read: { all: "tout le monde peut lire", members: "seuls les membres et l’équipe peuvent lire" },
      keep: (duration: string) => `messages conservés pendant ${duration}`,
      noKeep: "messages conservés sans limite de temps",
      previews: { on: "les liens ont un aperçu", off: "les liens n’ont pas d’aperçu" },
    },
    other: (by: string, act: string) => `${by}\u00a0: ${act}`,
  },
} satisfies StaffStrings;
