import type { InkMask } from './ink.ts';

/** A strip has changed when more than this share of its ink left, or came. */
const changedShare = 0.5;
/** A strip with less ink than this share of a character's half square says nothing. */
const leastInk = 0.05;

/** Vertical strips of half a character: narrow enough that one changed character is two of them. */
export function stripWidth(glyph: number, step: number): number {
  return Math.max(4, Math.round(glyph / 2 / step));
}

/**
 * Compares ink strip by strip, both ways: ink of `before` that is not in `after`, and ink of `arrived` that was not in
 * `known`. Looking only at what left joins two lines on a still background.
 *
 * @returns 1 for each strip that changed, and the share of all ink of `before` that stayed, 0–1.
 */
export function compareInk(
  pair: { before: InkMask; after: InkMask; known: InkMask; arrived: InkMask },
  glyph: number,
): { readonly changed: Uint8Array; readonly stayed: number } {
  const { before, after, known, arrived } = pair;
  const { width, height, step } = before;
  const strip = stripWidth(glyph, step);
  const strips = Math.ceil(width / strip);
  const counts = { had: new Float64Array(strips), kept: new Float64Array(strips), came: new Float64Array(strips), old: new Float64Array(strips) };
  let had = 0;
  let kept = 0;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const was = before.data[i]!;
      const is = arrived.data[i]!;
      if (!(was | is)) continue;
      const at = (x / strip) | 0;
      const stays = was & after.data[i]!;
      counts.had[at]! += was;
      counts.kept[at]! += stays;
      counts.came[at]! += is;
      counts.old[at]! += is & known.data[i]!;
      had += was;
      kept += stays;
    }
  }
  const least = (leastInk * strip * glyph) / step;
  const changed = new Uint8Array(strips);
  for (let at = 0; at < strips; at++) {
    const left = counts.had[at]! > least && counts.kept[at]! < changedShare * counts.had[at]!;
    const came = counts.came[at]! > least && counts.old[at]! < changedShare * counts.came[at]!;
    if (left || came) changed[at] = 1;
  }
  return { changed, stayed: had === 0 ? 0 : kept / had };
}

/** Longest run of changed strips between two positions, in strips. */
export function longestRun(changed: Uint8Array, from = 0, to = changed.length): number {
  let longest = 0;
  let run = 0;
  for (let at = Math.max(0, from); at < Math.min(to, changed.length); at++) {
    run = changed[at] ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** How two settled masks differ, both ways. */
export function differenceOf(a: InkMask, b: InkMask, glyph: number): Uint8Array {
  return compareInk({ before: a, after: b, known: a, arrived: b }, glyph).changed;
}

