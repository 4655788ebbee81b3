import type { Box, TimeRange } from '@shenpian/core';
import type { SmallFrame } from './kept-frames.ts';

/** A range of pictures whose place is hidden by something that is no mark, such as a subtitle. */
export interface HiddenBox extends TimeRange {
  readonly box: Box;
}

/** Something whose edges stay at one place while the pictures behind it change. */
export interface FoundMark extends TimeRange {
  readonly box: Box;
  /** Share of the shots that show it, 0–1. */
  readonly share: number;
  /** How many shots could be compared there. */
  readonly shots: number;
}

/** What was found, or why nothing can be said: too few shots, or pictures that are alike. */
export type MarkSearch = { readonly marks: readonly FoundMark[] } | { readonly undecided: 'few-shots' | 'alike' };

/** Fewer shots than this do not tell a mark from scenery. */
const leastShots = 5;
/** Shots that are compared, at most, spread over the episode. */
const mostShots = 60;
/** Gray levels over two pixels at which an edge counts in full: compression leaves less on a plain wall. */
const fullStep = 14;
/**
 * Sum of unit edges over the shots, as a share of them, that makes a standing pixel. Edges of changing scenery point anywhere, but a
 * few shots may agree by chance: 0.84 for five, 0.66 for twenty. Chosen by us.
 */
const leastAgreement = (shots: number): number => 0.6 + 1.2 / shots;
/** Share of shots that must show a mark. */
const leastShare = 0.8;
/** More of the picture's edges standing still than this: the pictures themselves are alike, and a mark cannot be told from them. */
const mostStanding = 0.2;
/** Standing pixels that make a mark; gaps that belong to it, px at 270; its sides, as shares of the picture's width and height. */
const leastPixels = 24;
const widestGap = 4;
const longestSide = 0.6;
const shortestSide = 0.01;
/** Of eight directions, how many a mark's edges have, each with at least this share of its pixels: a lone line is no mark. */
const leastDirections = 3;
const leastShareOfDirection = 0.06;

/**
 * Looks for what stands at one place through most shots of an episode: the mean edges of each shot are summed as unit vectors
 * (after Dekel et al. 2017, "On the effectiveness of visible watermarks"), which scenery cancels and a mark does not.
 *
 * @param frames small gray pictures in order of time, all of one size
 * @param shots in order
 */
export function findMarks(
  frames: readonly SmallFrame[],
  {
    shots,
    hidden,
    seconds,
  }: { readonly shots: readonly TimeRange[]; readonly hidden: readonly HiddenBox[]; readonly seconds: number },
): MarkSearch {
  const [first] = frames;
  if (first === undefined) return { undecided: 'few-shots' };
  const size = { width: first.width, height: first.height };
  const groups = spread(
    shots
      .map(({ start, end }) => frames.filter(({ time }) => time >= start && time < end))
      .filter((group) => group.length > 0),
  );
  if (groups.length < leastShots) return { undecided: 'few-shots' };
  const shotsSeen = groups.map((group) => ({ group, hidden: hiddenPixels(group, size, hidden) }));
  const standing = standingPixels(shotsSeen, size);
  if (standing.share > mostStanding) return { undecided: 'alike' };
  const marks = clusters(standing.pixels, size).flatMap((pixels): FoundMark[] => {
    const box = boxOf(pixels, size);
    const sides = [box.width, box.height];
    if (sides.some((side) => side > longestSide || side < shortestSide)) return [];
    if (directionsOf(pixels, standing.directions) < leastDirections) return [];
    const seen = shotsSeen.map((shot) => shows(shot, pixels, { size, directions: standing.directions }));
    const votes = seen.filter((each) => each !== null);
    const share = votes.filter(Boolean).length / Math.max(1, votes.length);
    if (votes.length < leastShots || share < leastShare) return [];
    const [from, to] = [seen.indexOf(true), seen.lastIndexOf(true)];
    const start = from === 0 ? 0 : (groups[from]?.[0]?.time ?? 0);
    const end = to === groups.length - 1 ? seconds : (groups[to]?.at(-1)?.time ?? seconds);
    return [{ start, end, box, share, shots: votes.length }];
  });
  return { marks };
}

/** At most {@link mostShots} of them, the first and the last among them. */
function spread<T>(shots: readonly T[]): readonly T[] {
  const step = Math.max(1, (shots.length - 1) / (mostShots - 1));
  const count = Math.min(shots.length, mostShots);
  return Array.from({ length: count }, (_, n) => shots[Math.round(n * step)] as T);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The pictures of a shot, and where something hides them: a byte a pixel, null for nowhere. */
interface SeenShot {
  readonly group: readonly SmallFrame[];
  readonly hidden: Uint8Array | null;
}

function hiddenPixels(
  group: readonly SmallFrame[],
  { width, height }: Size,
  boxes: readonly HiddenBox[],
): Uint8Array | null {
  const here = boxes.filter(({ start, end }) => group.some(({ time }) => time >= start - 0.5 && time < end + 0.5));
  if (here.length === 0) return null;
  const hidden = new Uint8Array(width * height);
  for (const { box } of here) {
    const [left, right] = [Math.floor(box.x * width) - 4, Math.ceil((box.x + box.width) * width) + 4];
    const [top, bottom] = [Math.floor(box.y * height) - 4, Math.ceil((box.y + box.height) * height) + 4];
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
      hidden.fill(1, y * width + Math.max(0, left), y * width + Math.min(width, right));
    }
  }
  return hidden;
}

