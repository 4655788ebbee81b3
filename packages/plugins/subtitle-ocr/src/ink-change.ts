import { inkWords, type InkMask } from './ink.ts';

/** A strip has changed when less than this share of its ink is old; 今 after 昨 keeps half, an unchanged strip over 0.9. */
const keptShare = 0.65;
/** A strip that keeps less than this has changed twice as much: 二 after 一 changes only one strip, but wholly. */
const goneShare = 0.25;
/** Half a character was replaced when less than the first share is old one way, and less than the second the other way. */
const replacedShare = 0.6;
const keptElse = 0.8;
/** Where the rest of the line keeps this much both ways, nothing moves behind it, and less of a difference tells: 怪 after 恨 keeps 0.62 and 0.67. */
const quiet = 0.9;
const replacedShareQuiet = 0.72;
const keptElseQuiet = 0.85;
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
 * @returns for each strip 0, 1 (changed) or 2 (wholly); for each strip and those half a strip further on, whether ink both left
 * and came there; and the share of all ink of `before` that stayed, 0–1.
 */
export function compareInk(
  pair: { before: InkMask; after: InkMask; known: InkMask; arrived: InkMask },
  glyph: number,
): { readonly changed: Uint8Array; readonly replaced: readonly boolean[]; readonly stayed: number } {
  const { before, after, known, arrived } = pair;
  const { width, height, step } = before;
  const strip = stripWidth(glyph, step);
  const strips = Math.ceil(width / strip);
  const half = strip / 2;
  const counts = {
    had: new Float64Array(2 * strips + 1),
    kept: new Float64Array(2 * strips + 1),
    came: new Float64Array(2 * strips + 1),
    old: new Float64Array(2 * strips + 1),
  };
  let had = 0;
  let kept = 0;
  const [wasWords, isWords] = [inkWords(before), inkWords(arrived)];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if ((i & 3) === 0 && x + 4 <= width && (wasWords[i >> 2]! | isWords[i >> 2]!) === 0) {
        x += 3;
        i += 3;
        continue;
      }
      const was = before.data[i]!;
      const is = arrived.data[i]!;
      if (!(was | is)) continue;
      const at = (x / half) | 0;
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
  const shares: { readonly left: number; readonly came: number }[] = [];
  const shareOf = (part: Float64Array, all: Float64Array, from: number): number => {
    const whole = all[from]! + all[from + 1]!;
    return whole > least ? (part[from]! + part[from + 1]!) / whole : 1;
  };
  for (let from = 0; from < 2 * strips; from++) {
    const left = shareOf(counts.kept, counts.had, from);
    const came = shareOf(counts.old, counts.came, from);
    shares.push({ left, came });
    if (from % 2 === 1) continue;
    const old = Math.min(left, came);
    changed[from / 2] = old < goneShare ? 2 : old < keptShare ? 1 : 0;
  }
  return { changed, replaced: replacedStrips(shares), stayed: had === 0 ? 0 : kept / had };
}

/** Strips where ink both left and came. `left` and `came` are the shares of each that stayed, and that was there before. */
function replacedStrips(shares: readonly { readonly left: number; readonly came: number }[]): boolean[] {
  const least = shares.map(({ left, came }) => Math.min(left, came));
  const poorest = least.indexOf(Math.min(...least));
  // A character is four half-strips wide.
  const still = least.every((share, at) => share >= quiet || Math.abs(at - poorest) <= 3);
  const [one, other] = still ? [replacedShareQuiet, keptElseQuiet] : [replacedShare, keptElse];
  return shares.map(({ left, came }) => Math.min(left, came) < one && Math.max(left, came) < other);
}

/** Largest run of changed strips that touches the strips `from` (inclusive) to `to` (exclusive); wholly changed ones count twice. */
export function longestRun(changed: Uint8Array, from = 0, to = changed.length): number {
  let longest = 0;
  let run = 0;
  let touches = false;
  for (let at = 0; at < changed.length; at++) {
    run = changed[at]! > 0 ? run + changed[at]! : 0;
    touches = run > 0 && (touches || (at >= from && at < to));
    if (touches) longest = Math.max(longest, run);
  }
  return longest;
}

/** How two settled masks differ, both ways: for each strip 0, 1 (changed, or half of it replaced) or 2 (wholly). */
export function differenceOf(a: InkMask, b: InkMask, glyph: number): Uint8Array {
  const { changed, replaced } = compareInk({ before: a, after: b, known: a, arrived: b }, glyph);
  return changed.map((change, at) => Math.max(change, Number(replaced[2 * at]! || replaced[2 * at + 1]!)));
}
