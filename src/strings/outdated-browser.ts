/**
 * The sentence for browsers that are too old to run the page. Not in the dictionaries, so that it stays out of the browser's script:
 * the server renders it into each page, and browsers that can run the page hide it.
 */
import type { Language } from "~/shared/languages";

export const OUTDATED_BROWSER: Record<Language, string> = {
  ar: "هذا المتصفح أقدم من أن يعمل مع Edgewise: القراءة هنا ممكنة، أما الكتابة فلا. يمكن استخدام Chrome أو Edge بالإصدار 120، أو Firefox 125، أو Safari 17، أو إصدار أحدث منها.",
  de: "Dieser Browser ist zu alt für Edgewise: Du kannst hier lesen, aber nicht schreiben. Verwende Chrome oder Edge ab Version 120, Firefox ab 125 oder Safari ab 17.",
  en: "This browser is too old for Edgewise: you can read here, but not write. Use Chrome or Edge 120, Firefox 125, Safari 17, or a newer version of them.",
  es: "Este navegador es demasiado antiguo para Edgewise: aquí puedes leer, pero no escribir. Usa Chrome o Edge 120, Firefox 125, Safari 17 o una versión más reciente.",
  fr: "Ce navigateur est trop ancien pour Edgewise\u00a0: vous pouvez lire, mais pas écrire. Utilisez au moins Chrome ou Edge 120, Firefox 125 ou Safari 17.",
  ja: "このブラウザは古いため、Edgewise では閲覧のみ可能で、書き込みはできません。Chrome 120、Edge 120、Firefox 125、Safari 17 以降のいずれかをお使いください。",
  "pt-BR":
    "Este navegador é antigo demais para o Edgewise: aqui você pode ler, mas não escrever. Use o Chrome ou o Edge 120, o Firefox 125, o Safari 17 ou versões mais recentes.",
  "zh-Hans": "此浏览器版本太旧，在 Edgewise 上只能阅读，不能发言。请使用 Chrome 或 Edge 120、Firefox 125、Safari 17 或更高版本。",
};
