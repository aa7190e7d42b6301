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
  tooLongShare: "O texto compartilhado é longo demais. Copie uma parte e compartilhe-a.",
  badShare: "Não foi possível ler o que foi compartilhado. Copie o texto para um canal.",
  tooManyQuestions: "Consultas demais a partir deste endereço IP. Aguarde um minuto.",
  badExport:
    "Uma exportação precisa de format=json, format=md ou format=html. Se houver from ou to, deve ser uma data como 2026-01-31 ou 2026-01-31T12:30Z.",
  tooManyExports: "São permitidas no máximo duas exportações por minuto. Aguarde um minuto.",
  exportRuns: "Outra exportação deste canal está em andamento. Tente de novo em alguns segundos.",
  noIdentity: "Ninguém pode entrar no momento. Tente de novo.",
  noCookie: "Um link pertence à pessoa cujo cookie o navegador envia, e ele não enviou nenhum válido.",
  badHostKey: "Esta não é a chave do anfitrião deste site.",
  badLink: "Este link não vale mais ou está incompleto. Crie outro no lugar de onde ele veio.",
  banned: (until: string) => `Seu acesso a este canal está bloqueado (até ${until}).`,
  membersOnly: "Este canal é privado. Peça um convite a quem administra o canal.",
  export: {
    cut: "Esta exportação está incompleta. Inicie-a de novo.",
    edited: "editada",
    deleted: "Esta mensagem foi apagada.",
    removed: "Esta mensagem foi removida pela equipe.",
    owner: "Dono/a",
    moderator: "Mod",
  },
  errorPage: {
    title: "Algo deu errado",
    heading: "Não foi possível gerar esta página",
    text: "Algo deu errado do nosso lado, e o erro já foi registrado. Tente de novo daqui a pouco.",
    kept: "O que você escreveu e ainda não enviou fica guardado neste navegador.",
    retry: "Tentar de novo",
  },
} satisfies WorkerStrings;
