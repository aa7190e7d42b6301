/** The sentences that only staff see, in Arabic. */
import { formatsOf } from "../formats.ts";
import { timesOf } from "../times.ts";
import type { StaffStrings } from "./en";

const { count, list, number } = formatsOf("ar");

const messages = (n: number) =>
  count(n, {
    zero: "# رسالة",
    one: "رسالة واحدة",
    two: "رسالتين",
    few: "# رسائل",
    many: "# رسالة",
    other: "# رسالة",
  });

export default {
  times: timesOf("ar"),
  panel: {
    open: "إدارة القناة",
    reports: (n: number) =>
      count(n, {
        zero: "# بلاغ مفتوح",
        one: "بلاغ مفتوح واحد",
        two: "بلاغان مفتوحان",
        few: "# بلاغات مفتوحة",
        many: "# بلاغًا مفتوحًا",
        other: "# بلاغ مفتوح",
      }),
    title: "إدارة القناة",
    close: "إغلاق",
    tabs: { settings: "الإعدادات", people: "الأشخاص", sanctions: "العقوبات", reports: "البلاغات", log: "السجل" },
    loading: "جارٍ التحميل…",
    retry: "إعادة المحاولة",
  },
  roles: { member: "عضو", moderator: "مشرف", owner: "مالك" },
  settings: {
    save: "حفظ",
    discard: "تجاهل",
    saved: "تم الحفظ.",
    now: (value: string) => `الآن: ${value}`,
    off: "متوقف",
    on: "مفعّل",
    topic: {
      title: "الموضوع",
      placeholder: "عمّ تدور هذه القناة",
      effect: "يقرؤه الجميع في أعلى القناة. سطر واحد، ويمكن أن يحتوي على روابط.",
      none: "لا يوجد",
    },
    slow: {
      title: "الوضع البطيء",
      effect: (duration: string) => `يمكن لكل شخص إرسال رسالة واحدة كل ${duration}. لا ينطبق ذلك على فريق الإشراف.`,
      offEffect: "لا يلزم الانتظار بين رسالتين.",
    },
    write: {
      title: "من يمكنه الكتابة",
      options: { all: "الجميع", known: "من كتب هنا من قبل", staff: "فريق الإشراف فقط" },
      effects: {
        all: "يمكن لكل من يفتح هذه القناة أن يكتب.",
        known: "يمكن الكتابة لمن كتب هنا قبل حفظ هذا الإعداد وللأعضاء وفريق الإشراف. أما الآخرون فيقرؤون فقط، وتخبرهم الصفحة بذلك.",
        staff: "يمكن للمشرفين والمالكين وحدهم أن يكتبوا. أما الآخرون فيقرؤون فقط، وتخبرهم الصفحة بذلك.",
      },
    },
    files: {
      title: "من يمكنه إرسال الملفات",
      options: { known: "من كتب هنا من قبل", all: "الجميع", staff: "فريق الإشراف فقط", none: "لا أحد" },
      effects: {
        known: "يمكن إرسال الملفات لمن كتب هنا من قبل ولفريق الإشراف.",
        all: "يمكن لكل من يكتب هنا أن يرسل ملفات.",
        staff: "يمكن للمشرفين والمالكين وحدهم إرسال الملفات.",
        none: "لا يمكن لأحد إرسال الملفات. تبقى الملفات المرسلة.",
      },
    },
    read: {
      title: "من يمكنه القراءة",
      options: { all: "الجميع", members: "الأعضاء وفريق الإشراف فقط" },
      effects: {
        all: "يمكن لكل من لديه الرابط أن يقرأ هذه القناة.",
        members: (online: number) =>
          `يصبح كل المتصلين الآن أعضاء (${number(online)}). ولن يرى الآخرون شيئًا من هذه القناة حتى تصلهم دعوة.`,
        isPrivate: "يرى الأعضاء وفريق الإشراف وحدهم هذه القناة. ويحتاج الآخرون إلى دعوة.",
      },
    },
    keep: {
      title: "مدة الاحتفاظ بالرسائل",
      usual: "بلا حد زمني",
      usualEffect: (most: number) => `يُحتفظ بأحدث ${number(most)} رسالة مهما كان تاريخها.`,
      effect: (duration: string) => `تُحذف لدى الجميع الرسائل التي مضى عليها أكثر من ${duration}. ولا يمكن استعادتها.`,
      save: "حفظ وحذف الرسائل الأقدم",
      kept: (n: number, date: string) =>
        count(n, {
          zero: "لا توجد رسائل محفوظة.",
          one: `رسالة واحدة محفوظة، من ${date}.`,
          two: `رسالتان محفوظتان، أقدمهما من ${date}.`,
          few: `# رسائل محفوظة، أقدمها من ${date}.`,
          many: `# رسالة محفوظة، أقدمها من ${date}.`,
          other: `# رسالة محفوظة، أقدمها من ${date}.`,
        }),
      nothing: "لا يوجد شيء محفوظ بعد.",
    },
    previews: {
      title: "معاينات الروابط",
      effects: {
        on: "يظهر أول رابط في الرسالة مع عنوانه وصورته إذا كان هذا الموقع يعرض المعاينات.",
        off: "لا معاينة للروابط في الرسائل الجديدة.",
      },
    },
    pins: {
      title: "الرسائل المثبّتة",
      none: "لا توجد رسائل مثبّتة. لتثبيت رسالة، يمكن فتح قائمتها.",
      unpin: "إلغاء التثبيت",
      unpinOf: (text: string) => `إلغاء التثبيت: ${text}`,
    },
  },
  people: {
    staff: "فريق الإشراف",
    noStaff: "ليس لهذه القناة فريق إشراف بعد.",
    here: "الموجودون هنا",
    nobody: "لا يوجد أحد غيرك هنا.",
    you: "(أنت)",
    actionsFor: (name: string) => `إجراءات بشأن ${name}`,
    make: { moderator: "منح دور مشرف", owner: "منح دور مالك" },
    noRole: "إزالة الدور",
    resign: "التخلي عن دورك",
    noMember: "إزالة من الأعضاء",
    given: {
      member: (name: string) => `لدى ${name} الآن دور عضو.`,
      moderator: (name: string) => `لدى ${name} الآن دور مشرف.`,
      owner: (name: string) => `لدى ${name} الآن دور مالك.`,
      none: (name: string) => `لم يعد لدى ${name} أي دور.`,
    },
  },
  invitations: {
    title: "الدعوة برابط",
    role: "الدور",
    uses: "عدد مرات الاستخدام",
    valid: "صالح لمدة",
    create: "إنشاء الرابط",
    rights: {
      member: "يمكن للعضو القراءة والكتابة هنا حتى عندما تكون القناة خاصة أو مقيّدة.",
      moderator: "يمكن للمشرف أيضًا إزالة الرسائل وكتم الأشخاص وحظرهم وتغيير الموضوع.",
      owner: "للمالك كل الصلاحيات، ومنها جعل هذه القناة خاصة وإزالة دورك.",
    },
    link: "الرابط",
    copy: "نسخ",
    copied: "تم النسخ.",
    notCopied: "لم يُنسخ: يُرجى تحديد الرابط ونسخه.",
    once: "لا يظهر إلا الآن. كل من لديه الرابط يحصل على الدور، لذا يُرجى إرساله إلى الموثوق بهم فقط.",
    made: "الدعوات التي أنشأتها منذ فتح هذه الصفحة",
    invitation: {
      member: (uses: string, until: string) => `عضو، ${uses}، حتى ${until}`,
      moderator: (uses: string, until: string) => `مشرف، ${uses}، حتى ${until}`,
      owner: (uses: string, until: string) => `مالك، ${uses}، حتى ${until}`,
    },
    usesOf: (n: number) =>
      count(n, {
        zero: "# استخدام",
        one: "استخدام واحد",
        two: "استخدامان",
        few: "# استخدامات",
        many: "# استخدامًا",
        other: "# استخدام",
      }),
    revoke: "إلغاء الدعوة",
    revoked: "لم تعد الدعوة صالحة.",
  },
  sanctions: {
    muted: "المكتومون",
    banned: "المحظورون",
    none: "لا يوجد أشخاص مكتومون أو محظورون.",
    until: (when: string, by: string) => `حتى ${when}، بواسطة ${by}`,
    unmute: "إلغاء الكتم",
    unban: "رفع الحظر",
  },
  reports: {
    none: "لا توجد بلاغات مفتوحة.",
    notLoaded: "الرسالة غير محمّلة في هذه الصفحة.",
    from: (name: string, when: string) => `بلاغ من ${name}، ${when}`,
    show: "عرض في القناة",
    remove: "إزالة الرسالة",
    resolve: "إنهاء البلاغ",
    resolved: "انتهى البلاغ، وتبقى الرسالة.",
  },
  log: {
    none: "لا يوجد شيء في السجل بعد.",
    more: "تحميل المزيد",
    restore: "استعادة",
    removedText: "النص المُزال، ما دامت استعادته ممكنة:",
  },
  messageMenu: {
    remove: "إزالة",
    restore: "استعادة",
    pin: "تثبيت",
    unpin: "إلغاء التثبيت",
    mute: "كتم…",
    ban: "حظر…",
    purge: "إزالة كل ما كتبه…",
  },
  dialogs: {
    cancel: "إلغاء",
    duration: "المدة",
    mute: {
      title: (name: string) => `كتم ${name}؟`,
      effect: (name: string, duration: string) =>
        `لن يمكن لـ ${name} الكتابة أو التعديل أو التفاعل أو تغيير الاسم لمدة ${duration}. تبقى القراءة ممكنة، وتُظهر الصفحة وقت الانتهاء.`,
      confirm: "كتم",
    },
    ban: {
      title: (name: string) => `حظر ${name}؟`,
      effect: (name: string, duration: string) => `لن يمكن لـ ${name} القراءة أو الكتابة هنا لمدة ${duration}. وتُغلق اتصالاته.`,
      address: (duration: string) =>
        `يمكن للجدد هنا القادمين من العنوان نفسه القراءة دون الكتابة لمدة ${duration}. ولا يتأثر من كتبوا هنا من قبل.`,
      purge: "إزالة الرسائل أيضًا من آخر",
      purgeNothing: "عدم إزالة شيء",
      confirm: "حظر",
    },
    purge: {
      title: (name: string) => `إزالة ما كتبه ${name}؟`,
      since: "الرسائل من آخر",
      effect: (name: string, duration: string, most: number) =>
        `تُزال رسائل ${name} من آخر ${duration}، أحدث ${number(most)} رسالة على الأكثر. ويمكن لفريق الإشراف خلال 24 ساعة استعادة كل رسالة من قائمتها.`,
      confirm: "إزالة",
    },
  },
  done: {
    removed: "تمت إزالة الرسالة.",
    restored: "تمت استعادة الرسالة.",
    pinned: "تم تثبيت الرسالة.",
    unpinned: "تم إلغاء تثبيت الرسالة.",
    muted: (name: string, duration: string) => `تم كتم ${name} لمدة ${duration}.`,
    unmuted: (name: string) => `تم إلغاء كتم ${name}.`,
    banned: (name: string, duration: string) => `تم حظر ${name} لمدة ${duration}.`,
    unbanned: (name: string) => `تم رفع الحظر عن ${name}.`,
    purged: (name: string) => `تمت إزالة رسائل ${name}.`,
    tooManyPins: (most: number) => `الحد الأقصى للرسائل المثبّتة ${number(most)}. يُرجى إلغاء تثبيت إحداها أولًا.`,
  },
  entries: {
    invite: {
      member: (by: string, uses: string, duration: string) => `أنشأ ${by} دعوة للأعضاء: ${uses}، صالحة لمدة ${duration}`,
      moderator: (by: string, uses: string, duration: string) => `أنشأ ${by} دعوة للمشرفين: ${uses}، صالحة لمدة ${duration}`,
      owner: (by: string, uses: string, duration: string) => `أنشأ ${by} دعوة للمالكين: ${uses}، صالحة لمدة ${duration}`,
    },
    revoke: (by: string) => `ألغى ${by} دعوة`,
    redeem: {
      member: (by: string) => `حصل ${by} على دور عضو بدعوة`,
      moderator: (by: string) => `حصل ${by} على دور مشرف بدعوة`,
      owner: (by: string) => `حصل ${by} على دور مالك بدعوة`,
    },
    role: {
      member: (by: string, who: string) => `منح ${by} دور عضو إلى ${who}`,
      moderator: (by: string, who: string) => `منح ${by} دور مشرف إلى ${who}`,
      owner: (by: string, who: string) => `منح ${by} دور مالك إلى ${who}`,
      none: (by: string, who: string) => `أزال ${by} دور ${who}`,
    },
    remove: (by: string, who: string) => `أزال ${by} رسالة كتبها ${who}`,
    restore: (by: string) => `استعاد ${by} رسالة`,
    purge: (by: string, who: string, n: number) => `أزال ${by} ${messages(n)} كتبها ${who}`,
    mute: (by: string, who: string, duration: string) => `قام ${by} بكتم ${who} لمدة ${duration}`,
    unmute: (by: string, who: string) => `ألغى ${by} كتم ${who}`,
    ban: (by: string, who: string, duration: string) => `قام ${by} بحظر ${who} لمدة ${duration}`,
    unban: (by: string, who: string) => `رفع ${by} الحظر عن ${who}`,
    resolve: (by: string) => `أنهى ${by} بلاغات إحدى الرسائل`,
    set: (by: string, changes: Iterable<string>) => `غيّر ${by} الإعدادات: ${list(changes)}`,
    changes: {
      topic: (topic: string) => `الموضوع «${topic}»`,
      noTopic: "لا موضوع",
      pins: (n: number) => (n === 0 ? "لا رسائل مثبّتة" : `تثبيت ${messages(n)}`),
      slow: (duration: string) => `الوضع البطيء برسالة واحدة كل ${duration}`,
      noSlow: "إيقاف الوضع البطيء",
      write: {
        all: "يمكن للجميع الكتابة",
        known: "يمكن الكتابة لمن كتب هنا من قبل وللأعضاء وفريق الإشراف وحدهم",
        staff: "يمكن لفريق الإشراف وحده الكتابة",
      },
      files: {
        known: "يمكن إرسال الملفات لمن كتب هنا من قبل ولفريق الإشراف وحدهم",
        all: "يمكن للجميع إرسال الملفات",
        staff: "يمكن لفريق الإشراف وحده إرسال الملفات",
        none: "لا يمكن لأحد إرسال الملفات",
      },
      read: { all: "يمكن للجميع القراءة", members: "يمكن للأعضاء وفريق الإشراف وحدهم القراءة" },
      keep: (duration: string) => `الاحتفاظ بالرسائل لمدة ${duration}`,
      noKeep: "الاحتفاظ بالرسائل بلا حد زمني",
      previews: { on: "تفعيل معاينات الروابط", off: "إيقاف معاينات الروابط" },
    },
    other: (by: string, act: string) => `${by}: ${act}`,
  },
} satisfies StaffStrings;
