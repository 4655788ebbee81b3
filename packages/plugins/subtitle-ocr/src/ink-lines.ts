import type { Picture } from '@shenpian/core';
import type { PixelBox } from './crop.ts';
import { inkOf } from './ink.ts';

/**
 * Finds lines of bright text by rows that hold ink, without a network: for the engine that cannot find lines on a
 * photograph by itself. Boxes in px, top to bottom, trimmed to the widest run of ink with half a character around it.
 */
export function inkLines(picture: Picture, glyph: number): PixelBox[] {
  const ink = inkOf(picture, glyph);
  const unit = glyph / ink.step;
  const rows = new Float64Array(ink.height);
  for (let y = 0; y < ink.height; y++) for (let x = 0; x < ink.width; x++) rows[y]! += ink.data[y * ink.width + x]!;
  // A row of a line of one character has at least a stroke of ink.
  const runs = runsOf(rows, unit / 8, unit / 4).filter(
    (run) => run.to - run.from > unit / 2 && run.to - run.from < unit * 2,
  );
  return runs.flatMap(({ from, to }) => {
    const columns = new Float64Array(ink.width);
    for (let y = from; y < to; y++) for (let x = 0; x < ink.width; x++) columns[x]! += ink.data[y * ink.width + x]!;
    // A full-width comma leaves a gap of up to two characters.
    const words = runsOf(columns, unit / 16, unit * 2.2);
    const widest = words.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
    if (!widest) return [];
    const margin = glyph / 2;
    const x = Math.max(0, widest.from * ink.step - margin);
    const y = Math.max(0, from * ink.step - margin / 2);
    return [
      {
        x,
        y,
        width: Math.min(picture.width, widest.to * ink.step + margin) - x,
        height: Math.min(picture.height, to * ink.step + margin / 2) - y,
      },
    ];
  });
}

/** Stretches where a profile is at least `least`, joined over gaps shorter than `gap`. */
function runsOf(profile: Float64Array, least: number, gap: number): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  profile.forEach((value, at) => {
    if (value < least) return;
    const last = runs.at(-1);
    if (last && at - last.to < gap) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  });
  return runs;
}
