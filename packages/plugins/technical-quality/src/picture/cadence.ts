/** How regularly the frames follow each other. */
export interface Cadence {
  /** The usual time from one frame to the next, seconds; 0 for a single frame. */
  readonly interval: number;
  /** Share (0–1) of the steps that differ from it by more than a quarter. */
  readonly irregular: number;
  /** Steps of a regular file that are longer than usual by a frame: frames are missing there. Times of the frames on either side. */
  readonly gaps: readonly { readonly start: number; readonly end: number }[];
}

/** A step that differs by less is rounding: containers count in milliseconds. */
const tolerance = 0.25;
/** With more irregular steps the rate varies, and a long step is nothing special. */
const varying = 0.05;
/** How much longer than usual a step over a missing frame is at least: twice, but for rounding. */
const missing = 1.75;

/** @param times presentation times in order, seconds */
export function cadenceOf(times: readonly number[]): Cadence {
  const steps = times.slice(1).map((time, i) => time - times[i]!);
  const interval = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  if (interval <= 0) return { interval: 0, irregular: 0, gaps: [] };
  const irregular =
    steps.filter((step) => Math.abs(step - interval) > tolerance * interval).length / Math.max(1, steps.length);
  const gaps = steps.flatMap((step, i) =>
    step >= missing * interval - 0.001 ? [{ start: times[i]!, end: times[i + 1]! }] : [],
  );
  return { interval, irregular, gaps: irregular > varying ? [] : gaps };
}
