import type { BuiltSubmission, Decision } from '@shenpian/core';
import {
  localityOfCluster,
  withAnswers,
  type CountedCluster,
  type LocalSceneRatioOptions,
} from '@shenpian/plugin-local-scene-ratio';
import type { Locality } from '@shenpian/plugin-place-evidence';
import { surveyOf } from '../label/label-session.ts';

/** A shot with where it was taken, as far as it is known. */
export interface ListedShot {
  readonly episode: number;
  /** Seconds. */
  readonly start: number;
  readonly end: number;
  readonly scene: string;
  readonly place: string | null;
  readonly district: string | null;
  readonly locality: Locality;
  /** Whether a person said so; else it rests on drama.yaml. */
  readonly answered: boolean;
}

/** A place with its shots. */
export interface ListedPlace {
  readonly name: string;
  readonly district: string | null;
  readonly locality: Locality;
  readonly shots: readonly ListedShot[];
  readonly seconds: number;
  readonly photos: number;
}

/** All counted shots of a series, in order, and by place. */
export interface ShotList {
  readonly shots: readonly ListedShot[];
  readonly places: readonly ListedPlace[];
  /** Seconds of all shots. */
  readonly seconds: number;
}

/** Lists the shots of a built submission; null when it has none. */
export function listShots(
  built: BuiltSubmission,
  decisions: readonly Decision[],
  options: LocalSceneRatioOptions,
): ShotList | null {
  const surveyed = surveyOf(built, options);
  if (surveyed === null || built.series === null) return null;
  const survey = withAnswers(surveyed, decisions);
  const shots = survey.clusters
    .flatMap((cluster) =>
      shotsOf(cluster, localityOfCluster(cluster, survey.answers, options.basis), survey.answers.has(cluster.id)),
    )
    .toSorted((a, b) => a.episode - b.episode || a.start - b.start);
  const places = built.series.locations
    .map(({ name, district, photos }): ListedPlace => {
      const own = shots.filter(({ place }) => place === name);
      const localities = new Set(own.map(({ locality }) => locality));
      return {
        name,
        district,
        locality: localities.size === 1 ? own[0]!.locality : null,
        shots: own,
        seconds: secondsOf(own),
        photos: photos.length,
      };
    })
    .toSorted((a, b) => b.seconds - a.seconds);
  return { shots, places, seconds: secondsOf(shots) };
}

function shotsOf(cluster: CountedCluster, locality: Locality, answered: boolean): ListedShot[] {
  return cluster.shots.map(({ episode, start, end }) => ({
    episode,
    start,
    end,
    scene: cluster.scriptScene?.heading ?? '',
    place: cluster.claimed?.name ?? null,
    district: cluster.claimed?.district ?? null,
    locality,
    answered,
  }));
}

/** Seconds that shots last together. */
export function secondsOf(shots: readonly ListedShot[]): number {
  return shots.reduce((sum, { start, end }) => sum + end - start, 0);
}
