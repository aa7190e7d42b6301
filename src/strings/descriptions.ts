/** What Edgewise is, for search engines and link previews, in all languages. For the server only. */
import type { Language } from "~/shared/languages";

export const DESCRIPTIONS: Record<Language, string> = {
  ar: "دردشة كل مسار فيها قناة. يكفي فتح قناة والكتابة، فتظهر الرسالة فورًا لكل من فيها. لا حاجة إلى إنشاء حساب.",
  de: "Ein Chat, in dem jeder Pfad ein Kanal ist. Öffne einen und schreib los: Alle dort sehen deine Nachricht sofort. Ohne Registrierung.",
  en: "Chat where every path is a channel. Open one and write: everyone in it sees your message at once. No sign-up.",
  es: "Un chat donde cada ruta es un canal. Abre uno y escribe: quienes estén en él verán tu mensaje al instante. Sin registro.",
  fr: "Un chat où chaque adresse est un salon. Ouvrez-en un et écrivez\u00a0: tout le monde dans le salon voit aussitôt votre message. Sans inscription.",
  ja: "URL のパスがそのままチャンネルになるチャット。開いて書けば、そこにいる全員にすぐ届きます。登録は不要です。",
  "pt-BR":
    "Chat em que cada endereço é um canal. Abra um e escreva: todo mundo que está nele vê sua mensagem na hora. Sem cadastro.",
  "zh-Hans": "每个网址路径都是一个聊天频道。打开一个频道发消息，频道里的人都能立即看到。无需注册。",
};
