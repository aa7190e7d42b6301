/** Uploading, naming and reading files in tests. */
import type { Message, MessageFile, Refusal, StoredFile } from "../../../src/shared/protocol";
import { bindings, fetchPath, newUserCookie, type TestPeer } from "./peer";

export const filesOf = (channel: string) => bindings.FILE_STORE.getByName(channel);

export interface UploadOptions {
  cookie?: string;
  name?: string | null;
  headers?: Record<string, string>;
}

export function post(
  channel: string,
  body: BodyInit | null,
  { cookie = newUserCookie(), name = "notes.txt", headers = {} }: UploadOptions = {},
) {
  const named = name === null ? {} : { "X-Name": encodeURIComponent(name) };
  return fetchPath(`/api/files/${channel}`, { method: "POST", body, headers: { Cookie: cookie, ...named, ...headers } });
}

export async function uploaded(channel: string, body: BodyInit, options?: UploadOptions): Promise<StoredFile> {
  const response = await post(channel, body, options);
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}

export const addressOf = (channel: string, { id, name }: MessageFile) => `/_file/${channel}/${id}/${encodeURIComponent(name)}`;
export const read = (channel: string, file: MessageFile, cookie = newUserCookie(), init: RequestInit = {}) =>
  fetchPath(addressOf(channel, file), { ...init, headers: { Cookie: cookie, ...init.headers } });

let cids = 0;

/** Sends a message that names files, and returns its state, or the error. */
export async function names(peer: TestPeer, files: unknown, text = "", cid = `c${cids++}`): Promise<Message | Refusal> {
  peer.send({ t: "chat", d: { cid, text, files } });
  for (;;) {
    const { t, d } = await peer.next();
    if ((t === "chat" || t === "error") && d.cid === cid) return d;
  }
}

export const codeOf = async (answer: Promise<Message | Refusal>) => {
  const { code, reason } = (await answer) as Refusal;
  return [code, reason];
};
export const statusOf = async (response: Promise<Response>) => (await response).status;
