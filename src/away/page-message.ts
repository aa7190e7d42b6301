/** What a page tells the service worker, and the service worker a page. */

/** With the language of its page, the channel is public and to be kept; without, it is to be forgotten. */
export interface PageMessage {
  /** The page's build. */
  build: string | undefined;
  channel: string;
  language?: string;
}

/** A notification was clicked: the page shows this address. */
export interface WorkerMessage {
  open: string;
}
