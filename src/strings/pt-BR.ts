/** The sentences of a page's first load in Brazilian Portuguese. */
import { formatsOf } from "./formats.ts";
import type { Strings } from "./en";

const { count, list, number, size } = formatsOf("pt-BR");

const unreadMessages = (n: number) =>
  count(n, { one: "# mensagem não lida", many: "# mensagens não lidas", other: "# mensagens não lidas" });

export default {
  codeBlock: { copy: "Copiar", copied: "Copiado", failed: "Não copiado: selecione o texto e copie", plain: "texto" },
  errorPage: {
    title: "Algo deu errado nesta página",
    text: "O que você escreveu e ainda não enviou fica guardado neste navegador.",
    reload: "Recarregar a página",
  },
  dayDivider: { today: "Hoje", yesterday: "Ontem" },
  messageList: {
    label: "Mensagens",
    unheard: "O canal ainda não respondeu. As mensagens aparecerão assim que ele responder.",
  },
  messageRow: {
    deleted: "Esta mensagem foi apagada.",
    removed: "Esta mensagem foi removida pela equipe.",
    edited: "(editada)",
    editedAt: (when: string) => `Editada: ${when}`,
    fresh: "Novas mensagens",
    showAll: "Mostrar tudo",
    showLess: "Mostrar menos",
  },
  files: { gone: "não está mais guardado: o canal ficou sem espaço.", size },
  quote: {
    deleted: "mensagem apagada",
    before: "Em resposta a ",
    unknown: "uma mensagem anterior",
  },
  composer: {
    label: (channel: string) => `Mensagem para ${channel}`,
    placeholder: "Mensagem",
    send: "Enviar",
    save: "Salvar",
    emoji: "Emoji",
    keys: "Atalhos de teclado",
    noScript: "Dá para ler sem JavaScript. Para escrever, ative-o.",
  },
  reactions: {
    label: (emoji: string, n: number, who?: string) =>
      `${emoji} ${count(n, { one: "# pessoa", many: "# pessoas", other: "# pessoas" })}${who ? `: ${who}` : ""}`,
    you: "Você",
    who: (names: readonly string[], others: number) =>
      list(
        others > 0 ? [...names, count(others, { one: "mais # pessoa", many: "mais # pessoas", other: "mais # pessoas" })] : names,
      ),
    add: "Adicionar reação",
  },
  app: {
    name: "Edgewise",
    titleOf: (what: string) => `${what} · Edgewise`,
  },
  channelHead: {
    online: "online",
    whoIsHere: ": ver quem está aqui",
  },
  channelLink: {
    pin: (channel: string) => `Fixar ${channel}`,
    forget: (channel: string) => `Remover ${channel} da lista`,
  },
  connection: {
    online: "online",
    connecting: "Conectando…",
    offline: "Offline. Reconectando…",
    closed: "O canal encerrou esta conexão.",
    lag: (ms: number) => `Latência: ${number(ms)}\u00a0ms`,
  },
  copyLink: {
    copy: "Copiar link",
    copyOf: (channel: string) => `Copiar link de ${channel}`,
    copied: "Link copiado",
    failed: (link: string) => `Não foi possível copiar. O link é: ${link}`,
  },
  emptyChannel: {
    title: "Nenhuma mensagem ainda",
    lobby: "Escreva a primeira: todo mundo que abrir esta página vai ler.",
    channel: "Escreva a primeira e este canal será seu. Ou compartilhe o link: quem tiver o link pode ler e escrever.",
  },
  loadFailed: "Não foi possível carregar esta parte da página. Verifique sua conexão e recarregue a página.",
  nameBox: {
    label: "Seu nome",
    hint: (most: number) => `De 1 a ${number(most)} caracteres`,
    change: (name: string) => `Mudar nome: ${name}`,
  },
  notFoundPage: {
    title: "Este canal não existe",
    heading: "Nome de canal inválido",
    or: <T>(lobby: (word: string) => T) => ["Ou comece no ", lobby("lobby"), "."],
  },
  openChannel: {
    label: "Abrir outro canal",
    placeholder: "Abrir um canal…",
    rule: "O nome de um canal tem até 8 partes separadas por “/”. Cada parte começa com uma letra ou um número e só pode conter letras, números, “-”, “_” e “.”. Nomes de arquivos da web, como “index.html”, não são permitidos.",
  },
  peopleList: {
    title: "Quem está aqui",
  },
  settings: {
    title: "Configurações",
  },
  shell: {
    skip: "Pular para o canal",
    channels: "Canais",
    openDrawer: (unread: number) => (unread > 0 ? `Canais, ${unreadMessages(unread)}` : "Canais"),
    home: "Edgewise: ir para o lobby",
    close: "Fechar",
  },
  welcome: {
    title: "Cada endereço é um canal",
    text: "Este é o lobby. Escreva abaixo: todo mundo aqui vê na hora. Sem cadastro.",
    elsewhere: "Para ter seu próprio canal, digite um nome qualquer e compartilhe o link:",
    label: "Nome do canal",
    open: "Abrir",
    dismiss: "Fechar as boas-vindas",
  },
} satisfies Strings;
