import { cellsPerSide } from './frame-features.ts';

/** What is in a small picture beside smooth light, above the subtitles. */
export interface Details {
  readonly width: number;
  /** Rows above the subtitles. */
  readonly rows: number;
  /** Each pixel less the mean of its four neighbours, ×4; 0 at the edges. */
  readonly data: Int16Array;
}

/** Rows of cells above the subtitles: a line of text that stays over a cut would be most of what a dark picture shows. */
const rowsAbove = 5;
/** Mean square of details under which a place shows none: in the dark they are noise. */
const leastDetail = 4;

/** Correlations of the places, most of which there are 3 × 3. */
const similar = new Float32Array(9);

/** Details of nothing yet, for a picture of this size. */
export function makeDetails(width: number, height: number): Details {
  const rows = Math.floor((height * rowsAbove) / cellsPerSide);
  return { width, rows, data: new Int16Array(width * rows) };
}

/** Fills `details` from the luma of the picture. */
export function fillDetails({ width, rows, data }: Details, luma: Uint8Array): void {
  for (let y = 1; y < rows; y++) {
    for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
      data[i] = 4 * luma[i]! - luma[i - 1]! - luma[i + 1]! - luma[i - width]! - luma[i + width]!;
    }
  }
}

/**
 * 1 − correlation of the details, 0–2, in the middle one of the places that show any in both pictures: near 0 while the same
 * things are there, in whatever light; 1 when no place shows any. A light hides some places, and its edge shows in one.
 *
 * @param placesPerSide 3 at most: fewer are larger, and less alike by chance
 * @param reach px by which things may have moved, each place for itself
 */
export function detailDifference(before: Details, after: Details, placesPerSide: number, reach: number): number {
  const { width, rows } = before;
  let count = 0;
  for (let row = 0; row < placesPerSide; row++) {
    for (let column = 0; column < placesPerSide; column++) {
      const place = {
        left: Math.floor((width * column) / placesPerSide),
        top: Math.floor((rows * row) / placesPerSide),
        right: Math.floor((width * (column + 1)) / placesPerSide),
        bottom: Math.floor((rows * (row + 1)) / placesPerSide),
      };
      const best = bestCorrelation(before, after, place, reach);
      if (!Number.isNaN(best)) similar[count++] = best;
    }
  }
  if (count === 0) return 1;
  return 1 - similar.subarray(0, count).sort()[count >> 1]!;
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

// NaN where one of the pictures shows nothing.
function bestCorrelation(before: Details, after: Details, place: Place, reach: number): number {
  let best = Number.NaN;
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const found = correlation(before, after, place, dx, dy);
      if (!(found <= best) && !Number.isNaN(found)) best = found;
    }
  }
  return best;
}

function correlation(
  before: Details,
  after: Details,
  { left, top, right, bottom }: Place,
  dx: number,
  dy: number,
): number {
  const { width, rows } = before;
  const [first, end] = [Math.max(left, -dx), Math.min(right, width - dx)];
  const [from, to] = [Math.max(top, -dy), Math.min(bottom, rows - dy)];
  const [a, b] = [before.data, after.data];
  const shift = dy * width + dx;
  let [products, squaresA, squaresB] = [0, 0, 0];
  for (let y = from; y < to; y++) {
    for (let i = y * width + first; i < y * width + end; i++) {
      const was = a[i]!;
      const is = b[i + shift]!;
      products += was * is;
      squaresA += was * was;
      squaresB += is * is;
    }
  }
  if (Math.min(squaresA, squaresB) < leastDetail * (end - first) * (to - from)) return Number.NaN;
  return products / Math.sqrt(squaresA * squaresB);
}
