/** Modules that the build makes; app.config.ts says of what. */

declare module "virtual:emoji" {
  const lines: string;
  export default lines;
}
