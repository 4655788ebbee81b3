import type { Picture } from '@shenpian/core';
import { comparable, likeness } from './comparison.ts';
import type { BandRequest } from './band-reading.ts';
import { fractionsOf, type PixelBox } from './crop.ts';
import type { TextLine } from './engine.ts';
import type { FramePlace } from './frame-place.ts';
import { darkest } from './fused-picture.ts';
import { commonInk, inkOf, inkStep, type InkMask } from './ink.ts';
import { longestRun, stripWidth } from './ink-change.ts';
import { lineReach } from './dialogue-lines.ts';
import { inkRows } from './ink-rows.ts';
import { sharedInk, textSpan } from './ink-span.ts';
import type { ReadingOptions } from './options.ts';
import type { ReadLine, Reading } from './reading.ts';
import { glyphPerLine } from './subtitle-band.ts';
import { rowsOf, type TextGroup } from './text-group.ts';

/** Height of what is cut out around a line and read, and its margin at both ends, in characters: best of 1.3–1.7 and 0.15–0.5. */
const lineHeight = 1.4;
const lineMargin = 0.25;
/** Columns above or below the row with more new ink than this, in characters, are letters; this many of them, in characters, are looked at. */
const leastStroke = 0.1;
const leastBeside = 0.6;
/** A text that shows on fewer frames than this passes too fast to be read by anyone. */
const leastFrames = 2;
/** A reading less sure than this may be half a text, split by something bright that passed behind it. */
const doubtful = 0.95;
/** Nobody reads more characters a second than this. */
const fastest = 18;
/** A letter takes this share of the time that a character takes to be read. */
const letterTime = 0.35;
/** Parts of one text have at least this much of it in common, and of one without characters this: any two lines of letters are a little alike. */
const leastAlike = 0.25;
const leastAlikeLetters = 0.6;
/** Pictures show the same text when the darkest of all still holds this share of the ink of the poorer one. */
const leastCommon = 0.5;

const han = /\p{Script=Han}/u;

/** What a group was read as, and the picture it was read from. */
export interface ReadGroup {
  readonly reading: Reading;
  readonly picture: Picture;
}

/** Has a group read that shows long enough to be read. */
export async function readGroup(group: TextGroup, tools: ReadTools): Promise<ReadGroup> {
  const lines = await readPicture(group, tools);
  const strip = stripWidth(tools.place.glyph, inkStep(tools.place.glyph)) * inkStep(tools.place.glyph);
  const { change, picture } = group;
  const { region } = tools.place;
  return {
    picture,
    reading: {
      start: edge(group.previous, group.first, tools.rate, 'start'),
      end: endOf(group, tools),
      fleeting: group.frames < leastFrames,
      lines,
      joins: change !== null,
      changedAt(box) {
        if (!change) return true;
        const scale = picture.width / region.width / strip;
        const from = Math.floor((box.x - region.x) * scale);
        const to = Math.ceil((box.x + box.width - region.x) * scale);
        return longestRun(change, from, to) > 0;
      },
    },
  };
}

/** When the text of a group left, seconds. */
export function endOf(group: Pick<TextGroup, 'last' | 'next'>, { rate }: Pick<ReadTools, 'rate'>): number {
  return edge(group.last, group.next, rate, 'end');
}

/** Reads pictures of the band. */
export interface BandReader {
  readBand(picture: Picture, request: BandRequest): Promise<TextLine[]>;
}

/** What reading needs. */
export interface ReadTools {
  readonly reader: BandReader;
  /** Frames a second. */
  readonly rate: number;
  /** See {@link ReadingOptions}. */
  readonly secondOpinion: ReadingOptions['secondOpinion'];
  readonly place: FramePlace;
}

/** Whether something was read on the row. */
export function hasText({ reading }: ReadGroup, { place }: ReadTools): boolean {
  return !reading.fleeting && onRow(reading, place).length > 0;
}

