import { cellCount, cellsPerSide } from './frame-features.ts';
import { binCount, type Plane, type Thumbnail, type ThumbnailShape } from './thumbnail.ts';

/** Variance under which a picture counts as flat: correlation of noise means nothing. */
const flatVariance = 4;
/** A cell changed when its luma moved this much (0–255), its colour this much (0–510), or this share of its pixels changed bin. */
const cellLuma = 10;
const cellColour = 16;
const cellShare = 0.35;

/** Mean absolute difference of luma, 0–255. */
export function lumaDifference({ data: left }: Plane, { data: right }: Plane): number {
  let sum = 0;
  for (let i = 0; i < left.length; i++) sum += Math.abs(left[i]! - right[i]!);
  return sum / left.length;
}

/** Share of pixels that changed luma bin within their block, 0–1. */
export function blockDifference(a: Thumbnail, b: Thumbnail): number {
  return changedPixels(a.blocks, b.blocks, 0, a.blocks.length) / a.picture.data.length;
}

/** 1 − zero-mean normalised correlation, 0–2; 1 when only one picture is flat, 0 when both are. */
export function structureDifference(a: Plane, b: Plane): number {
  const flatA = a.variance < flatVariance;
  const flatB = b.variance < flatVariance;
  if (flatA || flatB) return flatA && flatB ? 0 : 1;
  const { data: left } = a;
  const { data: right } = b;
  let products = 0;
  for (let i = 0; i < left.length; i++) products += left[i]! * right[i]!;
  const covariance = products / left.length - a.mean * b.mean;
  return 1 - covariance / Math.sqrt(a.variance * b.variance);
}

/** Mean absolute difference between `middle` and the average of `a` and `b`, 0–255. */
export function blendDifference({ data: between }: Plane, { data: left }: Plane, { data: right }: Plane): number {
  let sum = 0;
  for (let i = 0; i < left.length; i++) sum += Math.abs(2 * between[i]! - left[i]! - right[i]!);
  return sum / (2 * left.length);
}

/** Mean over the cells of |ΔCb| + |ΔCr|, 0–510. */
export function colourDifference({ means: left }: Thumbnail, { means: right }: Thumbnail): number {
  let sum = 0;
  for (let i = cellCount; i < left.length; i++) sum += Math.abs(left[i]! - right[i]!);
  return sum / cellCount;
}

/** Share of cells that changed, 0–1. */
export function changedCells(a: Thumbnail, b: Thumbnail, { width, columns, rows }: ThumbnailShape): number {
  const { data: left } = a.picture;
  const { data: right } = b.picture;
  let changed = 0;
  for (let row = 0; row < cellsPerSide; row++) {
    for (let column = 0; column < cellsPerSide; column++) {
      const [from, to] = [columns[column]!, columns[column + 1]!];
      const cell = row * cellsPerSide + column;
      const pixels = (rows[row + 1]! - rows[row]!) * (to - from);
      let moved = 0;
      for (let y = rows[row]!; y < rows[row + 1]!; y++) {
        for (let i = y * width + from; i < y * width + to; i++) moved += Math.abs(left[i]! - right[i]!);
      }
      const different = (): number => changedPixels(a.cells, b.cells, cell * binCount, (cell + 1) * binCount);
      if (moved > cellLuma * pixels || colourOf(a, b, cell) > cellColour || different() > cellShare * pixels) changed++;
    }
  }
  return changed / cellCount;
}

function colourOf({ means: left }: Thumbnail, { means: right }: Thumbnail, cell: number): number {
  const [blue, red] = [cellCount + cell, 2 * cellCount + cell];
  return Math.abs(left[blue]! - right[blue]!) + Math.abs(left[red]! - right[red]!);
}

// Pixels that left their bin: half of all count differences, because each one leaves one bin and enters another.
function changedPixels(a: Uint16Array, b: Uint16Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += Math.abs(a[i]! - b[i]!);
  return sum / 2;
}
