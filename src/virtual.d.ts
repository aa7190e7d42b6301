/** Modules that the build makes; app.config.ts says of what. */

declare module "virtual:emoji" {
  const lines: string;
  export default lines;
}

/** One icon of lucide, by itself: to read the file that has them all makes a build slower. */
declare module "lucide/dist/esm/icons/*.mjs" {
  import type { IconNode } from "lucide";

  const icon: IconNode;
  export default icon;
}
