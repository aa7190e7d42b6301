/** The notification sound, generated in the browser: one at a time, and never late. */

const MIN_INTERVAL = 2_000; // ms
const LATE = 5_000; // ms after which a sound is of no use

let context: AudioContext | undefined;
let askedAt = -Infinity;
let isBusy = false;

/**
 * Plays two soft notes for something that happened at `at` (Unix ms). Plays nothing while another sound is heard, or its pause
 * lasts, in any window of this browser, and nothing late: the browser holds sounds back until the first click on the page.
 */
export async function play(at = Date.now()): Promise<void> {
  askedAt = at;
  if (isBusy) return;
  isBusy = true;
  try {
    context ??= new AudioContext();
    await context.resume();
    if (context.state === "running" && Date.now() - askedAt <= LATE) await alone(notes);
  } catch {
    // this browser, or this machine, plays no sound
  }
  isBusy = false;
}

async function notes(): Promise<void> {
  note(context!, 660, 0);
  note(context!, 880, 0.12);
  await new Promise((resolve) => setTimeout(resolve, MIN_INTERVAL));
}

/** Runs `sound` unless another window does. Without Web Locks (a page without https), windows do not know of each other. */
async function alone(sound: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return sound();
  await navigator.locks.request("edgewise sound", { ifAvailable: true }, async (lock) => lock && sound());
}

/** `at` in seconds from now. */
function note(context: AudioContext, frequency: number, at: number): void {
  const start = context.currentTime + at;
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0.0001, start);
  volume.gain.exponentialRampToValueAtTime(0.12, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.25);
  const tone = new OscillatorNode(context, { frequency });
  tone.connect(volume).connect(context.destination);
  tone.start(start);
  tone.stop(start + 0.3);
}
