/** The page's data: the Worker gives it to the server rendering, which gives it to the browser in the page. */
import { getRequestEvent, isServer } from "solid-js/web";
import type { PageData } from "~/shared/page";

const ID = "page-data";

/** Rendered before the scripts. */
export function PageDataElement() {
  const json = JSON.stringify(getRequestEvent()!.locals.page).replaceAll("<", "\\u003c"); // a text must not end the element
  return <script type="application/json" id={ID} innerHTML={json} />;
}

let unused: PageData | undefined = isServer ? undefined : JSON.parse(document.getElementById(ID)!.textContent);

/** What the page was rendered in. Call it at the start of the page, before the data is taken. */
export const renderedIn = (): Pick<PageData, "language" | "locale"> => unused!;

/** Whether this page is the browser's first one: its identity has written nothing yet. Call it before the data is taken. */
export const isNewcomer = (): boolean => unused!.isNewcomer === true;

/** The data for the first channel. After a change of channel in the browser there is none: the welcome brings the same. */
export function takePageData(): PageData | undefined {
  if (isServer) return getRequestEvent()!.locals.page;
  const page = unused;
  unused = undefined;
  return page;
}
