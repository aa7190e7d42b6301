/** Latencies in buckets, so that millions of them take little memory. */
const BUCKET = 0.05; // ms
const BUCKETS = 400_000; // up to 20 s

export class Histogram {
  #counts = new Uint32Array(BUCKETS);
  #count = 0;

  add(ms: number): void {
    this.#counts[Math.min(BUCKETS - 1, Math.max(0, Math.floor(ms / BUCKET)))]!++;
    this.#count++;
  }

  clear(): void {
    this.#counts.fill(0);
    this.#count = 0;
  }

  /** The time in ms within which the part `share` of all was received; NaN where nothing was. */
  quantile(share: number): number {
    if (this.#count === 0) return NaN;
    let left = Math.ceil(this.#count * share);
    const index = this.#counts.findIndex((count) => (left -= count) <= 0);
    return (index + 0.5) * BUCKET;
  }
}
