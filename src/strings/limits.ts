/** The limits that sentences loaded on demand name. */
export { MAX_FILE_SIZE, MAX_FILES, MAX_KEYS, MAX_REPORT_REASON, MAX_STAFF, MAX_TOPIC } from "../shared/protocol.ts";
