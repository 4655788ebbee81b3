import { lookDistance } from './picture/look.ts';
import type { SignalOf } from './signal-item.ts';

/** Places of 64 that may differ between two encodings of one picture. */
const sameLook = 8;
/** Share of the moments that must look the same, at one shift between the episodes. */
const sameShare = 0.8;
/** Largest shift, moments: an opening that only one of them has. */
const furthest = 10;
/** Moments that must be there to compare, and as a share of the shorter episode's. */
const leastMoments = 6;
const leastCovered = 0.8;
/** One set-up looks the same in every episode: so many different looks, or sound that goes the same way, tell that it is the same one. */
const differentLooks = 6;
const sameSound = 0.9;

/** How much of the shorter episode is the same in the other, 0–1; null when they are not the same episode. */
export function sameContent(one: SignalOf<'content'>, other: SignalOf<'content'>): number | null {
  const [shorter, longer] = one.looks.length <= other.looks.length ? [one, other] : [other, one];
  if (shorter.looks.length < leastCovered * longer.looks.length) return null;
  let best = { share: 0, shift: 0 };
  for (let shift = -furthest; shift <= furthest; shift++) {
    const share = shareAt(shorter.looks, longer.looks, shift);
    if (share > best.share) best = { share, shift };
  }
  if (best.share < sameShare) return null;
  const various = variety(shorter.looks) >= differentLooks;
  return various || correlation(shorter.levels, longer.levels, best.shift) >= sameSound ? best.share : null;
}

function shareAt(shorter: readonly string[], longer: readonly string[], shift: number): number {
  let compared = 0;
  let same = 0;
  const told = shorter.filter((look) => look !== '').length;
  for (const [at, look] of shorter.entries()) {
    const there = longer[at + shift] ?? '';
    if (look === '' || there === '') continue;
    compared++;
    if (lookDistance(look, there) <= sameLook) same++;
  }
  return compared < Math.max(leastMoments, leastCovered * told) ? 0 : same / compared;
}

// How often the look changes to another one.
function variety(looks: readonly string[]): number {
  let last = '';
  let changes = 0;
  for (const look of looks) {
    if (look === '' || (last !== '' && lookDistance(last, look) <= 2 * sameLook)) continue;
    last = look;
    changes++;
  }
  return changes;
}

function correlation(shorter: readonly number[], longer: readonly number[], shift: number): number {
  const pairs = shorter.flatMap((level, at) => {
    const there = longer[at + shift];
    return there === undefined ? [] : [[level, there] as const];
  });
  if (pairs.length < leastMoments) return 0;
  const mean = (side: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [a, b] = [mean(0), mean(1)];
  let [aa, bb, ab] = [0, 0, 0];
  for (const [x, y] of pairs) {
    aa += (x - a) ** 2;
    bb += (y - b) ** 2;
    ab += (x - a) * (y - b);
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}
