/** The sentences of parts that load on demand, in Brazilian Portuguese. */

import { formatsOf } from "../formats.ts";
import { MAX_FILE_SIZE, MAX_FILES, MAX_KEYS, MAX_REPORT_REASON, MAX_STAFF, MAX_TOPIC } from "../limits.ts";
import { timesOf } from "../times.ts";
import type { OnDemandStrings } from "./en";

const { count, number, size } = formatsOf("pt-BR");
const { duration, moment } = timesOf("pt-BR");

const messagesWait = (n: number) =>
  count(n, { one: "# mensagem aguarda envio", many: "# mensagens aguardam envio", other: "# mensagens aguardam envio" });

const messagesWillBeSent = (n: number) =>
  count(n, {
    one: "# mensagem será enviada quando a conexão voltar",
    many: "# mensagens serão enviadas quando a conexão voltar",
    other: "# mensagens serão enviadas quando a conexão voltar",
  });

export default {
  announcedMessage: (name: string, text: string) => `${name}: ${text}`,
  attachments: {
    choose: "Anexar arquivos",
    label: "Arquivos anexados",
    remove: (name: string) => `Remover ${name}`,
    alt: (name: string) => `Descrição de ${name}`,
    describe: "Descreva a imagem (opcional)",
    preparing: "Os arquivos ainda estão sendo preparados. Só um momento.",
    refused: (name: string, why: string) => `${name}: ${why}`,
    unreadable: "Não dá para ler este arquivo.",
    progress: "Envio",
  },
  channelInfo: {
    title: "Sobre este canal",
    open: (pins: number) =>
      pins === 0
        ? "Sobre este canal"
        : `Sobre este canal: ${count(pins, { one: "# mensagem fixada", many: "# de mensagens fixadas", other: "# mensagens fixadas" })}`,
    pins: "Mensagens fixadas",
    private: "Privado: só os membros e a equipe podem ler este canal.",
    known: "Só quem já escreveu aqui, os membros e a equipe podem escrever.",
    staff: "Só a equipe pode escrever.",
    slow: (seconds: number) => `Modo lento: cada pessoa pode escrever uma mensagem a cada ${duration(seconds)}.`,
    keep: (seconds: number) => `As mensagens são apagadas após ${duration(seconds)}.`,
  },
  completions: { emoji: "Emojis", people: "Pessoas" },
  composerNotes: {
    count: (units: number, most: number) => `${number(units)} de ${number(most)} caracteres`,
    label: "Texto longo demais",
    decide: "Primeiro, decida o que fazer com o texto que não cabe.",
    tooLong: (rest: number, all: number) =>
      count(rest, {
        one: `# de ${number(all)} caracteres não cabe em uma mensagem.`,
        many: `# de ${number(all)} caracteres não cabem em uma mensagem.`,
        other: `# de ${number(all)} caracteres não cabem em uma mensagem.`,
      }),
    sendParts: (n: number) => `Enviar em ${number(n)} partes`,
    keep: "Manter o que cabe",
    cancel: "Cancelar",
    notPasted: (units: number) =>
      count(units, {
        one: "O último caractere não coube e não foi inserido.",
        many: "Os últimos # caracteres não couberam e não foram inseridos.",
        other: "Os últimos # caracteres não couberam e não foram inseridos.",
      }),
    notKept: "Mensagens que não puderem ser enviadas não ficarão guardadas neste dispositivo: este navegador não as armazena.",
  },
  composerMode: {
    editing: "Editando sua mensagem",
    replyingTo: <T>(name: T) => ["Respondendo a ", name, ":"],
    leaveEditing: "Cancelar edição",
    leaveReply: "Cancelar resposta",
  },
  connectionBar: {
    tooManyPeers: "Este canal está aberto em abas demais. Feche uma das outras e recarregue a página.",
    offlineWith: (n: number) => `Offline. ${messagesWillBeSent(n)}.`,
    offlineSince: (at: number) => `Você está offline. Última atualização: ${moment(at)}.`,
    unreachable: "Não foi possível acessar o Edgewise. Verifique sua conexão.",
    blocked: (n: number) =>
      `Esta rede bloqueia conexões em tempo real (WebSockets). Novas mensagens chegam a cada 15 segundos; ${n === 0 ? "o que você escrever aguarda envio" : messagesWait(n)}. Tente outra rede ou desative a VPN ou o proxy.`,
    crowded:
      "Conexões demais a partir deste endereço IP, como o de um escritório ou de uma escola. Nova tentativa em até um minuto.",
    signIn: "Esta rede ou este site pede que você faça login primeiro. Para isso, recarregue a página.",
    tryNow: "Tentar agora",
    back: "Online de novo",
    updated: "O Edgewise foi atualizado.",
    reload: "Recarregar",
  },
  cookieNotice: {
    text: "Este navegador bloqueia cookies: se você sair desta página, voltará como outra pessoa.",
    close: "Fechar",
  },
  emojiPicker: {
    label: "Escolher um emoji",
    search: "Buscar emoji",
    none: "Nenhum emoji encontrado.",
    recent: "Recentes",
    groups: ["Carinhas", "Pessoas", "Natureza", "Comida", "Viagens", "Atividades", "Objetos", "Símbolos", "Bandeiras"],
  },
  identityLinks: {
    title: "Sua identidade",
    again: "Criar outro",
    once: "Este link não fica salvo em lugar nenhum. Copie agora.",
    device: {
      text: "Use o Edgewise em outro dispositivo como a mesma pessoa. Este link funciona uma vez, por 10 minutos. Quem o abrir será você. Os seus dispositivos passam a compartilhar a sua lista de canais e o que você leu, criptografados com uma chave que só eles têm.",
      label: "Link para outro dispositivo",
      make: "Criar link de dispositivo",
      stop: "Parar de compartilhar a minha lista neste dispositivo",
      stopped: "Este dispositivo não compartilha mais a sua lista de canais. Os seus outros dispositivos continuam.",
    },
    recovery: {
      text: "Se este navegador perder os cookies, um link de recuperação devolve a sua identidade. Guarde-o onde ninguém mais o encontre. Um novo substitui o antigo.",
      label: "Link de recuperação",
      make: "Criar link de recuperação",
    },
  },
  keyMap: {
    title: "Atalhos de teclado",
    close: "Fechar",
    groups: [
      {
        title: "Escrita",
        actions: [
          "Enviar",
          "Enviar, também em telas sensíveis ao toque",
          "Nova linha",
          "Com a caixa vazia: editar sua última mensagem",
          "Cancelar a edição ou a resposta, fechar uma lista",
          "Mencionar alguém",
          "Emoji: digite duas letras do nome",
        ],
      },
      {
        title: "Mensagens",
        actions: [
          "Ir para a mensagem anterior ou seguinte",
          "Responder",
          "Reagir",
          "Editar sua mensagem",
          "Copiar o texto",
          "Copiar o link",
          "Apagar sua mensagem",
          "Desfazer depois de apagar",
          "Abrir o menu",
          "Voltar para a caixa de texto",
        ],
      },
      { title: "Em qualquer lugar", actions: ["Abrir outro canal", "Buscar neste canal", "Mostrar esta lista"] },
    ],
    keys: { ctrl: "Ctrl", shift: "Shift", enter: "Enter", esc: "Esc", delete: "Delete", backspace: "Backspace" },
  },
  messageActions: {
    label: "Ações da mensagem",
    react: "Reagir",
    reactWith: (emoji: string) => `Reagir com ${emoji}`,
    reply: "Responder",
    edit: "Editar",
    more: "Mais",
    copy: "Copiar texto",
    link: "Copiar link",
    delete: "Apagar",
    copied: "Copiado.",
    notCopied: "Este navegador não permite copiar.",
    report: "Denunciar…",
  },
  openedLink: {
    device: {
      title: "Continuar como a mesma pessoa",
      done: "Pronto: neste navegador você agora é a pessoa que criou o link.",
      refused:
        "Este link não funciona mais: já foi usado, é antigo demais, foi substituído por um mais novo ou está incompleto. Crie um novo.",
    },
    host: {
      title: "Anfitrião deste site",
      done: "Neste navegador você agora é o anfitrião deste site, por 30 dias. Em todos os canais você tem os direitos de um proprietário.",
      refused: "Esta não é a chave do anfitrião deste site. “npm run host” cria uma nova.",
    },
    asking:
      "Neste navegador você é outra pessoa até agora. Se continuar, suas mensagens ficam, mas você não poderá mais editá-las nem excluí-las daqui. Para poder voltar, crie antes um link de recuperação nas configurações.",
    working: "Um momento…",
    busy: "Tentativas demais a partir deste endereço IP. Aguarde um minuto e tente de novo.",
    failed: "Não funcionou. Verifique sua conexão e tente de novo.",
    goOn: "Continuar",
    tryAgain: "Tentar de novo",
    cancel: "Cancelar",
    close: "Fechar",
  },
  notices: {
    writable: "Você já pode escrever aqui de novo.",
    owner: (channel: string) => `Agora ${channel} também é seu: você pode administrar o canal.`,
    moderator: (channel: string) => `Agora você modera ${channel}.`,
    member: (channel: string) => `Agora você é membro de ${channel}.`,
    noRole: (channel: string) => `Você não faz mais parte da equipe de ${channel}.`,
    private: "Este canal agora é privado: só os membros e a equipe podem ler. Você está entre eles.",
    recovery: "Este canal agora é seu. Se este navegador esquecer você, um link de recuperação traz você de volta.",
    makeLink: "Criar um link de recuperação",
    later: "Agora não",
  },
  push: {
    title: (channel: string) => `Com esta página fechada, me avisar sobre ${channel}`,
    mentions: "Menções e respostas",
    all: "Todas as mensagens",
    nothing: "Nada",
    homeScreen:
      "Em um iPhone ou iPad, primeiro adicione o Edgewise à Tela de Início: toque em “Compartilhar” e depois em “Adicionar à Tela de Início”. Abra o Edgewise por lá e ative esta opção.",
  },
  readOnly: {
    countdown: (left: string) => `Modo lento: você poderá escrever de novo em ${left}.`,
  },
  refused: {
    over: "Você já pode ler este canal de novo.",
    retry: "Tentar de novo",
    kept: "O que você escreveu e não enviou fica guardado nesta página.",
    redeeming: "Verificando seu convite…",
  },
  reasons: {
    muted: (until: number) => `A equipe silenciou você aqui (até ${moment(until)}). Até lá, você pode ler.`,
    banned: (until: number) => `Seu acesso a este canal está bloqueado (até ${moment(until)}).`,
    banned_address: (until: number) =>
      `Alguém no seu endereço de internet está bloqueado aqui. Quem é novo pode ler, mas ainda não escrever (até ${moment(until)}).`,
    known_only: "No momento, só quem já escreveu aqui, os membros e a equipe podem escrever. Peça um convite à equipe.",
    staff_only: "No momento, só a equipe pode escrever aqui. Você pode ler.",
    members_only: "Este canal é privado. Peça um convite a quem administra o canal.",
    slow_mode: "O modo lento está ativo aqui. Dá para enviar de novo em instantes.",
    newcomer: "Você acabou de chegar, então suas primeiras mensagens vão devagar. Dá para enviar de novo em instantes.",
    busy_address: "Muita coisa está sendo escrita do seu endereço de internet. Dá para enviar de novo em instantes.",
    full_day: (until: number) =>
      `Muita coisa foi escrita do seu endereço de internet hoje. A próxima mensagem poderá ser enviada mais tarde (a partir de ${moment(until)}).`,
    much_reporting: "Você já denunciou o máximo de mensagens por hora. Tente de novo mais tarde.",
    bad_key: "Este convite não vale mais: foi usado, cancelado ou expirou. Peça um novo.",
    not_staff: "Só a equipe deste canal pode fazer isso.",
    not_owner: "Só quem é dono deste canal pode fazer isso.",
    yourself: "Você não pode fazer isso com você.",
    is_staff: "Essa pessoa é da equipe. Remova antes a função dela.",
    last_owner: "Um canal não pode ficar sem dono. Promova outra pessoa antes.",
    too_many_staff: `A equipe de um canal pode ter no máximo ${number(MAX_STAFF)} pessoas.`,
    too_many_keys: `Um canal pode ter no máximo ${number(MAX_KEYS)} convites abertos. Cancele um antes.`,
    no_such_user: "Este canal não conhece essa pessoa.",
    no_such_key: "Esse convite não existe mais.",
    not_restorable: "Essa mensagem não pode mais ser restaurada.",
    long_topic: `O assunto é uma linha de no máximo ${number(MAX_TOPIC)} caracteres.`,
    long_reason: `O motivo pode ter no máximo ${number(MAX_REPORT_REASON)} caracteres.`,
    bad_file: "Este arquivo não foi enviado direito. Tente de novo.",
    bad_files: `Uma mensagem pode ter no máximo ${number(MAX_FILES)} arquivos.`,
    bad_picture: "Não dá para ler esta imagem, ou ela é grande demais.",
    cut_file: "O arquivo não chegou inteiro. Tente de novo.",
    empty_file: "O arquivo está vazio.",
    large_file: `Um arquivo pode ter no máximo ${size(MAX_FILE_SIZE)}.`,
    no_files: "Ninguém pode enviar arquivos aqui.",
    files_for_known: "Aqui, só a equipe e quem já escreveu podem enviar arquivos. Escreva algo primeiro.",
    files_for_staff: "Aqui, só a equipe pode enviar arquivos.",
    other_file: "Este arquivo é de outra mensagem ou de outra pessoa.",
    no_such_file: "Este arquivo não existe mais. Tente de novo.",
    many_files: "Foram muitos arquivos de uma vez. O envio continua em instantes.",
    busy_files: "Muitos arquivos estão sendo enviados aqui. O envio continua em instantes.",
    full_day_of_files: (until: number) =>
      `Muitos arquivos foram enviados do seu endereço de internet hoje. O próximo poderá ser enviado mais tarde (a partir de ${moment(until)}).`,
    no_answer: "Não houve resposta. Verifique sua conexão e tente de novo.",
  },
  report: {
    title: "Denunciar esta mensagem",
    text: "A equipe deste canal verá a mensagem, seu nome e o motivo.",
    reason: "Motivo (opcional)",
    send: "Denunciar",
    cancel: "Cancelar",
    done: "Mensagem denunciada à equipe.",
  },
  roles: { owner: "Dono/a", moderator: "Mod" },
  editState: {
    online: "salvando…",
    offline: "alteração aguardando conexão",
    closed: "não foi salva: a conexão foi encerrada. A alteração fica guardada aqui",
  },
  jump: {
    gone: "Essa mensagem não existe mais.",
  },
  jumpToLatest: {
    label: (n: number) =>
      n === 0
        ? "Ir para a mensagem mais recente"
        : count(n, { one: "# nova mensagem", many: "# novas mensagens", other: "# novas mensagens" }),
  },
  onlinePeople: {
    you: "(você)",
    others: (n: number) => `e mais ${number(n)}, contando outras abas`,
  },
  search: {
    title: "Buscar neste canal",
    close: "Fechar",
    words: "Palavras a encontrar",
    people: "Escrito por",
    everyone: "Todo mundo",
    submit: "Buscar",
    hint: (key: string) =>
      `Aspas encontram as palavras nessa ordem. ${key} mais uma vez abre a busca do navegador, que só encontra o que está carregado.`,
    /** `more`: whether there are older ones, too. */
    found: (n: number, more: boolean) =>
      n === 0
        ? "Nada foi encontrado."
        : count(
            n,
            more
              ? {
                  one: "As # mensagens mais recentes",
                  many: "As # mensagens mais recentes",
                  other: "As # mensagens mais recentes",
                }
              : { one: "# mensagem", many: "# mensagens", other: "# mensagens" },
          ),
    more: "Mostrar mais antigas",
    date: "Ir para uma data",
    incomplete: "As mensagens mais antigas ainda estão sendo preparadas para a busca.",
    again: "Buscar de novo",
    visited: {
      title: "Buscar nos seus canais",
      found: (n: number) => count(n, { one: "Encontrado em # canal.", other: "Encontrado em # canais." }),
      rest: (n: number) => count(n, { one: "Buscar em mais # canal", other: "Buscar em mais # canais" }),
    },
  },
  olderMessages: {
    loading: "Carregando mensagens anteriores…",
    offline: "Você está offline. As mensagens anteriores serão carregadas quando a conexão voltar.",
    skipped: "Mensagens anteriores foram puladas:",
    load: "Carregar",
  },
  refusals: {
    empty: "Não há nada para enviar: a mensagem está vazia.",
    too_long: (most: number) => `Uma mensagem pode ter no máximo ${number(most)} caracteres. Envie em partes.`,
    empty_name: "O nome precisa ter pelo menos um caractere visível.",
    long_name: (most: number) => `O nome pode ter no máximo ${number(most)} caracteres.`,
    too_many_reactions: "Esta mensagem já atingiu o limite de reações.",
    rate_limited: "Foi muita coisa de uma vez. Dá para enviar de novo em instantes.",
    forbidden: "Só quem escreveu a mensagem pode alterá-la.",
    not_found: "Essa mensagem não existe mais.",
    storage: "Não foi possível salvar. Tente de novo.",
  },
  typingIndicator: {
    one: <T>(name: T) => [name, " está digitando…"],
    two: <T>(name: T, other: T) => [name, " e ", other, " estão digitando…"],
    many: <T>(name: T, others: number) => [name, ` e mais ${number(others)} pessoas estão digitando…`],
  },
  changeState: {
    refused: (why: string) => `Alteração não salva. ${why}`,
  },
  exportLinks: {
    title: "Levar o histórico",
    html: "Página da web",
    md: "Texto",
    json: "Dados (JSON)",
  },
  settings: {
    language: "Idioma",
    languageLater: "Você está offline. O idioma mudará na próxima vez que você abrir uma página.",
    theme: "Tema",
    themes: { system: "Sistema", light: "Claro", dark: "Escuro" },
    previews: "Mostrar prévias dos links",
    notices: "Enquanto você está fora",
    sounds: "Tocar um som para novas mensagens",
    notifications: "Mostrar uma notificação quando alguém mencionar você",
    notified: "As notificações aparecem assim.",
    unable: "Este navegador não consegue mostrar notificações.",
    blocked:
      "Este navegador bloqueia as notificações deste site. Permita-as nas configurações do navegador e depois ative esta opção.",
    close: "Fechar",
  },
  keptPages: {
    notKept: "Você está sem conexão e este canal não está guardado neste dispositivo.",
    kept: "Estes canais estão guardados:",
  },
  share: {
    title: "Em qual canal você quer escrever isto?",
    cut: (most: number) => `O texto era longo demais: estes são os primeiros ${number(most)} caracteres.`,
    noFiles: "Não foi possível receber os arquivos. Anexe-os no canal.",
    cancel: "Cancelar",
  },
  toast: { deleted: "Mensagem apagada.", undo: "Desfazer", close: "Fechar" },
  unread: {
    markAll: "Marcar tudo como lido",
    /** After the number of unread messages. */
    words: (mentions: number) =>
      mentions > 0
        ? `sem ler, ${count(mentions, { one: "# menciona você", many: "# mencionam você", other: "# mencionam você" })}`
        : "sem ler",
  },
  unsentState: {
    uploading: "enviando os arquivos…",
    online: "enviando…",
    offline: "aguardando conexão",
    closed: "não foi enviada: a conexão foi encerrada. A mensagem fica guardada aqui",
    refused: (why: string) => `Mensagem não enviada. ${why}`,
    waiting: (why: string) => `aguardando… ${why}`,
  },
  viewer: {
    title: "Imagem",
    close: "Fechar",
    previous: "Imagem anterior",
    next: "Próxima imagem",
    download: "Baixar",
    place: (n: number, all: number) => `${number(n)} de ${number(all)}`,
  },
  voice: {
    record: "Gravar uma mensagem de voz",
    attach: "Anexar",
    cancel: "Cancelar",
    refused: "Não dá para usar o microfone. Permita o uso nas configurações do navegador e tente de novo.",
    name: "Mensagem de voz",
    recording: "Gravação",
  },
  waitState: { discard: "Descartar", edit: "Editar", retry: "Tentar de novo" },
} satisfies OnDemandStrings;
