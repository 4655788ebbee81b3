import type { Box, Region } from '@shenpian/core';
import { comparable, likeness } from './comparison.ts';
import { usualTone, type Tone } from './tone.ts';

/** A line found on one of several pictures; `box` as fractions of the picture. */
export interface FoundLine {
  readonly picture: number;
  readonly box: Box;
}

/** A line that was read. */
export interface SeenLine extends FoundLine {
  readonly text: string;
  /** How its letters become bright; left out where that is not known. */
  readonly tone?: Tone;
}

/** The place of a row: `y` is its middle, `height` that of a line; fractions of the picture. */
export interface RowPlace {
  readonly y: number;
  readonly height: number;
}

/** A row of the picture on which different texts take turns. */
export interface SubtitleRow extends RowPlace {
  /** Different texts seen there, weighted by how centred they are. */
  readonly support: number;
  /** Middle of its lines, as a fraction of the width; null when they are not aligned by their middle. */
  readonly centre: number | null;
  /** How its letters become bright. */
  readonly tone: Tone;
  /** Rows right above or below that show together with this one: a second language, the rest of a broken line. */
  readonly companions: readonly RowPlace[];
}

/** Where the picture is decoded for reading one row; `row` is null when none was found. */
export interface SubtitleBand {
  readonly region: Region;
  readonly row: SubtitleRow | null;
}

/** Rows lie in this part of the picture (fractions of its height). Above the middle lyrics and credits stand. */
const top = 0.03;
const middleOfPicture = 0.5;
const bottom = 0.97;
/** A line this far from the middle (fraction of the width) is not centred. */
const offCentre = 0.25;
/** Texts less alike than this are different texts. */
const alike = 0.6;
/** Different texts that make a row below the middle, and any other or one of another size: signs recur too, so more is asked of it. */
const leastSupport = 1.2;
const leastSupportElse = 1.9;
const sameSize = 0.12;
/** Three texts, one of them a little off the middle: more would not make a row surer. */
export const settledSupport = 2.7;
/** A text on more than this share of the pictures is a watermark, if there are enough pictures to tell. */
const constantShare = 0.4;
const enoughPictures = 5;
/** Rows closer than this (heights) are neighbours. */
const beside = 2.2;
/** A row shows together with its neighbour when it does on this share of its pictures; a line that has no translation may stand on either. */
const companionShare = 0.4;
/** More rows than these are not followed. */
const mostRows = 3;
/** Lines are aligned by their middle when it varies by less than this, as a fraction of the width (median distance). */
const alignedSpread = 0.02;

/** The generous band for pictures on which no row was found. */
export const wideBand: SubtitleBand = {
  region: { x: 0, y: 0.55, width: 1, height: 0.35 },
  row: null,
};

/** Character height for a row that is not known, as a fraction of the short side: 54 px of 1080, common in micro-dramas. */
export const usualGlyph = 0.05;
/** Character height ÷ height of a detected line: 0.75–0.9 over the seen styles of the bench. */
export const glyphPerLine = 0.82;

/**
 * Finds the rows of the subtitles, best first: heights at which roughly centred lines of one size recur with different
 * texts. A watermark recurs with the same text, a title card or a sign does not recur.
 *
 * @param lines Those that were read.
 * @param found All that were found, read or not: they tell which rows show together.
 */
export function findRows(lines: readonly SeenLine[], found: readonly FoundLine[] = lines): SubtitleRow[] {
  const rows: SubtitleRow[] = [];
  let left = withoutConstants(lines).filter((line) => {
    const y = middle(line);
    return y >= top && y <= bottom && comparable(line.text) !== '';
  });
  while (rows.length < mostRows) {
    const best = left.map((line) => rowAround(line, left)).toSorted((a, b) => weightOf(b) - weightOf(a))[0];
    if (!best) break;
    // Subtitles that move between shots keep their size.
    const likeFirst = rows.every(({ height }) => Math.abs(best.height / height - 1) < sameSize);
    const believed = best.y >= middleOfPicture && likeFirst;
    if (best.support < (believed ? leastSupport : leastSupportElse)) break;
    const members = left.filter((line) => isOnRow(line, best));
    const near = left.filter(
      (line) => !members.includes(line) && Math.abs(middle(line) - best.y) < beside * best.height,
    );
    const companions = companionsOf(near, best, found);
    const { tone = usualTone } = members[0]!;
    const { y, height, support } = best;
    rows.push({ y, height, support, centre: centreOf(members), tone, companions });
    left = left.filter((line) => !members.includes(line) && !companions.some((row) => isOnRow(line, row)));
  }
  return rows;
}

/** The best row of {@link findRows}; null when there is none. */
export function findRow(lines: readonly SeenLine[]): SubtitleRow | null {
  return findRows(lines)[0] ?? null;
}

