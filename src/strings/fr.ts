/** The sentences of a page's first load in French. */
import { formatsOf } from "./formats.ts";
import type { Strings } from "./en";

const { count, list, number, size } = formatsOf("fr");

export default {
  codeBlock: {
    copy: "Copier",
    copied: "Copié",
    failed: "Copie impossible\u00a0: sélectionnez le texte et copiez-le",
    plain: "texte",
  },
  errorPage: {
    title: "Un problème est survenu sur cette page",
    text: "Ce que vous avez écrit sans l’envoyer est conservé dans ce navigateur.",
    reload: "Recharger la page",
  },
  dayDivider: { today: "Aujourd’hui", yesterday: "Hier" },
  messageList: {
    label: "Messages",
    unheard: "Le salon ne répond pas encore. Ses messages s’afficheront dès qu’il répondra.",
  },
  messageRow: {
    deleted: "Ce message a été supprimé.",
    removed: "Ce message a été retiré par l’équipe.",
    edited: "(modifié)",
    editedAt: (when: string) => `Modifié le ${when}`,
    fresh: "Nouveaux messages",
    showAll: "Tout afficher",
    showLess: "Réduire",
  },
  files: { gone: "n’est plus conservé\u00a0: le salon n’avait plus de place.", size },
  quote: {
    deleted: "message supprimé",
    before: "En réponse à ",
    unknown: "un message plus ancien",
  },
  composer: {
    label: (channel: string) => `Message dans ${channel}`,
    placeholder: "Écrire un message",
    send: "Envoyer",
    save: "Enregistrer",
    emoji: "Émojis",
    keys: "Raccourcis clavier",
    noScript: "Vous pouvez lire sans JavaScript. Pour écrire, activez-le.",
  },
  reactions: {
    label: (emoji: string, n: number, who?: string) =>
      `${emoji} ${count(n, { one: "# personne", many: "# de personnes", other: "# personnes" })}${who ? `\u00a0: ${who}` : ""}`,
    you: "Vous",
    who: (names: readonly string[], others: number) =>
      list(others > 0 ? [...names, count(others, { one: "# autre", many: "# autres", other: "# autres" })] : names),
    add: "Ajouter une réaction",
  },
  app: {
    name: "Edgewise",
    titleOf: (what: string) => `${what} · Edgewise`,
  },
  channelHead: {
    online: "en ligne",
    whoIsHere: "\u00a0: voir qui est là",
  },
  channelLink: {
    pin: (channel: string) => `Épingler ${channel}`,
    forget: (channel: string) => `Retirer ${channel} de la liste`,
  },
  connection: {
    online: "en ligne",
    connecting: "Connexion…",
    offline: "Hors ligne. Reconnexion…",
    closed: "Le salon a fermé cette connexion.",
    lag: (ms: number) => `Latence\u00a0: ${number(ms)}\u00a0ms`,
  },
  copyLink: {
    copy: "Copier le lien",
    copyOf: (channel: string) => `Copier le lien vers ${channel}`,
    copied: "Lien copié",
    failed: (link: string) => `Copie impossible. Voici le lien\u00a0: ${link}`,
  },
  emptyChannel: {
    title: "Aucun message pour l’instant",
    lobby: "Écrivez le premier\u00a0: toute personne qui ouvre cette page pourra le lire.",
    channel: "Écrivez le premier, et ce salon est à vous. Ou partagez le lien\u00a0: toute personne qui l’a peut lire et écrire.",
  },
  loadFailed: "Cette partie de la page n’a pas pu être chargée. Vérifiez votre connexion, puis rechargez la page.",
  nameBox: {
    label: "Votre nom",
    hint: (most: number) => `De 1 à ${number(most)} caractères`,
    change: (name: string) => `${name}\u00a0: changer de nom`,
  },
  notFoundPage: {
    title: "Salon introuvable",
    heading: "Nom de salon invalide",
    or: <T>(lobby: (word: string) => T) => ["Ou commencez par le ", lobby("lobby"), "."],
  },
  openChannel: {
    label: "Ouvrir un autre salon",
    placeholder: "Ouvrir un salon…",
    rule: "Un nom de salon compte jusqu’à 8 parties séparées par «\u00a0/\u00a0». Chaque partie commence par une lettre ou un chiffre et ne peut contenir que des lettres, des chiffres, «\u00a0-\u00a0», «\u00a0_\u00a0» et «\u00a0.\u00a0». Les noms de fichiers web, comme «\u00a0index.html\u00a0», ne sont pas acceptés.",
  },
  peopleList: {
    title: "Personnes en ligne",
  },
  settings: {
    title: "Paramètres",
  },
  shell: {
    skip: "Aller au salon",
    channels: "Salons",
    openDrawer: (unread: number) =>
      unread > 0 ? `Salons, ${count(unread, { one: "# message", many: "# de messages", other: "# messages" })} à lire` : "Salons",
    home: "Edgewise\u00a0: aller au lobby",
    close: "Fermer",
  },
  welcome: {
    title: "Chaque adresse est un salon",
    text: "Vous êtes dans le lobby. Écrivez ci-dessous\u00a0: tout le monde ici voit aussitôt votre message. Sans inscription.",
    elsewhere: "Pour avoir votre propre salon, choisissez un nom et partagez le lien\u00a0:",
    label: "Nom du salon",
    open: "Ouvrir",
    dismiss: "Fermer le message de bienvenue",
  },
} satisfies Strings;
