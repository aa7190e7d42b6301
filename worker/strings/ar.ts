/** The sentences of responses that are not pages, in Arabic. */
import type { WorkerStrings } from "./en";

export default {
  nothingHere: "لا يوجد شيء في هذا العنوان.",
  healthIsAt: "لا يوجد شيء في هذا العنوان. حالة Worker متاحة في \u200E/api/health.",
  notAName: "لا يمكن لأي قناة أن تحمل هذا الاسم.",
  readOnly: "هذا العنوان يُقرأ باستخدام GET.",
  onlyPost: "تُضبط ملفات تعريف الارتباط هنا باستخدام POST.",
  onlySockets: "هذا العنوان مخصّص لاتصالات WebSocket. الصفحة في المسار نفسه من دون \u200E/_ws.",
  otherSite: "لا يُسمح لصفحات موقع آخر بالاتصال.",
  otherSiteCookies: "لا يُسمح لصفحات موقع آخر بضبط ملفات تعريف الارتباط.",
  tooManyConnections: "عدد الاتصالات من هذا العنوان كبير جدًا. يُرجى الانتظار دقيقة.",
  tooManyRequests: "عدد الطلبات من هذا العنوان كبير جدًا. يُرجى الانتظار دقيقة.",
  tooManyQuestions: "عدد الاستعلامات من هذا العنوان كبير جدًا. يُرجى الانتظار دقيقة.",
  noIdentity: "الدخول غير متاح لأحد في الوقت الحالي. يُرجى إعادة المحاولة.",
  errorPage: {
    title: "حدث خطأ",
    heading: "تعذّر إنشاء هذه الصفحة",
    text: "حدث خطأ من جانبنا وتم تسجيله. يُرجى إعادة المحاولة بعد لحظات.",
    kept: "ما كتبته ولم يُرسل بعد محفوظ في هذا المتصفح.",
    retry: "إعادة المحاولة",
  },
} satisfies WorkerStrings;
