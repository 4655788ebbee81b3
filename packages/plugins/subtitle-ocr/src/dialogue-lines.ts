import type { Box } from '@shenpian/core';
import { comparable, likeness } from './comparison.ts';
import { withoutSigns } from './line-ends.ts';
import type { ReadLine, Reading } from './reading.ts';
import type { SubtitleRow } from './subtitle-band.ts';

/** A line on the row may be this far off the middle of the picture (fraction of its width): speakers' lines are shifted. */
export const lineReach = 0.15;
/** A second row stands under or over the middle of the first, and a piece of a row beside the rest of it; a sign seldom does. */
const alignment = 0.05;
const closeAlignment = 0.03;
/** Line pitch, in heights of the row, within which a second row stands. */
const leastPitch = 0.6;
const mostPitch = 2.2;
/** The ink of two lines of one row differs by less than this, as a share of its height. */
const sameHeight = 0.15;
/** Rows of one text come and go together: the shares of their ink that stay differ by less than this, or neither has more than the second; another text there has up to 0.5. */
const together = 0.4;
const chance = 0.6;
/** So many lines tell where the ink of the row stands. */
const enoughLines = 4;
/** Second rows of one video stand at the same distance (heights of the row) and are of one size. */
const pitchTolerance = 0.2;
const sizeTolerance = 1.25;

/** How far the middle of a line is from that of its row, or of the picture, as a fraction of the width. */
export function offCentre(box: Box, row: SubtitleRow | null): number {
  return Math.abs(centre(box) - (row?.centre ?? 0.5));
}

/**
 * Leaves the lines of dialogue in each reading: those on the row, and second rows that belong to them. A sign beside or
 * under the dialogue is left out by where it stands: second rows are aligned with the first and recur at one distance.
 */
export function dialogueLines<T extends Reading>(readings: readonly T[], row: SubtitleRow | null): T[] {
  if (!row) {
    return readings.map((reading) => ({
      ...reading,
      lines: reading.lines.filter(({ box }) => offCentre(box, null) < 0.1),
    }));
  }
  const usual = usualInk(readings, row);
  const seconds = readings.flatMap(({ lines }) => secondRows(lines, row));
  const recurs = (line: ReadLine): boolean =>
    seconds.some(
      (other) =>
        Math.abs(pitch(other, row) - pitch(line, row)) < pitchTolerance &&
        ratio(other, line) < sizeTolerance &&
        likeness(comparable(other.text), comparable(line.text)) < 0.5,
    );
  return readings.map((reading) => {
    const first = centredPart(
      firstRow(reading.lines, row).filter((line) => isLikeOthers(line, row, usual)),
      row,
    );
    const around = first.length === 0 ? aroundRow(secondRows(reading.lines, row), row) : [];
    const belongs = (line: ReadLine): boolean => {
      const off = first.length > 0 ? Math.abs(centre(line.box) - centreOf(first)) : offCentre(line.box, row);
      // What stays when the first row goes, or goes while it stays, is scenery.
      const apart = (other: ReadLine): boolean =>
        Math.abs(other.stays - line.stays) > together && Math.max(other.stays, line.stays) > chance;
      if (first.some(apart)) return false;
      if (recurs(line)) return off < alignment;
      if (first.length === 0) return false;
      // The only one of its kind must look like the first row in every way.
      return off < closeAlignment && ratio(line, { box: { height: row.height } }) < sizeTolerance;
    };
    const kept = around.length > 0 ? around : [...first, ...secondRows(reading.lines, row).filter(belongs)];
    return {
      ...reading,
      lines: kept.toSorted((a, b) =>
        Math.abs(pitch(a, row) - pitch(b, row)) < leastPitch ? a.box.x - b.box.x : a.box.y - b.box.y,
      ),
    };
  });
}

function firstRow(lines: readonly ReadLine[], row: SubtitleRow): ReadLine[] {
  const whole = row.centre === null ? lines : lines.map((line) => withoutSigns(line, row.centre!));
  return whole.filter((line) => {
    const size = line.box.height / row.height;
    return Math.abs(pitch(line, row)) < leastPitch && size > 0.4 && size < 1.6 && offCentre(line.box, row) < lineReach;
  });
}

/** Where the ink of the lines in the middle of the row stands, in the median; null when there are too few. */
function usualInk(readings: readonly Reading[], row: SubtitleRow): ReadLine['ink'] {
  const inks = readings.flatMap(({ lines }) =>
    firstRow(lines, row).flatMap(({ ink, text, box }) =>
      ink && text.length > 2 && offCentre(box, row) < alignment ? [ink] : [],
    ),
  );
  if (inks.length < enoughLines) return null;
  const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
  return { y: median(inks.map(({ y }) => y)), height: median(inks.map(({ height }) => height)) };
}

/** Whether a line beside the middle of its row stands where the others do and is as high: else it is a sign. */
function isLikeOthers({ ink, text, box }: ReadLine, row: SubtitleRow, usual: ReadLine['ink']): boolean {
  if (!usual || !ink || comparable(text).length < 2 || offCentre(box, row) < alignment) return true;
  return Math.abs(ink.y - usual.y) < sameHeight * usual.height && ratio({ box: ink }, { box: usual }) < 1 + sameHeight;
}

function secondRows(lines: readonly ReadLine[], row: SubtitleRow): ReadLine[] {
  return lines.filter((line) => {
    const away = Math.abs(pitch(line, row));
    const size = line.box.height / row.height;
    return away >= leastPitch && away < mostPitch && size > 0.4 && size < 1.6 && offCentre(line.box, row) < lineReach;
  });
}

/** Two lines of one text above and below the row that single lines stand on: it is its middle that stays in place. */
function aroundRow(lines: readonly ReadLine[], row: SubtitleRow): readonly ReadLine[] {
  if (lines.length !== 2 || lines.some(({ box }) => offCentre(box, row) > alignment)) return [];
  const [a, b] = lines as [ReadLine, ReadLine];
  return Math.abs(pitch(a, row) + pitch(b, row)) / 2 < leastPitch / 2 && ratio(a, b) < sizeTolerance ? lines : [];
}

/** Of pieces side by side, the one in the middle when the others pull the line off it: they are signs. */
function centredPart(pieces: readonly ReadLine[], row: SubtitleRow): readonly ReadLine[] {
  if (pieces.length < 2 || Math.abs(centreOf(pieces) - (row.centre ?? 0.5)) < alignment) return pieces;
  const nearest = pieces.toSorted((a, b) => offCentre(a.box, row) - offCentre(b.box, row))[0]!;
  return offCentre(nearest.box, row) < closeAlignment ? [nearest] : pieces;
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
