/** The sentences of a page's first load in Arabic. */
import { formatsOf } from "./formats.ts";
import type { Strings } from "./en";

const { count, list, number, size } = formatsOf("ar");

/** After a preposition. */
const characters = (n: number) =>
  count(n, { zero: "# حرف", one: "حرف واحد", two: "حرفين", few: "# أحرف", many: "# حرفًا", other: "# حرف" });

const morePeople = (n: number) =>
  count(n, {
    zero: "# شخص آخر",
    one: "شخص آخر",
    two: "شخصان آخران",
    few: "# أشخاص آخرون",
    many: "# شخصًا آخر",
    other: "# شخص آخر",
  });

export default {
  codeBlock: { copy: "نسخ", copied: "تم النسخ", failed: "تعذّر النسخ: يمكن تحديد النص ونسخه يدويًا", plain: "نص" },
  errorPage: {
    title: "حدث خطأ في هذه الصفحة",
    text: "ما كتبته ولم يُرسل بعد محفوظ في هذا المتصفح.",
    reload: "إعادة تحميل الصفحة",
  },
  dayDivider: { today: "اليوم", yesterday: "أمس" },
  messageList: {
    label: "الرسائل",
    unheard: "لم تستجب القناة بعد. ستظهر رسائلها فور استجابتها.",
  },
  messageRow: {
    deleted: "تم حذف هذه الرسالة.",
    removed: "أزال فريق الإشراف هذه الرسالة.",
    edited: "(معدّلة)",
    editedAt: (when: string) => `وقت التعديل: ${when}`,
    fresh: "رسائل جديدة",
    showAll: "عرض الكل",
    showLess: "عرض أقل",
  },
  files: { gone: "لم يعد محفوظًا: لم تبقَ مساحة له في القناة.", size },
  quote: {
    deleted: "رسالة محذوفة",
    before: "ردًا على ",
    unknown: "رسالة سابقة",
  },
  composer: {
    label: (channel: string) => `رسالة إلى ${channel}`,
    placeholder: "كتابة رسالة",
    send: "إرسال",
    save: "حفظ",
    emoji: "رموز تعبيرية",
    keys: "اختصارات لوحة المفاتيح",
    noScript: "تتطلب الكتابة تفعيل JavaScript، أما القراءة فممكنة من دونه.",
  },
  reactions: {
    label: (emoji: string, n: number, who?: string) => `${emoji} ${who ? `${number(n)}: ${who}` : `الأشخاص: ${number(n)}`}`,
    you: "أنت",
    who: (names: readonly string[], others: number) => list(others > 0 ? [...names, morePeople(others)] : names),
    add: "إضافة تفاعل",
  },
  app: {
    name: "Edgewise",
    titleOf: (what: string) => `${what} · Edgewise`,
  },
  channelHead: {
    online: "هنا الآن",
    whoIsHere: ": عرض الموجودين",
  },
  channelLink: {
    pin: (channel: string) => `تثبيت ${channel}`,
    forget: (channel: string) => `إزالة ${channel} من القائمة`,
  },
  connection: {
    online: "متصل",
    connecting: "جارٍ الاتصال…",
    offline: "لا يوجد اتصال. جارٍ إعادة المحاولة…",
    closed: "أغلقت القناة هذا الاتصال.",
    lag: (ms: number) => `زمن الاستجابة: ${number(ms)} ملي ثانية`,
  },
  copyLink: {
    copy: "نسخ الرابط",
    copyOf: (channel: string) => `نسخ رابط ${channel}`,
    copied: "تم نسخ الرابط",
    failed: (link: string) => `تعذّر النسخ. الرابط: ${link}`,
  },
  emptyChannel: {
    title: "لا توجد رسائل بعد",
    lobby: "يمكنك كتابة أول رسالة: سيقرؤها كل من يفتح هذه الصفحة.",
    channel: "من يكتب أول رسالة يملك هذه القناة. يمكنك أيضًا مشاركة الرابط: كل من لديه الرابط يمكنه القراءة والكتابة.",
  },
  loadFailed: "تعذّر تحميل هذا الجزء من الصفحة. يُرجى التحقق من الاتصال ثم إعادة تحميل الصفحة.",
  nameBox: {
    label: "اسمك",
    hint: (most: number) => `من 1 إلى ${characters(most)}`,
    change: (name: string) => `تغيير الاسم: ${name}`,
  },
  notFoundPage: {
    title: "لا توجد قناة بهذا الاسم",
    heading: "هذا لا يصلح اسمًا لقناة",
    or: <T>(lobby: (word: string) => T) => ["أو يمكن البدء من ", lobby("الردهة"), "."],
  },
  openChannel: {
    label: "فتح قناة أخرى",
    placeholder: "فتح قناة…",
    rule: "يتألف اسم القناة من 8 أجزاء على الأكثر، يفصل بينها «/». يبدأ كل جزء بحرف أو رقم، ويتكوّن من أحرف وأرقام و«-» و«_» و«.». ولا يمكن استخدام أسماء ملفات الويب، مثل «index.html».",
  },
  peopleList: {
    title: "الموجودون هنا",
  },
  settings: {
    title: "الإعدادات",
  },
  shell: {
    skip: "الانتقال إلى القناة",
    channels: "القنوات",
    openDrawer: (unread: number) => (unread > 0 ? `القنوات، غير المقروء: ${number(unread)}` : "القنوات"),
    home: "Edgewise: الانتقال إلى الردهة",
    close: "إغلاق",
  },
  welcome: {
    title: "كل مسار قناة",
    text: "هذه هي الردهة. كل رسالة تُكتب في الأسفل تظهر فورًا لكل الموجودين. لا حاجة إلى إنشاء حساب.",
    elsewhere: "لفتح قناتك، يكفي إدخال أي اسم ثم مشاركة رابطها:",
    label: "اسم القناة",
    open: "فتح",
    dismiss: "إخفاء الترحيب",
  },
} satisfies Strings;
