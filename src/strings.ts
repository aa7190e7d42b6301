/** Every sentence and label that people read, by component, in one place: to be translated, and to be read as a whole. */

export const strings = {
  app: { name: "Edgewise" },
} as const;
