/** A short tone, made on the spot. */

const AT_MOST_EVERY = 2_000; // ms: a lively talk is no alarm
let context: AudioContext | undefined;
let playedAt = -Infinity;

/** Two soft notes. Silent where the browser wants a click on the page first. */
export function play(): void {
  if (performance.now() - playedAt < AT_MOST_EVERY) return;
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
