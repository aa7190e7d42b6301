/** The sentences of responses that are not pages, in French. */
import type { WorkerStrings } from "./en";

export default {
  nothingHere: "Il n’y a rien à cette adresse.",
  healthIsAt: "Il n’y a rien à cette adresse. L’état du Worker se trouve à l’adresse /api/health.",
  notAName: "Aucun salon ne peut porter ce nom.",
  readOnly: "Cette adresse se lit avec GET.",
  onlyPost: "Cette adresse n’accepte que POST.",
  onlySockets: "Cette adresse est réservée aux connexions WebSocket. La page se trouve à la même adresse, sans /_ws.",
  otherSite: "Les pages d’un autre site n’ont pas le droit de se connecter.",
  otherSiteCookies: "Les pages d’un autre site n’ont pas le droit de définir des cookies.",
  otherSitePosts: "Les pages d’un autre site n’ont pas le droit de faire cela.",
  tooManyConnections: "Trop de connexions depuis cette adresse IP. Attendez une minute.",
  tooManyRequests: "Trop de requêtes depuis cette adresse IP. Attendez une minute.",
  tooLongShare: "Le texte partagé est trop long. Copiez-en une partie et partagez-la.",
  badShare: "Le contenu partagé n’a pas pu être lu. Copiez plutôt le texte dans un salon.",
  tooManyQuestions: "Trop de demandes depuis cette adresse IP. Attendez une minute.",
  badExport:
    "Un export demande format=json, format=md ou format=html. S’il y a un from ou un to, c’est une date comme 2026-01-31 ou 2026-01-31T12:30Z.",
  tooManyExports: "Deux exports par minute sont le maximum. Attendez une minute.",
  exportRuns: "Un autre export de ce salon est en cours. Réessayez dans quelques secondes.",
  noIdentity: "L’accès est impossible pour le moment. Réessayez.",
  noCookie: "Un lien appartient à la personne dont le navigateur envoie le cookie, et il n’en a envoyé aucun de valable.",
  badHostKey: "Ce n’est pas la clé de l’hébergeur de ce site.",
  badLink: "Ce lien n’est plus valable, ou il est incomplet. Créez-en un nouveau là d’où il vient.",
  banned: (until: string) => `Votre accès à ce salon est bloqué (fin\u00a0: ${until}).`,
  membersOnly: "Ce salon est privé. Demandez une invitation à son propriétaire.",
  export: {
    cut: "Cet export est incomplet. Relancez-le.",
    edited: "modifié",
    deleted: "Ce message a été supprimé.",
    removed: "Ce message a été retiré par l’équipe.",
    owner: "Propriétaire",
    moderator: "Modo",
  },
  errorPage: {
    title: "Un problème est survenu",
    heading: "Cette page n’a pas pu être affichée",
    text: "Une erreur est survenue de notre côté et a été enregistrée. Réessayez dans un instant.",
    kept: "Ce que vous avez écrit sans l’envoyer est conservé dans ce navigateur.",
    retry: "Réessayer",
  },
} satisfies WorkerStrings;
