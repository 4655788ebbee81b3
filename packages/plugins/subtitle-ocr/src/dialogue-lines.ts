import type { Box } from '@shenpian/core';
import { comparable, likeness } from './comparison.ts';
import type { ReadLine, Reading } from './reading.ts';
import type { SubtitleRow } from './subtitle-band.ts';

/** A line on the row may be this far off the middle of the picture (fraction of its width): speakers' lines are shifted. */
const reach = 0.15;
/** A second row stands under or over the middle of the first, and a piece of a row beside the rest of it; a sign seldom does. */
const alignment = 0.05;
const closeAlignment = 0.03;
/** Line pitch, in heights of the row, within which a second row stands. */
const leastPitch = 0.6;
const mostPitch = 2.2;
/** Second rows of one video stand at the same distance (heights of the row) and are of one size. */
const pitchTolerance = 0.2;
const sizeTolerance = 1.25;

/** How far the middle of a line is from the middle of the picture, as a fraction of its width. */
export function offCentre(box: Box): number {
  return Math.abs(centre(box) - 0.5);
}

/**
 * Leaves the lines of dialogue in each reading: those on the row, and second rows that belong to them. A sign beside or
 * under the dialogue is left out by where it stands: second rows are aligned with the first and recur at one distance.
 */
export function dialogueLines<T extends Reading>(readings: readonly T[], row: SubtitleRow | null): T[] {
  if (!row) {
    return readings.map((reading) => ({ ...reading, lines: reading.lines.filter(({ box }) => offCentre(box) < 0.1) }));
  }
  const seconds = readings.flatMap(({ lines }) => secondRows(lines, row));
  const recurs = (line: ReadLine): boolean =>
    seconds.some(
      (other) =>
        Math.abs(pitch(other, row) - pitch(line, row)) < pitchTolerance &&
        ratio(other, line) < sizeTolerance &&
        likeness(comparable(other.text), comparable(line.text)) < 0.5,
    );
  return readings.map((reading) => {
    const first = centredPart(firstRow(reading.lines, row));
    const belongs = (line: ReadLine): boolean => {
      const off = first.length > 0 ? Math.abs(centre(line.box) - centreOf(first)) : offCentre(line.box);
      if (recurs(line)) return off < alignment;
      // The only one of its kind must look like the first row in every way.
      return off < closeAlignment && ratio(line, { box: { height: row.height } }) < sizeTolerance;
    };
    const kept = new Set([...first, ...secondRows(reading.lines, row).filter(belongs)]);
    return { ...reading, lines: reading.lines.filter((line) => kept.has(line)) };
  });
}

function firstRow(lines: readonly ReadLine[], row: SubtitleRow): ReadLine[] {
  return lines.filter((line) => {
    const size = line.box.height / row.height;
    return Math.abs(pitch(line, row)) < leastPitch && size > 0.4 && size < 1.6 && offCentre(line.box) < reach;
  });
}

function secondRows(lines: readonly ReadLine[], row: SubtitleRow): ReadLine[] {
  return lines.filter((line) => {
    const away = Math.abs(pitch(line, row));
    const size = line.box.height / row.height;
    return away >= leastPitch && away < mostPitch && size > 0.4 && size < 1.6 && offCentre(line.box) < reach;
  });
}

/** Of pieces side by side, the one in the middle when the others pull the line off it: they are signs. */
function centredPart(pieces: readonly ReadLine[]): readonly ReadLine[] {
  if (pieces.length < 2 || Math.abs(centreOf(pieces) - 0.5) < alignment) return pieces;
  const nearest = pieces.toSorted((a, b) => offCentre(a.box) - offCentre(b.box))[0]!;
  return offCentre(nearest.box) < closeAlignment ? [nearest] : pieces;
}

function centre(box: Box): number {
  return box.x + box.width / 2;
}

/** The middle of several pieces together. */
function centreOf(pieces: readonly ReadLine[]): number {
  const left = Math.min(...pieces.map(({ box }) => box.x));
  const right = Math.max(...pieces.map(({ box }) => box.x + box.width));
  return (left + right) / 2;
}

/** How far below the row a line stands, in heights of the row. */
function pitch({ box }: ReadLine, row: SubtitleRow): number {
  return (box.y + box.height / 2 - row.y) / row.height;
}

/** The larger height over the smaller one. */
function ratio(a: { box: { height: number } }, b: { box: { height: number } }): number {
  return Math.max(a.box.height, b.box.height) / Math.min(a.box.height, b.box.height);
}
