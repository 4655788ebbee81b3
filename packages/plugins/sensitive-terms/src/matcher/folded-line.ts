import { characterAt, foldUnit, foldWritten } from './fold-table.ts';

/** A line without its noise: folded code units, each with where it is written, `[start, end)` in UTF-16 code units. */
export interface FoldedLine {
  readonly units: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Folds a line and keeps the way back to it. */
export function foldLine(line: string): FoldedLine {
  let units = new Uint16Array(line.length);
  let starts = new Int32Array(line.length);
  let ends = new Int32Array(line.length);
  let filled = 0;
  for (let at = 0; at < line.length;) {
    const quick = foldUnit(line.charCodeAt(at));
    const written = quick === null ? characterAt(line, at) : null;
    const folded = quick ?? foldWritten(written ?? '');
    const next = at + (written?.length ?? 1);
    if (filled + folded.length > units.length) {
      units = widened(units, new Uint16Array(units.length * 2 + folded.length));
      starts = widened(starts, new Int32Array(units.length));
      ends = widened(ends, new Int32Array(units.length));
    }
    for (let part = 0; part < folded.length; part++) {
      units[filled] = folded.charCodeAt(part);
      starts[filled] = at;
      ends[filled++] = next;
    }
    at = next;
  }
  return { units: units.subarray(0, filled), starts: starts.subarray(0, filled), ends: ends.subarray(0, filled) };
}

function widened<Numbers extends Uint16Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(
  from: Numbers,
  to: Numbers,
): Numbers {
  to.set(from);
  return to;
}
