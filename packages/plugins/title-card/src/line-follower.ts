import type { Box, Picture } from '@shenpian/core';
import { boxOverlap, cropPicture, fractionsOf, type PixelBox } from '@shenpian/plugin-subtitle-ocr';
import { fineDetail, shared, sharedDetail, type FineDetail } from './fine-detail.ts';
import { cell, writingWatch } from './new-writing.ts';

/** A line is there while this share of its strokes is: more than a fade to half, more than what films leave by chance. */
const there = 0.55;
/** Less than this, added up over its strokes, is nothing that stands still. */
const leastStrokes = 400;
/** A row with less than this share of the strokes of the fullest one is above or below the letters. */
const leastRow = 0.15;
/** Stronger than when it was found by this much: then it was fading in. */
const stronger = 1.3;
/** Boxes that share this much are at one place. */
const samePlace = 0.6;
/** A box so much wider holds more words than the line that is known there. */
const wider = 1.15;
/** A line missing on so many pictures in a row is over. */
const mostMissed = 2;
/** Of each line so many pictures are kept. */
const mostCloseUps = 8;
/** Around a line this much of its height is kept: its ink is measured against what is around it. */
const around = 0.4;
/** Lines of characters one below the other are at least this much higher than wide; railings and single letters are less. */
const uprightShape = 6;

/** A line cut out of a picture, with a margin. */
export interface CloseUp {
  readonly time: number;
  /** How strongly its strokes show, in steps of brightness added up. */
  readonly strength: number;
  readonly picture: Picture;
}

/**
 * A line that was followed. `start`, `end`: the first and the last picture that show it; `before`, `after`: those around them, null
 * at the ends of what was looked at.
 */
export interface FollowedLine {
  readonly start: number;
  readonly end: number;
  readonly before: number | null;
  readonly after: number | null;
  readonly upright: boolean;
  /** Where it is, px of a picture of `size`, and where its close-ups are. */
  readonly pixels: PixelBox;
  /** First row of its strokes and the one after the last, px. */
  readonly rows: { readonly top: number; readonly bottom: number };
  readonly area: PixelBox;
  readonly size: { readonly width: number; readonly height: number };
  readonly box: Box;
  readonly closeUps: readonly CloseUp[];
}

/** Rows on which something as long as a number came up but no line was found, on the two pictures that show it. */
export interface LongRows {
  /** First row, px of a picture of `size`. */
  readonly top: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly pictures: readonly (Picture & { readonly time: number })[];
}

/** What a stretch of an episode shows. */
export interface Followed {
  readonly lines: readonly FollowedLine[];
  readonly longRows: readonly LongRows[];
}

/** Finds lines on a small picture, px. */
export type FindLines = (picture: Picture) => Promise<readonly PixelBox[]>;

/** Follows lines from picture to picture by their strokes: the network looks for lines only where something new stands still. */
export interface LineFollower {
  /** Takes the next picture, gray; chroma planes behind it are not looked at. */
  next(time: number, picture: Picture): Promise<void>;
  finish(): Followed;
}

interface OpenLine {
  line: FollowedLine & { readonly closeUps: CloseUp[] };
  /** Its strokes on small pictures, and where they are. */
  strokes: Strokes;
  missed: number;
  /** The first picture that did not show it, when it is missed. */
  lost: number | null;
}

interface Strokes {
  readonly area: PixelBox;
  readonly change: Int16Array;
  readonly sum: number;
}

interface Look {
  readonly time: number;
  readonly picture: Picture;
  readonly detail: FineDetail;
  /** Time of the look before. */
  readonly before: number | null;
}