/** Whether a group may be a part of a text that something bright behind it broke: it reads badly, or is too short to be read. */
export function isDoubtful({ reading }: ReadGroup, { place }: ReadTools): boolean {
  const { fleeting, start, end } = reading;
  const lines = onRow(reading, place);
  const texts = lines.map(({ text }) => text).join('');
  const { length } = texts;
  const letters = texts.match(/[A-Za-z ]/g)?.length ?? 0;
  const toRead = length - (1 - letterTime) * letters;
  return fleeting || toRead > fastest * (end - start) || wordsOf(lines) < doubtful * length || length === 0;
}

/** Whether the text of `whole` is on the picture of `part` too, under whatever else is bright there, and some of it was read. */
export function isStillShown(whole: ReadGroup, part: ReadGroup, { place }: ReadTools): boolean {
  const [text, other] = [whole, part].map(({ reading }) =>
    comparable(
      onRow(reading, place)
        .map((line) => line.text)
        .join(''),
    ),
  );
  const least = han.test(text!) ? leastAlike : leastAlikeLetters;
  if (likeness(text!, other!) < least) return false;
  return rowInk(darkest(whole.picture, part.picture), place) > leastCommon * rowInk(whole.picture, place);
}

/**
 * Reads neighbouring groups as one text, if they are: where something bright passes behind a text, no part of it reads well, but
 * all of them laid over each other do.
 *
 * @returns null when they read better apart.
 */
export async function readTogether(parts: readonly ReadGroup[], tools: ReadTools): Promise<ReadGroup | null> {
  const read = parts.filter((part) => hasText(part, tools));
  if (read.length < 2) return null;
  const picture = read.map((part) => part.picture).reduce(darkest);
  const least = Math.min(...read.map((part) => rowInk(part.picture, tools.place)));
  if (rowInk(picture, tools.place) < leastCommon * least) return null;
  const lines = await readPicture({ picture, before: null, after: null, frames: leastFrames }, tools);
  const reading: Reading = { ...parts[0]!.reading, fleeting: false, end: parts.at(-1)!.reading.end, lines };
  const words = ({ reading: each }: { readonly reading: Reading }): number => wordsOf(onRow(each, tools.place));
  return words({ reading }) > Math.max(...read.map(words)) ? { reading, picture } : null;
}

/** The lines on the row that is followed; all where no row is known. */
function onRow({ lines }: Reading, { row }: FramePlace): readonly ReadLine[] {
  return row ? lines.filter(({ box }) => Math.abs(box.y + box.height / 2 - row.y) < 0.6 * row.height) : lines;
}

/** How many characters were read, each counted as far as it is sure. */
function wordsOf(lines: readonly ReadLine[]): number {
  return lines.flatMap((line) => line.characters).reduce((sum, { confidence }) => sum + confidence, 0);
}

function rowInk(picture: Picture, { from, to, glyph }: FramePlace): number {
  return inkOf(rowsOf(picture, from, to), glyph).count;
}

async function readPicture(
  group: Pick<TextGroup, 'picture' | 'before' | 'after' | 'frames'>,
  { reader, place, secondOpinion }: ReadTools,
): Promise<ReadLine[]> {
  if (group.frames < leastFrames) return [];
  const { picture, before, after } = group;
  const { region, glyph } = place;
  const ink = inkOf(picture, glyph);
  const boxes = boxesOf(group, place);
  if (isBesideAll(boxes, picture, place)) return [];
  // Second languages are read as they are found: their letters are of other sizes than the row tells.
  const search = place.rows.length !== 1 || boxes.length === 0 || hasInkBeside(ink, boxes, group, glyph);
  const lines = await reader.readBand(picture, { glyph, boxes, search, secondOpinion });
  const scale = region.height / picture.height;
  return lines.map((line): ReadLine => {
    const rows = inkRows(ink, line.box, glyph);
    return {
      ...line,
      box: fractionsOf(line.box, picture, region),
      ink: rows && { y: region.y + rows.y * scale, height: rows.height * scale },
      stays: Math.max(0, ...[before, after].map((other) => (other ? sharedInk(ink, other, line.box) : 0))),
    };
  });
}

