import type { Box } from '@shenpian/core';

/** The codes of one picture; boxes as fractions of it. */
export interface QrReading {
  readonly time: number;
  readonly codes: readonly { readonly text: string; readonly box: Box }[];
}

/** A code and when it shows, seconds. */
export interface QrRange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly box: Box;
}

/**
 * Joins readings into ranges, in order of start. A code comes and goes halfway between the picture that shows it and the one
 * that does not. One picture without it does not break it: a hand moves, a picture blurs.
 *
 * @param episode.seconds its length
 * @param episode.every seconds between two pictures
 */
export function qrRanges(
  readings: readonly QrReading[],
  { seconds, every }: { readonly seconds: number; readonly every: number },
): QrRange[] {
  const ranges: { range: QrRange; last: number }[] = [];
  for (const [index, { time, codes }] of readings.entries()) {
    const before = readings[index - 1];
    const after = readings[index + 1];
    const start = before === undefined ? 0 : (before.time + time) / 2;
    const end = after === undefined ? Math.max(seconds, time) : (time + after.time) / 2;
    for (const { text, box } of codes) {
      const known = ranges.findLast(({ range, last }) => range.text === text && time - last <= 2.5 * every);
      if (known === undefined) ranges.push({ range: { start, end, text, box }, last: time });
      else {
        known.range = { ...known.range, end };
        known.last = time;
      }
    }
  }
  return ranges.map(({ range }) => range).toSorted((a, b) => a.start - b.start);
}
