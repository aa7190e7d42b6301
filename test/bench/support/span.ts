/** A period of time: what the server and a crowd did in it. */
import type { Crowd } from "./crowd.ts";
import { cpuOf } from "./usage.ts";

/** The part of a core that this process, the clients, may use before their own slowness is what is measured. */
export const SATURATED = 0.85;

/** The busiest that the clients have been, and in what. */
export const clients = { share: 0, scenario: "" };

export class Span {
  #startedAt = performance.now();
  #own = process.cpuUsage();
  #cpu: number;
  #deliveries: number;
  #bytes: number;
  #pid: number;
  #crowd: Crowd;

  constructor(pid: number, crowd: Crowd) {
    this.#pid = pid;
    this.#crowd = crowd;
    this.#cpu = cpuOf(pid);
    this.#deliveries = crowd.deliveries;
    this.#bytes = crowd.bytes;
  }

  /** `clientShare` is the part of a core that the clients used. */
  end(scenario: string) {
    const seconds = (performance.now() - this.#startedAt) / 1000;
    const { user, system } = process.cpuUsage(this.#own);
    const clientShare = (user + system) / 1e6 / seconds;
    if (clientShare > clients.share) Object.assign(clients, { share: clientShare, scenario });
    const cpu = cpuOf(this.#pid) - this.#cpu; // µs
    const deliveries = this.#crowd.deliveries - this.#deliveries;
    return {
      seconds,
      deliveries,
      perSecond: deliveries / seconds,
      cpu,
      cpuShare: cpu / 1e6 / seconds,
      cpuPerDelivery: cpu / deliveries,
      bytesPerDelivery: (this.#crowd.bytes - this.#bytes) / deliveries,
      clientShare,
    };
  }
}
