import { secondsAcross, type Boundary } from './boundary.ts';
import { cellBytes, cellCount, cellsPerSide, spanIndex, type FrameFeatures } from './frame-features.ts';

/** Lengths in frames of the windows in which a wipe is looked for: spans that are measured. */
const windows = [8, 12, 16, 24, 36] as const;
/** Blocks (0–1) and structure (0–2), or colour (0–510), in which the ends must differ: most frames need no closer look. */
const unlikeBlocks = 0.25;
const unlikeStructure = 0.3;
const unlikeColour = 10;
/**
 * Difference (luma, Cb and Cr together, 0–765) at which a cell shows something else, at least and as a share of the mean of all
 * cells, and the share of cells that must.
 */
const otherCell = 14;
const otherMean = 0.4;
const otherShare = 0.7;
/** Share of those cells that must go from one picture to the other once, at a stroke, with nothing between. */
const cleanShare = 0.7;
/** Part of the way (0–1) that counts as between, and frames that a cell may be there: as a share of the window, and on average of the spread. */
const between = 0.25;
const longestStroke = 0.3;
const meanStroke = 0.25;
/** A detour through a third picture: distance by way of it against the direct one. */
const detour = 1.8;
/** Cells change one after the other: from the first tenth to the last in this share of the window, and not too many at once. */
const leastSpread = 0.3;
const mostAtOnce = 0.4;
/** Cells side by side change soon after one another: mean distance in time as a share of the spread. */
const order = 0.22;

/** Frames before and after within which someone has passed, and the share of cells that may then be unlike before. */
const longestPassing = 30;
const sameAgain = 0.4;

/** A wipe with its first and last mixed frame. */
export interface Wipe {
  readonly boundary: Boundary;
  readonly first: number;
  readonly last: number;
}

interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly middle: number;
  readonly score: number;
}

/** Wipes: the new picture replaces the old one place by place, in whatever shape, in an order that a border could take. */
export function detectWipes(features: FrameFeatures): readonly Wipe[] {
  const stroke = strokeFinder(features);
  const candidates: Candidate[] = [];
  for (const window of windows) {
    for (let last = window; last < features.frames; last += 2) {
      const span = spanIndex(features, last, window);
      const unlike = features.spanBlocks[span]! >= unlikeBlocks && features.spanStructure[span]! >= unlikeStructure;
      if (!unlike && features.spanColour[span]! < unlikeColour) continue;
      const found = stroke(last - window, last);
      if (found) candidates.push(found);
    }
  }
  const kept: Candidate[] = [];
  for (const candidate of candidates.toSorted((a, b) => b.score - a.score)) {
    if (!kept.some(({ first, last }) => candidate.first <= last + 4 && candidate.last >= first - 4))
      kept.push(candidate);
  }
  return kept.map(({ first, last, middle, score }) => ({
    first,
    last,
    boundary: {
      frame: middle,
      time: features.time[middle]!,
      transition: 'gradual',
      confidence: Math.min(0.85, 0.35 + 0.5 * score),
      reach: Math.ceil((last - first) / 2) + 2,
      seconds: secondsAcross(features, first - 1, last),
    },
  }));
}

