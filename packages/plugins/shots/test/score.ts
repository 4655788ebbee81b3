import type { Boundary } from '../src/boundary.ts';
import type { Truth } from './moving-pictures.ts';

/** How found boundaries compare with the truth. */
export interface Score {
  readonly cuts: number;
  readonly cutsFound: number;
  readonly graduals: number;
  readonly gradualsFound: number;
  /** Frames of found boundaries that are none. */
  readonly wrong: readonly number[];
  readonly wrongCuts: readonly number[];
  readonly missed: readonly number[];
}

/** A cut counts when found within one frame, a gradual when a boundary lies in it or at most 2 frames outside. */
export function scoreBoundaries(found: readonly Boundary[], truth: Truth): Score {
  const used = new Set<Boundary>();
  const take = (fits: (boundary: Boundary) => boolean): boolean => {
    const match = found.find((boundary) => !used.has(boundary) && fits(boundary));
    if (match) used.add(match);
    return match !== undefined;
  };
  const missed = truth.cuts.filter((cut) => !take(({ frame }) => Math.abs(frame - cut) <= 1));
  const gradualsMissed = truth.graduals.filter(
    ({ first, last }) => !take(({ frame }) => frame >= first - 2 && frame <= last + 2),
  );
  const wrong = found.filter((boundary) => !used.has(boundary));
  return {
    cuts: truth.cuts.length,
    cutsFound: truth.cuts.length - missed.length,
    graduals: truth.graduals.length,
    gradualsFound: truth.graduals.length - gradualsMissed.length,
    wrong: wrong.map(({ frame }) => frame),
    wrongCuts: wrong.filter(({ transition }) => transition === 'cut').map(({ frame }) => frame),
    missed: [...missed, ...gradualsMissed.map(({ first }) => first)],
  };
}
