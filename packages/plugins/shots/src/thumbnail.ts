import { halve, measured, type GrayPicture, type MeasuredPicture } from './gray-picture.ts';

/** Luma bins of a histogram. */
export const binCount = 16;
/** Cells per side, for seeing how much of the picture changed. */
export const cellsPerSide = 8;
/** Blocks per side, for histograms that know roughly where something is; a block is made of whole cells. */
const blocksPerSide = 4;

/** A frame reduced to what comparisons need. Two thumbnails compare only when their sizes are equal. */
export interface Thumbnail {
  /** 80–159 px wide. */
  readonly picture: MeasuredPicture;
  /** A quarter of that, for comparisons with many earlier frames. */
  readonly tiny: MeasuredPicture;
  /** Histograms cell after cell, in rows: {@link binCount} counts each. */
  readonly cells: Uint16Array;
  /** The same for blocks. */
  readonly blocks: Uint16Array;
}

// Bins narrow towards black: a dark scene lives in the lowest fifth of the range.
const binOfLuma = Uint8Array.from({ length: 256 }, (_, luma) =>
  Math.min(binCount - 1, Math.floor(binCount * ((luma + 12) / 268) ** 0.75)),
);

/** Halves a frame until it is less than 160 px wide, and twice more for the tiny picture. */
export function makeThumbnail(frame: GrayPicture): Thumbnail {
  let picture = frame;
  while (picture.width >= 160) picture = halve(picture);
  const cells = cellHistograms(picture);
  return {
    picture: measured(picture),
    tiny: measured(halve(halve(picture))),
    cells,
    blocks: blockHistograms(cells),
  };
}

/** First pixel of cell `index` along a side of `length` pixels. */
export function cellStart(length: number, index: number): number {
  return Math.floor((length * index) / cellsPerSide);
}

function cellHistograms(picture: GrayPicture): Uint16Array {
  const { width, height, data } = picture;
  const counts = new Uint16Array(cellsPerSide * cellsPerSide * binCount);
  for (let row = 0; row < cellsPerSide; row++) {
    const bottom = cellStart(height, row + 1);
    for (let column = 0; column < cellsPerSide; column++) {
      const left = cellStart(width, column);
      const right = cellStart(width, column + 1);
      const first = (row * cellsPerSide + column) * binCount;
      for (let y = cellStart(height, row); y < bottom; y++) {
        for (let i = y * width + left; i < y * width + right; i++) {
          counts[first + binOfLuma[data[i]!]!]!++;
        }
      }
    }
  }
  return counts;
}

function blockHistograms(cells: Uint16Array): Uint16Array {
  const counts = new Uint16Array(blocksPerSide * blocksPerSide * binCount);
  const perBlock = cellsPerSide / blocksPerSide;
  for (let cell = 0; cell < cellsPerSide * cellsPerSide; cell++) {
    const row = Math.floor(cell / cellsPerSide / perBlock);
    const column = Math.floor((cell % cellsPerSide) / perBlock);
    const block = row * blocksPerSide + column;
    for (let bin = 0; bin < binCount; bin++) {
      counts[block * binCount + bin]! += cells[cell * binCount + bin]!;
    }
  }
  return counts;
}
