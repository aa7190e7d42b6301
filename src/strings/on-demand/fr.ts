/** The sentences of parts that load on demand, in French. */

import { formatsOf } from "../formats.ts";
import { MAX_FILE_SIZE, MAX_FILES, MAX_KEYS, MAX_REPORT_REASON, MAX_STAFF, MAX_TOPIC } from "../limits.ts";
import { timesOf } from "../times.ts";
import type { OnDemandStrings } from "./en";

const { count, number, size } = formatsOf("fr");
const { duration, moment } = timesOf("fr");

const characters = (n: number) => count(n, { one: "# caractère", many: "# de caractères", other: "# caractères" });
const messagesWait = (n: number) =>
  count(n, { one: "# message attend", many: "# de messages attendent", other: "# messages attendent" });
const messagesWillLeave = (n: number) =>
  count(n, { one: "# message partira", many: "# de messages partiront", other: "# messages partiront" });

export default {
  announcedMessage: (name: string, text: string) => `${name}\u00a0: ${text}`,
  attachments: {
    choose: "Joindre des fichiers",
    label: "Fichiers joints",
    remove: (name: string) => `Retirer ${name}`,
    alt: (name: string) => `Description de ${name}`,
    describe: "Décrivez l’image (facultatif)",
    preparing: "Les fichiers sont en cours de préparation. Un instant.",
    refused: (name: string, why: string) => `${name}\u00a0: ${why}`,
    unreadable: "Ce fichier est illisible.",
    progress: "Envoi",
  },
  channelInfo: {
    title: "À propos de ce salon",
    open: (pins: number) =>
      pins === 0
        ? "À propos de ce salon"
        : `À propos de ce salon\u00a0: ${count(pins, { one: "# message épinglé", many: "# de messages épinglés", other: "# messages épinglés" })}`,
    pins: "Messages épinglés",
    private: "Privé\u00a0: seuls les membres et l’équipe peuvent lire ce salon.",
    known: "Seuls l’équipe, les membres et les personnes qui ont déjà écrit ici peuvent écrire.",
    staff: "Seule l’équipe peut écrire.",
    slow: (seconds: number) => `Mode lent\u00a0: un message par personne, intervalle\u00a0: ${duration(seconds)}.`,
    keep: (seconds: number) => `Les messages sont supprimés après ${duration(seconds)}.`,
  },
  completions: { emoji: "Émojis", people: "Personnes" },
  composerNotes: {
    count: (units: number, most: number) => `${number(units)} sur ${number(most)} caractères`,
    label: "Texte trop long",
    decide: "Choisissez d’abord quoi faire du texte en trop.",
    tooLong: (rest: number, all: number) =>
      `Trop long pour un seul message\u00a0: ${characters(rest)} de trop sur ${number(all)}.`,
    sendParts: (n: number) => `Envoyer en ${number(n)} messages`,
    keep: "Garder le début",
    cancel: "Annuler",
    notPasted: (units: number) => `Le texte inséré était trop long\u00a0: sa fin a été coupée (${characters(units)}).`,
    notKept: "Les messages en attente d’envoi ne sont pas conservés sur cet appareil\u00a0: ce navigateur ne les enregistre pas.",
  },
  composerMode: {
    editing: "Modification de votre message",
    replyingTo: <T>(name: T) => ["Réponse à ", name, "\u00a0:"],
    leaveEditing: "Annuler la modification",
    leaveReply: "Annuler la réponse",
  },
  connectionBar: {
    tooManyPeers: "Vous avez ouvert ce salon trop de fois. Fermez l’un des autres onglets, puis rechargez la page.",
    offlineWith: (n: number) => `Hors ligne. ${messagesWillLeave(n)} dès que possible.`,
    offlineSince: (at: number) => `Vous êtes hors ligne. Dernière mise à jour\u00a0: ${moment(at)}.`,
    unreachable: "Edgewise est injoignable. Vérifiez votre connexion.",
    blocked: (n: number) =>
      `Ce réseau bloque les connexions en direct (WebSocket). Les nouveaux messages arrivent toutes les 15\u00a0secondes\u202f; ${n === 0 ? "ce que vous écrivez attend" : messagesWait(n)}. Essayez un autre réseau, ou désactivez votre VPN ou proxy.`,
    crowded:
      "Trop de connexions depuis cette adresse IP, par exemple celle d’un bureau ou d’une école. Nouvel essai d’ici une minute.",
    signIn: "Ce réseau ou ce site vous demande d’abord de vous identifier. Pour cela, rechargez la page.",
    tryNow: "Réessayer",
    back: "Connexion rétablie",
    updated: "Edgewise a été mis à jour.",
    reload: "Recharger",
  },
  cookieNotice: {
    text: "Ce navigateur refuse les cookies\u00a0: si vous quittez cette page, vous reviendrez sous une autre identité.",
    close: "Fermer",
  },
  emojiPicker: {
    label: "Choisir un émoji",
    search: "Rechercher un émoji",
    none: "Aucun émoji trouvé.",
    recent: "Récents",
    groups: ["Smileys", "Personnes", "Nature", "Nourriture", "Voyages", "Activités", "Objets", "Symboles", "Drapeaux"],
  },
  identityLinks: {
    title: "Votre identité",
    again: "En créer un autre",
    once: "Ce lien n’est enregistré nulle part. Copiez-le maintenant.",
    device: {
      text: "Utilisez Edgewise sur un autre appareil en restant la même personne. Ce lien ne sert qu’une fois, pendant 10\u00a0minutes. La personne qui l’ouvre devient vous. Vos appareils partagent alors votre liste de salons et ce que vous avez lu, chiffrés avec une clé qu’eux seuls possèdent.",
      label: "Lien pour un autre appareil",
      make: "Créer un lien d’appareil",
      stop: "Ne plus partager ma liste depuis cet appareil",
      stopped: "Cet appareil ne partage plus votre liste de salons. Vos autres appareils continuent de le faire.",
    },
    recovery: {
      text: "Si ce navigateur perd ses cookies, un lien de récupération vous rend votre identité. Gardez-le là où personne d’autre ne le trouvera. Un nouveau lien remplace l’ancien.",
      label: "Lien de récupération",
      make: "Créer un lien de récupération",
    },
  },
  keyMap: {
    title: "Raccourcis clavier",
    close: "Fermer",
    groups: [
      {
        title: "Écriture",
        actions: [
          "Envoyer",
          "Envoyer, même sur un écran tactile",
          "Nouvelle ligne",
          "Si le champ est vide\u00a0: modifier votre dernier message",
          "Annuler la modification ou la réponse, fermer une liste",
          "Mentionner quelqu’un",
          "Émoji\u00a0: taper deux lettres de son nom",
        ],
      },
      {
        title: "Messages",
        actions: [
          "Aller au message précédent ou suivant",
          "Répondre",
          "Réagir",
          "Modifier votre message",
          "Copier le texte",
          "Copier le lien",
          "Supprimer votre message",
          "Annuler la suppression",
          "Ouvrir le menu",
          "Revenir au champ de saisie",
        ],
      },
      { title: "Partout", actions: ["Ouvrir un autre salon", "Rechercher dans ce salon", "Afficher cette liste"] },
    ],
    keys: { ctrl: "Ctrl", shift: "Maj", enter: "Entrée", esc: "Échap", delete: "Suppr", backspace: "Retour arrière" },
  },
  messageActions: {
    label: "Actions sur le message",
    react: "Réagir",
    reactWith: (emoji: string) => `Réagir avec ${emoji}`,
    reply: "Répondre",
    edit: "Modifier",
    more: "Plus d’actions",
    copy: "Copier le texte",
    link: "Copier le lien",
    delete: "Supprimer",
    copied: "Copié.",
    notCopied: "Ce navigateur n’autorise pas la copie.",
    report: "Signaler…",
  },
  openedLink: {
    device: {
      title: "Continuer sous la même identité",
      done: "C’est fait\u00a0: dans ce navigateur, vous êtes maintenant la personne qui a créé le lien.",
      refused:
        "Ce lien n’est plus valable\u00a0: il a déjà servi, il est trop ancien, un plus récent l’a remplacé, ou il est incomplet. Créez-en un nouveau.",
    },
    host: {
      title: "Hébergeur de ce site",
      done: "Dans ce navigateur, vous êtes maintenant l’hébergeur de ce site, pour 30\u00a0jours. Dans chaque salon, vous avez les droits d’un propriétaire.",
      refused: "Ce n’est pas la clé de l’hébergeur de ce site. «\u00a0npm run host\u00a0» en crée une nouvelle.",
    },
    asking:
      "Dans ce navigateur, vous êtes pour l’instant une autre personne. Si vous continuez, vos messages restent, mais vous ne pourrez plus les modifier ni les supprimer d’ici. Pour pouvoir revenir, créez d’abord un lien de récupération dans les paramètres.",
    working: "Un instant…",
    busy: "Trop d’essais depuis cette adresse IP. Attendez une minute, puis réessayez.",
    failed: "Cela n’a pas fonctionné. Vérifiez votre connexion, puis réessayez.",
    goOn: "Continuer",
    tryAgain: "Réessayer",
    cancel: "Annuler",
    close: "Fermer",
  },
  notices: {
    writable: "Vous pouvez de nouveau écrire ici.",
    owner: (channel: string) => `${channel} est maintenant aussi à vous\u00a0: vous pouvez gérer ce salon.`,
    moderator: (channel: string) => `Vous modérez maintenant ${channel}.`,
    member: (channel: string) => `Vous êtes maintenant membre de ${channel}.`,
    noRole: (channel: string) => `Vous ne faites plus partie de l’équipe de ${channel}.`,
    private: "Ce salon est maintenant privé\u00a0: seuls les membres et l’équipe peuvent le lire. Vous en faites partie.",
    recovery: "Ce salon est maintenant à vous. Si ce navigateur vous oublie, un lien de récupération vous y ramène.",
    makeLink: "Créer un lien de récupération",
    later: "Pas maintenant",
  },
  push: {
    title: (channel: string) => `Quand cette page est fermée, me prévenir de ${channel}`,
    mentions: "Mentions et réponses",
    all: "Tous les messages",
    nothing: "Rien",
    homeScreen:
      "Sur un iPhone ou un iPad, ajoutez d’abord Edgewise à l’écran d’accueil\u00a0: touchez «\u00a0Partager\u00a0», puis «\u00a0Sur l’écran d’accueil\u00a0». Ouvrez-le de là et activez cette option.",
  },
  readOnly: {
    countdown: (left: string) => `Mode lent\u00a0: vous pourrez écrire de nouveau dans ${left}.`,
  },
  refused: {
    over: "Vous pouvez de nouveau lire ce salon.",
    retry: "Réessayer",
    kept: "Ce que vous avez écrit sans l’envoyer est conservé sur cette page.",
    redeeming: "Vérification de votre invitation…",
  },
  reasons: {
    muted: (until: number) => `L’équipe vous a mis en sourdine ici (fin\u00a0: ${moment(until)}). D’ici là, vous pouvez lire.`,
    banned: (until: number) => `Votre accès à ce salon est bloqué (fin\u00a0: ${moment(until)}).`,
    banned_address: (until: number) =>
      `Une personne à votre adresse internet est bloquée ici. Les nouveaux venus peuvent lire, mais pas encore écrire (fin\u00a0: ${moment(until)}).`,
    known_only:
      "Seuls l’équipe, les membres et les personnes qui ont déjà écrit ici peuvent écrire en ce moment. Demandez une invitation à l’équipe.",
    staff_only: "Seule l’équipe peut écrire ici en ce moment. Vous pouvez lire.",
    members_only: "Ce salon est privé. Demandez une invitation à son propriétaire.",
    slow_mode: "Le mode lent est activé ici. Ce sera de nouveau possible dans un instant.",
    newcomer: "Vous venez d’arriver\u00a0: vos premiers messages sont ralentis. Ce sera de nouveau possible dans un instant.",
    busy_address: "Beaucoup de messages partent de votre adresse internet. Ce sera de nouveau possible dans un instant.",
    full_day: (until: number) =>
      `Trop de messages sont partis de votre adresse internet aujourd’hui. Le prochain pourra partir plus tard (dès\u00a0: ${moment(until)}).`,
    much_reporting: "Vous avez signalé autant de messages qu’il est possible en une heure. Réessayez plus tard.",
    bad_key: "Cette invitation n’est plus valable\u00a0: elle a été utilisée, annulée ou a expiré. Demandez-en une nouvelle.",
    not_staff: "Seule l’équipe de ce salon peut faire cela.",
    not_owner: "Seul un propriétaire de ce salon peut faire cela.",
    yourself: "Vous ne pouvez pas vous faire cela à vous-même.",
    is_staff: "Cette personne fait partie de l’équipe. Retirez-lui d’abord son rôle.",
    last_owner: "Un salon garde son dernier propriétaire. Nommez d’abord quelqu’un d’autre.",
    too_many_staff: `L’équipe d’un salon est limitée à ${number(MAX_STAFF)} personnes.`,
    too_many_keys: `Un salon est limité à ${number(MAX_KEYS)} invitations en cours. Annulez-en d’abord une.`,
    no_such_user: "Ce salon ne connaît pas cette personne.",
    no_such_key: "Cette invitation n’existe plus.",
    not_restorable: "Ce message ne peut plus être rétabli.",
    long_topic: `Un sujet tient sur une ligne de ${number(MAX_TOPIC)} caractères au plus.`,
    long_reason: `Un motif est limité à ${number(MAX_REPORT_REASON)} caractères.`,
    bad_file: "Ce fichier n’a pas été envoyé correctement. Réessayez.",
    bad_files: `Un message est limité à ${number(MAX_FILES)} fichiers.`,
    bad_picture: "Cette image est illisible ou trop grande.",
    cut_file: "Le fichier n’est pas arrivé en entier. Réessayez.",
    empty_file: "Le fichier est vide.",
    large_file: `Un fichier est limité à ${size(MAX_FILE_SIZE)}.`,
    no_files: "Personne ne peut envoyer de fichiers ici.",
    files_for_known:
      "Seules l’équipe et les personnes qui ont déjà écrit ici peuvent envoyer des fichiers. Écrivez d’abord quelque chose.",
    files_for_staff: "Seule l’équipe peut envoyer des fichiers ici.",
    other_file: "Ce fichier appartient à un autre message ou à quelqu’un d’autre.",
    no_such_file: "Ce fichier n’existe plus. Réessayez.",
    many_files: "Cela faisait beaucoup de fichiers à la fois. L’envoi reprend dans un instant.",
    busy_files: "Beaucoup de fichiers partent d’ici. L’envoi reprend dans un instant.",
    full_day_of_files: (until: number) =>
      `Trop de fichiers sont partis de votre adresse internet aujourd’hui. Le prochain pourra partir plus tard (dès\u00a0: ${moment(until)}).`,
    no_answer: "Aucune réponse. Vérifiez votre connexion, puis réessayez.",
  },
  report: {
    title: "Signaler ce message",
    text: "L’équipe de ce salon verra le message, votre nom et votre motif.",
    reason: "Motif (facultatif)",
    send: "Signaler",
    cancel: "Annuler",
    done: "Signalé à l’équipe.",
  },
  roles: { owner: "Propriétaire", moderator: "Modo" },
  editState: {
    online: "enregistrement…",
    offline: "modification en attente",
    closed: "non enregistré\u00a0: connexion fermée, la modification est conservée ici",
  },
  jump: {
    gone: "Ce message n’existe plus.",
  },
  jumpToLatest: {
    label: (n: number) =>
      n === 0
        ? "Aller au dernier message"
        : count(n, { one: "# nouveau message", many: "# de nouveaux messages", other: "# nouveaux messages" }),
  },
  onlinePeople: {
    you: "(vous)",
    others: (n: number) => `et ${number(n)} de plus, autres onglets compris`,
  },
  search: {
    title: "Rechercher dans ce salon",
    close: "Fermer",
    words: "Mots à trouver",
    people: "Écrit par",
    everyone: "Tout le monde",
    submit: "Rechercher",
    hint: (key: string) =>
      `Les guillemets cherchent les mots dans cet ordre. ${key} une seconde fois ouvre la recherche du navigateur, qui ne trouve que ce qui est chargé.`,
    /** `more`: whether there are older ones, too. */
    found: (n: number, more: boolean) =>
      n === 0
        ? "Rien n’a été trouvé."
        : count(
            n,
            more
              ? {
                  one: "Les # messages les plus récents",
                  many: "Les # messages les plus récents",
                  other: "Les # messages les plus récents",
                }
              : { one: "# message", many: "# messages", other: "# messages" },
          ),
    more: "Afficher les plus anciens",
    date: "Aller à une date",
    incomplete: "Les messages plus anciens sont encore en cours de préparation pour la recherche.",
    again: "Rechercher à nouveau",
    visited: {
      title: "Rechercher dans vos canaux",
      found: (n: number) => count(n, { one: "Trouvé dans # canal.", other: "Trouvé dans # canaux." }),
      rest: (n: number) => count(n, { one: "Rechercher dans # autre canal", other: "Rechercher dans # autres canaux" }),
    },
  },
  olderMessages: {
    loading: "Chargement des messages plus anciens…",
    offline: "Vous êtes hors ligne. Les messages plus anciens se chargeront à votre retour en ligne.",
    skipped: "Des messages plus anciens n’ont pas été chargés\u00a0:",
    load: "Charger",
  },
  refusals: {
    empty: "Rien à envoyer\u00a0: le message est vide.",
    too_long: (most: number) => `Un message est limité à ${number(most)} caractères. Envoyez-le en plusieurs fois.`,
    empty_name: "Un nom doit contenir au moins un caractère visible.",
    long_name: (most: number) => `Un nom est limité à ${number(most)} caractères.`,
    too_many_reactions: "Ce message a atteint le nombre maximal de réactions.",
    rate_limited: "Trop d’actions à la fois. Ce sera de nouveau possible dans un instant.",
    forbidden: "Seule la personne qui a écrit un message peut le modifier.",
    not_found: "Ce message n’existe plus.",
    storage: "L’enregistrement a échoué. Réessayez.",
  },
  typingIndicator: {
    one: <T>(name: T) => [name, " écrit…"],
    two: <T>(name: T, other: T) => [name, " et ", other, " écrivent…"],
    many: <T>(name: T, others: number) => [name, ` et ${number(others)} autres écrivent…`],
  },
  changeState: {
    refused: (why: string) => `Non modifié. ${why}`,
  },
  exportLinks: {
    title: "Emporter l’historique",
    html: "Page web",
    md: "Texte",
    json: "Données (JSON)",
  },
  settings: {
    language: "Langue",
    languageLater: "Vous êtes hors ligne. La langue changera à la prochaine ouverture d’une page.",
    theme: "Thème",
    themes: { system: "Système", light: "Clair", dark: "Sombre" },
    previews: "Afficher un aperçu des liens",
    notices: "Quand vous êtes ailleurs",
    sounds: "Son à chaque nouveau message",
    notifications: "Notification à chaque mention",
    notified: "Voici à quoi ressemblent les notifications.",
    unable: "Ce navigateur ne peut pas afficher de notifications.",
    blocked:
      "Ce navigateur bloque les notifications de ce site. Autorisez-les dans les paramètres du navigateur, puis activez cette option.",
    close: "Fermer",
  },
  keptPages: {
    notKept: "Vous êtes hors ligne et ce salon n’est pas conservé sur cet appareil.",
    kept: "Ces salons sont conservés\u00a0:",
  },
  share: {
    title: "Dans quel salon voulez-vous écrire ceci\u00a0?",
    cut: (most: number) => `Le texte était trop long\u00a0: voici ses ${number(most)} premiers caractères.`,
    noFiles: "Les fichiers n’ont pas pu être repris. Joignez-les dans le salon.",
    cancel: "Annuler",
  },
  toast: { deleted: "Message supprimé.", undo: "Annuler", close: "Fermer" },
  unread: {
    markAll: "Tout marquer comme lu",
    /** After the number of unread messages. */
    words: (mentions: number) =>
      mentions > 0
        ? `à lire, ${count(mentions, { one: "# vous mentionne", many: "# vous mentionnent", other: "# vous mentionnent" })}`
        : "à lire",
  },
  unsentState: {
    uploading: "envoi des fichiers…",
    online: "envoi…",
    offline: "en attente",
    closed: "non envoyé\u00a0: connexion fermée, le message est conservé ici",
    refused: (why: string) => `Non envoyé. ${why}`,
    waiting: (why: string) => `En attente. ${why}`,
  },
  viewer: {
    title: "Image",
    close: "Fermer",
    previous: "Image précédente",
    next: "Image suivante",
    download: "Télécharger",
    place: (n: number, all: number) => `${number(n)} sur ${number(all)}`,
  },
  voice: {
    record: "Enregistrer un message vocal",
    attach: "Joindre",
    cancel: "Annuler",
    refused: "Le micro n’est pas utilisable. Autorisez-le dans les réglages du navigateur, puis réessayez.",
    name: "Message vocal",
    recording: "Enregistrement",
  },
  waitState: { discard: "Abandonner", edit: "Modifier", retry: "Réessayer" },
} satisfies OnDemandStrings;
