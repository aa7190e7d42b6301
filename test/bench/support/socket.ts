/** A minimal WebSocket client that reads frame headers and passes payloads on without copies, so that thousands fit on one core. */
import { connect, type Socket as Tcp } from "node:net";

const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;
const OPEN_WITHIN = 30_000; // ms

/** Every socket reads into this: a read is handled before the next one begins. */
const received = Buffer.allocUnsafe(1 << 18);

let sockets = 0;

/** Gets the payload of each text frame after the first: `bytes` from `start` to `end`, valid until it returns. */
export type Listener = (bytes: Buffer, start: number, end: number) => void;

export class Socket {
  /** Frames with text, the first one among them. */
  frames = 0;
  bytes = 0;
  /** The code with which the server closed it; 1006 where the connection just ended. */
  closedWith: number | undefined;
  onFrame: Listener = () => {};
  #tcp: Tcp;
  #rest: Buffer | undefined;
  #upgraded = false;
  #opened = Promise.withResolvers<void>();
  #ended = Promise.withResolvers<void>();

  private constructor(port: number, path: string) {
    const read = (length: number) => {
      this.#read(length);
      return true;
    };
    this.#tcp = connect({ host: "127.0.0.1", port, noDelay: true, onread: { buffer: received, callback: read } });
    this.#tcp.on("error", (error) => this.#opened.reject(error));
    this.#tcp.on("close", () => this.#end());
    this.#tcp.setTimeout(OPEN_WITHIN, () => this.#tcp.destroy(new Error(`${path} was not open within ${OPEN_WITHIN} ms`)));
    const place = ++sockets; // an address of its own: one address has limits for all its people together (W30)
    this.#tcp.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `CF-Connecting-IP: 10.${place >> 16}.${(place >> 8) & 255}.${place & 255}\r\n` +
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ZWRnZXdpc2UgYmVuY2gxMg==\r\n\r\n",
    );
  }

  /** A socket that has its first frame: it is in. */
  static async open(port: number, path: string): Promise<Socket> {
    const socket = new Socket(port, path);
    await socket.#opened.promise;
    socket.#tcp.setTimeout(0);
    return socket;
  }

  /** Settles when the connection has ended. */
  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  send(text: string): void {
    this.#tcp.write(frameOf(TEXT, Buffer.from(text)));
  }

  /** Sends the bytes of frames; `sent` is called once the system has taken them. */
  write(frames: Buffer, sent: (error?: Error | null) => void): void {
    this.#tcp.write(frames, sent);
  }

  /** Stops reading, as a phone does that has lost its network. */
  pause(): void {
    this.#tcp.pause();
  }

  resume(): void {
    this.#tcp.resume();
  }

  drop(): void {
    this.#tcp.destroy();
  }

  #read(length: number): void {
    this.bytes += length;
    const bytes = this.#rest ? Buffer.concat([this.#rest, received.subarray(0, length)]) : received;
    const end = this.#rest ? bytes.length : length;
    let at = this.#upgraded ? 0 : this.#upgrade(bytes, end);
    if (this.#upgraded) at = this.#frames(bytes, at, end);
    this.#rest = at < end ? Buffer.from(bytes.subarray(at, end)) : undefined;
  }

  /** Reads the answer to the upgrade; returns where it ends, or 0 while it is not there whole. */
  #upgrade(bytes: Buffer, end: number): number {
    const head = bytes.toString("latin1", 0, end);
    const length = head.indexOf("\r\n\r\n") + 4;
    if (length < 4) return 0;
    if (head.startsWith("HTTP/1.1 101 ")) this.#upgraded = true;
    else this.#tcp.destroy(new Error(`no upgrade: ${head.slice(0, 200)}`));
    return length;
  }

  /** Reads whole frames; returns where the first one begins that is not there whole. */
  #frames(bytes: Buffer, from: number, end: number): number {
    let at = from;
    while (end - at >= 2) {
      const short = bytes[at + 1]! & 0x7f;
      const header = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (end - at < header) break;
      const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
      if (end - at < header + length) break;
      this.#frame(bytes[at]! & 0x0f, bytes, at + header, at + header + length);
      at += header + length;
    }
    return at;
  }

  #frame(kind: number, bytes: Buffer, start: number, end: number): void {
    if (kind === TEXT) {
      if (++this.frames === 1) this.#opened.resolve();
      else this.onFrame(bytes, start, end);
    } else if (kind === PING) {
      this.#tcp.write(frameOf(PONG, Buffer.from(bytes.subarray(start, end))));
    } else if (kind === CLOSE) {
      this.closedWith = end - start >= 2 ? bytes.readUInt16BE(start) : 1005;
      this.#tcp.end(frameOf(CLOSE, Buffer.from(bytes.subarray(start, Math.min(end, start + 2)))));
    }
  }

  #end(): void {
    this.closedWith ??= 1006;
    this.#opened.reject(new Error("the connection ended before its first frame"));
    this.#ended.resolve();
  }
}

/** One frame of a client. Its mask is zero: as the RFC asks, and without a pass over the payload. */
export function frameOf(kind: number, payload: Buffer): Buffer {
  const { length } = payload;
  const header = Buffer.alloc(length < 126 ? 6 : length < 65_536 ? 8 : 14);
  header[0] = 0x80 | kind;
  header[1] = 0x80 | (length < 126 ? length : length < 65_536 ? 126 : 127);
  if (length >= 65_536) header.writeBigUInt64BE(BigInt(length), 2);
  else if (length >= 126) header.writeUInt16BE(length, 2);
  return Buffer.concat([header, payload]);
}

export function textFrame(text: string): Buffer {
  return frameOf(TEXT, Buffer.from(text));
}
