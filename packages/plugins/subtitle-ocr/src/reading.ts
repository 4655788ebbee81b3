import type { Box, TimeRange } from '@shenpian/core';
import type { LineText } from './line-text.ts';

/** A line as read from the picture, `box` as fractions of the picture. */
export interface ReadLine extends LineText {
  readonly box: Box;
  /** Where its ink stands, fractions of the height; null when that is not known. */
  readonly ink: { readonly y: number; readonly height: number } | null;
  /** Share of its ink that the frames right before and right after the text have too, the larger of both, 0–1. */
  readonly stays: number;
}

/** What was read while one group of frames was shown. */
export interface Reading extends TimeRange {
  /** Shown on one frame only, so it was not read: a fade, or a background that flashed by. */
  readonly fleeting: boolean;
  /** In reading order. */
  readonly lines: readonly ReadLine[];
  /** Whether the frame right before it showed text too: then an equal text is the same line going on. */
  readonly joins: boolean;
  /** Whether the picture of a line at this place is unlike that of the group before. */
  readonly changedAt: (box: Box) => boolean;
}

/** The smallest box around several. */
export function boxAround(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Shared area ÷ area of the smaller box, 0–1. */
export function boxOverlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.min(a.width * a.height, b.width * b.height);
}
