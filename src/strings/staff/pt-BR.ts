/** The sentences that only staff see, in Brazilian Portuguese. */
import { formatsOf } from "../formats.ts";
import { timesOf } from "../times.ts";
import type { StaffStrings } from "./en";

const { count, list, number } = formatsOf("pt-BR");

const messages = (n: number) => count(n, { one: "# mensagem", many: "# mensagens", other: "# mensagens" });

export default {
  times: timesOf("pt-BR"),
  panel: {
    open: "Administrar o canal",
    reports: (n: number) => count(n, { one: "# denúncia aberta", many: "# denúncias abertas", other: "# denúncias abertas" }),
    title: "Administrar o canal",
    close: "Fechar",
    tabs: { settings: "Configurações", people: "Pessoas", sanctions: "Sanções", reports: "Denúncias", log: "Registro" },
    loading: "Carregando…",
    retry: "Tentar de novo",
  },
  roles: { member: "Membro", moderator: "Moderação", owner: "Dono/a" },
  settings: {
    save: "Salvar",
    discard: "Descartar",
    saved: "Salvo.",
    now: (value: string) => `Agora: ${value}`,
    off: "Desativado",
    on: "Ativado",
    topic: {
      title: "Assunto",
      placeholder: "Sobre o que é este canal",
      effect: "Todos leem no topo do canal. Uma só linha; pode ter links.",
      none: "nenhum",
    },
    slow: {
      title: "Modo lento",
      effect: (duration: string) => `Cada pessoa pode enviar uma mensagem a cada ${duration}. Não vale para a equipe.`,
      offEffect: "Ninguém precisa esperar entre duas mensagens.",
    },
    write: {
      title: "Quem pode escrever",
      options: { all: "Todo mundo", known: "Quem já escreveu aqui", staff: "Só a equipe" },
      effects: {
        all: "Qualquer pessoa que abrir este canal pode escrever.",
        known:
          "Podem escrever as pessoas que já escreveram aqui antes de você salvar isto, os membros e a equipe. As demais leem, e a página avisa.",
        staff: "Só a moderação e os donos podem escrever. As demais pessoas leem, e a página avisa.",
      },
    },
    files: {
      title: "Quem pode enviar arquivos",
      options: { known: "Quem já escreveu aqui", all: "Todo mundo", staff: "Só a equipe", none: "Ninguém" },
      effects: {
        known: "Podem enviar arquivos as pessoas que já escreveram aqui e a equipe.",
        all: "Todas as pessoas que podem escrever aqui podem enviar arquivos.",
        staff: "Só a moderação e os donos podem enviar arquivos.",
        none: "Ninguém pode enviar arquivos. Os já enviados ficam.",
      },
    },
    read: {
      title: "Quem pode ler",
      options: { all: "Todo mundo", members: "Só membros e equipe" },
      effects: {
        all: "Qualquer pessoa que tiver o link pode ler este canal.",
        members: (online: number) =>
          `Todos que estão online agora viram membros (${number(online)}). As demais pessoas não veem nada deste canal até terem um convite.`,
        isPrivate: "Só membros e equipe veem este canal. As demais pessoas precisam de um convite.",
      },
    },
    keep: {
      title: "Por quanto tempo as mensagens ficam",
      usual: "Sem limite de tempo",
      usualEffect: (most: number) => `As últimas ${number(most)} mensagens ficam, não importa a idade.`,
      effect: (duration: string) => `As mensagens com mais de ${duration} são apagadas para todos. Não é possível restaurá-las.`,
      save: "Salvar e apagar as mensagens mais antigas",
      kept: (n: number, date: string) =>
        count(n, {
          one: `# mensagem está guardada, de ${date}.`,
          other: `# mensagens estão guardadas, a mais antiga de ${date}.`,
        }),
      nothing: "Ainda não há nada guardado.",
    },
    previews: {
      title: "Prévias dos links",
      effects: {
        on: "O primeiro link de uma mensagem aparece com título e imagem, se este site tiver prévias.",
        off: "Os links das novas mensagens não têm prévia.",
      },
    },
    pins: {
      title: "Mensagens fixadas",
      none: "Nada está fixado. Para fixar uma mensagem, abra o menu dela.",
      unpin: "Desafixar",
      unpinOf: (text: string) => `Desafixar: ${text}`,
    },
  },
  people: {
    staff: "Equipe",
    noStaff: "Este canal ainda não tem equipe.",
    here: "Pessoas aqui",
    nobody: "Não há mais ninguém aqui.",
    you: "(você)",
    actionsFor: (name: string) => `Ações para ${name}`,
    make: { moderator: "Dar a função de moderação", owner: "Tornar dono/a" },
    noRole: "Remover a função",
    resign: "Deixar sua função",
    noMember: "Remover dos membros",
    given: {
      member: (name: string) => `${name} agora é membro.`,
      moderator: (name: string) => `${name} agora faz parte da moderação.`,
      owner: (name: string) => `Agora o canal também é de ${name}.`,
      none: (name: string) => `${name} não tem mais nenhuma função.`,
    },
  },
  invitations: {
    title: "Convidar por link",
    role: "Função",
    uses: "Número de usos",
    valid: "Válido por",
    create: "Criar o link",
    rights: {
      member: "Um membro pode ler e escrever aqui, mesmo que o canal seja privado ou restrito.",
      moderator: "A moderação também pode remover mensagens, silenciar e bloquear pessoas e mudar o assunto.",
      owner: "Quem é dono tem todos os direitos, inclusive o de tornar este canal privado e remover sua função.",
    },
    link: "O link",
    copy: "Copiar",
    copied: "Copiado.",
    notCopied: "Não foi copiado: selecione o link e copie.",
    once: "Ele só aparece agora. Quem tiver o link recebe a função: envie só a pessoas de confiança.",
    made: "Convites que você criou desde que abriu esta página",
    invitation: {
      member: (uses: string, until: string) => `Membro, ${uses}, até ${until}`,
      moderator: (uses: string, until: string) => `Moderação, ${uses}, até ${until}`,
      owner: (uses: string, until: string) => `Dono/a, ${uses}, até ${until}`,
    },
    usesOf: (n: number) => count(n, { one: "# uso", many: "# usos", other: "# usos" }),
    revoke: "Revogar",
    revoked: "O convite não vale mais.",
  },
  sanctions: {
    muted: "Pessoas silenciadas",
    banned: "Pessoas bloqueadas",
    none: "Ninguém está silenciado nem bloqueado.",
    until: (when: string, by: string) => `até ${when}, por ${by}`,
    unmute: "Deixar de silenciar",
    unban: "Desbloquear",
  },
  reports: {
    none: "Não há denúncias abertas.",
    notLoaded: "A mensagem não está carregada nesta página.",
    from: (name: string, when: string) => `Denunciada por ${name}, ${when}`,
    show: "Mostrar no canal",
    remove: "Remover a mensagem",
    resolve: "Resolver",
    resolved: "Resolvido: a mensagem fica.",
  },
  log: {
    none: "Ainda não há nada no registro.",
    more: "Carregar mais",
    restore: "Restaurar",
    removedText: "O texto removido, enquanto puder ser restaurado:",
  },
  messageMenu: {
    remove: "Remover",
    restore: "Restaurar",
    pin: "Fixar",
    unpin: "Desafixar",
    mute: "Silenciar…",
    ban: "Bloquear…",
    purge: "Remover tudo o que a pessoa escreveu…",
  },
  dialogs: {
    cancel: "Cancelar",
    duration: "Por quanto tempo",
    mute: {
      title: (name: string) => `Silenciar ${name}?`,
      effect: (name: string, duration: string) =>
        `Por ${duration}, ${name} não poderá escrever, editar, reagir nem mudar de nome. Poderá ler, e a página dirá até quando.`,
      confirm: "Silenciar",
    },
    ban: {
      title: (name: string) => `Bloquear ${name}?`,
      effect: (name: string, duration: string) =>
        `Por ${duration}, ${name} não poderá ler nem escrever aqui. As conexões abertas são fechadas.`,
      address: (duration: string) =>
        `Pessoas novas aqui que venham do mesmo endereço poderão ler, mas não escrever, por ${duration}. Quem já escreveu aqui não é afetado.`,
      purge: "Remover também as mensagens de menos de",
      purgeNothing: "Não remover nada",
      confirm: "Bloquear",
    },
    purge: {
      title: (name: string) => `Remover as mensagens de ${name}?`,
      since: "Mensagens de menos de",
      effect: (name: string, duration: string, most: number) =>
        `Remove as mensagens de ${name} de menos de ${duration}, no máximo as últimas ${number(most)}. Por 24 horas, a equipe pode restaurar cada mensagem pelo menu dela.`,
      confirm: "Remover",
    },
  },
  done: {
    removed: "Mensagem removida.",
    restored: "Mensagem restaurada.",
    pinned: "Mensagem fixada.",
    unpinned: "Mensagem desafixada.",
    muted: (name: string, duration: string) => `${name} fica em silêncio por ${duration}.`,
    unmuted: (name: string) => `${name} pode escrever de novo.`,
    banned: (name: string, duration: string) => `O acesso de ${name} fica bloqueado por ${duration}.`,
    unbanned: (name: string) => `O acesso de ${name} não está mais bloqueado.`,
    purged: (name: string) => `As mensagens de ${name} foram removidas.`,
    tooManyPins: (most: number) => `É possível fixar no máximo ${number(most)} mensagens. Desafixe uma primeiro.`,
  },
  entries: {
    invite: {
      member: (by: string, uses: string, duration: string) =>
        `${by} criou um convite para membros: ${uses}, válido por ${duration}`,
      moderator: (by: string, uses: string, duration: string) =>
        `${by} criou um convite para a moderação: ${uses}, válido por ${duration}`,
      owner: (by: string, uses: string, duration: string) => `${by} criou um convite para donos: ${uses}, válido por ${duration}`,
    },
    revoke: (by: string) => `${by} revogou um convite`,
    redeem: {
      member: (by: string) => `${by} é membro por um convite`,
      moderator: (by: string) => `${by} faz parte da moderação por um convite`,
      owner: (by: string) => `O canal também é de ${by}, por um convite`,
    },
    role: {
      member: (by: string, who: string) => `${by} tornou ${who} membro`,
      moderator: (by: string, who: string) => `${by} deu a função de moderação a ${who}`,
      owner: (by: string, who: string) => `${by} tornou o canal também de ${who}`,
      none: (by: string, who: string) => `${by} removeu a função de ${who}`,
    },
    remove: (by: string, who: string) => `${by} removeu uma mensagem de ${who}`,
    restore: (by: string) => `${by} restaurou uma mensagem`,
    purge: (by: string, who: string, n: number) => `${by} removeu ${messages(n)} de ${who}`,
    mute: (by: string, who: string, duration: string) => `${by} silenciou ${who} por ${duration}`,
    unmute: (by: string, who: string) => `${by} deixou de silenciar ${who}`,
    ban: (by: string, who: string, duration: string) => `${by} bloqueou ${who} por ${duration}`,
    unban: (by: string, who: string) => `${by} desbloqueou ${who}`,
    resolve: (by: string) => `${by} resolveu as denúncias de uma mensagem`,
    set: (by: string, changes: Iterable<string>) => `${by} mudou as configurações: ${list(changes)}`,
    changes: {
      topic: (topic: string) => `o assunto é “${topic}”`,
      noTopic: "sem assunto",
      pins: (n: number) =>
        n === 0
          ? "nada fixado"
          : count(n, { one: "# mensagem fixada", many: "# mensagens fixadas", other: "# mensagens fixadas" }),
      slow: (duration: string) => `modo lento com uma mensagem a cada ${duration}`,
      noSlow: "modo lento desativado",
      write: {
        all: "todo mundo pode escrever",
        known: "só quem já escreveu aqui, os membros e a equipe podem escrever",
        staff: "só a equipe pode escrever",
      },
      files: {
        known: "só quem já escreveu aqui e a equipe podem enviar arquivos",
        all: "todo mundo pode enviar arquivos",
        staff: "só a equipe pode enviar arquivos",
        none: "ninguém pode enviar arquivos",
      },
      read: { all: "todo mundo pode ler", members: "só membros e equipe podem ler" },
      keep: (duration: string) => `as mensagens ficam por ${duration}`,
      noKeep: "as mensagens ficam sem limite de tempo",
      previews: { on: "os links têm prévia", off: "os links não têm prévia" },
    },
    other: (by: string, act: string) => `${by}: ${act}`,
  },
} satisfies StaffStrings;
