import type { Box, Region } from '@shenpian/core';
import { comparable, likeness } from './comparison.ts';

/** A line of text seen on one of several pictures; `box` as fractions of the picture. */
export interface SeenLine {
  /** Which picture; lines of one picture count once. */
  readonly picture: number;
  readonly text: string;
  readonly box: Box;
}

/** A row of the picture on which different texts take turns: `y` is its middle, `height` that of a line; fractions of the picture. */
export interface SubtitleRow {
  readonly y: number;
  readonly height: number;
  /** Different texts seen there, weighted by how centred they are. */
  readonly support: number;
}

/** Where the picture is decoded for reading, and how high its lines are as a fraction of the picture; null when no row was found. */
export interface SubtitleBand {
  readonly region: Region;
  readonly row: SubtitleRow | null;
}

/** Subtitles stand in this part of the picture (fractions of its height). */
const top = 0.5;
const bottom = 0.95;
/** A line this far from the middle (fraction of the width) is not centred. */
const offCentre = 0.25;
/** Texts less alike than this are different texts. */
const alike = 0.6;

/** Three texts, one of them a little off the middle. */
const settledSupport = 2.7;

/** The generous band for pictures on which no row was found. */
export const wideBand: SubtitleBand = {
  region: { x: 0, y: 0.55, width: 1, height: 0.35 },
  row: null,
};

/** Character height for a row that is not known, as a fraction of the short side: 54 px of 1080, common in micro-dramas. */
export const usualGlyph = 0.05;
/**
 * Character height ÷ height of a detected line. 54 px characters gave boxes of 59 px; a little less, because looking at too
 * small a scale loses lines of a single character.
 */
export const glyphPerLine = 0.8;

/**
 * Finds the row of the subtitles: a height at which roughly centred lines of one size recur with different texts. A
 * watermark recurs with the same text, a title card or a sign does not recur.
 *
 * @returns null when no row shows two different texts.
 */
export function findRow(lines: readonly SeenLine[]): SubtitleRow | null {
  const candidates = lines.filter((line) => {
    const y = middle(line);
    return y >= top && y <= bottom && comparable(line.text) !== '';
  });
  const rows = candidates.map((line) => rowAround(line, candidates));
  const best = rows.toSorted((a, b) => b.support - a.support)[0];
  return best && best.support >= 1.2 ? best : null;
}

/**
 * Whether more pictures would not change the row: three texts took turns on it, and nowhere else did two. Reading a
 * scouted picture costs as much as two lines of dialogue.
 */
export function isSettled(lines: readonly SeenLine[]): boolean {
  const row = findRow(lines);
  if (!row || row.support < settledSupport) return false;
  // A second language stands beside its row and is no rival.
  const elsewhere = lines.filter((line) => Math.abs(middle(line) - row.y) > 2.2 * row.height);
  return findRow(elsewhere) === null;
}

/** The band to decode around a row: room for a second line above or below it. */
export function bandAround(row: SubtitleRow, lines: readonly SeenLine[]): SubtitleBand {
  // Another row right beside it, such as a second language, belongs to it.
  const beside = lines.filter(
    (line) =>
      Math.abs(middle(line) - row.y) < 2.2 * row.height &&
      line.box.height > 0.4 * row.height &&
      line.box.height < 1.5 * row.height &&
      centred(line) > 0.4,
  );
  const reach = 1.8 * row.height;
  const from = Math.min(row.y - reach, ...beside.map(({ box }) => box.y - 0.3 * row.height));
  const to = Math.max(row.y + reach, ...beside.map(({ box }) => box.y + box.height + 0.3 * row.height));
  const y = Math.max(0, from);
  return { region: { x: 0, y, width: 1, height: Math.min(1, to) - y }, row };
}

/** The band of an episode by what was seen on its scouted pictures; {@link wideBand} when no row stands out. */
export function findBand(lines: readonly SeenLine[]): SubtitleBand {
  const row = findRow(lines);
  return row ? bandAround(row, lines) : wideBand;
}

function rowAround(seed: SeenLine, lines: readonly SeenLine[]): SubtitleRow {
  const members = lines.filter(
    (line) =>
      Math.abs(middle(line) - middle(seed)) < 0.5 * seed.box.height &&
      line.box.height > 0.7 * seed.box.height &&
      line.box.height < 1.4 * seed.box.height,
  );
  const texts: string[] = [];
  const pictures = new Set<number>();
  let support = 0;
  for (const line of members.toSorted((a, b) => centred(b) - centred(a))) {
    const text = comparable(line.text);
    if (pictures.has(line.picture) || texts.some((known) => likeness(known, text) >= alike)) continue;
    texts.push(text);
    pictures.add(line.picture);
    support += centred(line);
  }
  const heights = members.map((line) => line.box.height).toSorted((a, b) => a - b);
  const height = heights[heights.length >> 1] ?? seed.box.height;
  return { y: middle(seed), height, support };
}

function middle({ box }: SeenLine): number {
  return box.y + box.height / 2;
}

/** 1 for a line in the middle, 0 for one that is far off. */
function centred({ box }: SeenLine): number {
  return Math.max(0, 1 - Math.abs(box.x + box.width / 2 - 0.5) / offCentre);
}
