/** The reader's position in the timeline. The message list attaches itself; others read the position and give commands. */

/** What the message list on screen can do. */
export interface TimelineView {
  /** Whether the newest message is in view. */
  isAtEnd: () => boolean;
  /** Scrolls to the message `id`. Loads older messages until it is there. */
  scrollTo: (id: number) => void;
  /** Scrolls to a message that the user has just sent, and treats everything before it as read. */
  showSent: () => void;
}

export type Viewport = ReturnType<typeof createViewport>;

export function createViewport() {
  let view: TimelineView | undefined;
  return {
    attach: (attached: TimelineView) => void (view = attached),
    isAtEnd: () => view?.isAtEnd() ?? true,
    scrollTo: (id: number) => view?.scrollTo(id),
    showSent: () => view?.showSent(),
  };
}
