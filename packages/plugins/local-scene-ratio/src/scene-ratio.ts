import type { Fact, Series, TimeRange } from '@shenpian/core';
import type { Locality } from '@shenpian/plugin-place-evidence';
import { grouped } from './grouped.ts';
import type { LocalSceneRatioOptions } from './options.ts';
import type { PlacedEpisode } from './placed-shot.ts';
import type { ShotCluster } from './shot-cluster.ts';

/** Parts of a whole, in any unit, by what is known about their place. */
export interface Tally {
  readonly total: number;
  readonly local: number;
  readonly elsewhere: number;
}

/** Adds up parts by their locality; `unread` is a part whose place nobody can know. */
export function tallyOf(
  parts: Iterable<{ readonly size: number; readonly locality: Locality }>,
  unread: number,
): Tally {
  let [total, local, elsewhere] = [unread, 0, 0];
  for (const { size, locality } of parts) {
    total += size;
    if (locality === 'local') local += size;
    if (locality === 'elsewhere') elsewhere += size;
  }
  return { total, local, elsewhere };
}

/** Shots in the denominator: all, or those that do not lie within the titles at the episode's start or end. */
export function countedShots<Shot extends TimeRange>(
  shots: readonly Shot[],
  { denominator, titles }: LocalSceneRatioOptions,
): readonly Shot[] {
  if (denominator !== 'story-shots') return shots;
  const end = shots.at(-1)?.end ?? 0;
  return shots.filter((shot) => shot.end > titles.opening && shot.start < end - titles.closing);
}

/**
 * Probed seconds of the episodes that could not be read: they count with an unknown place, so that what was not seen never
 * makes the bounds tighter.
 */
export function unreadSeconds(series: Series, placed: readonly PlacedEpisode[]): number {
  const read = new Set(placed.map(({ episode }) => episode.number));
  return series.episodes
    .filter(({ number }) => !read.has(number))
    .reduce((sum, { input }) => sum + input.probe.videoSeconds, 0);
}

/**
 * What each cluster counts for, by id: its seconds, or its part of a scene that counts 1 (`scenes`) or its characters
 * (`pages`). A stretch that no scene explains is no scene and counts for nothing in those two.
 */
export function clusterWeights(
  clusters: readonly ShotCluster[],
  series: Series,
  { denominator }: LocalSceneRatioOptions,
): ReadonlyMap<string, number> {
  if (denominator === 'all-shots' || denominator === 'story-shots') {
    return new Map(clusters.map(({ id, seconds }) => [id, seconds]));
  }
  const weights = new Map<string, number>();
  for (const [scene, own] of grouped(clusters, ({ scriptScene }) => scriptScene)) {
    const seconds = own.reduce((sum, cluster) => sum + cluster.seconds, 0);
    const whole = scene === null ? 0 : denominator === 'scenes' ? 1 : charactersOf(series, scene.id);
    for (const { id, seconds: part } of own) weights.set(id, (whole * part) / seconds);
  }
  return weights;
}

/** Characters of a scene's lines without spaces: text files have no pages, and only the share matters. */
export function charactersOf({ scripts }: Series, scene: string): number {
  const lines = scripts.flatMap((script) => script.lines.filter((line) => line.scene === scene));
  return lines.reduce((sum, { text }) => sum + text.replaceAll(/\s/gu, '').length, 0);
}

/**
 * The share of local parts as hard bounds: `low` counts only what is known to be local, `high` all that is not known to be
 * elsewhere; `coverage` is the share whose place is known. Needs a total above 0.
 */
export function ratioFact({ total, local, elsewhere }: Tally): Fact {
  return {
    low: bounded(local / total),
    high: bounded(1 - elsewhere / total),
    coverage: bounded((local + elsewhere) / total),
  };
}

/** Seconds of local time as hard bounds, like {@link ratioFact}. */
export function localSecondsFact({ total, local, elsewhere }: Tally): Fact {
  return {
    low: exact(local),
    high: exact(Math.max(local, total - elsewhere)),
    coverage: bounded((local + elsewhere) / total),
  };
}

/** Seconds that the ratio is of. */
export function storySecondsFact({ total }: Tally): Fact {
  return { value: exact(total) };
}

// Sums of binary fractions: 0.6 must not come out as 0.5999999999999999.
function exact(value: number): number {
  return Number(value.toFixed(9));
}

/** A share kept within 0–1 and free of the noise of binary fractions. */
export function bounded(share: number): number {
  return Math.min(1, Math.max(0, exact(share)));
}
