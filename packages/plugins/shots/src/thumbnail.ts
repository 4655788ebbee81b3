import { halve, measured, type GrayPicture, type MeasuredPicture } from './gray-picture.ts';

/** Luma bins of a histogram. */
const binCount = 16;
/** Blocks per side, for histograms that know roughly where something is. */
const blocksPerSide = 4;
/** Cells of the changed-area gate on the short and the long side of the picture. */
const shortCells = 6;
const longCells = 10;

/** Histograms of the tiles of a picture: tile after tile in rows, 16 luma bins each. */
export interface TileHistograms {
  readonly columns: number;
  readonly rows: number;
  readonly counts: Uint16Array;
}

/** A frame reduced to what comparisons need. Two thumbnails compare only when their sizes are equal. */
export interface Thumbnail {
  /** 80–159 px wide. */
  readonly picture: MeasuredPicture;
  /** A quarter of that, for comparisons with many earlier frames. */
  readonly tiny: MeasuredPicture;
  readonly blocks: TileHistograms;
  readonly cells: TileHistograms;
}

// Bins narrow towards black: a dark scene lives in the lowest fifth of the range.
const binOfLuma = Uint8Array.from({ length: 256 }, (_, luma) =>
  Math.min(binCount - 1, Math.floor(binCount * ((luma + 12) / 268) ** 0.75)),
);

/** Halves a frame until it is less than 160 px wide, and twice more for the tiny picture. */
export function makeThumbnail(frame: GrayPicture): Thumbnail {
  let picture = frame;
  while (picture.width >= 160) picture = halve(picture);
  const wide = picture.width > picture.height;
  return {
    picture: measured(picture),
    tiny: measured(halve(halve(picture))),
    blocks: tileHistograms(picture, blocksPerSide, blocksPerSide),
    cells: tileHistograms(picture, wide ? longCells : shortCells, wide ? shortCells : longCells),
  };
}

/** First pixel of part `index` when `length` pixels are cut into `parts` nearly equal parts. */
export function partStart(length: number, parts: number, index: number): number {
  return Math.floor((length * index) / parts);
}

function tileHistograms(picture: GrayPicture, columns: number, rows: number): TileHistograms {
  const { width, height, data } = picture;
  const counts = new Uint16Array(columns * rows * binCount);
  for (let row = 0; row < rows; row++) {
    const bottom = partStart(height, rows, row + 1);
    for (let column = 0; column < columns; column++) {
      const left = partStart(width, columns, column);
      const right = partStart(width, columns, column + 1);
      const first = (row * columns + column) * binCount;
      for (let y = partStart(height, rows, row); y < bottom; y++) {
        for (let i = y * width + left; i < y * width + right; i++) {
          counts[first + binOfLuma[data[i]!]!]!++;
        }
      }
    }
  }
  return { columns, rows, counts };
}
