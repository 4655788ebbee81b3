import type { LumaFrame } from './luma-frame.ts';

/** Shares (0–1) of the picture's height and width that are black bars burned into it. */
export interface Border {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Looks at a frame now and then. */
export interface BorderMeter {
  push(time: number, frame: LumaFrame, mean: number): void;
  /** null when there are no bars, or too few frames were light enough to tell. */
  border(): Border | null;
}

/** Seconds between frames that are looked at. */
const step = 0.5;
/** A line of a bar is no lighter than this and even to within that, luma 0–255. */
const black = 24;
const even = 8;
/** Behind the bar half of a line must be lighter than the bar by this much. */
const lighter = 16;
const lighterShare = 0.5;
/** Darker frames say nothing. */
const darkFrame = 20;
/** Share of the frames that show the edge, and of those how many must agree on it to within a line. */
const seenShare = 0.4;
const agreeShare = 0.8;
const leastSeen = 3;
/** Thinner bars are lost in the small picture. */
const leastLines = 3;
const leastShare = 0.015;

const sides = ['top', 'bottom', 'left', 'right'] as const;

/** Starts with nothing seen. */
export function borderMeter(): BorderMeter {
  const seen: Record<(typeof sides)[number], number[]> = { top: [], bottom: [], left: [], right: [] };
  let looked = 0;
  let next = 0;
  let size = { width: 1, height: 1 };
  return {
    push(time, frame, mean) {
      if (time < next || mean < darkFrame) return;
      next = time + step;
      looked++;
      size = frame;
      for (const side of sides) {
        const lines = barLines(frame, side);
        if (lines !== null) seen[side].push(lines);
      }
    },
    border() {
      const agreed = (side: (typeof sides)[number]): number => {
        const length = side === 'top' || side === 'bottom' ? size.height : size.width;
        const lines = agreedLines(seen[side], looked);
        return lines >= Math.max(leastLines, leastShare * length) ? lines / length : 0;
      };
      const found = { top: agreed('top'), bottom: agreed('bottom'), left: agreed('left'), right: agreed('right') };
      return sides.some((side) => found[side] > 0) ? found : null;
    },
  };
}

function agreedLines(seen: readonly number[], looked: number): number {
  if (seen.length < Math.max(leastSeen, seenShare * looked)) return 0;
  const median = seen.toSorted((a, b) => a - b)[Math.floor(seen.length / 2)] ?? 0;
  const agree = seen.filter((lines) => Math.abs(lines - median) <= 1).length;
  return agree >= agreeShare * seen.length ? median : 0;
}

// How many black lines there are on a side; null when they end in the dark, so that nobody can tell.
function barLines({ width, height, data }: LumaFrame, side: (typeof sides)[number]): number | null {
  const across = side === 'top' || side === 'bottom';
  const [lines, length] = across ? [height, width] : [width, height];
  const backwards = side === 'bottom' || side === 'right';
  const value = (line: number, i: number): number => {
    const at = backwards ? lines - 1 - line : line;
    return across ? data[at * width + i]! : data[i * width + at]!;
  };
  const isBlack = (line: number): boolean => {
    let low = 255;
    let high = 0;
    for (let i = 0; i < length && high <= black; i++) {
      const now = value(line, i);
      low = Math.min(low, now);
      high = Math.max(high, now);
    }
    return high <= black && high - low <= even;
  };
  let bar = 0;
  while (bar < lines / 2 && isBlack(bar)) bar++;
  if (bar === 0) return 0;
  // The line at the edge may be a mixture.
  const behind = bar + 1;
  if (behind >= lines / 2) return null;
  let light = 0;
  for (let i = 0; i < length; i++) if (value(behind, i) >= value(bar - 1, i) + lighter) light++;
  return light >= lighterShare * length ? bar : null;
}
