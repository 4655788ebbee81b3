import { fillDetails, makeDetails, type Details } from './details.ts';
import { cellBytes, cellCount, cellsPerSide } from './frame-features.ts';
import { colourSize, hasColour, type FramePicture } from './picture.ts';

/** Luma bins of a histogram. */
export const binCount = 16;
/** Blocks per side, for histograms that know roughly where something is; a block is made of whole cells. */
const blocksPerSide = 4;
/** Rows of cells above the subtitles: light and sharpness are measured there, so that a line over black is black. */
const rowsAbove = 5;

/** Luma with its size, mean and variance (0–255). Those of the larger picture leave the subtitles out. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  mean: number;
  variance: number;
}

/** A frame reduced to what comparisons need. It is filled again and again: its memory is that of an earlier frame. */
export interface Thumbnail {
  /** 80–159 px wide. */
  readonly picture: Plane;
  /** A quarter of that, for comparisons with many earlier frames. */
  readonly tiny: Plane;
  /** Histograms cell after cell, in rows: {@link binCount} counts each. */
  readonly cells: Uint16Array;
  /** The same for blocks. */
  readonly blocks: Uint16Array;
  /** Mean luma, Cb and Cr of the cells, as in the features. */
  readonly means: Uint8Array;
  /** Those of `tiny`. */
  readonly details: Details;
  sharpness: number;
}

/** Where the cells of a picture of one size begin. */
export interface ThumbnailShape {
  readonly width: number;
  readonly height: number;
  /** Halvings from the frame to the picture. */
  readonly halvings: number;
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  /** A picture on the way to the thumbnail, by how often it was halved. */
  readonly scratch: readonly Uint8Array[];
}

const starts = (length: number): readonly number[] =>
  Array.from({ length: cellsPerSide + 1 }, (_, index) => Math.floor((length * index) / cellsPerSide));

/** How frames of one size are reduced: halved until they are less than 160 px wide. */
export function thumbnailShape(frameWidth: number, frameHeight: number): ThumbnailShape {
  const scratch: Uint8Array[] = [];
  let [width, height] = [frameWidth, frameHeight];
  while (width >= 160) {
    [width, height] = [width >> 1, height >> 1];
    scratch.push(new Uint8Array(width * height));
  }
  scratch.push(new Uint8Array((width >> 1) * (height >> 1)));
  return { width, height, halvings: scratch.length - 1, columns: starts(width), rows: starts(height), scratch };
}

/** An empty thumbnail. */
export function makeThumbnail({ width, height }: ThumbnailShape): Thumbnail {
  const plane = (wide: number, high: number): Plane => ({
    width: wide,
    height: high,
    data: new Uint8Array(wide * high),
    mean: 0,
    variance: 0,
  });
  return {
    picture: plane(width, height),
    tiny: plane(width >> 2, height >> 2),
    cells: new Uint16Array(cellCount * binCount),
    blocks: new Uint16Array(blocksPerSide ** 2 * binCount),
    means: new Uint8Array(cellBytes).fill(128),
    details: makeDetails(width >> 2, height >> 2),
    sharpness: 0,
  };
}

// Bins narrow towards black: a dark scene lives in the lowest fifth of the range.
const binOfLuma = Uint8Array.from({ length: 256 }, (_, luma) =>
  Math.min(binCount - 1, Math.floor(binCount * ((luma + 12) / 268) ** 0.75)),
);

/** Reduces a frame into `thumbnail`. */
export function fillThumbnail(thumbnail: Thumbnail, frame: FramePicture, shape: ThumbnailShape): void {
  const { picture, tiny, blocks, cells } = thumbnail;
  thumbnail.sharpness = sharpnessOf(frame);
  let [source, width, height] = [frame.data, frame.width, frame.height];
  for (let step = 0; step < shape.halvings; step++) {
    const target = step === shape.halvings - 1 ? picture.data : shape.scratch[step]!;
    halve(source, width, height, target);
    [source, width, height] = [target, width >> 1, height >> 1];
  }
  if (shape.halvings === 0) picture.data.set(frame.data.subarray(0, width * height));
  const half = shape.scratch[shape.halvings]!;
  halve(picture.data, width, height, half);
  halve(half, width >> 1, height >> 1, tiny.data);
  measureCells(thumbnail, shape);
  measure(tiny);
  fillDetails(thumbnail.details, tiny.data);
  addBlocks(cells, blocks);
  if (hasColour(frame)) measureColour(frame, thumbnail.means);
}

