/**
 * What happened to files because of what happened to their messages. It is written in the same transaction, and stays until the object
 * that stores the files has been told (W37). A channel without files writes nothing here.
 */
import type { LinkPreview, MessageFile } from "../../src/shared/protocol";
import type { Alarm } from "../Alarm";
import type { Database } from "./Database";

export type FileChange = "hide" | "show" | "delete";

export interface ChangedFile extends Record<string, SqlStorageValue> {
  id: string;
  change: FileChange;
}

/** Told in one call. */
const BATCH = 200;
/** ms until the alarm tells what could not be told. */
const RETRY_AFTER = 30_000;

export class FileChanges {
  #db: Database;
  #alarm: Alarm;
  /** Called after the first of some changes. */
  onAdded: () => void = () => undefined;

  constructor(db: Database, alarm: Alarm) {
    this.#db = db;
    this.#alarm = alarm;
  }

  /** The files and the previews' pictures of the rows of a table that `where` finds have changed. */
  add(change: FileChange, table: "messages" | "removals", where: string, ...bindings: SqlStorageValue[]): void {
    const rows = this.#db.read<{ files: string | null; preview: string | null }>(
      `SELECT files, preview FROM ${table} WHERE (files IS NOT NULL OR preview IS NOT NULL) AND ${where}`,
      ...bindings,
    );
    const ids = rows.flatMap(({ files, preview }) => [
      ...(JSON.parse(files ?? "[]") as MessageFile[]).map(({ id }) => id),
      ...pictureOf(preview === null ? undefined : (JSON.parse(preview) as LinkPreview)),
    ]);
    this.addEach(change, ids);
  }

  /** These files have changed. The last change of a file counts. */
  addEach(change: FileChange, ids: readonly string[]): void {
    if (ids.length === 0) return;
    for (const id of ids) this.#db.write("INSERT OR REPLACE INTO file_changes (id, change) VALUES (?, ?)", id, change);
    void this.#alarm.ringBy(Date.now() + RETRY_AFTER);
    this.onAdded();
  }

  /** Some that nobody has been told. */
  next(): ChangedFile[] {
    return this.#db.read<ChangedFile>("SELECT id, change FROM file_changes LIMIT ?", BATCH);
  }

  /** They have been told. One that has changed again meanwhile stays. */
  remove(changes: readonly ChangedFile[]): void {
    for (const { id, change } of changes) this.#db.write("DELETE FROM file_changes WHERE id = ? AND change = ?", id, change);
  }
}

/** The id of a preview's picture, if it has one. */
export function pictureOf(preview: LinkPreview | undefined): string[] {
  return preview?.image ? [preview.image.id] : [];
}
