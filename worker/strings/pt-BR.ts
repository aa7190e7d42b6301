/** The sentences of responses that are not pages, in Brazilian Portuguese. */
import type { WorkerStrings } from "./en";

export default {
  nothingHere: "Não há nada neste endereço.",
  healthIsAt: "Não há nada neste endereço. O status do Worker está em /api/health.",
  notAName: "Nenhum canal pode ter esse nome.",
  readOnly: "Este endereço é lido com GET.",
  onlyPost: "Este endereço só aceita POST.",
  onlySockets: "Este endereço é para WebSockets. A página fica no mesmo caminho, sem /_ws.",
  otherSite: "Páginas de outro site não podem se conectar.",
  otherSiteCookies: "Páginas de outro site não podem definir cookies.",
  otherSitePosts: "Páginas de outro site não podem fazer isso.",
  tooManyConnections: "Conexões demais a partir deste endereço IP. Aguarde um minuto.",
  tooManyRequests: "Requisições demais a partir deste endereço IP. Aguarde um minuto.",
  tooManyQuestions: "Consultas demais a partir deste endereço IP. Aguarde um minuto.",
  noIdentity: "Ninguém pode entrar no momento. Tente de novo.",
  noCookie: "Um link pertence à pessoa cujo cookie o navegador envia, e ele não enviou nenhum válido.",
  badHostKey: "Esta não é a chave do anfitrião deste site.",
  badLink: "Este link não vale mais ou está incompleto. Crie outro no lugar de onde ele veio.",
  banned: (until: string) => `Seu acesso a este canal está bloqueado (até ${until}).`,
  membersOnly: "Este canal é privado. Peça um convite a quem administra o canal.",
  errorPage: {
    title: "Algo deu errado",
    heading: "Não foi possível gerar esta página",
    text: "Algo deu errado do nosso lado, e o erro já foi registrado. Tente de novo daqui a pouco.",
    kept: "O que você escreveu e ainda não enviou fica guardado neste navegador.",
    retry: "Tentar de novo",
  },
} satisfies WorkerStrings;
