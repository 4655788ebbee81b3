import type { Picture } from '@shenpian/core';
import { cropPicture, type PixelBox } from '@shenpian/plugin-subtitle-ocr';

/** The strokes of a line, measured. Rows and columns in px of the picture, `mask` 1 where there is ink in `area`. */
export interface LabelInk {
  readonly top: number;
  readonly bottom: number;
  readonly area: PixelBox;
  readonly mask: Uint8Array;
  /** Whether the letters are lighter than what is around them. */
  readonly light: boolean;
}

/** How far around the line is looked, in heights of its box: what goes on beyond that is background. */
const around = 0.35;
/** A character whose ink is lower than this share of the box is a stroke of the background. */
const leastSpan = 0.4;
/** Tops and bottoms further from the usual ones than this share of the box are background that touches a character, or a gap in one. */
const outlier = 0.12;
/** So many of the characters must be alike in top and bottom. */
const mostAlike = 0.7;
/** Ink and background must differ by this much in brightness, and in their strongest colour, 0–255. */
const leastContrast = 30;
/** Ink is of one colour to within this, 0–255: what codecs make of thin strokes. */
const leastDistance = 40;
/** Nor further than this share of the way to what is around it: where they differ little, the rest is blur. */
const nearInk = 0.6;

/**
 * Measures the ink of a line on several pictures of one size that show it at one place: what moves behind it falls away.
 *
 * @param box where the line was found, px
 * @param columns middles of its Chinese characters, px, at least one
 * @param light whether the letters are lighter than what is around them, where that is known
 * @returns null when the ink cannot be told from the background
 */
export function labelInk(
  pictures: readonly Picture[],
  box: PixelBox,
  columns: readonly number[],
  light?: boolean,
): LabelInk | null {
  const [first] = pictures;
  if (first === undefined || columns.length === 0) return null;
  const area = grown(box, first);
  const crops = pictures.map((picture) => cropPicture(picture, area));
  const found = (light === undefined ? [true, false] : [light]).flatMap((each) =>
    measure(crops, { area, box, columns, light: each }),
  );
  // An outline or a bar is as regular as the letters inside it, and higher.
  return found.toSorted((a, b) => a.bottom - a.top - (b.bottom - b.top))[0] ?? null;
}

