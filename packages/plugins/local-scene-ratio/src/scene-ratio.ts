import { duration, type Fact, type Series, type TimeRange } from '@shenpian/core';
import type { LocalSceneRatioOptions } from './options.ts';
import type { PlacedEpisode } from './placed-shot.ts';

/** Seconds of the counted shots of a series, by what is known about their place. */
export interface SceneSeconds {
  readonly total: number;
  readonly local: number;
  readonly elsewhere: number;
}

/**
 * Adds up the counted shots of all episodes. Episodes of the series that are not among `placed` count with their probed
 * length and an unknown place, so that what could not be read never makes the bounds tighter.
 */
export function sceneSeconds(
  series: Series,
  placed: readonly PlacedEpisode[],
  options: LocalSceneRatioOptions,
): SceneSeconds {
  let total = 0;
  let local = 0;
  let elsewhere = 0;
  for (const { shots } of placed) {
    for (const shot of countedShots(shots, options)) {
      const seconds = duration(shot);
      total += seconds;
      if (shot.locality === 'local') local += seconds;
      if (shot.locality === 'elsewhere') elsewhere += seconds;
    }
  }
  const read = new Set(placed.map(({ episode }) => episode.number));
  for (const { number, input } of series.episodes) {
    if (!read.has(number)) total += input.probe.videoSeconds;
  }
  return { total, local, elsewhere };
}

/** Shots in the denominator: all, or those that do not lie within the titles at the episode's start or end. */
export function countedShots<Shot extends TimeRange>(
  shots: readonly Shot[],
  { denominator, titles }: LocalSceneRatioOptions,
): readonly Shot[] {
  if (denominator === 'all-shots') return shots;
  const end = shots.at(-1)?.end ?? 0;
  return shots.filter((shot) => shot.end > titles.opening && shot.start < end - titles.closing);
}

/**
 * The share of local time as hard bounds: `low` counts only what is known to be local, `high` all that is not known to be
 * elsewhere; `coverage` is the share of time whose place is known. Needs a total above 0.
 */
export function ratioFact({ total, local, elsewhere }: SceneSeconds): Fact {
  return {
    low: bounded(local / total),
    high: bounded(1 - elsewhere / total),
    coverage: bounded((local + elsewhere) / total),
  };
}

/** Seconds of local time as hard bounds, like {@link ratioFact}. */
export function localSecondsFact({ total, local, elsewhere }: SceneSeconds): Fact {
  return {
    low: exact(local),
    high: exact(Math.max(local, total - elsewhere)),
    coverage: bounded((local + elsewhere) / total),
  };
}

/** Seconds that the ratio is of. */
export function storySecondsFact({ total }: SceneSeconds): Fact {
  return { value: exact(total) };
}

// Sums of binary fractions: 0.6 must not come out as 0.5999999999999999.
function exact(value: number): number {
  return Number(value.toFixed(9));
}

function bounded(share: number): number {
  return Math.min(1, Math.max(0, exact(share)));
}
