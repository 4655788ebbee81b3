import type { Picture, SamplePlan } from '@shenpian/core';
import { cropPicture, fractionsOf, type PixelBox } from './crop.ts';
import { similarity } from './comparison.ts';
import type { TextLine } from './engine.ts';
import { inkOf } from './ink.ts';
import type { ReadingOptions } from './options.ts';
import { borrowReader, type Reader } from './reader.ts';
import { boxOverlap } from './reading.ts';
import {
  findBands,
  findRow,
  glyphPerLine,
  settledSupport,
  supportOf,
  usualGlyph,
  type SeenLine,
  type SubtitleBand,
} from './subtitle-band.ts';
import { inkAlone, toned, tonesFor, type Tone } from './tone.ts';

/** Scouting only has to find lines, so it looks at pictures of which characters are about this high, px: a third of the work of 30. */
const scoutedGlyph = 17;
/** The height at which lines are found best, and which `find` scales to, px. */
const foundGlyph = 30;
/** Lines read by their ink alone at least this like they read in full show that their tone is right. */
const wellSeen = 0.95;
/** Another tone must read so much better than the usual one: its background is busier. */
const muchClearer = 0.2;
/** So much more ink in another tone is letters that the usual one does not show. */
const muchMoreInk = 1.2;
/** So many lines of one text are a watermark. */
const enoughAlike = 3;
/** A line further off the middle (fraction of the width) than this is not on a row of subtitles. */
const offCentre = 0.25;

/** Half pictures take half the memory; they overlap by a line. */
const halves = [
  { y: 0, height: 0.54 },
  { y: 0.46, height: 0.54 },
];

interface FoundBox {
  readonly picture: number;
  readonly box: PixelBox;
}

/**
 * Finds where subtitles stand on scouted pictures. Lines are looked for on all of them, but only those that recur at one
 * height are read, and no more of them than tell a row from a watermark.
 */
export async function scoutBands({ scouted, options, signal }: SamplePlan<ReadingOptions>): Promise<SubtitleBand[]> {
  const reader = await borrowReader(options.engine);
  try {
    const { region } = options;
    const found: FoundBox[] = [];
    for (const [picture, whole] of scouted.entries()) {
      signal.throwIfAborted();
      for (const part of region ? [region] : halves) {
        for (const box of await boxesOn(whole, part, reader)) {
          // What lies on both halves is found twice.
          const known = found.some((other) => other.picture === picture && boxOverlap(other.box, box) > 0.5);
          if (!known) found.push({ picture, box });
        }
      }
    }
    const seen: SeenLine[] = [];
    for (const row of recurring(found)) {
      signal.throwIfAborted();
      seen.push(...(await readRow(row, scouted, { reader, options })));
    }
    if (region) return [{ region, row: findRow(seen) }];
    return findBands(
      seen,
      found.map(({ picture, box }) => ({ picture, box: fractionsOf(box, scouted[picture]!) })),
    );
  } finally {
    await reader.release();
  }
}

async function boxesOn(
  picture: Picture,
  region: { readonly y: number; readonly height: number },
  reader: Reader,
): Promise<PixelBox[]> {
  const { width, height } = picture;
  const from = Math.floor(height * region.y);
  const rows = cropPicture(picture, { x: 0, y: from, width, height: Math.ceil(height * region.height) });
  const glyph = usualGlyph * Math.min(width, height) * (foundGlyph / scoutedGlyph);
  const boxes = await reader.find(rows, glyph);
  return boxes
    .map((box) => ({ ...box, y: box.y + from }))
    .filter((box) => Math.abs((box.x + box.width / 2) / width - 0.5) < offCentre);
}

/** Boxes at one height and of one size on several pictures, the commonest rows first. A box is in one row only. */
function recurring(found: readonly FoundBox[]): FoundBox[][] {
  const rows: FoundBox[][] = [];
  let left = [...found];
  while (left.length > 0) {
    const around = left.map((seed) => left.filter((other) => alongside(seed.box, other.box)));
    const row = around.toSorted((a, b) => picturesOf(b) - picturesOf(a))[0]!;
    if (picturesOf(row) < 2) break;
    rows.push(row);
    left = left.filter((box) => !row.includes(box));
  }
  return rows;
}

function picturesOf(row: readonly FoundBox[]): number {
  return new Set(row.map(({ picture }) => picture)).size;
}

