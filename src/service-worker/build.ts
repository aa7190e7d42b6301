/** What the build knows: its id, and its files. It replaces these constants (build/service-worker.ts). */

declare const BUILD_ID: string;
declare const BUILD_FILES: readonly BuiltFile[];

export interface BuiltFile {
  path: string;
  /** The beginning of the tag of the only language whose pages ask for it. */
  language?: string;
}

export const BUILD = BUILD_ID;
export const FILES = BUILD_FILES;
