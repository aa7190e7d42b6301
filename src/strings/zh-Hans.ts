/** The sentences of a page's first load in Simplified Chinese. */
import { formatsOf } from "./formats.ts";
import type { Strings } from "./en";

const { count, list, number, size } = formatsOf("zh-Hans");

export default {
  codeBlock: { copy: "复制", copied: "已复制", failed: "复制失败，请选中文字手动复制", plain: "文本" },
  errorPage: {
    title: "此页面出了点问题",
    text: "你已写好但还没发送的内容会保留在此浏览器中。",
    reload: "刷新页面",
  },
  dayDivider: { today: "今天", yesterday: "昨天" },
  messageList: {
    label: "消息",
    unheard: "频道暂时没有响应，一旦响应就会显示消息。",
  },
  messageRow: {
    deleted: "这条消息已删除。",
    removed: "这条消息已被管理人员移除。",
    edited: "（已编辑）",
    editedAt: (when: string) => `编辑于 ${when}`,
    fresh: "新消息",
    showAll: "展开全部",
    showLess: "收起",
  },
  files: { gone: "已不再保留：频道的空间已满。", size },
  quote: {
    deleted: "已删除的消息",
    before: "回复：",
    unknown: "较早的一条消息",
  },
  composer: {
    label: (channel: string) => `发消息到 ${channel}`,
    placeholder: "输入消息",
    send: "发送",
    save: "保存",
    emoji: "表情",
    keys: "键盘快捷键",
    noScript: "未启用 JavaScript 时只能阅读。要发消息，请启用 JavaScript。",
  },
  reactions: {
    label: (emoji: string, n: number, who?: string) => `${emoji} ${count(n, { other: "# 人" })}${who ? `：${who}` : ""}`,
    you: "你",
    who: (names: readonly string[], others: number) =>
      list(others > 0 ? [...names, count(others, { other: "其他 # 人" })] : names),
    add: "添加表情回应",
  },
  app: {
    name: "Edgewise",
    titleOf: (what: string) => `${what} · Edgewise`,
  },
  channelHead: {
    online: "人在线",
    whoIsHere: "，查看在线成员",
  },
  channelLink: {
    pin: (channel: string) => `置顶 ${channel}`,
    forget: (channel: string) => `从列表中移除 ${channel}`,
  },
  connection: {
    online: "在线",
    connecting: "正在连接…",
    offline: "已离线，正在重新连接…",
    closed: "频道已关闭此连接。",
    lag: (ms: number) => `往返延迟 ${number(ms)} 毫秒`,
  },
  copyLink: {
    copy: "复制链接",
    copyOf: (channel: string) => `复制 ${channel} 的链接`,
    copied: "链接已复制",
    failed: (link: string) => `复制失败。链接：${link}`,
  },
  emptyChannel: {
    title: "还没有消息",
    lobby: "来发第一条吧，打开此页面的人都能看到。",
    channel: "来发第一条吧，这个频道就归你所有。也可以分享链接：有链接的人都能阅读和发言。",
  },
  loadFailed: "这部分页面加载失败。请检查网络连接，然后刷新页面。",
  nameBox: {
    label: "你的名字",
    hint: (most: number) => `1 到 ${number(most)} 个字符`,
    change: (name: string) => `更改名字：${name}`,
  },
  notFoundPage: {
    title: "没有这个频道",
    heading: "这不是有效的频道名称",
    or: <T>(lobby: (word: string) => T) => ["或者从", lobby("大厅"), "开始。"],
  },
  openChannel: {
    label: "打开其他频道",
    placeholder: "打开频道…",
    rule: "频道名称最多 8 段，用“/”分隔。每段以汉字、字母或数字开头，只能包含汉字、字母、数字、“-”、“_”和“.”。不能使用“index.html”之类的网页文件名。",
  },
  peopleList: {
    title: "在线成员",
  },
  settings: {
    title: "设置",
  },
  shell: {
    skip: "跳到频道",
    channels: "频道",
    openDrawer: (unread: number) => (unread > 0 ? `频道，${number(unread)} 条未读` : "频道"),
    home: "Edgewise：前往大厅",
    close: "关闭",
  },
  welcome: {
    title: "每个网址路径都是一个频道",
    text: "这里是大厅。在下方发消息，大家都能立即看到。无需注册。",
    elsewhere: "想要自己的频道？输入任意名称，再分享链接：",
    label: "频道名称",
    open: "打开",
    dismiss: "关闭欢迎信息",
  },
} satisfies Strings;
