import type { GrayPicture, MeasuredPicture } from './gray-picture.ts';
import { binCount, cellsPerSide, cellStart, type Thumbnail } from './thumbnail.ts';

/** Variance under which a picture counts as flat: correlation of noise means nothing. */
const flatVariance = 4;
/** A cell changed when its luma moved this much (0–255), or when this share of its pixels changed bin. */
const cellLuma = 10;
const cellShare = 0.35;

/** Mean absolute difference of luma, 0–255. */
export function lumaDifference(a: GrayPicture, b: GrayPicture): number {
  const { data: left } = a;
  const { data: right } = b;
  let sum = 0;
  for (let i = 0; i < left.length; i++) sum += Math.abs(left[i]! - right[i]!);
  return sum / left.length;
}

/** Share of pixels that changed luma bin within their block, 0–1. */
export function blockDifference(a: Thumbnail, b: Thumbnail): number {
  return changedPixels(a.blocks, b.blocks, 0, a.blocks.length) / a.picture.data.length;
}

/** 1 − zero-mean normalised correlation, 0–2; 1 when only one picture is flat, 0 when both are. */
export function structureDifference(a: MeasuredPicture, b: MeasuredPicture): number {
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
export function blendDifference(middle: GrayPicture, a: GrayPicture, b: GrayPicture): number {
  const { data: between } = middle;
  const { data: left } = a;
  const { data: right } = b;
  let sum = 0;
  for (let i = 0; i < left.length; i++) {
    sum += Math.abs(2 * between[i]! - left[i]! - right[i]!);
  }
  return sum / (2 * left.length);
}

/** How two whole frames differ, measured in one pass. */
export interface FrameDifference {
  /** Mean absolute difference of luma, 0–255. */
  readonly luma: number;
  /** Share of cells that changed, 0–1: small for a pop-up or a moving hand, large for a cut. */
  readonly changed: number;
}

/** Compares two frames cell by cell. */
export function frameDifference(a: Thumbnail, b: Thumbnail): FrameDifference {
  const { width, height, data: left } = a.picture;
  const { data: right } = b.picture;
  let total = 0;
  let changed = 0;
  for (let row = 0; row < cellsPerSide; row++) {
    const top = cellStart(height, row);
    const bottom = cellStart(height, row + 1);
    for (let column = 0; column < cellsPerSide; column++) {
      const from = cellStart(width, column);
      const to = cellStart(width, column + 1);
      let moved = 0;
      for (let y = top; y < bottom; y++) {
        for (let i = y * width + from; i < y * width + to; i++) {
          moved += Math.abs(left[i]! - right[i]!);
        }
      }
      total += moved;
      const pixels = (bottom - top) * (to - from);
      const first = (row * cellsPerSide + column) * binCount;
      const different = changedPixels(a.cells, b.cells, first, first + binCount);
      if (moved > cellLuma * pixels || different > cellShare * pixels) changed++;
    }
  }
  return { luma: total / left.length, changed: changed / cellsPerSide ** 2 };
}

// Pixels that left their bin: half of all count differences, because each one leaves one bin and enters another.
function changedPixels(a: Uint16Array, b: Uint16Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) {
    sum += Math.abs(a[i]! - b[i]!);
  }
  return sum / 2;
}
