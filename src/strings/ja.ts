/** The sentences of a page's first load in Japanese. */
import { formatsOf } from "./formats.ts";
import type { Strings } from "./en";

const { count, list, number, size } = formatsOf("ja");

export default {
  codeBlock: {
    copy: "コピー",
    copied: "コピーしました",
    failed: "コピー失敗：選択してコピーしてください",
    plain: "テキスト",
  },
  errorPage: {
    title: "このページで問題が発生しました",
    text: "まだ送信していない内容は、このブラウザに保存されています。",
    reload: "ページを再読み込み",
  },
  dayDivider: { today: "今日", yesterday: "昨日" },
  messageList: {
    label: "メッセージ",
    unheard: "チャンネルからまだ応答がありません。応答があり次第、メッセージが表示されます。",
  },
  messageRow: {
    deleted: "このメッセージは削除されました。",
    removed: "このメッセージはスタッフによって削除されました。",
    edited: "（編集済み）",
    editedAt: (when: string) => `編集日時：${when}`,
    fresh: "新着メッセージ",
    showAll: "すべて表示",
    showLess: "折りたたむ",
  },
  files: { gone: "は、チャンネルの容量がいっぱいになったため削除されました。", size },
  quote: {
    deleted: "削除されたメッセージ",
    before: "返信先：",
    unknown: "以前のメッセージ",
  },
  composer: {
    label: (channel: string) => `${channel} へのメッセージ`,
    placeholder: "メッセージを入力",
    send: "送信",
    save: "保存",
    emoji: "絵文字",
    keys: "キーボードショートカット",
    noScript: "JavaScript なしでも閲覧できます。書き込むには、JavaScript を有効にしてください。",
  },
  reactions: {
    label: (emoji: string, n: number, who?: string) => `${emoji} ${count(n, { other: "#人" })}${who ? `：${who}` : ""}`,
    you: "あなた",
    who: (names: readonly string[], others: number) => list(others > 0 ? [...names, count(others, { other: "ほか#人" })] : names),
    add: "リアクションを追加",
  },
  app: {
    name: "Edgewise",
    titleOf: (what: string) => `${what} · Edgewise`,
  },
  channelHead: {
    online: "人がオンライン",
    whoIsHere: "：参加者を表示",
  },
  channelLink: {
    pin: (channel: string) => `${channel} をピン留め`,
    forget: (channel: string) => `${channel} をリストから削除`,
  },
  connection: {
    online: "オンライン",
    connecting: "接続中…",
    offline: "オフラインです。再接続中…",
    closed: "チャンネル側から切断されました。",
    lag: (ms: number) => `往復時間 ${number(ms)} ms`,
  },
  copyLink: {
    copy: "リンクをコピー",
    copyOf: (channel: string) => `${channel} のリンクをコピー`,
    copied: "リンクをコピーしました",
    failed: (link: string) => `コピーできませんでした。リンク：${link}`,
  },
  emptyChannel: {
    title: "まだメッセージはありません",
    lobby: "最初のメッセージを書いてみましょう。このページを開いた全員に届きます。",
    channel: "最初のメッセージを書くと、このチャンネルはあなたのものになります。リンクを共有すると、誰でも読み書きできます。",
  },
  loadFailed: "ページの一部を読み込めませんでした。接続を確認してから、ページを再読み込みしてください。",
  nameBox: {
    label: "あなたの名前",
    hint: (most: number) => `1～${number(most)}文字`,
    change: (name: string) => `名前を変更：${name}`,
  },
  notFoundPage: {
    title: "チャンネルが見つかりません",
    heading: "このチャンネル名は使えません",
    or: <T>(lobby: (word: string) => T) => ["または、", lobby("ロビー"), "から始めましょう。"],
  },
  openChannel: {
    label: "別のチャンネルを開く",
    placeholder: "チャンネルを開く…",
    rule: "チャンネル名は、「/」で最大8つの部分に区切れます。各部分に使えるのは、かな・漢字・英字などの文字、数字、「-」「_」「.」で、先頭は文字か数字にします。「index.html」のような Web ファイルの名前は使えません。",
  },
  peopleList: {
    title: "参加者",
  },
  settings: {
    title: "設定",
  },
  shell: {
    skip: "チャンネルへスキップ",
    channels: "チャンネル",
    openDrawer: (unread: number) => (unread > 0 ? `チャンネル、未読${number(unread)}件` : "チャンネル"),
    home: "Edgewise：ロビーへ移動",
    close: "閉じる",
  },
  welcome: {
    title: "URL のパスがそのままチャンネルに",
    text: "ここはロビーです。下に書き込むと、ここにいる全員にすぐ届きます。登録は不要です。",
    elsewhere: "自分のチャンネルを使うには、好きな名前を入力して開き、リンクを共有してください。",
    label: "チャンネル名",
    open: "開く",
    dismiss: "この案内を閉じる",
  },
} satisfies Strings;
