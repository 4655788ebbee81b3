import type { Box, Cue, TimeRange } from '@shenpian/core';

/** Margins left and right (`x`) and above and below (`y`), as fractions of the picture. */
export interface SafeArea {
  readonly x: number;
  readonly y: number;
}

/** Lines one after the other that reach out of the safe area. */
export interface Outside extends TimeRange {
  readonly cues: readonly Cue[];
  /** How far the worst of them reaches out, as a fraction of the picture's width or height. */
  readonly by: number;
}

/** The box of a reading is drawn a little around the letters: less than this is no finding, a fraction of the picture. */
const slack = 0.005;

function reach({ x, y, width, height }: Box, area: SafeArea): number {
  return Math.max(area.x - x, x + width - (1 - area.x), area.y - y, y + height - (1 - area.y));
}

/** Stretches of burned-in lines that reach out of the safe area: a row that lies too low is one, not one a line. */
export function outsideOf(cues: readonly Cue[], area: SafeArea): Outside[] {
  const found: Outside[] = [];
  let open = false;
  for (const cue of cues) {
    const by = reach(cue.box, area);
    const outside = by > slack;
    const last = found.at(-1);
    if (outside && open && last) {
      found[found.length - 1] = {
        start: last.start,
        end: Math.max(last.end, cue.end),
        cues: [...last.cues, cue],
        by: Math.max(last.by, by),
      };
    } else if (outside) {
      found.push({ start: cue.start, end: cue.end, cues: [cue], by });
    }
    open = outside;
  }
  return found;
}