function alongside(a: PixelBox, b: PixelBox): boolean {
  const size = a.height / b.height;
  return size > 0.7 && size < 1.43 && Math.abs(a.y + a.height / 2 - b.y - b.height / 2) < 0.5 * a.height;
}

async function readRow(
  row: readonly FoundBox[],
  pictures: readonly Picture[],
  { reader, options }: { reader: Reader; options: ReadingOptions },
): Promise<SeenLine[]> {
  const seen: (SeenLine & Sight)[] = [];
  for (const at of spreadOrder(row.length)) {
    const support = supportOf(seen);
    if (support >= settledSupport || (seen.length >= enoughAlike && support <= 1)) break;
    const { picture, box: roughly } = row[at]!;
    const whole = pictures[picture]!;
    const box = await closerLook(whole, roughly, reader);
    const crop = cropPicture(whole, box);
    const glyph = box.height * glyphPerLine;
    const { text, confidence } = await readWhole(crop, glyph, reader);
    if (confidence < options.minConfidence) continue;
    seen.push({ picture, text, box: fractionsOf(box, whole), crop, glyph });
  }
  if (supportOf(seen) <= 1) return seen;
  const tone = await toneOf(seen, reader);
  return seen.map((line) => ({ ...line, tone }));
}

/** The box of a line as it is found at full size: small pictures give its height too roughly to read by. */
async function closerLook(picture: Picture, box: PixelBox, reader: Reader): Promise<PixelBox> {
  const around = {
    x: Math.max(0, Math.round(box.x - box.height)),
    y: Math.max(0, Math.round(box.y - box.height)),
    width: Math.round(box.width + 2 * box.height),
    height: Math.round(3 * box.height),
  };
  const crop = cropPicture(picture, around);
  const found = await reader.find(crop, box.height * glyphPerLine);
  const places = found.map((each) => ({ ...each, x: each.x + around.x, y: each.y + around.y }));
  return places.find((each) => alongside(box, each) && each.width > 0.6 * box.width) ?? box;
}

/** A line in colour, and its character height, px. */
interface Sight {
  readonly crop: Picture;
  readonly glyph: number;
}

/**
 * The tone by whose ink alone the lines are read as they were in full: the usual one, unless another shows them better, or
 * as well with much more ink, as it does when words change their colour while they are sung.
 */
async function toneOf(seen: readonly (SeenLine & Sight)[], reader: Reader): Promise<Tone> {
  const shown: { readonly tone: Tone; readonly alike: number; readonly ink: number }[] = [];
  for (const tone of tonesFor(seen.map(({ crop }) => crop))) {
    const ink = seen.reduce((sum, { crop, glyph }) => sum + inkOf(toned(crop, tone), glyph).count, 0);
    const [usual] = shown;
    if (usual && usual.alike >= wellSeen && ink < muchMoreInk * usual.ink) continue;
    let alike = 0;
    for (const { crop, glyph, text } of seen) {
      const { text: again } = await readWhole(inkAlone(crop, tone, glyph), glyph, reader);
      alike += similarity(text, again) / seen.length;
    }
    shown.push({ tone, alike, ink });
  }
  const [usual, ...others] = shown;
  const richer = others.find(
    ({ tone, alike, ink }) =>
      tone.channel === 'vivid' && alike > usual!.alike - 0.05 && ink >= muchMoreInk * usual!.ink,
  );
  if (richer) return richer.tone;
  const clearest = others.toSorted((a, b) => b.alike - a.alike)[0];
  return clearest && clearest.alike > usual!.alike + muchClearer ? clearest.tone : usual!.tone;
}

/** Reads the picture of a line. */
async function readWhole(line: Picture, glyph: number, reader: Reader): Promise<Pick<TextLine, 'text' | 'confidence'>> {
  const boxes = [{ x: 0, y: 0, width: line.width, height: line.height }];
  // Reading moves the bytes away.
  const [read] = await reader.readBand(
    { ...line, data: line.data.slice() },
    { glyph, boxes, search: false, secondOpinion: 0 },
  );
  return read ?? { text: '', confidence: 0 };
}

/** 0 … count − 1, far apart ones first: neighbouring pictures often show one scene. */
function spreadOrder(count: number): number[] {
  const order: number[] = [];
  for (let step = Math.ceil(count / 4); order.length < count; step = Math.max(1, step >> 1)) {
    for (let at = step >> 1; at < count; at += step) if (!order.includes(at)) order.push(at);
    if (step === 1) for (let at = 0; at < count; at++) if (!order.includes(at)) order.push(at);
  }
  return order;
}