/** Different texts among lines of one row, weighted by how centred they are. */
export function supportOf(lines: readonly SeenLine[]): number {
  const texts: string[] = [];
  const pictures = new Set<number>();
  let support = 0;
  for (const line of lines.toSorted((a, b) => centred(b) - centred(a))) {
    const text = comparable(line.text);
    if (pictures.has(line.picture) || texts.some((known) => likeness(known, text) >= alike)) continue;
    texts.push(text);
    pictures.add(line.picture);
    support += centred(line);
  }
  return support;
}

/** The band to decode around a row: room for a second line above or below it. */
export function bandAround(row: SubtitleRow): SubtitleBand {
  const reach = 1.8 * row.height;
  const from = Math.min(row.y - reach, ...row.companions.map(({ y, height }) => y - 0.8 * height));
  const to = Math.max(row.y + reach, ...row.companions.map(({ y, height }) => y + 0.8 * height));
  const y = Math.max(0, from);
  return { region: { x: 0, y, width: 1, height: Math.min(1, to) - y }, row };
}

/** The bands of an episode by what was seen on its scouted pictures; {@link wideBand} alone when no row stands out. */
export function findBands(lines: readonly SeenLine[], found: readonly FoundLine[] = lines): SubtitleBand[] {
  const rows = findRows(lines, found);
  return rows.length > 0 ? rows.map(bandAround) : [wideBand];
}

function withoutConstants(lines: readonly SeenLine[]): readonly SeenLine[] {
  const pictures = new Set(lines.map(({ picture }) => picture)).size;
  if (pictures < enoughPictures) return lines;
  return lines.filter((line) => {
    const text = comparable(line.text);
    const same = lines.filter(
      (other) =>
        likeness(comparable(other.text), text) >= alike && Math.abs(middle(other) - middle(line)) < line.box.height,
    );
    return new Set(same.map(({ picture }) => picture)).size <= constantShare * pictures;
  });
}

function rowAround(
  seed: SeenLine,
  lines: readonly SeenLine[],
): RowPlace & { readonly support: number; readonly chinese: boolean } {
  const members = lines.filter((line) => isOnRow(line, { y: middle(seed), height: seed.box.height }));
  return {
    y: median(members.map(middle)),
    height: median(members.map((line) => line.box.height)),
    support: supportOf(members),
    chinese: members.some(({ text }) => /\p{Script=Han}/u.test(text)),
  };
}

/** Support, and a little for Chinese: of two languages it is the one to follow. */
function weightOf({ support, chinese }: { readonly support: number; readonly chinese: boolean }): number {
  return support + (chinese ? 0.3 : 0);
}

function isOnRow(line: FoundLine, { y, height }: RowPlace): boolean {
  const size = line.box.height / height;
  return Math.abs(middle(line) - y) < 0.5 * height && size > 0.7 && size < 1.4;
}

function companionsOf(near: readonly SeenLine[], row: RowPlace, found: readonly FoundLine[]): RowPlace[] {
  // Where lines were only found, on small pictures, their height is rough.
  const picturesOf = ({ y, height }: RowPlace): Set<number> =>
    new Set(found.filter((line) => Math.abs(middle(line) - y) < 0.5 * height).map(({ picture }) => picture));
  const pictures = picturesOf(row);
  const companions: RowPlace[] = [];
  let left = near.filter((line) => centred(line) > 0.4 && line.box.height > 0.4 * row.height);
  while (left.length > 0) {
    const seed = left[0]!;
    const members = left.filter((line) => isOnRow(line, { y: middle(seed), height: seed.box.height }));
    const place = { y: median(members.map(middle)), height: median(members.map((line) => line.box.height)) };
    const shown = [...picturesOf(place)];
    const together = shown.filter((picture) => pictures.has(picture)).length / Math.max(1, shown.length);
    const texts = members.map((line) => comparable(line.text));
    const changes = texts.some((text) => likeness(text, texts[0]!) < alike);
    if (together >= companionShare && changes) {
      companions.push(place);
    }
    left = left.filter((line) => !members.includes(line));
  }
  return companions;
}

function centreOf(members: readonly SeenLine[]): number | null {
  const middles = members.map(({ box }) => box.x + box.width / 2);
  const centre = median(middles);
  return median(middles.map((x) => Math.abs(x - centre))) < alignedSpread ? centre : null;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function middle({ box }: FoundLine): number {
  return box.y + box.height / 2;
}

/** 1 for a line in the middle, 0 for one that is far off. */
function centred({ box }: SeenLine): number {
  return Math.max(0, 1 - Math.abs(box.x + box.width / 2 - 0.5) / offCentre);
}
