/**
 * Stands in the Worker for seroval, with which Solid sends the values of resources and SolidStart those of server functions to the
 * browser. This app has neither: the page's data is JSON (src/page/page-data.tsx). seroval would be a seventh of the Worker.
 */

/** As much of seroval's as Solid's rendering calls when nothing is serialised. */
export class Serializer {
  readonly #onDone: (() => void) | undefined;

  constructor({ onDone }: { onDone?: () => void }) {
    this.#onDone = onDone;
  }

  /** What a component threw. The page is not sent then: worker/http/router.ts answers with the error page. */
  write(): void {}

  flush(): void {
    this.#onDone?.();
  }

  close(): void {
    this.#onDone?.();
  }
}

export const Feature = { AggregateError: 0, BigIntTypedArray: 0, RegExp: 0 };

export const getCrossReferenceHeader = (): string => "";

function unavailable(): never {
  throw new Error("Nothing but the page's data is sent to the browser: see build/no-serializer.ts.");
}

export {
  unavailable as crossSerializeStream,
  unavailable as deserialize,
  unavailable as fromCrossJSON,
  unavailable as toCrossJSONStream,
};

// seroval-plugins/web
const none = {};
export {
  none as AbortSignalPlugin,
  none as CustomEventPlugin,
  none as DOMExceptionPlugin,
  none as EventPlugin,
  none as FormDataPlugin,
  none as HeadersPlugin,
  none as ReadableStreamPlugin,
  none as RequestPlugin,
  none as ResponsePlugin,
  none as URLPlugin,
  none as URLSearchParamsPlugin,
};
