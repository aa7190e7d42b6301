/** Stands for the module that the build generates: see app.config.ts. */
export default "b0i1d";