/** Reads a wipe out of the cells of `features` between two frames; null when there is none. */
function strokeFinder({ cells, frames }: FrameFeatures): (first: number, last: number) => Candidate | null {
  const turns = new Float32Array(cellCount);
  const sorted = new Float32Array(cellCount);
  let strokes = 0;
  const distance = (a: number, b: number, cell: number): number => {
    const [left, right] = [a * cellBytes + cell, b * cellBytes + cell];
    return (
      Math.abs(cells[left]! - cells[right]!) +
      Math.abs(cells[left + cellCount]! - cells[right + cellCount]!) +
      Math.abs(cells[left + 2 * cellCount]! - cells[right + 2 * cellCount]!)
    );
  };
  // The frame at which a cell turns from the first picture to the last; NaN when it does so in any other way.
  const turnOf = (first: number, last: number, cell: number, whole: number): number => {
    let turn = Number.NaN;
    let side = 0;
    let mixed = 0;
    for (let frame = first + 1; frame < last; frame++) {
      const from = distance(first, frame, cell);
      const to = distance(frame, last, cell);
      if (from + to > detour * whole + otherCell) return Number.NaN;
      const way = from / (from + to);
      if (way > between && way < 1 - between) mixed++;
      const now = way > 0.5 ? 1 : 0;
      if (now === side) continue;
      if (now === 0) return Number.NaN;
      side = 1;
      turn = frame;
    }
    if (mixed > Math.max(2, longestStroke * (last - first))) return Number.NaN;
    strokes += mixed;
    return turn;
  };
  const changed = (a: number, b: number, least: number): number => {
    let other = 0;
    for (let cell = 0; cell < cellCount; cell++) if (distance(a, b, cell) >= least) other++;
    return other;
  };
  const meanDistance = (a: number, b: number): number => {
    let sum = 0;
    for (let cell = 0; cell < cellCount; cell++) sum += distance(a, b, cell);
    return sum / cellCount;
  };
  // Someone who walks past close to the camera uncovers what was there before.
  const comesBack = (first: number, last: number, least: number): boolean => {
    for (let before = first; before >= Math.max(0, first - longestPassing); before -= 3) {
      for (let after = last; after < Math.min(frames, last + longestPassing); after += 3) {
        if (changed(before, after, least) < sameAgain * cellCount) return true;
      }
    }
    return false;
  };
  return (first, last) => {
    const least = Math.max(otherCell, otherMean * meanDistance(first, last));
    const other = changed(first, last, least);
    if (other < otherShare * cellCount) return null;
    let clean = 0;
    strokes = 0;
    for (let cell = 0; cell < cellCount; cell++) {
      const whole = distance(first, last, cell);
      const turn = whole < least ? Number.NaN : turnOf(first, last, cell, whole);
      turns[cell] = turn;
      if (!Number.isNaN(turn)) sorted[clean++] = turn;
    }
    if (clean < cleanShare * other) return null;
    const times = sorted.subarray(0, clean).sort();
    const [early, late] = [times[Math.ceil(0.1 * (clean - 1))]!, times[Math.floor(0.9 * (clean - 1))]!];
    const spread = late - early;
    if (spread < Math.max(4, leastSpread * (last - first)) || atOnce(times) > mostAtOnce) return null;
    if (strokes / clean > Math.max(1, meanStroke * spread)) return null;
    const disorder = neighbourGap(turns) / spread;
    if (disorder > order || comesBack(first, last, least)) return null;
    return {
      // The first and last tenths of the cells may be late or early: someone moves there.
      first: Math.max(first, Math.floor(early - spread / 8) - 1),
      last: Math.min(last, Math.ceil(late + spread / 8) + 1),
      middle: Math.round((early + late) / 2),
      score: (clean / other) * (1 - (0.5 * disorder) / order),
    };
  };
}

// The largest share of `times` (in order) within two frames.
function atOnce(times: Float32Array): number {
  let most = 0;
  for (let from = 0, to = 0; to < times.length; to++) {
    while (times[to]! - times[from]! > 1) from++;
    most = Math.max(most, to - from + 1);
  }
  return most / times.length;
}

// Mean distance in frames between the turns of cells side by side, over pairs that both have one.
function neighbourGap(turns: Float32Array): number {
  let sum = 0;
  let count = 0;
  for (let cell = 0; cell < cellCount; cell++) {
    const right = cell % cellsPerSide < cellsPerSide - 1 ? Math.abs(turns[cell]! - turns[cell + 1]!) : Number.NaN;
    const below = cell + cellsPerSide < cellCount ? Math.abs(turns[cell]! - turns[cell + cellsPerSide]!) : Number.NaN;
    for (const gap of [right, below]) {
      if (Number.isNaN(gap)) continue;
      sum += gap;
      count++;
    }
  }
  return count > 0 ? sum / count : Infinity;
}
