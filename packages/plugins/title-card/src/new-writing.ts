import { shared, type FineDetail } from './fine-detail.ts';

/** Side of a cell, px of the small picture. */
export const cell = 8;
/** A cell holds strokes when its lasting changes add up to this (test/bench/title-card.mjs: no number of 100 was missed). */
const strokes = 400;
/** A cell is new when less than this share of what lasts in it was there when it was last looked at. */
const known = 0.6;
/** So many new cells in a row may be writing: a label of two characters of 3 %. */
const shortest = 3;
/** So many may be a number: a fifth of the width of an upright picture. */
const long = 9;
/** Rows around new cells that are looked at too, px: with 16 the network broke lines into pieces. */
const margin = 28;
/** Bands nearer than this are one, px. */
const apart = 16;

/** Rows of a small picture on which something new stands still; `long` are the first rows of those cells that may hold a whole number. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly long: readonly number[];
}

/**
 * Tells which rows of a picture show something that stands still and was not there when they were last looked at, as writing over
 * a film does. Moving pictures hold nothing that lasts from one picture to the next.
 */
export interface WritingWatch {
  /** @param lasting {@link sharedDetail} of this picture and the one before */
  next(picture: FineDetail, lasting: Int16Array): Band[];
}

/** What lasts in each cell, what of it was there before; what was there when it was last looked at, and what of that still is. */
type Sums = [there: Int32Array, before: Int32Array, old: Int32Array, still: Int32Array];

interface Details {
  readonly change: Int16Array;
  readonly lasting: Int16Array;
  readonly looked: Int16Array;
}

// A function of its own, which V8 compiles once: within `next` it did so eight times.
function addRow(
  { change, lasting, looked }: Details,
  row: { readonly at: number; readonly width: number },
  [there, before, old, still]: Sums,
  firstCell: number,
): void {
  for (let x = 0, at = row.at; x < row.width; x++, at++) {
    const value = lasting[at]!;
    const past = looked[at]!;
    if (value === 0 && past === 0) continue;
    const place = firstCell + (x >> 3);
    if (value !== 0) {
      there[place]! += Math.abs(value);
      if (past !== 0) before[place]! += Math.abs(shared(value, past));
    }
    if (past !== 0) {
      old[place]! += Math.abs(past);
      still[place]! += Math.abs(shared(change[at]!, past));
    }
  }
}

/** Watches the pictures of one stretch, in order. */
export function writingWatch(): WritingWatch {
  let looked: Int16Array | null = null;
  return {
    next({ width, height, change }, lasting) {
      const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)];
      looked ??= new Int16Array(width * height);
      const sums = Array.from({ length: 4 }, () => new Int32Array(columns * rows)) as Sums;
      for (let y = 0; y < height; y++)
        addRow({ change, lasting, looked }, { at: y * width, width }, sums, (y >> 3) * columns);
      const [there, before, old, still] = sums;
      const fresh = Uint8Array.from(there, (value, at) => Number(value >= strokes && before[at]! < known * value));
      const bands = bandsOf(fresh, columns, rows, height);
      remember(looked, lasting, width, (place, y) => {
        if (bands.some(({ top, bottom }) => y >= top && y < bottom)) return 'new';
        // What is gone is news when it comes back.
        return still[place]! < known * old[place]! ? 'gone' : 'same';
      });
      return bands;
    },
  };
}

function remember(
  looked: Int16Array,
  lasting: Int16Array,
  width: number,
  stateOf: (place: number, y: number) => 'new' | 'gone' | 'same',
): void {
  const columns = Math.ceil(width / cell);
  const height = looked.length / width;
  for (let y = 0; y < height; y++) {
    for (let column = 0; column < columns; column++) {
      const state = stateOf((y >> 3) * columns + column, y);
      if (state === 'same') continue;
      const from = y * width + column * cell;
      const to = Math.min(from + cell, (y + 1) * width);
      if (state === 'new') looked.set(lasting.subarray(from, to), from);
      else looked.fill(0, from, to);
    }
  }
}

function bandsOf(fresh: Uint8Array, columns: number, rows: number, height: number): Band[] {
  const bands: { top: number; bottom: number; long: number[] }[] = [];
  for (let row = 0; row < rows; row++) {
    const longest = longestRun(fresh.subarray(row * columns, (row + 1) * columns));
    if (longest < shortest) continue;
    const [top, bottom] = [Math.max(0, row * cell - margin), Math.min(height, (row + 1) * cell + margin)];
    const last = bands.at(-1);
    const longRow = longest >= long ? [row * cell] : [];
    if (last && top + margin <= last.bottom - margin + apart) {
      last.bottom = bottom;
      last.long.push(...longRow);
    } else bands.push({ top, bottom, long: longRow });
  }
  return bands;
}

/** The longest run of new cells; a gap of one cell, as between two words, does not end it. */
function longestRun(cells: Uint8Array): number {
  let [longest, run, gap] = [0, 0, 0];
  for (const each of cells) {
    if (each === 1) {
      run += 1;
      gap = 0;
    } else if (++gap > 1) run = 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
