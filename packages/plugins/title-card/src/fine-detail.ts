import type { Picture } from '@shenpian/core';

/** A small gray picture, and how its brightness changes along each row. */
export interface FineDetail {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;
  /** Brightness to the right minus that to the left of each pixel. */
  readonly change: Int16Array;
}

/** Shorter side of the small picture, px, at least: numbers of 2.4 % of the side are 9 px high on it, and lines are found on it as it is. */
const smallSide = 360;
/** A change of brightness below this is grain and codec. */
const leastChange = 16;

/**
 * Makes a gray picture smaller by whole steps and looks at its detail.
 *
 * @param used detail that is not needed any more, whose memory is written again
 */
export function fineDetail({ width, height, data }: Picture, used: FineDetail | null = null): FineDetail {
  const step = Math.max(1, Math.floor(Math.min(width, height) / smallSide));
  const [w, h] = [Math.floor(width / step), Math.floor(height / step)];
  const again = used?.width === w && used.height === h ? used : null;
  const gray = again?.gray ?? new Uint8Array(w * h);
  // Multiplied and shifted: a division for each pixel would take half of the time. One row of each step is enough for strokes.
  const share = Math.round(65_536 / step);
  for (let y = 0; y < h; y++) {
    const from = (y * step + (step >> 1)) * width;
    if (step === 1) gray.set(data.subarray(from, from + w), y * w);
    else meansOf(gray, y * w, data.subarray(from, from + w * step), { step, share });
  }
  // The ends of the rows stay 0.
  const change = again?.change ?? new Int16Array(w * h);
  for (let y = 0; y < h; y++) {
    const end = (y + 1) * w - 1;
    for (let at = y * w + 1; at < end; at++) change[at] = gray[at + 1]! - gray[at - 1]!;
  }
  return { width: w, height: h, gray, change };
}

function meansOf(
  gray: Uint8Array,
  start: number,
  row: Uint8Array,
  { step, share }: { readonly step: number; readonly share: number },
): void {
  for (let from = 0, at = start; from < row.length; at++) {
    let sum = 0;
    for (let n = 0; n < step; n++) sum += row[from++]!;
    gray[at] = (sum * share) >> 16;
  }
}

/** What two looks at one place have in common: the smaller change where both go the same way. */
export function shared(a: number, b: number): number {
  if (a > 0) return b <= 0 ? 0 : a < b ? a : b;
  return b >= 0 ? 0 : a > b ? a : b;
}

/**
 * The detail that two pictures have in common, without grain.
 *
 * @param both is written over
 */
export function sharedDetail(a: Int16Array, b: Int16Array, both = new Int16Array(a.length)): Int16Array {
  both.fill(0);
  for (let at = 0; at < a.length; at++) {
    const value = a[at]!;
    // Most of a picture has no detail at all.
    if (value < leastChange && value > -leastChange) continue;
    const common = shared(value, b[at]!);
    if (common >= leastChange || common <= -leastChange) both[at] = common;
  }
  return both;
}
