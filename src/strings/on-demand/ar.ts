/** The sentences of parts that load on demand, in Arabic. */
import { formatsOf } from "../formats.ts";
import type { OnDemandStrings } from "./en";

const { count, number } = formatsOf("ar");

const messagesWait = (n: number) =>
  count(n, {
    zero: "# رسالة في انتظار الإرسال",
    one: "رسالة في انتظار الإرسال",
    two: "رسالتان في انتظار الإرسال",
    few: "# رسائل في انتظار الإرسال",
    many: "# رسالة في انتظار الإرسال",
    other: "# رسالة في انتظار الإرسال",
  });

/** After a preposition, like the next one. */
const parts = (n: number) =>
  count(n, { zero: "# جزء", one: "جزء واحد", two: "جزأين", few: "# أجزاء", many: "# جزءًا", other: "# جزء" });

const characters = (n: number) =>
  count(n, { zero: "# حرف", one: "حرف", two: "حرفين", few: "# أحرف", many: "# حرفًا", other: "# حرف" });

export default {
  announcedMessage: (name: string, text: string) => `${name}: ${text}`,
  completions: { emoji: "رموز تعبيرية", people: "أشخاص" },
  composerNotes: {
    count: (units: number, most: number) => `عدد الأحرف: ${number(units)} من ${number(most)}`,
    label: "نص أطول من اللازم",
    decide: "يجب أولًا تحديد ما سيحدث للنص الزائد.",
    tooLong: (rest: number, all: number) => `النص أطول من رسالة واحدة: الأحرف الزائدة ${number(rest)} من أصل ${number(all)}.`,
    sendParts: (n: number) => `إرسال على ${parts(n)}`,
    keep: "حذف الزائد",
    cancel: "إلغاء",
    notPasted: (units: number) => `لم يُدرج آخر ${characters(units)}، لأن الرسالة لا تتسع للمزيد.`,
    noFiles: "إرسال الملفات غير متاح هنا بعد. يمكن إرسال رابط الملف بدلًا من ذلك.",
    notKept: "الرسائل التي يتعذّر إرسالها لا تُحفظ على هذا الجهاز، لأن هذا المتصفح لا يخزّنها.",
  },
  composerMode: {
    editing: "تعديل رسالتك",
    replyingTo: <T>(name: T) => ["الرد على ", name, ":"],
    leaveEditing: "إلغاء التعديل",
    leaveReply: "إلغاء الرد",
  },
  connectionBar: {
    offlineWith: (n: number) => `لا يوجد اتصال. ${messagesWait(n)}.`,
    unreachable: "تعذّر الوصول إلى Edgewise. يُرجى التحقق من الاتصال.",
    blocked: (n: number) =>
      `هذه الشبكة تحجب الاتصالات المباشرة (WebSockets). تصل الرسائل الجديدة كل 15 ثانية، و${n === 0 ? "رسائلك تبقى في انتظار الإرسال" : messagesWait(n)}. يمكن تجربة شبكة أخرى، أو إيقاف VPN أو الخادم الوكيل.`,
    signIn: "تتطلب هذه الشبكة أو هذا الموقع تسجيل الدخول أولًا. يمكن ذلك بعد إعادة تحميل الصفحة.",
    tryNow: "المحاولة الآن",
    back: "عاد الاتصال",
    updated: "تم تحديث Edgewise.",
    reload: "إعادة التحميل",
  },
  cookieNotice: {
    text: "هذا المتصفح يرفض ملفات تعريف الارتباط: بعد مغادرة هذه الصفحة، ستكون عودتك إليها بهوية جديدة.",
    close: "إغلاق",
  },
  emojiPicker: {
    label: "اختيار رمز تعبيري",
    search: "البحث عن رمز تعبيري",
    none: "لا توجد رموز تعبيرية مطابقة.",
    recent: "المستخدمة مؤخرًا",
    groups: ["الوجوه", "الأشخاص", "الطبيعة", "الطعام", "السفر", "الأنشطة", "الأشياء", "الرموز", "الأعلام"],
  },
  keyMap: {
    title: "اختصارات لوحة المفاتيح",
    close: "إغلاق",
    groups: [
      {
        title: "الكتابة",
        actions: [
          "إرسال",
          "إرسال، حتى على شاشة لمس",
          "سطر جديد",
          "في حقل فارغ: تعديل آخر رسالة لك",
          "إلغاء التعديل أو الرد، أو إغلاق قائمة",
          "الإشارة إلى شخص",
          "رمز تعبيري: كتابة حرفين من اسمه",
        ],
      },
      {
        title: "الرسائل",
        actions: [
          "الرسالة السابقة أو التالية",
          "رد",
          "تفاعل",
          "تعديل رسالتك",
          "نسخ النص",
          "حذف رسالتك",
          "التراجع عن الحذف",
          "فتح القائمة",
          "العودة إلى حقل الكتابة",
        ],
      },
      { title: "في أي مكان", actions: ["فتح قناة أخرى", "عرض هذه القائمة"] },
    ],
    keys: { ctrl: "Ctrl", shift: "Shift", enter: "Enter", esc: "Esc", delete: "Delete", backspace: "Backspace" },
  },
  messageActions: {
    label: "إجراءات الرسالة",
    react: "تفاعل",
    reactWith: (emoji: string) => `تفاعل باستخدام ${emoji}`,
    reply: "رد",
    edit: "تعديل",
    more: "المزيد",
    copy: "نسخ النص",
    delete: "حذف",
    copied: "تم النسخ.",
    notCopied: "هذا المتصفح لا يسمح بالنسخ.",
  },
  settings: {
    language: "اللغة",
    languageLater: "لا يوجد اتصال. ستتغيّر اللغة عند فتح أي صفحة لاحقًا.",
    theme: "المظهر",
    themes: { system: "تلقائي", light: "فاتح", dark: "داكن" },
    notices: "أثناء غيابك",
    sounds: "تشغيل صوت عند وصول رسائل جديدة",
    notifications: "عرض إشعار عند الإشارة إليك",
    notified: "هكذا تظهر الإشعارات.",
    unable: "لا يمكن لهذا المتصفح عرض الإشعارات.",
    blocked: "هذا المتصفح يحظر إشعارات هذا الموقع. يُرجى السماح بها في إعداداته ثم تفعيل هذا الخيار.",
    close: "إغلاق",
  },
  toast: { undo: "تراجع", close: "إغلاق" },
  unsentState: {
    online: "جارٍ الإرسال…",
    offline: "في انتظار الاتصال",
    closed: "لم تُرسل: الاتصال مغلق. الرسالة محفوظة هنا",
    refused: (why: string) => `لم تُرسل: ${why}`,
    waiting: (why: string) => `في الانتظار: ${why}`,
  },
  waitState: { discard: "تجاهل", edit: "تعديل", retry: "إعادة المحاولة" },
} satisfies OnDemandStrings;
