/** What stands for a message where there is no room for all of it: its text as it was written, or else the names of its files. */

interface Named {
  text: string;
  files?: readonly { name: string }[] | undefined;
}

export function textOrFiles({ text, files = [] }: Named): string {
  return text || files.map(({ name }) => name).join(", ");
}
