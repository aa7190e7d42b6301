/** Types of modules that app.config.ts generates, and of icon files. */

declare module "virtual:emoji" {
  const lines: string;
  export default lines;
}

declare module "virtual:emoji-words/*" {
  const lines: string;
  export default lines;
}

/** The addresses of the files with the sentences, by language: those of a page's first load, and those of parts that load on demand. */
declare module "virtual:language-files" {
  import type { Language } from "~/shared/languages";
  const files: Record<Language, [first: string, onDemand: string]>;
  export default files;
}

/** The id of the page's build: see app.config.ts. */
declare module "virtual:build-id" {
  const id: string;
  export default id;
}

/** A single icon of lucide. Importing from the file with all icons would slow the build down. */
declare module "lucide/dist/esm/icons/*.mjs" {
  import type { IconNode } from "lucide";

  const icon: IconNode;
  export default icon;
}
