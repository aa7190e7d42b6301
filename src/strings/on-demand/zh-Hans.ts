/** The sentences of parts that load on demand, in Simplified Chinese. */
import { formatsOf } from "../formats.ts";
import type { OnDemandStrings } from "./en";

const { count, number } = formatsOf("zh-Hans");

const messagesWait = (n: number) => count(n, { other: "# 条消息等待发送" });

export default {
  announcedMessage: (name: string, text: string) => `${name}：${text}`,
  completions: { emoji: "表情", people: "成员" },
  composerNotes: {
    count: (units: number, most: number) => `${number(units)} / ${number(most)} 个字符`,
    label: "文字过长",
    decide: "请先决定如何处理放不下的文字。",
    tooLong: (rest: number, all: number) => `共 ${number(all)} 个字符，其中 ${number(rest)} 个放不进一条消息。`,
    sendParts: (n: number) => `分 ${number(n)} 条发送`,
    keep: "只保留放得下的",
    cancel: "取消",
    notPasted: (units: number) => `最后 ${number(units)} 个字符放不下，未插入。`,
    noFiles: "这里暂时不能发送文件，请改发文件的链接。",
    notKept: "未能发送的消息不会保留在此设备上：此浏览器无法存储这些消息。",
  },
  composerMode: {
    editing: "正在编辑你的消息",
    replyingTo: <T>(name: T) => ["回复 ", name, "："],
    leaveEditing: "取消编辑",
    leaveReply: "取消回复",
  },
  connectionBar: {
    offlineWith: (n: number) => count(n, { other: "已离线。# 条消息将在恢复连接后发送。" }),
    unreachable: "无法连接到 Edgewise，请检查网络连接。",
    blocked: (n: number) =>
      `此网络阻止了实时连接（WebSocket）。每 15 秒接收一次新消息，${n === 0 ? "你写的消息会等待发送" : messagesWait(n)}。请换个网络，或关闭 VPN、代理后再试。`,
    crowded: "来自此 IP 地址（例如办公室或学校）的连接过多，将在一分钟内重试。",
    signIn: "此网络或网站要求先登录。请刷新页面进行登录。",
    tryNow: "立即重试",
    back: "已恢复连接",
    updated: "Edgewise 已更新。",
    reload: "刷新",
  },
  cookieNotice: {
    text: "此浏览器拒绝 Cookie：离开此页面后再来，你就是一个新访客。",
    close: "关闭",
  },
  emojiPicker: {
    label: "选择表情",
    search: "搜索表情",
    none: "未找到表情。",
    recent: "最近使用",
    groups: ["笑脸", "人物", "自然", "美食", "旅行", "活动", "物品", "符号", "旗帜"],
  },
  identityLinks: {
    title: "你的身份",
    device: {
      text: "在另一台设备上以同一身份使用 Edgewise。此链接 10 分钟内有效，只能使用一次。打开它的人就是你。",
      label: "用于另一台设备的链接",
      make: "创建设备链接",
    },
    recovery: {
      text: "如果此浏览器丢失了 Cookie，恢复链接可以让你重新成为同一个人。请把它保存在别人找不到的地方。新链接会取代旧链接。",
      label: "恢复链接",
      make: "创建恢复链接",
    },
  },
  keyMap: {
    title: "键盘快捷键",
    close: "关闭",
    groups: [
      {
        title: "写消息",
        actions: [
          "发送",
          "发送（触屏设备也可用）",
          "换行",
          "输入框为空时编辑你的上一条消息",
          "取消编辑或回复，关闭列表",
          "提及某人",
          "表情：输入名称的前两个字符",
        ],
      },
      {
        title: "消息",
        actions: [
          "跳到上一条或下一条消息",
          "回复",
          "表情回应",
          "编辑你的消息",
          "复制文字",
          "删除你的消息",
          "撤销删除",
          "打开菜单",
          "返回输入框",
        ],
      },
      { title: "任何位置", actions: ["打开其他频道", "显示此列表"] },
    ],
    keys: { ctrl: "Ctrl", shift: "Shift", enter: "Enter", esc: "Esc", delete: "Delete", backspace: "Backspace" },
  },
  messageActions: {
    label: "消息操作",
    react: "表情回应",
    reactWith: (emoji: string) => `用 ${emoji} 回应`,
    reply: "回复",
    edit: "编辑",
    more: "更多",
    copy: "复制文字",
    delete: "删除",
    copied: "已复制。",
    notCopied: "此浏览器不允许复制。",
  },
  openedLink: {
    device: {
      title: "以同一身份继续",
      done: "完成：在此浏览器中，你现在就是创建该链接的人。",
      refused: "此链接已失效：它已被使用、已过期、已被新链接取代，或不完整。请重新创建一个。",
    },
    host: {
      title: "本站主持人",
      done: "在此浏览器中，你现在是本站的主持人，为期 30 天。你在每个频道都拥有所有者的权限。",
      refused: "这不是本站主持人的密钥。运行“npm run host”可创建新密钥。",
    },
    asking:
      "到目前为止，你在此浏览器中是另一个人。如果继续，你的消息会保留，但你无法再从这里编辑或删除它们。如果以后想回来，请先在设置中创建恢复链接。",
    working: "请稍候…",
    busy: "来自此 IP 地址的尝试过多，请一分钟后再试。",
    failed: "操作未成功。请检查网络连接后重试。",
    goOn: "继续",
    tryAgain: "重试",
    cancel: "取消",
    close: "关闭",
  },
  settings: {
    language: "语言",
    languageLater: "你已离线。下次打开页面时会切换语言。",
    theme: "主题",
    themes: { system: "跟随系统", light: "浅色", dark: "深色" },
    notices: "你不在此页面时",
    sounds: "有新消息时播放提示音",
    notifications: "有人提及你时显示通知",
    notified: "通知看起来是这样的。",
    unable: "此浏览器无法显示通知。",
    blocked: "此浏览器阻止了本站的通知。请先在浏览器设置中允许通知，再打开此选项。",
    close: "关闭",
  },
  toast: { undo: "撤销", close: "关闭" },
  unsentState: {
    online: "正在发送…",
    offline: "恢复连接后自动发送",
    closed: "未发送：连接已关闭，消息会保留在这里",
    refused: (why: string) => `发送失败：${why}`,
    waiting: (why: string) => `等待中：${why}`,
  },
  waitState: { discard: "放弃", edit: "编辑", retry: "重试" },
} satisfies OnDemandStrings;
