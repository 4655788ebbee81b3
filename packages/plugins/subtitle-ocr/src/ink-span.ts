import type { Picture } from '@shenpian/core';
import type { PixelBox } from './crop.ts';
import { inkOf, type InkMask } from './ink.ts';
import type { LineInk } from './line-text.ts';

/** A stretch of columns, `from` inclusive, `to` exclusive, px. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is known of a line before it is looked for. */
export interface SpanPlace {
  /** Character height, px. */
  readonly glyph: number;
  /** Middle of the lines on this row, px; null when they are not aligned by their middle. */
  readonly centre: number | null;
  /** Ink that is there before and after the text too, on the same rows: what stands behind it. null when that is not known. */
  readonly background: InkMask | null;
}

/** Ink further apart than this (characters) belongs to two texts; a full-width comma leaves a gap of up to two. */
const widestGap = 2.2;
/** Less ink than this share of a character's square is noise. */
const leastInk = 0.02;
/** A line on a centred row has its middle within this many characters of the row's. */
const centring = 0.75;

interface Run extends Span {
  readonly ink: number;
}

/**
 * The columns of a text, by the ink of its rows: of the runs of ink those neighbours that stand in the middle together and
 * have the most ink. Ink of the background is left out when the text stands in the middle without it.
 *
 * @returns null when there is no ink.
 */
export function textSpan(ink: InkMask, place: SpanPlace): Span | null {
  const whole = spanOf(ink, null, place);
  if (!whole || !place.background || isCentred(whole, place)) return whole;
  const bare = spanOf(ink, place.background, place);
  return bare && isCentred(bare, place) ? bare : whole;
}

function isCentred({ from, to }: Span, { centre, glyph }: SpanPlace): boolean {
  return centre === null || Math.abs((from + to) / 2 - centre) < centring * glyph;
}

function spanOf(ink: InkMask, without: InkMask | null, place: SpanPlace): Span | null {
  const runs = runsOf(columnsOf(ink, without), place.glyph, ink.step);
  let best: Run | null = null;
  let bestCentred: Run | null = null;
  for (let first = 0; first < runs.length; first++) {
    let total = 0;
    for (let last = first; last < runs.length; last++) {
      total += runs[last]!.ink;
      const joined: Run = { from: runs[first]!.from, to: runs[last]!.to, ink: total };
      if (first === last && joined.ink > (best?.ink ?? 0)) best = joined;
      if (isCentred(joined, place) && joined.ink > (bestCentred?.ink ?? 0)) bestCentred = joined;
    }
  }
  if (place.centre === null) return best;
  return bestCentred ?? best;
}

function columnsOf(ink: InkMask, without: InkMask | null): Uint16Array {
  const columns = new Uint16Array(ink.width);
  for (let y = 0, at = 0; y < ink.height; y++) {
    for (let x = 0; x < ink.width; x++, at++) columns[x]! += ink.data[at]! & ~(without?.data[at] ?? 0);
  }
  return columns;
}

function runsOf(columns: Uint16Array, glyph: number, step: number): Run[] {
  const unit = glyph / step;
  const runs: { from: number; to: number; ink: number }[] = [];
  columns.forEach((count, x) => {
    if (count === 0) return;
    const last = runs.at(-1);
    if (last && x - last.to < widestGap * unit) {
      last.to = x + 1;
      last.ink += count;
    } else runs.push({ from: x, to: x + 1, ink: count });
  });
  return runs
    .filter((run) => run.ink > leastInk * unit * unit)
    .map(({ from, to, ink }) => ({ from: from * step, to: to * step, ink }));
}

/** The share of the ink of a box that is in another mask of the same picture too, 0–1; 0 when there is none. */
export function sharedInk(ink: InkMask, other: InkMask, box: PixelBox): number {
  const { step, width } = ink;
  const [left, right] = [Math.max(0, Math.floor(box.x / step)), Math.min(width, Math.ceil((box.x + box.width) / step))];
  const [top, bottom] = [
    Math.max(0, Math.floor(box.y / step)),
    Math.min(ink.height, Math.ceil((box.y + box.height) / step)),
  ];
  let [all, shared] = [0, 0];
  for (let y = top; y < bottom; y++) {
    for (let at = y * width + left; at < y * width + right; at++) {
      all += ink.data[at]!;
      shared += ink.data[at]! & other.data[at]!;
    }
  }
  return all === 0 ? 0 : shared / all;
}

/** Where the picture of a line has ink. */
export function inkAlong(line: Picture, glyph: number): LineInk {
  const ink = inkOf(line, glyph);
  const columns = columnsOf(ink, null);
  const between = (from: number, to: number): [number, number] => [
    Math.max(0, Math.floor(from * ink.width)),
    Math.min(ink.width, Math.ceil(to * ink.width)),
  ];
  return {
    glyph: glyph / line.width,
    height(from, to) {
      const rows = inkedRows(ink, ...between(from, to));
      return rows === null ? 0 : ((rows.bottom + 1 - rows.top) * ink.step) / glyph;
    },
    covered(from, to) {
      const [first, last] = between(from, to);
      let inked = 0;
      for (let x = first; x < last; x++) if (columns[x]! > 0) inked++;
      return last > first ? inked / (last - first) : 0;
    },
  };
}

/** First and last row that have ink in the columns `from` (inclusive) to `to` (exclusive); null for none. */
function inkedRows(
  { width, height, data }: InkMask,
  from: number,
  to: number,
): { readonly top: number; readonly bottom: number } | null {
  let [top, bottom] = [-1, -1];
  for (let y = 0; y < height; y++) {
    for (let at = y * width + from; at < y * width + to; at++) {
      if (data[at] === 0) continue;
      if (top < 0) top = y;
      bottom = y;
      break;
    }
  }
  return top < 0 ? null : { top, bottom };
}