// Averages squares of 2 × 2 pixels; an odd last column or row is left out.
function halve(source: Uint8Array, sourceWidth: number, sourceHeight: number, target: Uint8Array): void {
  const width = sourceWidth >> 1;
  const height = sourceHeight >> 1;
  let at = 0;
  for (let y = 0; y < height; y++) {
    let upper = 2 * y * sourceWidth;
    let lower = upper + sourceWidth;
    for (let x = 0; x < width; x++) {
      target[at++] = (source[upper]! + source[upper + 1]! + source[lower]! + source[lower + 1]! + 2) >> 2;
      upper += 2;
      lower += 2;
    }
  }
}

// Every second row is enough.
function sharpnessOf({ width, height, data }: FramePicture): number {
  const rows = Math.floor((height * rowsAbove) / cellsPerSide) - 1;
  let sum = 0;
  for (let y = 0; y < rows; y += 2) {
    const end = (y + 1) * width - 1;
    for (let i = y * width; i < end; i++) {
      const across = data[i]! - data[i + 1]!;
      const down = data[i]! - data[i + width]!;
      sum += across * across + down * down;
    }
  }
  return rows > 0 ? sum / ((rows + 1) >> 1) / (width - 1) : 0;
}

// Histogram and mean of every cell, and the light above the subtitles, in one pass.
function measureCells({ picture, cells, means }: Thumbnail, { columns, rows }: ThumbnailShape): void {
  const { width, data } = picture;
  cells.fill(0);
  let [total, squares, pixels] = [0, 0, 0];
  for (let row = 0; row < cellsPerSide; row++) {
    const above = row < rowsAbove;
    const bottom = rows[row + 1]!;
    for (let column = 0; column < cellsPerSide; column++) {
      const left = columns[column]!;
      const right = columns[column + 1]!;
      const cell = row * cellsPerSide + column;
      const first = cell * binCount;
      let [sum, square] = [0, 0];
      for (let y = rows[row]!; y < bottom; y++) {
        const end = y * width + right;
        for (let i = y * width + left; i < end; i++) {
          const luma = data[i]!;
          sum += luma;
          square += luma * luma;
          cells[first + binOfLuma[luma]!]!++;
        }
      }
      const area = (bottom - rows[row]!) * (right - left);
      means[cell] = sum / Math.max(1, area) + 0.5;
      if (!above) continue;
      total += sum;
      squares += square;
      pixels += area;
    }
  }
  picture.mean = total / pixels;
  picture.variance = Math.max(0, squares / pixels - picture.mean * picture.mean);
}

function measure(plane: Plane): void {
  const { data } = plane;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < data.length; i++) {
    const luma = data[i]!;
    sum += luma;
    squares += luma * luma;
  }
  plane.mean = sum / data.length;
  plane.variance = Math.max(0, squares / data.length - plane.mean * plane.mean);
}

function addBlocks(cells: Uint16Array, blocks: Uint16Array): void {
  const perBlock = cellsPerSide / blocksPerSide;
  blocks.fill(0);
  for (let cell = 0; cell < cellCount; cell++) {
    const row = Math.floor(cell / cellsPerSide / perBlock);
    const column = Math.floor((cell % cellsPerSide) / perBlock);
    const block = (row * blocksPerSide + column) * binCount;
    for (let bin = 0; bin < binCount; bin++) blocks[block + bin]! += cells[cell * binCount + bin]!;
  }
}

function measureColour(frame: FramePicture, means: Uint8Array): void {
  const { data } = frame;
  const { width, height } = colourSize(frame);
  for (let plane = 1; plane <= 2; plane++) {
    const base = frame.width * frame.height + (plane - 1) * width * height;
    for (let cell = 0; cell < cellCount; cell++) {
      const row = Math.floor(cell / cellsPerSide);
      const column = cell % cellsPerSide;
      const left = Math.floor((width * column) / cellsPerSide);
      const right = Math.floor((width * (column + 1)) / cellsPerSide);
      const bottom = Math.floor((height * (row + 1)) / cellsPerSide);
      let sum = 0;
      let count = 0;
      for (let y = Math.floor((height * row) / cellsPerSide); y < bottom; y++) {
        for (let i = base + y * width + left; i < base + y * width + right; i++) {
          sum += data[i]!;
          count++;
        }
      }
      means[plane * cellCount + cell] = count > 0 ? sum / count + 0.5 : 128;
    }
  }
}
