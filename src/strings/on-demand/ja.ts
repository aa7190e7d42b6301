/** The sentences of parts that load on demand, in Japanese. */

import { formatsOf } from "../formats.ts";
import { MAX_KEYS, MAX_REPORT_REASON, MAX_STAFF, MAX_TOPIC } from "../limits.ts";
import { timesOf } from "../times.ts";
import type { OnDemandStrings } from "./en";

const { count, number } = formatsOf("ja");
const { duration, moment } = timesOf("ja");

export default {
  announcedMessage: (name: string, text: string) => `${name}：${text}`,
  channelInfo: {
    title: "このチャンネルについて",
    open: (pins: number) =>
      pins === 0 ? "このチャンネルについて" : count(pins, { other: "このチャンネルについて：ピン留めされたメッセージ#件" }),
    pins: "ピン留めされたメッセージ",
    private: "非公開：このチャンネルを読めるのは、メンバーとスタッフだけです。",
    known: "書き込めるのは、以前ここに書いたことがある人、メンバー、スタッフだけです。",
    staff: "書き込めるのはスタッフだけです。",
    slow: (seconds: number) => `低速モード：1人につき${duration(seconds)}に1件まで書き込めます。`,
    keep: (seconds: number) => `メッセージは${duration(seconds)}後に削除されます。`,
  },
  completions: { emoji: "絵文字", people: "参加者" },
  composerNotes: {
    count: (units: number, most: number) => `${number(units)} / ${number(most)}文字`,
    label: "長すぎるテキスト",
    decide: "先に、収まらないテキストをどうするか選んでください。",
    tooLong: (rest: number, all: number) => `${number(all)}文字のうち${number(rest)}文字が、1件のメッセージに収まりません。`,
    sendParts: (n: number) => `${number(n)}件に分けて送信`,
    keep: "収まる分だけ残す",
    cancel: "キャンセル",
    notPasted: (units: number) => `末尾の${number(units)}文字は収まらないため、挿入されませんでした。`,
    noFiles: "ここではまだファイルを送信できません。代わりにファイルへのリンクを送信してください。",
    notKept: "このブラウザでは保存できないため、未送信のメッセージはこのデバイスに残りません。",
  },
  composerMode: {
    editing: "メッセージを編集中",
    replyingTo: <T>(name: T) => ["返信先：", name],
    leaveEditing: "編集をキャンセル",
    leaveReply: "返信をキャンセル",
  },
  connectionBar: {
    tooManyPeers: "このチャンネルを同時に開きすぎています。ほかのタブなどを1つ閉じてから、再読み込みしてください。",
    offlineWith: (n: number) => count(n, { other: "オフラインです。未送信の#件は再接続後に送信" }),
    offlineSince: (at: number) => `オフラインです。最終更新：${moment(at)}`,
    unreachable: "Edgewise に接続できません。インターネット接続を確認してください。",
    blocked: (n: number) =>
      `このネットワークではリアルタイム接続（WebSocket）がブロックされています。新着メッセージは15秒ごとに届きます。${n === 0 ? "書いたメッセージは送信待ちになります" : count(n, { other: "送信待ちのメッセージが#件あります" })}。別のネットワークを試すか、VPN やプロキシをオフにしてください。`,
    crowded: "この IP アドレス（会社や学校など）からの接続が多すぎます。1分以内に再接続します。",
    signIn: "このネットワークまたはサイトでは、先にログインが必要です。ログインするには、ページを再読み込みしてください。",
    tryNow: "再試行",
    back: "オンラインに戻りました",
    updated: "Edgewise が更新されました。",
    reload: "再読み込み",
  },
  cookieNotice: {
    text: "このブラウザは Cookie を拒否しています。このページを離れると、次からは別の人として扱われます。",
    close: "閉じる",
  },
  emojiPicker: {
    label: "絵文字を選択",
    search: "絵文字を検索",
    none: "絵文字が見つかりません。",
    recent: "最近使った絵文字",
    groups: ["スマイリー", "人", "自然", "食べ物", "旅行", "アクティビティ", "もの", "記号", "旗"],
  },
  identityLinks: {
    title: "あなたの ID",
    again: "新しく作成",
    once: "このリンクはどこにも保存されません。今コピーしてください。",
    device: {
      text: "別の端末でも同じ人として Edgewise を使えます。このリンクは10分以内に1回だけ使えます。リンクを開いた人はあなたとして扱われます。",
      label: "別の端末用のリンク",
      make: "端末用リンクを作成",
    },
    recovery: {
      text: "このブラウザの Cookie が失われても、復元リンクがあれば同じ人に戻れます。ほかの人に見つからない場所に保管してください。新しく作ると、古いリンクは使えなくなります。",
      label: "復元リンク",
      make: "復元リンクを作成",
    },
  },
  keyMap: {
    title: "キーボードショートカット",
    close: "閉じる",
    groups: [
      {
        title: "入力",
        actions: [
          "送信",
          "送信（タッチ画面でも可）",
          "改行",
          "空欄のとき：自分の最新メッセージを編集",
          "編集や返信をキャンセル、リストを閉じる",
          "メンション",
          "絵文字（続けて名前を2文字入力）",
        ],
      },
      {
        title: "メッセージ",
        actions: [
          "前後のメッセージに移動",
          "返信",
          "リアクション",
          "自分のメッセージを編集",
          "テキストをコピー",
          "リンクをコピー",
          "自分のメッセージを削除",
          "削除を元に戻す",
          "メニューを開く",
          "入力欄に戻る",
        ],
      },
      { title: "全般", actions: ["別のチャンネルを開く", "このチャンネルを検索", "このリストを表示"] },
    ],
    keys: { ctrl: "Ctrl", shift: "Shift", enter: "Enter", esc: "Esc", delete: "Delete", backspace: "Backspace" },
  },
  messageActions: {
    label: "メッセージの操作",
    react: "リアクション",
    reactWith: (emoji: string) => `${emoji} でリアクション`,
    reply: "返信",
    edit: "編集",
    more: "その他",
    copy: "テキストをコピー",
    link: "リンクをコピー",
    delete: "削除",
    copied: "コピーしました。",
    notCopied: "このブラウザではコピーが許可されていません。",
    report: "報告…",
  },
  openedLink: {
    device: {
      title: "同じ人として続ける",
      done: "完了しました。このブラウザでは、リンクを作成した人として扱われます。",
      refused:
        "このリンクはもう使えません。使用済み、期限切れ、新しいリンクへの置き換え、または一部の欠落が考えられます。新しいリンクを作成してください。",
    },
    host: {
      title: "このサイトのホスト",
      done: "このブラウザでは、30日間このサイトのホストとして扱われます。すべてのチャンネルで所有者の権限があります。",
      refused: "このサイトのホストのキーではありません。「npm run host」で新しいキーを作成できます。",
    },
    asking:
      "このブラウザでは、これまで別の人として扱われています。続行してもメッセージは残りますが、ここからは編集も削除もできなくなります。元に戻れるようにするには、先に設定で復元リンクを作成してください。",
    working: "お待ちください…",
    busy: "この IP アドレスからの試行が多すぎます。1分ほど待ってから、もう一度お試しください。",
    failed: "うまくいきませんでした。接続を確認して、もう一度お試しください。",
    goOn: "続行",
    tryAgain: "再試行",
    cancel: "キャンセル",
    close: "閉じる",
  },
  notices: {
    writable: "また書き込めるようになりました。",
    owner: (channel: string) => `${channel} のオーナーになりました。`,
    moderator: (channel: string) => `${channel} のモデレーターになりました。`,
    member: (channel: string) => `${channel} のメンバーになりました。`,
    noRole: (channel: string) => `${channel} のスタッフではなくなりました。`,
    private: "このチャンネルは非公開になりました。読めるのはメンバーとスタッフだけです。あなたも含まれています。",
    recovery: "このチャンネルはあなたのものになりました。ブラウザーの情報が消えても、復元リンクがあれば戻れます。",
    makeLink: "復元リンクを作成",
    later: "今はしない",
  },
  push: {
    title: (channel: string) => `このページを閉じている間の ${channel} の通知`,
    mentions: "メンションと返信",
    all: "すべてのメッセージ",
    nothing: "通知しない",
    homeScreen:
      "iPhone や iPad では、まず Edgewise をホーム画面に追加してください。「共有」をタップし、「ホーム画面に追加」を選びます。そこから開いて、この設定をオンにしてください。",
  },
  readOnly: {
    countdown: (left: string) => `低速モード：あと${left}で書き込めます。`,
  },
  refused: {
    over: "このチャンネルをまた読めるようになりました。",
    retry: "再試行",
    kept: "送信していない文章は、このページに残っています。",
    redeeming: "招待を確認しています…",
  },
  reasons: {
    muted: (until: number) => `ここでは${moment(until)}まで書き込みを止められています。読むことはできます。`,
    banned: (until: number) => `このチャンネルへの参加は${moment(until)}まで禁止されています。`,
    banned_address: (until: number) =>
      `同じインターネットアドレスの人が、ここで参加を禁止されています。はじめての人は読むことはできますが、${moment(until)}までは書き込めません。`,
    known_only: "今ここに書き込めるのは、以前書いたことがある人、メンバー、スタッフだけです。スタッフに招待を頼んでください。",
    staff_only: "今ここに書き込めるのはスタッフだけです。読むことはできます。",
    members_only: "このチャンネルは非公開です。オーナーに招待を頼んでください。",
    slow_mode: "低速モードになっています。少し待つと、また送信できます。",
    newcomer: "はじめての人のメッセージは、最初だけゆっくり送信されます。少し待つと、また送信できます。",
    busy_address: "同じインターネットアドレスから多くのメッセージが送られています。少し待つと、また送信できます。",
    full_day: (until: number) =>
      `同じインターネットアドレスから今日送れる件数に達しました。次は${moment(until)}から送信できます。`,
    much_reporting: "1時間に報告できる件数に達しました。しばらくしてからお試しください。",
    bad_key: "この招待は使えません。使用済みか、取り消されたか、期限切れです。新しい招待を頼んでください。",
    not_staff: "この操作ができるのは、このチャンネルのスタッフだけです。",
    not_owner: "この操作ができるのは、このチャンネルのオーナーだけです。",
    yourself: "自分自身に対しては行えません。",
    is_staff: "この人はスタッフです。先に役割を外してください。",
    last_owner: "最後のオーナーは外せません。先にほかの人をオーナーにしてください。",
    too_many_staff: `チャンネルのスタッフは最大${number(MAX_STAFF)}人です。`,
    too_many_keys: `有効な招待は最大${number(MAX_KEYS)}件です。先に1件を取り消してください。`,
    no_such_user: "このチャンネルに、その人はいません。",
    no_such_key: "その招待はもうありません。",
    not_restorable: "そのメッセージはもう元に戻せません。",
    long_topic: `トピックは1行、最大${number(MAX_TOPIC)}文字です。`,
    long_reason: `理由は最大${number(MAX_REPORT_REASON)}文字です。`,
    no_answer: "応答がありませんでした。接続を確認して、もう一度お試しください。",
  },
  report: {
    title: "このメッセージを報告",
    text: "このチャンネルのスタッフに、メッセージ、あなたの名前、理由が表示されます。",
    reason: "理由（任意）",
    send: "報告する",
    cancel: "キャンセル",
    done: "スタッフに報告しました。",
  },
  roles: { owner: "オーナー", moderator: "モデレーター" },
  editState: {
    online: "保存中…",
    offline: "変更は接続待ち",
    closed: "未保存：チャンネル側から切断されました。変更内容はここに残っています",
  },
  jump: {
    gone: "そのメッセージはもうありません。",
  },
  jumpToLatest: {
    label: (n: number) => (n === 0 ? "最新のメッセージへ" : count(n, { other: "新着メッセージ#件" })),
  },
  onlinePeople: {
    you: "（あなた）",
    others: (n: number) => `ほか${number(n)}人（別のタブを含む）`,
  },
  search: {
    title: "このチャンネルを検索",
    close: "閉じる",
    words: "探す言葉",
    people: "書いた人",
    everyone: "全員",
    submit: "検索",
    hint: (key: string) =>
      `引用符で囲むと、その順に並んだ言葉を探します。もう一度 ${key} を押すとブラウザーの検索が開きますが、読み込み済みの範囲だけが対象です。`,
    /** `more`: whether there are older ones, too. */
    found: (n: number, more: boolean) =>
      n === 0 ? "見つかりませんでした。" : count(n, more ? { other: "新しい順に#件のメッセージ" } : { other: "#件のメッセージ" }),
    more: "古いものを表示",
    date: "日付へ移動",
    incomplete: "古いメッセージは、検索の準備中です。",
    again: "もう一度検索",
    visited: {
      title: "自分のチャンネルを検索",
      found: (n: number) => count(n, { other: "#件のチャンネルで見つかりました。" }),
      rest: (n: number) => count(n, { other: "ほかの#件のチャンネルも検索" }),
    },
  },
  exportLinks: {
    title: "履歴を保存",
    html: "ウェブページ",
    md: "テキスト",
    json: "データ（JSON）",
  },
  settings: {
    language: "言語",
    languageLater: "オフラインです。言語は次にページを開いたときに変わります。",
    theme: "テーマ",
    themes: { system: "システム", light: "ライト", dark: "ダーク" },
    notices: "画面を見ていないとき",
    sounds: "新着メッセージを音で知らせる",
    notifications: "メンションを通知で知らせる",
    notified: "通知はこのように表示されます。",
    unable: "このブラウザでは通知を表示できません。",
    blocked: "このブラウザで、このサイトの通知がブロックされています。ブラウザの設定で許可してから、オンにしてください。",
    close: "閉じる",
  },
  share: {
    title: "どのチャンネルに書き込みますか？",
    cut: (most: number) => `テキストが長すぎるため、最初の${number(most)}文字だけを使用します。`,
    cancel: "キャンセル",
  },
  toast: { undo: "元に戻す", close: "閉じる" },
  unread: {
    markAll: "すべて既読にする",
    /** After the number of unread messages. */
    words: (mentions: number) => (mentions > 0 ? `件の未読、あなた宛て${number(mentions)}件` : "件の未読"),
  },
  unsentState: {
    online: "送信中…",
    offline: "接続待ち",
    closed: "未送信：チャンネル側から切断されました。メッセージはここに残っています",
    refused: (why: string) => `送信できませんでした：${why}`,
    waiting: (why: string) => `送信待ち：${why}`,
  },
  waitState: { discard: "破棄", edit: "編集", retry: "再試行" },
} satisfies OnDemandStrings;
