/** The sentences of responses that are not pages, in Japanese. */
import type { WorkerStrings } from "./en";

export default {
  nothingHere: "この URL には何もありません。",
  healthIsAt: "この URL には何もありません。Worker の稼働状況は /api/health で確認できます。",
  notAName: "この名前はチャンネル名に使えません。",
  readOnly: "この URL は GET で読み取ってください。",
  onlyPost: "この URL は POST のみを受け付けます。",
  onlySockets: "この URL は WebSocket 専用です。ページは、/_ws を除いた同じパスにあります。",
  otherSite: "ほかのサイトのページからは接続できません。",
  otherSiteCookies: "ほかのサイトのページからは Cookie を設定できません。",
  otherSitePosts: "ほかのサイトのページからこの操作はできません。",
  tooManyConnections: "お使いの IP アドレスからの接続が多すぎます。1分ほどお待ちください。",
  tooManyRequests: "お使いの IP アドレスからのリクエストが多すぎます。1分ほどお待ちください。",
  tooLongShare: "共有されたテキストが長すぎます。一部をコピーして共有してください。",
  badShare: "共有された内容を読み取れませんでした。テキストをコピーしてチャンネルに貼り付けてください。",
  tooManyQuestions: "お使いの IP アドレスからの問い合わせが多すぎます。1分ほどお待ちください。",
  badExport:
    "エクスポートには format=json、format=md、format=html のいずれかが必要です。from と to を付ける場合は、2026-01-31 や 2026-01-31T12:30Z のような日付にしてください。",
  tooManyExports: "エクスポートは1分に2回までです。1分ほどお待ちください。",
  exportRuns: "このチャンネルは現在ほかでエクスポート中です。数秒後にもう一度お試しください。",
  noIdentity: "ただいま接続を受け付けられません。もう一度お試しください。",
  noCookie: "リンクは Cookie で確認できる人のものですが、有効な Cookie が送られませんでした。",
  badHostKey: "このサイトのホストのキーではありません。",
  badLink: "このリンクはもう使えないか、一部が欠けています。発行元で新しいリンクを作成してください。",
  banned: (until: string) => `このチャンネルへの参加は${until}まで禁止されています。`,
  membersOnly: "このチャンネルは非公開です。オーナーに招待を頼んでください。",
  export: {
    cut: "このエクスポートは完全ではありません。もう一度実行してください。",
    edited: "編集済み",
    deleted: "このメッセージは削除されました。",
    removed: "このメッセージはスタッフによって削除されました。",
    owner: "オーナー",
    moderator: "モデレーター",
  },
  errorPage: {
    title: "問題が発生しました",
    heading: "ページを表示できませんでした",
    text: "サーバー側で問題が発生し、その内容が記録されました。しばらくしてから、もう一度お試しください。",
    kept: "まだ送信していない内容は、このブラウザに保存されています。",
    retry: "再試行",
  },
} satisfies WorkerStrings;
