/** The notification sound, generated in the browser. */

const MIN_INTERVAL = 2_000; // ms
let context: AudioContext | undefined;
let playedAt = -Infinity;

/** Plays two soft notes. Silent if the browser requires a click on the page first. */
export function play(): void {
  if (performance.now() - playedAt < MIN_INTERVAL) return;
  playedAt = performance.now();
  context ??= new AudioContext();
  void context.resume();
  note(context, 660, 0);
  note(context, 880, 0.12);
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
