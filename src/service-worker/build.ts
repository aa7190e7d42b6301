/** What the build knows: its id, and its files. It replaces these constants (build/service-worker.ts). */

declare const BUILD_ID: string;
declare const BUILD_FILES: readonly BuiltFile[];

export interface BuiltFile {
  path: string;
  /** Of a file that only pages in one language ask for. */
  language?: string;
}

export const BUILD = BUILD_ID;
export const FILES = BUILD_FILES;
