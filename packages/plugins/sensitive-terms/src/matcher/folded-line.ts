import { characterAt, foldUnit, foldWritten } from './fold-table.ts';

/**
 * A line without its noise: `length` folded code units, each with where it is written, `[start, end)` in UTF-16 code units.
 * It is good until the next line is folded: the arrays are used again, since making three for each line takes longer than
 * folding it.
 */
export interface FoldedLine {
  readonly length: number;
  readonly units: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const usualLength = 1024;
let units = new Uint16Array(usualLength);
let starts = new Int32Array(usualLength);
let ends = new Int32Array(usualLength);

/** Folds a line and keeps the way back to it. */
export function foldLine(line: string): FoldedLine {
  if (units.length < line.length) widen(line.length);
  let filled = 0;
  for (let at = 0; at < line.length;) {
    const quick = foldUnit(line.charCodeAt(at));
    const written = quick === null ? characterAt(line, at) : null;
    const folded = quick ?? foldWritten(written ?? '');
    const next = at + (written?.length ?? 1);
    if (filled + folded.length > units.length) widen(units.length * 2 + folded.length);
    for (let part = 0; part < folded.length; part++) {
      units[filled] = folded.charCodeAt(part);
      starts[filled] = at;
      ends[filled++] = next;
    }
    at = next;
  }
  return { length: filled, units, starts, ends };
}

function widen(length: number): void {
  const old = { units, starts, ends };
  units = new Uint16Array(length);
  starts = new Int32Array(length);
  ends = new Int32Array(length);
  units.set(old.units);
  starts.set(old.starts);
  ends.set(old.ends);
}
