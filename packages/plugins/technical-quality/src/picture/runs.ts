/** Frames `from` to `to`, the latter not included. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Rows of frames one after the other that are all `such`. */
export function runsOf(frames: number, such: (frame: number) => boolean): readonly Run[] {
  const runs: Run[] = [];
  let from = -1;
  for (let frame = 0; frame <= frames; frame++) {
    const now = frame < frames && such(frame);
    if (now && from < 0) from = frame;
    if (!now && from >= 0) {
      runs.push({ from, to: frame });
      from = -1;
    }
  }
  return runs;
}

/** Largest value of a column over frames `from` to `to`, the latter not included; 0 for none. */
export function most(column: { at(index: number): number }, from: number, to: number): number {
  let largest = 0;
  for (let frame = Math.max(0, from); frame < to; frame++) largest = Math.max(largest, column.at(frame));
  return largest;
}

/** The value in the middle of a column over frames `from` to `to`, the latter not included; 0 for none. */
export function middle(column: { at(index: number): number }, from: number, to: number): number {
  const values: number[] = [];
  for (let frame = Math.max(0, from); frame < to; frame++) values.push(column.at(frame));
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
