import { printCells, printRate, printSide } from './movement.ts';

/** Pictures must look alike by this correlation of their cells to be compared further. */
const sameLook = 0.9;
/** Correlation of how the cells change over time: footage that is used again moves alike, another take of the same set-up does not. */
const sameMovement = 0.9;
/** Root mean square of that change, in luma (0–255): with less there is nothing to tell footage by. */
const leastMovement = 1;
/** Seconds that two uses must share. */
const leastShared = 1.2;
/** Steps over which change is compared: a third of a second. */
const lag = 3;
/** Cells of the coarse prints that the search runs on: 4 × 4. */
const coarseCells = 16;

/** Prints of a shot, ready to be compared. */
export interface Footage {
  readonly steps: number;
  readonly cells: Float32Array;
  readonly coarse: Float32Array;
  /** Zero-mean coarse cells of unit length, one row a step. */
  readonly looks: Float32Array;
}

/** Where two pieces of footage are the same: seconds from the start of each, and how long. */
export interface FootageMatch {
  readonly a: number;
  readonly b: number;
  readonly seconds: number;
}

/** Prints as the track stores them; `mirrored` exchanges left and right. */
export function footageOf(prints: string, mirrored = false): Footage {
  const bytes = Buffer.from(prints, 'base64');
  const steps = Math.floor(bytes.length / printCells);
  const cells = new Float32Array(steps * printCells);
  const coarse = new Float32Array(steps * coarseCells);
  for (let step = 0; step < steps; step++) {
    for (let cell = 0; cell < printCells; cell++) {
      const [row, column] = [Math.floor(cell / printSide), cell % printSide];
      const to = mirrored ? row * printSide + printSide - 1 - column : cell;
      const value = bytes[step * printCells + cell]!;
      cells[step * printCells + to] = value;
      coarse[step * coarseCells + (row >> 1) * 4 + ((to % printSide) >> 1)]! += value / 4;
    }
  }
  return { steps, cells, coarse, looks: unitRows(coarse, steps) };
}

function unitRows(coarse: Float32Array, steps: number): Float32Array {
  const looks = new Float32Array(coarse.length);
  for (let step = 0; step < steps; step++) {
    const row = coarse.subarray(step * coarseCells, (step + 1) * coarseCells);
    const mean = row.reduce((sum, value) => sum + value, 0) / coarseCells;
    const length = Math.sqrt(row.reduce((sum, value) => sum + (value - mean) ** 2, 0));
    for (const [cell, value] of row.entries())
      looks[step * coarseCells + cell] = length < 1 ? 0 : (value - mean) / length;
  }
  return looks;
}

/** Whether the middle of one piece looks like any moment of the other: cheap. The end of one that is the beginning of the other is missed. */
export function mayMatch(a: Footage, b: Footage): boolean {
  return middleIn(a, b) || middleIn(b, a);
}

function middleIn(a: Footage, b: Footage): boolean {
  const middle = (a.steps >> 1) * coarseCells;
  for (let step = 0; step < b.steps; step += 2) {
    let product = 0;
    for (let cell = 0; cell < coarseCells; cell++) {
      product += a.looks[middle + cell]! * b.looks[step * coarseCells + cell]!;
    }
    if (product >= sameLook) return true;
  }
  return false;
}

/** The stretch that two pieces of footage share; null when they are different takes, or too still to tell. */
export function matchFootage(a: Footage, b: Footage): FootageMatch | null {
  const least = Math.ceil(leastShared * printRate);
  let best: { offset: number; similarity: number } | null = null;
  // b begins `offset` steps after a.
  for (let offset = least - b.steps; offset <= a.steps - least; offset++) {
    const similarity = movementLikeness(a.coarse, b.coarse, coarseCells, spanOf(a, b, offset));
    if (similarity !== null && (best === null || similarity > best.similarity)) best = { offset, similarity };
  }
  if (best === null || best.similarity < sameMovement - 0.1) return null;
  const span = spanOf(a, b, best.offset);
  const fine = movementLikeness(a.cells, b.cells, printCells, span);
  if (fine === null || fine < sameMovement || lookLikeness(a, b, span) < sameLook) return null;
  return { a: span.a / printRate, b: span.b / printRate, seconds: span.steps / printRate };
}

interface Span {
  readonly a: number;
  readonly b: number;
  readonly steps: number;
}

function spanOf(a: Footage, b: Footage, offset: number): Span {
  const from = Math.max(0, offset);
  return { a: from, b: from - offset, steps: Math.min(a.steps, b.steps + offset) - from };
}

/** Correlation of how cells leave their mean and of how they change within {@link lag} steps, the lesser; null when too little moves. */
function movementLikeness(a: Float32Array, b: Float32Array, cells: number, span: Span): number | null {
  const whole = correlation(a, b, cells, { ...span, lag: 0 });
  if (whole === null || whole < sameMovement - 0.2) return whole;
  const change = correlation(a, b, cells, { ...span, lag });
  return change === null ? null : Math.min(whole, change);
}

// Over all cells at once, each around its own mean; of their change within `lag` steps when that is not 0.
function correlation(
  a: Float32Array,
  b: Float32Array,
  cells: number,
  span: Span & { readonly lag: number },
): number | null {
  const steps = span.steps - span.lag;
  const ahead = span.lag * cells;
  let [products, squaresA, squaresB] = [0, 0, 0];
  for (let cell = 0; cell < cells; cell++) {
    let [sumA, sumB, sumAB, sumAA, sumBB] = [0, 0, 0, 0, 0];
    let [i, j] = [span.a * cells + cell, span.b * cells + cell];
    for (let step = 0; step < steps; step++, i += cells, j += cells) {
      const x = ahead === 0 ? a[i]! : a[i + ahead]! - a[i]!;
      const y = ahead === 0 ? b[j]! : b[j + ahead]! - b[j]!;
      sumA += x;
      sumB += y;
      sumAB += x * y;
      sumAA += x * x;
      sumBB += y * y;
    }
    products += sumAB - (sumA * sumB) / steps;
    squaresA += sumAA - sumA ** 2 / steps;
    squaresB += sumBB - sumB ** 2 / steps;
  }
  const least = leastMovement ** 2 * steps * cells;
  return squaresA < least || squaresB < least ? null : products / Math.sqrt(squaresA * squaresB);
}

function lookLikeness(a: Footage, b: Footage, { a: fromA, b: fromB, steps }: Span): number {
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    for (let cell = 0; cell < coarseCells; cell++) {
      sum += a.looks[(fromA + step) * coarseCells + cell]! * b.looks[(fromB + step) * coarseCells + cell]!;
    }
  }
  return sum / steps;
}