function grown({ x, y, width, height }: PixelBox, picture: Picture): PixelBox {
  const margin = Math.round(around * height);
  const left = Math.max(0, Math.floor(x) - margin);
  const top = Math.max(0, Math.floor(y) - margin);
  const right = Math.min(picture.width, Math.ceil(x + width) + margin);
  const bottom = Math.min(picture.height, Math.ceil(y + height) + margin);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

interface Layout {
  readonly area: PixelBox;
  readonly box: PixelBox;
  readonly columns: readonly number[];
  readonly light: boolean;
}

function measure(crops: readonly Picture[], layout: Layout): LabelInk[] {
  const { area, box, columns, light } = layout;
  const distance = inkDistance(crops, layout);
  const groups = distance && twoGroups(distance, middleOf(layout));
  if (!groups || groups.high - groups.low < leastContrast) return [];
  // Half-covered pixels are halfway between ink, which has no distance, and what is around it: an outline, or the background.
  // Where that is of two kinds, the one nearer to the ink counts.
  const away = Math.min(
    groups.high,
    quantile(
      outsideOf(layout).map((at) => distance[at]!),
      0.25,
    ),
  );
  const most = Math.max(Math.min(leastDistance, nearInk * away), away / 2);
  const mask = Uint8Array.from(distance, (value) => Number(value <= most));
  keepLetters(mask, area, box);
  const pitch = pitchOf(columns, box.height);
  const spans = columns.map((column) =>
    spanOf(mask, { distance, most }, area, [column - pitch / 2, column + pitch / 2]),
  );
  const good = spans.filter((span): span is Span => span !== null && span.bottom - span.top >= leastSpan * box.height);
  const [tops, bottoms] = [good.map(({ top }) => top), good.map(({ bottom }) => bottom)];
  const [usualTop, usualBottom] = [medianOf(tops), medianOf(bottoms)];
  const alike = good.filter(
    ({ top, bottom }) => Math.max(Math.abs(top - usualTop), Math.abs(bottom - usualBottom)) <= outlier * box.height,
  );
  if (good.length === 0 || alike.length < mostAlike * columns.length) return [];
  const top = area.y + Math.min(...alike.map((span) => span.top));
  const bottom = area.y + Math.max(...alike.map((span) => span.bottom));
  return [{ top, bottom, area, mask, light }];
}

/** The middle of the line, where letters are and little else: rows and columns of the area. */
function middleOf({ area, box }: Layout) {
  const rows = [Math.round(box.y - area.y + 0.2 * box.height), Math.round(box.y - area.y + 0.8 * box.height)] as const;
  const columns = [
    Math.max(0, Math.round(box.x - area.x)),
    Math.min(area.width, Math.round(box.x - area.x + box.width)),
  ] as const;
  const at: number[] = [];
  for (let y = rows[0]; y < rows[1]; y++) for (let x = columns[0]; x < columns[1]; x++) at.push(y * area.width + x);
  return at;
}

/** Rows above and below the line. */
function outsideOf({ area, box }: Layout): number[] {
  const [first, last] = [Math.floor(box.y - area.y), Math.ceil(box.y - area.y + box.height)];
  const at: number[] = [];
  for (let y = 0; y < area.height; y++) {
    if (y >= first && y < last) continue;
    for (let x = 0; x < area.width; x++) at.push(y * area.width + x);
  }
  return at;
}

function brightness({ data, channels }: Picture, at: number): number {
  if (channels === 1) return data[at]!;
  return 0.299 * data[3 * at]! + 0.587 * data[3 * at + 1]! + 0.114 * data[3 * at + 2]!;
}

/** How far each pixel is from the colour of the ink, in its strongest channel, on average over the pictures. */
function inkDistance(crops: readonly Picture[], layout: Layout): Float32Array | null {
  const [first] = crops;
  const middle = middleOf(layout);
  // What stays: the darkest of all pictures for light letters, the lightest for dark ones.
  const pick = layout.light ? Math.min : Math.max;
  const stays = new Float32Array(layout.area.width * layout.area.height);
  for (const [n, crop] of crops.entries()) {
    for (let at = 0; at < stays.length; at++) {
      const value = brightness(crop, at);
      stays[at] = n === 0 ? value : pick(stays[at]!, value);
    }
  }
  const groups = twoGroups(stays, middle);
  if (first === undefined || groups === null || groups.high - groups.low < leastContrast) return null;
  const end = layout.light ? groups.high : groups.low;
  const core = middle.filter((at) => (layout.light ? stays[at]! >= end : stays[at]! <= end));
  const { channels } = first;
  const ink = Array.from({ length: channels }, (_, c) => medianOf(core.map((at) => first.data[channels * at + c]!)));
  const distance = new Float32Array(stays.length);
  for (const { data } of crops) {
    for (let at = 0; at < distance.length; at++) {
      let far = 0;
      for (let c = 0; c < channels; c++) far = Math.max(far, Math.abs(data[channels * at + c]! - ink[c]!));
      distance[at]! += far / crops.length;
    }
  }
  return distance;
}

/** The means of the two groups that part the values best (Otsu 1979); null when they are all alike. */
function twoGroups(
  values: Float32Array,
  at: readonly number[],
): { readonly low: number; readonly high: number } | null {
  const counts = new Float64Array(256);
  for (const each of at) counts[Math.max(0, Math.min(255, Math.round(values[each] ?? 0)))]!++;
  const total = at.length;
  const sum = counts.reduce((all, count, value) => all + count * value, 0);
  let best: { spread: number; low: number; high: number } | null = null;
  let [below, belowSum] = [0, 0];
  for (let value = 0; value < 255; value++) {
    below += counts[value]!;
    belowSum += counts[value]! * value;
    if (below === 0 || below === total) continue;
    const [low, high] = [belowSum / below, (sum - belowSum) / (total - below)];
    const spread = below * (total - below) * (high - low) ** 2;
    if (spread > (best?.spread ?? 0)) best = { spread, low, high };
  }
  return best;
}

const medianOf = (values: readonly number[]): number => quantile(values, 0.5);

function quantile(values: readonly number[], share: number): number {
  // A typed array sorts numbers as numbers, in a third of the time.
  return Float64Array.from(values).sort()[Math.floor(share * values.length)] ?? 0;
}

/** Removes connected pieces that reach the border of the area, or that lie outside the line. */
function keepLetters(mask: Uint8Array, { width, height, y: top }: PixelBox, box: PixelBox): void {
  const seen = new Uint8Array(mask.length);
  const [from, to] = [box.y - top, box.y - top + box.height];
  for (let seed = 0; seed < mask.length; seed++) {
    if (mask[seed] === 0 || seen[seed] === 1) continue;
    const piece = [seed];
    seen[seed] = 1;
    let [first, last, outside] = [height, -1, false];
    for (let n = 0; n < piece.length; n++) {
      const at = piece[n]!;
      const x = at % width;
      const y = (at - x) / width;
      first = Math.min(first, y);
      last = Math.max(last, y);
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) outside = true;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const [nx, ny] = [x + dx, y + dy];
          if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
          const next = ny * width + nx;
          if (mask[next] === 0 || seen[next] === 1) continue;
          seen[next] = 1;
          piece.push(next);
        }
      }
    }
    const middle = (first + last) / 2;
    if (outside || middle < from || middle > to || piece.length < 3) for (const at of piece) mask[at] = 0;
  }
}

interface Span {
  readonly top: number;
  readonly bottom: number;
}

interface Distances {
  readonly distance: Float32Array;
  /** Pixels that are no further than this are at least half covered. */
  readonly most: number;
}

/** First and last row with ink between two columns, `bottom` exclusive; rows that are less than half covered count by their share. */
function spanOf(
  mask: Uint8Array,
  { distance, most }: Distances,
  { x, width, height }: PixelBox,
  [left, right]: readonly [number, number],
): Span | null {
  const [from, to] = [Math.max(0, Math.round(left - x)), Math.min(width, Math.round(right - x))];
  const columns = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  const rows = Array.from({ length: height }, (_, y) => y).filter((y) =>
    columns.some((c) => mask[y * width + c] === 1),
  );
  const [top, bottom] = [rows[0], rows.at(-1)];
  if (top === undefined || bottom === undefined) return null;
  const covered = (y: number, edge: number): number => {
    if (y < 0 || y >= height) return 0;
    const below = columns.filter((c) => mask[edge * width + c] === 1);
    return Math.max(0, ...below.map((c) => Math.min(0.5, 1 - distance[y * width + c]! / (2 * most))));
  };
  return { top: top - covered(top - 1, top), bottom: bottom + 1 + covered(bottom + 1, bottom) };
}

/** Distance of neighbouring characters: the least, since Latin letters may stand between two. */
function pitchOf(columns: readonly number[], boxHeight: number): number {
  const steps = columns
    .slice(1)
    .map((column, i) => column - columns[i]!)
    .filter((step) => step > 0.45 * boxHeight);
  return Math.min(boxHeight, ...steps);
}
