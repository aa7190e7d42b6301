/** The sentences of parts that load on demand, in Japanese. */
import { formatsOf } from "../formats.ts";
import type { OnDemandStrings } from "./en";

const { count, number } = formatsOf("ja");

export default {
  announcedMessage: (name: string, text: string) => `${name}：${text}`,
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
    offlineWith: (n: number) => count(n, { other: "オフラインです。未送信の#件は再接続後に送信" }),
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
          "自分のメッセージを削除",
          "削除を元に戻す",
          "メニューを開く",
          "入力欄に戻る",
        ],
      },
      { title: "全般", actions: ["別のチャンネルを開く", "このリストを表示"] },
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
    delete: "削除",
    copied: "コピーしました。",
    notCopied: "このブラウザではコピーが許可されていません。",
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
  toast: { undo: "元に戻す", close: "閉じる" },
  unsentState: {
    online: "送信中…",
    offline: "接続待ち",
    closed: "未送信：チャンネル側から切断されました。メッセージはここに残っています",
    refused: (why: string) => `送信できませんでした：${why}`,
    waiting: (why: string) => `送信待ち：${why}`,
  },
  waitState: { discard: "破棄", edit: "編集", retry: "再試行" },
} satisfies OnDemandStrings;
