/**
 * The oldest browsers that the page is built for. They are the first with `URL.canParse`, popovers, `Intl.Segmenter` and the `v` flag
 * of regular expressions. The README names them, too.
 */
export const SUPPORTED_BROWSERS = { chrome: 120, edge: 120, firefox: 125, safari: 17 } as const;
