import { likeness } from './comparison.ts';

/** A run of `count` texts from `first` on. */
export interface Run {
  readonly first: number;
  readonly count: number;
}

/** Texts of one side that stand for texts of the other. */
export interface AlignedRuns {
  readonly shown: Run;
  readonly spoken: Run;
  /** 0–1, of the joined texts. */
  readonly likeness: number;
}

/** Texts are one and the same line from this likeness on: half of its characters may have been changed on set. */
const leastLikeness = 0.5;
/** As many texts of one side, at most, belong to texts of the other. */
const mostShown = 4;
const mostSpoken = 6;
/** Two runs of several texts each, cut at different places, are at most this long together. */
const mostBoth = 5;

/**
 * Pairs two sequences of comparable texts in order: the pairing that keeps both orders and shares most characters. A text may be
 * split into several on the other side. Texts that nothing resembles are in no pair. Time grows with the product of the lengths.
 */
export function alignRuns(shown: readonly string[], spoken: readonly string[]): AlignedRuns[] {
  const columns = spoken.length + 1;
  // best[i][j] is the most that the texts from i on and from j on can share.
  const best = new Float64Array((shown.length + 1) * columns);
  const chosen = new Map<number, AlignedRuns>();
  for (let i = shown.length - 1; i >= 0; i--) {
    for (let j = spoken.length - 1; j >= 0; j--) {
      const here = i * columns + j;
      best[here] = Math.max(best[here + 1]!, best[here + columns]!);
      for (const pair of pairsAt(shown, spoken, i, j)) {
        const length = joined(shown, pair.shown).length;
        const rest = best[(i + pair.shown.count) * columns + j + pair.spoken.count]!;
        // Less than the likeness, so that two exact pairs beat one loose pair of the same texts.
        const value = length * (pair.likeness - leastLikeness / 2) + rest;
        if (value <= best[here]) continue;
        best[here] = value;
        chosen.set(here, pair);
      }
    }
  }
  const path: AlignedRuns[] = [];
  for (let i = 0, j = 0; i < shown.length && j < spoken.length;) {
    const here = i * columns + j;
    const pair = chosen.get(here);
    if (pair) path.push(pair);
    const skipsSpoken = best[here] === best[here + 1];
    i += pair?.shown.count ?? (skipsSpoken ? 0 : 1);
    j += pair?.spoken.count ?? (skipsSpoken ? 1 : 0);
  }
  return path;
}

function* pairsAt(shown: readonly string[], spoken: readonly string[], i: number, j: number): Generator<AlignedRuns> {
  let left = '';
  for (let a = 1; a <= mostShown && i + a <= shown.length; a++) {
    left += shown[i + a - 1]!;
    let right = '';
    for (let b = 1; b <= (a === 1 ? mostSpoken : mostBoth - a) && j + b <= spoken.length; b++) {
      right += spoken[j + b - 1]!;
      const shorter = Math.min(left.length, right.length);
      if (shorter < leastLikeness * Math.max(left.length, right.length)) continue;
      const alike = likeness(left, right);
      if (alike >= leastLikeness) {
        yield { shown: { first: i, count: a }, spoken: { first: j, count: b }, likeness: alike };
      }
    }
  }
}

const joined = (texts: readonly string[], { first, count }: Run): string => texts.slice(first, first + count).join('');