interface Standing {
  readonly pixels: Uint8Array;
  /** Mean direction of each standing pixel. */
  readonly directions: { readonly across: Float32Array; readonly down: Float32Array };
  /** Standing pixels among those that are edges in most shots or in some. */
  readonly share: number;
}

/** Sums over shots, a value a pixel: edges as unit vectors, how often a pixel was hidden, and whether it was ever an edge in full. */
interface EdgeSums {
  readonly across: Float32Array;
  readonly down: Float32Array;
  readonly hiddenTimes: Uint8Array;
  readonly strong: Uint8Array;
}

/** Adds the edges of a shot's mean picture. `total` is written over. */
function addShot({ group, hidden }: SeenShot, { width, height }: Size, sums: EdgeSums, total: Uint32Array): void {
  const { across, down, hiddenTimes, strong } = sums;
  total.fill(0);
  for (const { data } of group) for (let at = 0; at < total.length; at++) total[at]! += data[at]!;
  if (hidden !== null) for (let at = 0; at < total.length; at++) hiddenTimes[at]! += hidden[at]!;
  const share = 1 / group.length;
  for (let y = 1; y < height - 1; y++) {
    const end = (y + 1) * width - 1;
    for (let at = y * width + 1; at < end; at++) {
      if (hidden !== null && hidden[at] === 1) continue;
      const dx = (total[at + 1]! - total[at - 1]!) * share;
      const dy = (total[at + width]! - total[at - width]!) * share;
      const square = dx * dx + dy * dy;
      const isFull = square >= fullStep * fullStep;
      const unit = isFull ? 1 / Math.sqrt(square) : 1 / fullStep;
      across[at]! += dx * unit;
      down[at]! += dy * unit;
      if (isFull) strong[at] = 1;
    }
  }
}

function standingPixels(shots: readonly SeenShot[], size: Size): Standing {
  const count = size.width * size.height;
  const [across, down] = [new Float32Array(count), new Float32Array(count)];
  const [hiddenTimes, strong] = [new Uint8Array(count), new Uint8Array(count)];
  // Shot by shot: kept, the edges of all would take 60 MB.
  const total = new Uint32Array(count);
  for (const shot of shots) addShot(shot, size, { across, down, hiddenTimes, strong }, total);
  const pixels = new Uint8Array(count);
  let [edges, still] = [0, 0];
  for (let at = 0; at < count; at++) {
    edges += strong[at]!;
    const votes = shots.length - hiddenTimes[at]!;
    const agreement = Math.sqrt(across[at]! * across[at]! + down[at]! * down[at]!);
    if (votes < leastShots || agreement < leastAgreement(votes) * votes) continue;
    pixels[at] = 1;
    still++;
    across[at]! /= agreement;
    down[at]! /= agreement;
  }
  return { pixels, directions: { across, down }, share: still / Math.max(1, edges) };
}

/** How many of eight directions the edges of a mark have. */
function directionsOf(pixels: readonly number[], { across, down }: Standing['directions']): number {
  const counts = Array.from({ length: 8 }, () => 0);
  for (const at of pixels) {
    const turn = Math.atan2(down[at] ?? 0, across[at] ?? 0) / (2 * Math.PI) + 1;
    const sector = Math.round(turn * 8) % 8;
    counts[sector] = (counts[sector] ?? 0) + 1;
  }
  return counts.filter((count) => count >= leastShareOfDirection * pixels.length).length;
}

/** Whether a shot shows most of a mark's edges; null when most of it is hidden. */
function shows(
  { group, hidden }: SeenShot,
  pixels: readonly number[],
  {
    size: { width },
    directions: { across, down },
  }: { readonly size: Size; readonly directions: Standing['directions'] },
): boolean | null {
  let [votes, agreeing] = [0, 0];
  for (const at of pixels) {
    if (hidden?.[at] === 1) continue;
    votes++;
    let [dx, dy] = [0, 0];
    for (const { data } of group) {
      dx += data[at + 1]! - data[at - 1]!;
      dy += data[at + width]! - data[at - width]!;
    }
    const along = (dx * across[at]! + dy * down[at]!) / group.length;
    if (along >= fullStep / 2) agreeing++;
  }
  return votes < pixels.length / 2 ? null : agreeing >= votes / 2;
}

/** Groups of standing pixels with small gaps between them. */
function clusters(pixels: Uint8Array, { width, height }: Size): number[][] {
  const left = Uint8Array.from(pixels);
  const found: number[][] = [];
  for (let seed = 0; seed < left.length; seed++) {
    if (left[seed] !== 1) continue;
    left[seed] = 0;
    const cluster = [seed];
    for (const at of cluster) {
      const [x0, y0] = [at % width, Math.floor(at / width)];
      for (let y = Math.max(0, y0 - widestGap); y <= Math.min(height - 1, y0 + widestGap); y++) {
        for (let x = Math.max(0, x0 - widestGap); x <= Math.min(width - 1, x0 + widestGap); x++) {
          const next = y * width + x;
          if (left[next] !== 1) continue;
          left[next] = 0;
          cluster.push(next);
        }
      }
    }
    if (cluster.length >= leastPixels) found.push(cluster);
  }
  return found;
}

function boxOf(pixels: readonly number[], { width, height }: Size): Box {
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (const at of pixels) {
    const [x, y] = [at % width, Math.floor(at / width)];
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }
  return { x: left / width, y: top / height, width: (right - left) / width, height: (bottom - top) / height };
}