/** The line of a group by the ink of its row; none where there is no ink, or no row is known. */
function boxesOf(
  { picture, before, after }: Pick<TextGroup, 'picture' | 'before' | 'after'>,
  place: FramePlace,
): PixelBox[] {
  const behind = before && after ? commonInk(before, after) : null;
  return place.rows.slice(0, 1).flatMap((row) => {
    const glyph = row.height * glyphPerLine;
    const [from, to] = [row.y - 0.6 * glyph, row.y + 0.6 * glyph];
    const ink = inkOf(rowsOf(picture, from, to), glyph);
    const span = textSpan(ink, { glyph, centre: place.centre, background: behind && maskRows(behind, from, ink) });
    if (!span) return [];
    const x = span.from - lineMargin * glyph;
    const width = span.to - span.from + 2 * lineMargin * glyph;
    return [{ x, y: row.y - (lineHeight * glyph) / 2, width, height: lineHeight * glyph }];
  });
}

/** Whether the only ink stands where no line of the row would be believed: it is not worth reading. */
function isBesideAll(boxes: readonly PixelBox[], { width }: Picture, { centre, rows }: FramePlace): boolean {
  if (centre === null || rows.length !== 1 || boxes.length === 0) return false;
  return boxes.every((box) => Math.abs(box.x + box.width / 2 - centre) > lineReach * width);
}

/** The rows of a mask of the whole picture that lie under a mask of its rows from `top` (px) on. */
function maskRows(mask: InkMask, top: number, like: InkMask): InkMask | null {
  const skipped = Math.round(Math.max(0, Math.floor(top)) / mask.step);
  if (mask.width !== like.width || skipped + like.height > mask.height) return null;
  return {
    ...mask,
    height: like.height,
    data: mask.data.subarray(skipped * mask.width, (skipped + like.height) * mask.width),
  };
}

/**
 * Whether something like text came with the known lines above or below them: the rest of a broken line, perhaps. What the frames
 * before and after show too is scenery.
 */
function hasInkBeside(
  ink: InkMask,
  boxes: readonly PixelBox[],
  { before, after }: Pick<TextGroup, 'before' | 'after'>,
  glyph: number,
): boolean {
  const unit = glyph / ink.step;
  const rows = (px: number): number => Math.max(0, Math.min(ink.height, Math.round(px / ink.step)));
  const left = Math.max(0, Math.floor(Math.min(...boxes.map(({ x }) => x)) / ink.step));
  const right = Math.min(ink.width, Math.ceil(Math.max(...boxes.map(({ x, width }) => x + width)) / ink.step));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  return [[rows(top - 1.2 * glyph), rows(top)] as const, [rows(bottom), rows(bottom + 1.2 * glyph)] as const].some(
    ([from, to]) => {
      if (to - from < 0.6 * unit) return false;
      const inked = newInk(ink, { before, after }, { left, right, from, to }).filter(
        (count) => count > leastStroke * unit,
      );
      return inked.length > leastBeside * unit;
    },
  );
}

/** How many points of each column, `left` to `right`, have ink on the rows `from` to `to` that the frames before and after do not have. */
function newInk(
  { width, data }: InkMask,
  { before, after }: Pick<TextGroup, 'before' | 'after'>,
  {
    left,
    right,
    from,
    to,
  }: { readonly left: number; readonly right: number; readonly from: number; readonly to: number },
): Uint16Array {
  const counts = new Uint16Array(Math.max(0, right - left));
  for (let y = from; y < to; y++) {
    for (let x = left; x < right; x++) {
      const at = y * width + x;
      if (data[at] === 1 && before?.data[at] !== 1 && after?.data[at] !== 1) counts[x - left]!++;
    }
  }
  return counts;
}

/**
 * When a text came or left between two frames: halfway. Frames further apart than asked for are all that the file has
 * (variable frame rate), so the picture changed with the later one.
 */
function edge(before: number | null, after: number | null, rate: number, side: 'start' | 'end'): number {
  const exact = (): number => {
    if (before === null) return after ?? 0;
    if (after === null) return side === 'end' ? before + 1 / rate : before;
    return after - before > 1.25 / rate ? after : (before + after) / 2;
  };
  return Math.round(exact() * 1000) / 1000;
}
