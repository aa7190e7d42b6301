/** The sentences that only staff see, in Japanese. */
import { formatsOf } from "../formats.ts";
import { timesOf } from "../times.ts";
import type { StaffStrings } from "./en";

const { count, list, number } = formatsOf("ja");

const messages = (n: number) => `メッセージ${number(n)}件`;

export default {
  times: timesOf("ja"),
  panel: {
    open: "チャンネルの管理",
    reports: (n: number) => `未対応の報告${number(n)}件`,
    title: "チャンネルの管理",
    close: "閉じる",
    tabs: { settings: "設定", people: "参加者", sanctions: "制限", reports: "報告", log: "記録" },
    loading: "読み込み中…",
    retry: "再試行",
  },
  roles: { member: "メンバー", moderator: "モデレーター", owner: "オーナー" },
  settings: {
    save: "保存",
    discard: "取り消す",
    saved: "保存しました。",
    now: (value: string) => `現在：${value}`,
    off: "オフ",
    on: "オン",
    topic: {
      title: "トピック",
      placeholder: "このチャンネルの話題",
      effect: "チャンネルの上部に、全員に表示されます。1行で、リンクも使えます。",
      none: "なし",
    },
    slow: {
      title: "低速モード",
      effect: (duration: string) => `1人が送信できるメッセージは ${duration}に1件です。スタッフは対象外です。`,
      offEffect: "続けて送信するときに、待つ必要はありません。",
    },
    write: {
      title: "書き込める人",
      options: { all: "全員", known: "以前ここに書き込んだ人", staff: "スタッフのみ" },
      effects: {
        all: "このチャンネルを開いた人は、だれでも書き込めます。",
        known:
          "保存する前にここで書き込んだことのある人、メンバー、スタッフだけが書き込めます。ほかの人は読むだけになり、その旨が表示されます。",
        staff: "モデレーターとオーナーだけが書き込めます。ほかの人は読むだけになり、その旨が表示されます。",
      },
    },
    files: {
      title: "ファイルを送信できる人",
      options: { known: "以前ここに書き込んだ人", all: "全員", staff: "スタッフのみ", none: "なし" },
      effects: {
        known: "以前ここに書き込んだことのある人とスタッフだけが、ファイルを送信できます。",
        all: "ここに書き込める人は、だれでもファイルを送信できます。",
        staff: "モデレーターとオーナーだけが、ファイルを送信できます。",
        none: "だれもファイルを送信できません。送信済みのファイルは残ります。",
      },
    },
    read: {
      title: "読める人",
      options: { all: "全員", members: "メンバーとスタッフのみ" },
      effects: {
        all: "リンクを知っている人は、だれでもこのチャンネルを読めます。",
        members: (online: number) =>
          `今オンラインの人は全員メンバーになります（${number(online)}）。ほかの人には、招待を受けるまでこのチャンネルの内容は一切表示されません。`,
        isPrivate: "メンバーとスタッフだけがこのチャンネルを見られます。ほかの人には招待が必要です。",
      },
    },
    keep: {
      title: "メッセージの保存期間",
      usual: "期限なし",
      usualEffect: (most: number) => `日時に関係なく、最新の${number(most)}件が保存されます。`,
      effect: (duration: string) => `${duration}より古いメッセージは、全員の画面から削除されます。元に戻すことはできません。`,
      save: "保存して、古いメッセージを削除",
      kept: (n: number, date: string) =>
        count(n, { other: `#件のメッセージが保存されています。いちばん古いものは${date}です。` }),
      nothing: "まだ何も保存されていません。",
    },
    previews: {
      title: "リンクのプレビュー",
      effects: {
        on: "このサイトでプレビューが有効なら、メッセージの最初のリンクがタイトルと画像つきで表示されます。",
        off: "新しいメッセージのリンクにプレビューは付きません。",
      },
    },
    pins: {
      title: "ピン留めしたメッセージ",
      none: "ピン留めはありません。メッセージのメニューからピン留めできます。",
      unpin: "ピン留めを外す",
      unpinOf: (text: string) => `ピン留めを外す：${text}`,
    },
  },
  people: {
    staff: "スタッフ",
    noStaff: "このチャンネルには、まだスタッフがいません。",
    here: "ここにいる人",
    nobody: "ほかにはだれもいません。",
    you: "（あなた）",
    actionsFor: (name: string) => `${name} さんへの操作`,
    make: { moderator: "モデレーターにする", owner: "オーナーにする" },
    noRole: "役割を外す",
    resign: "自分の役割を降りる",
    noMember: "メンバーから外す",
    given: {
      member: (name: string) => `${name} さんはメンバーになりました。`,
      moderator: (name: string) => `${name} さんはモデレーターになりました。`,
      owner: (name: string) => `${name} さんはオーナーになりました。`,
      none: (name: string) => `${name} さんの役割を外しました。`,
    },
  },
  invitations: {
    title: "リンクで招待",
    role: "役割",
    uses: "使える人数",
    valid: "有効期間",
    create: "リンクを作成",
    rights: {
      member: "メンバーは、チャンネルが非公開のときや書き込みが制限されているときも、読み書きできます。",
      moderator: "モデレーターは、メッセージの削除、参加者のミュートと参加禁止、トピックの変更もできます。",
      owner: "オーナーはすべての操作ができます。チャンネルを非公開にしたり、あなたの役割を外したりすることもできます。",
    },
    link: "リンク",
    copy: "コピー",
    copied: "コピーしました。",
    notCopied: "コピーできませんでした。リンクを選択してコピーしてください。",
    once: "表示されるのは今だけです。リンクを知っている人はだれでも役割を得られるため、信頼できる人にだけ送ってください。",
    made: "このページを開いてから作成した招待",
    invitation: {
      member: (uses: string, until: string) => `メンバー、${uses}、${until}まで`,
      moderator: (uses: string, until: string) => `モデレーター、${uses}、${until}まで`,
      owner: (uses: string, until: string) => `オーナー、${uses}、${until}まで`,
    },
    usesOf: (n: number) => `${number(n)}人分`,
    revoke: "取り消す",
    revoked: "招待を無効にしました。",
  },
  sanctions: {
    muted: "ミュート中",
    banned: "参加禁止中",
    none: "ミュート中または参加禁止中の人はいません。",
    until: (when: string, by: string) => `${when}まで（${by} さんによる）`,
    unmute: "ミュートを解除",
    unban: "参加禁止を解除",
  },
  reports: {
    none: "未対応の報告はありません。",
    notLoaded: "このメッセージは、このページに読み込まれていません。",
    from: (name: string, when: string) => `${name} さんが報告、${when}`,
    show: "チャンネルで表示",
    remove: "メッセージを削除",
    resolve: "対応済みにする",
    resolved: "対応済みにしました。メッセージは残ります。",
  },
  log: {
    none: "まだ記録はありません。",
    more: "さらに読み込む",
    restore: "元に戻す",
    removedText: "削除されたテキスト（元に戻せる間だけ表示されます）：",
  },
  messageMenu: {
    remove: "削除",
    restore: "元に戻す",
    pin: "ピン留め",
    unpin: "ピン留めを外す",
    mute: "ミュート…",
    ban: "参加を禁止…",
    purge: "この人の書き込みをまとめて削除…",
  },
  dialogs: {
    cancel: "キャンセル",
    duration: "期間",
    mute: {
      title: (name: string) => `${name} さんをミュートしますか？`,
      effect: (name: string, duration: string) =>
        `${name} さんは、書き込み、編集、リアクション、名前の変更ができなくなります（${duration}）。読むことはでき、いつまでかが表示されます。`,
      confirm: "ミュート",
    },
    ban: {
      title: (name: string) => `${name} さんの参加を禁止しますか？`,
      effect: (name: string, duration: string) =>
        `${name} さんは、このチャンネルを読むことも書き込むこともできなくなります（${duration}）。接続は切断されます。`,
      address: (duration: string) =>
        `同じアドレスから来る新しい人は、読めますが書き込めません（${duration}）。ここで書き込んだことのある人には影響しません。`,
      purge: "削除するメッセージの期間（さかのぼる長さ）",
      purgeNothing: "削除しない",
      confirm: "参加を禁止",
    },
    purge: {
      title: (name: string) => `${name} さんの書き込みを削除しますか？`,
      since: "さかのぼる長さ",
      effect: (name: string, duration: string, most: number) =>
        `${name} さんの過去 ${duration}のメッセージを、最新の${number(most)}件まで削除します。24時間以内なら、スタッフがそれぞれのメニューから元に戻せます。`,
      confirm: "削除",
    },
  },
  done: {
    removed: "メッセージを削除しました。",
    restored: "メッセージを元に戻しました。",
    pinned: "ピン留めしました。",
    unpinned: "ピン留めを外しました。",
    muted: (name: string, duration: string) => `${name} さんをミュートしました（${duration}）。`,
    unmuted: (name: string) => `${name} さんのミュートを解除しました。`,
    banned: (name: string, duration: string) => `${name} さんの参加を禁止しました（${duration}）。`,
    unbanned: (name: string) => `${name} さんの参加禁止を解除しました。`,
    purged: (name: string) => `${name} さんの書き込みを削除しました。`,
    tooManyPins: (most: number) => `ピン留めできるのは${number(most)}件までです。先に1件外してください。`,
  },
  entries: {
    invite: {
      member: (by: string, uses: string, duration: string) => `${by} さんがメンバーの招待を作成：${uses}、有効期間 ${duration}`,
      moderator: (by: string, uses: string, duration: string) =>
        `${by} さんがモデレーターの招待を作成：${uses}、有効期間 ${duration}`,
      owner: (by: string, uses: string, duration: string) => `${by} さんがオーナーの招待を作成：${uses}、有効期間 ${duration}`,
    },
    revoke: (by: string) => `${by} さんが招待を取り消しました`,
    redeem: {
      member: (by: string) => `${by} さんが招待でメンバーになりました`,
      moderator: (by: string) => `${by} さんが招待でモデレーターになりました`,
      owner: (by: string) => `${by} さんが招待でオーナーになりました`,
    },
    role: {
      member: (by: string, who: string) => `${by} さんが ${who} さんをメンバーにしました`,
      moderator: (by: string, who: string) => `${by} さんが ${who} さんをモデレーターにしました`,
      owner: (by: string, who: string) => `${by} さんが ${who} さんをオーナーにしました`,
      none: (by: string, who: string) => `${by} さんが ${who} さんの役割を外しました`,
    },
    remove: (by: string, who: string) => `${by} さんが ${who} さんのメッセージを削除しました`,
    restore: (by: string) => `${by} さんがメッセージを元に戻しました`,
    purge: (by: string, who: string, n: number) => `${by} さんが ${who} さんの${messages(n)}を削除しました`,
    mute: (by: string, who: string, duration: string) => `${by} さんが ${who} さんをミュートしました（${duration}）`,
    unmute: (by: string, who: string) => `${by} さんが ${who} さんのミュートを解除しました`,
    ban: (by: string, who: string, duration: string) => `${by} さんが ${who} さんの参加を禁止しました（${duration}）`,
    unban: (by: string, who: string) => `${by} さんが ${who} さんの参加禁止を解除しました`,
    resolve: (by: string) => `${by} さんがメッセージの報告を対応済みにしました`,
    set: (by: string, changes: Iterable<string>) => `${by} さんが設定を変更：${list(changes)}`,
    changes: {
      topic: (topic: string) => `トピックは「${topic}」`,
      noTopic: "トピックなし",
      pins: (n: number) => (n === 0 ? "ピン留めなし" : `${messages(n)}をピン留め`),
      slow: (duration: string) => `低速モードは ${duration}に1件`,
      noSlow: "低速モードはオフ",
      write: {
        all: "全員が書き込める",
        known: "以前ここに書き込んだ人、メンバー、スタッフだけが書き込める",
        staff: "スタッフだけが書き込める",
      },
      files: {
        known: "以前ここに書き込んだ人とスタッフだけがファイルを送信できる",
        all: "全員がファイルを送信できる",
        staff: "スタッフだけがファイルを送信できる",
        none: "だれもファイルを送信できない",
      },
      read: { all: "全員が読める", members: "メンバーとスタッフだけが読める" },
      keep: (duration: string) => `メッセージの保存期間は ${duration}`,
      noKeep: "メッセージの保存は期限なし",
      previews: { on: "リンクのプレビューはオン", off: "リンクのプレビューはオフ" },
    },
    other: (by: string, act: string) => `${by}：${act}`,
  },
} satisfies StaffStrings;