/** @param free gets the bytes of pictures that are not looked at any more */
export function lineFollower(find: FindLines, free: (bytes: Uint8Array) => void = () => {}): LineFollower {
  const watch = writingWatch();
  const done: FollowedLine[] = [];
  const longRows: LongRows[] = [];
  let open: OpenLine[] = [];
  let last: Look | null = null;
  // Written again for every picture: new memory for each is garbage of 1 MB.
  let spare: FineDetail | null = null;
  let lasting = new Int16Array(0);

  const close = ({ line, lost }: OpenLine): void => void done.push({ ...line, after: lost });

  function follow(entry: OpenLine, { time, picture, detail }: Look): void {
    const strength = strengthOf(entry.strokes, detail);
    if (strength < there * entry.strokes.sum) {
      entry.missed++;
      entry.lost ??= time;
      return;
    }
    Object.assign(entry, { missed: 0, lost: null, line: { ...entry.line, end: time } });
    addCloseUp(entry.line, { time, picture }, strength);
  }

  function begin(pixels: PixelBox, strokes: Strokes, from: Look, to: Look): OpenLine {
    const { width, height } = to.picture;
    const margin = Math.ceil(around * pixels.height) + 1;
    const [left, top] = [Math.max(0, Math.floor(pixels.x) - margin), Math.max(0, Math.floor(pixels.y) - margin)];
    const right = Math.min(width, Math.ceil(pixels.x + pixels.width) + margin);
    const bottom = Math.min(height, Math.ceil(pixels.y + pixels.height) + margin);
    const line = {
      start: from.time,
      end: to.time,
      before: from.before,
      after: null,
      upright: pixels.height > uprightShape * pixels.width,
      pixels,
      rows: rowsWith(strokes, Math.max(1, Math.round(width / to.detail.width))),
      area: { x: left, y: top, width: right - left, height: bottom - top },
      size: { width, height },
      box: fractionsOf(pixels, to.picture),
      closeUps: [],
    };
    for (const look of [from, to]) addCloseUp(line, look, strengthOf(strokes, look.detail));
    return { line, strokes, missed: 0, lost: null };
  }

  /** A line that was found: known already, known in part, or new. */
  function take(small: PixelBox, lasting: Int16Array, from: Look, to: Look): void {
    const step = Math.max(1, Math.round(to.picture.width / to.detail.width));
    const pixels = { x: small.x * step, y: small.y * step, width: small.width * step, height: small.height * step };
    const strokes = strokesIn(small, lasting, to.detail);
    if (strokes.sum < leastStrokes) return;
    const box = fractionsOf(pixels, to.picture);
    const at = open.findIndex(({ line, missed }) => missed === 0 && boxOverlap(line.box, box) > samePlace);
    const same = open[at];
    if (same === undefined) open.push(begin(pixels, strokes, from, to));
    else if (pixels.width > wider * same.line.pixels.width || same.strokes.sum * stronger < strokes.sum) {
      const { start, before } = same.line;
      const fresh = begin(pixels, strokes, from, to);
      // A line that was fading in is one line; of one that has more words the former words were another.
      if (pixels.width > wider * same.line.pixels.width) close(same);
      else fresh.line = { ...fresh.line, start, before };
      open[at] = fresh;
    }
  }

  return {
    async next(time, picture) {
      const look: Look = { time, picture, detail: fineDetail(picture, spare), before: last?.time ?? null };
      const from = last;
      last = look;
      for (const entry of open) follow(entry, look);
      if (from !== null && from.detail.change.length === look.detail.change.length) {
        const { length } = look.detail.change;
        if (lasting.length !== length) lasting = new Int16Array(length);
        sharedDetail(from.detail.change, look.detail.change, lasting);
        for (const { top, bottom, long } of watch.next(look.detail, lasting)) {
          const { width, gray } = look.detail;
          const rows = gray.slice(top * width, bottom * width);
          const found = await find({ width, height: bottom - top, channels: 1, data: rows });
          for (const box of found) take({ ...box, y: box.y + top }, lasting, from, look);
          const bare = long.filter(
            (row) => !found.some((box) => box.y + top < row + cell && box.y + box.height + top > row),
          );
          if (bare.length > 0) longRows.push(rowsOf(look.detail, [from, look], top, bottom));
        }
      }
      for (const entry of open.filter(({ missed }) => missed >= mostMissed)) close(entry);
      open = open.filter(({ missed }) => missed < mostMissed);
      if (from !== null) {
        free(from.picture.data);
        spare = from.detail;
      }
    },
    finish() {
      open.forEach(close);
      open = [];
      const lines = done.toSorted((a, b) => a.start - b.start || a.box.y - b.box.y || a.box.x - b.box.x);
      return { lines, longRows };
    },
  };
}

function addCloseUp(
  { area, closeUps }: { readonly area: PixelBox; readonly closeUps: CloseUp[] },
  { time, picture }: Pick<Look, 'time' | 'picture'>,
  strength: number,
): void {
  if (closeUps.length < mostCloseUps) closeUps.push({ time, strength, picture: cropPicture(picture, area) });
}

function rowsOf(detail: FineDetail, looks: readonly Look[], top: number, bottom: number): LongRows {
  const step = Math.max(1, Math.round(looks[0]!.picture.width / detail.width));
  const pictures = looks.map(({ time, picture }) => ({
    time,
    ...cropPicture(picture, { x: 0, y: top * step, width: picture.width, height: (bottom - top) * step }),
  }));
  const { width, height } = looks[0]!.picture;
  return { top: top * step, size: { width, height }, pictures };
}

/** The lasting strokes inside a box of the small picture. */
function strokesIn(box: PixelBox, lasting: Int16Array, { width, height }: FineDetail): Strokes {
  const [x, y] = [Math.max(0, Math.floor(box.x)), Math.max(0, Math.floor(box.y))];
  const area = {
    x,
    y,
    width: Math.max(0, Math.min(width, Math.ceil(box.x + box.width)) - x),
    height: Math.max(0, Math.min(height, Math.ceil(box.y + box.height)) - y),
  };
  const change = new Int16Array(area.width * area.height);
  for (let row = 0; row < area.height; row++) {
    const from = (y + row) * width + x;
    change.set(lasting.subarray(from, from + area.width), row * area.width);
  }
  return { area, change, sum: change.reduce((sum, value) => sum + Math.abs(value), 0) };
}

/** The rows that hold strokes, px of the large picture. */
function rowsWith({ area, change }: Strokes, step: number): FollowedLine['rows'] {
  const sums = Array.from({ length: area.height }, (_, row) =>
    change.subarray(row * area.width, (row + 1) * area.width).reduce((sum, value) => sum + Math.abs(value), 0),
  );
  const least = leastRow * Math.max(...sums);
  const [top, bottom] = [sums.findIndex((sum) => sum >= least), sums.findLastIndex((sum) => sum >= least) + 1];
  return { top: (area.y + top) * step, bottom: (area.y + bottom) * step };
}

/** How much of the strokes a picture shows. */
function strengthOf({ area, change }: Strokes, { width, change: now }: FineDetail): number {
  let sum = 0;
  for (let row = 0; row < area.height; row++) {
    const from = (area.y + row) * width + area.x;
    for (let x = 0; x < area.width; x++) {
      const stroke = change[row * area.width + x]!;
      if (stroke !== 0) sum += Math.abs(shared(now[from + x]!, stroke));
    }
  }
  return sum;
}
