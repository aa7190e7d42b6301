/** The sentences of responses that are not pages, in Simplified Chinese. */
import type { WorkerStrings } from "./en";

export default {
  nothingHere: "此地址没有内容。",
  healthIsAt: "此地址没有内容。Worker 的运行状况见 /api/health。",
  notAName: "频道不能使用这个名称。",
  readOnly: "此地址只能用 GET 读取。",
  onlyPost: "此地址只接受 POST。",
  onlySockets: "此地址用于 WebSocket。页面地址是去掉 /_ws 后的同一路径。",
  otherSite: "不允许其他网站的页面进行连接。",
  otherSiteCookies: "不允许其他网站的页面设置 Cookie。",
  otherSitePosts: "不允许其他网站的页面执行此操作。",
  tooManyConnections: "来自此 IP 地址的连接过多，请一分钟后再试。",
  tooManyRequests: "来自此 IP 地址的请求过多，请一分钟后再试。",
  tooManyQuestions: "来自此 IP 地址的查询过多，请一分钟后再试。",
  noIdentity: "暂时无法进入，请稍后重试。",
  noCookie: "链接属于浏览器所发送 Cookie 对应的人，但浏览器没有发送有效的 Cookie。",
  badHostKey: "这不是本站主持人的密钥。",
  badLink: "此链接已失效或不完整。请在来源处重新创建一个。",
  banned: (until: string) => `你被禁止进入此频道，直到 ${until}。`,
  membersOnly: "此频道是私密频道。请向频道所有者索取邀请。",
  errorPage: {
    title: "出了点问题",
    heading: "无法生成此页面",
    text: "我们这边出了点问题，已记录下来。请稍后再试。",
    kept: "你已写好但还没发送的内容会保留在此浏览器中。",
    retry: "重试",
  },
} satisfies WorkerStrings;
