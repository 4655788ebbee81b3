import type { TimeRange } from '@shenpian/core';
import type { Locality } from '@shenpian/plugin-place-evidence';
import { footageOf, matchFootage, mayMatch, type Footage } from './footage-match.ts';

/** A shot with its place and its prints. */
export interface PrintedShot extends TimeRange {
  readonly episode: number;
  readonly locality: Locality;
  readonly scene: string;
  readonly prints: string;
}

/** One use of a piece of footage: the stretch of a shot that shows it. */
export interface FootageUse extends TimeRange {
  readonly episode: number;
  readonly shot: PrintedShot;
}

/**
 * Pieces of footage that are used more than once, each with its uses in the order of the film: the first, then what shows it
 * again. Graded, trimmed and mirrored footage is found; another take of the same set-up is not the same footage.
 */
export function repeatedFootage(shots: readonly PrintedShot[]): readonly (readonly FootageUse[])[] {
  const plain = shots.map(({ prints }) => footageOf(prints));
  const mirrored = shots.map(({ prints }) => footageOf(prints, true));
  // The first use that later ones are compared with, by shot.
  const groups = new Map<number, FootageUse[]>();
  const repeats = new Set<number>();
  for (const [first, shot] of shots.entries()) {
    if (repeats.has(first)) continue;
    for (let next = first + 1; next < shots.length; next++) {
      if (repeats.has(next)) continue;
      const match = sameFootage(plain[first]!, [plain[next]!, mirrored[next]!]);
      if (match === null) continue;
      const other = shots[next]!;
      repeats.add(next);
      const uses = groups.get(first) ?? [useOf(shot, match.a, match.seconds)];
      uses.push(useOf(other, match.b, match.seconds));
      groups.set(first, uses);
    }
  }
  return [...groups.values()];
}

function sameFootage(a: Footage, versions: readonly Footage[]) {
  for (const b of versions) {
    const match = mayMatch(a, b) ? matchFootage(a, b) : null;
    if (match !== null) return match;
  }
  return null;
}

const useOf = (shot: PrintedShot, from: number, seconds: number): FootageUse => ({
  episode: shot.episode,
  start: shot.start + from,
  end: Math.min(shot.end, shot.start + from + seconds),
  shot,
});
