import { duration, formatTime, type FindingReport, type TimeRange } from '@shenpian/core';
import type { Locality } from '@shenpian/plugin-place-evidence';
import { repeatedFootage, type FootageUse } from './footage-uses.ts';
import { grouped } from './grouped.ts';
import type { ShotMovement } from './movement.ts';
import type { paddedMessages } from './padded-messages.ts';
import { localityOfCluster, type AnsweredSurvey } from './survey.ts';

type PaddedFinding = FindingReport<keyof typeof paddedMessages>;
type EpisodeRange = TimeRange & { readonly episode: number };

/** A shot of the film with its place and how its picture moves. */
export interface MovingShot extends ShotMovement {
  readonly episode: number;
  readonly scene: string;
  readonly locality: Locality;
}

/** What was found, and how much of the local time it makes. */
interface Padding {
  readonly findings: readonly PaddedFinding[];
  readonly seconds: number;
}

const total = (ranges: readonly TimeRange[]): number => ranges.reduce((sum, range) => sum + duration(range), 0);
const placeOf = ({ episode, start, end }: EpisodeRange): EpisodeRange => ({ episode, start, end });

/** Footage that is used again: within the local time, at the beginnings of episodes, and on both sides of the zone's boundary. */
export function footageFindings(
  shots: readonly MovingShot[],
  { zone, openingSeconds }: { readonly zone: string; readonly openingSeconds: number },
): Padding {
  const findings: PaddedFinding[] = [];
  const openings: FootageUse[] = [];
  let seconds = 0;
  for (const uses of repeatedFootage(shots.filter(({ locality }) => locality !== null))) {
    const [first, ...again] = uses as [FootageUse, ...FootageUse[]];
    const other = again.find(({ shot }) => shot.locality !== first.shot.locality);
    if (other) findings.push(bothSides(first, other, zone));
    const local = again.filter(({ shot }) => shot.locality === 'local');
    seconds += total(local);
    const opening = local.filter((use) => isOpening(use, uses, openingSeconds));
    openings.push(...opening);
    const reused = local.filter((use) => !opening.includes(use));
    if (reused.length > 0) findings.push(reusedFinding(first, reused, uses, zone));
  }
  if (openings.length > 0) findings.push(openingFinding(openings, zone));
  return { findings, seconds };
}

// Titles and recaps show at the start of an episode what the one before showed.
function isOpening({ episode, start }: FootageUse, uses: readonly FootageUse[], openingSeconds: number): boolean {
  return start < openingSeconds && uses.some((use) => use.episode === episode - 1);
}

function reusedFinding(
  first: FootageUse,
  reused: readonly FootageUse[],
  uses: readonly FootageUse[],
  zone: string,
): PaddedFinding {
  const [shown, ...more] = reused as [FootageUse, ...FootageUse[]];
  return {
    messageId: 'footageReused',
    level: 'warning',
    at: placeOf(shown),
    also: [placeOf(first), ...more.map(placeOf)],
    identity: [first.shot.scene, shown.shot.scene],
    data: {
      episode: first.episode,
      time: formatTime(first.start),
      count: uses.length,
      seconds: total(reused).toFixed(1),
      zone,
    },
  };
}

function bothSides(first: FootageUse, other: FootageUse, zone: string): PaddedFinding {
  return {
    messageId: 'footageOnBothSides',
    level: 'warning',
    at: placeOf(other),
    also: [placeOf(first)],
    identity: [other.shot.scene, first.shot.scene],
    data: {
      scene: other.shot.scene,
      other: first.shot.scene,
      episode: first.episode,
      time: formatTime(first.start),
      zone,
    },
  };
}

function openingFinding(openings: readonly FootageUse[], zone: string): PaddedFinding {
  const [first, ...others] = openings.toSorted((a, b) => a.episode - b.episode || a.start - b.start);
  return {
    messageId: 'openingReused',
    level: 'info',
    at: placeOf(first!),
    also: others.map(placeOf),
    identity: [],
    data: { count: openings.length, seconds: total(openings).toFixed(1), zone },
  };
}

/** Pictures of the local time that stand still, as one finding at the longest. */
export function stillFindings(local: readonly MovingShot[], localSeconds: number, zone: string): Padding {
  const runs = local.flatMap(({ episode, still }) => still.map((run) => ({ episode, ...run })));
  if (runs.length === 0) return { findings: [], seconds: 0 };
  const [longest, ...others] = runs.toSorted((a, b) => duration(b) - duration(a));
  const seconds = total(runs);
  const share = `${((100 * seconds) / localSeconds).toFixed(1)} %`;
  const data = { count: runs.length, seconds: seconds.toFixed(1), share, zone };
  const at = placeOf(longest!);
  return {
    findings: [{ messageId: 'stillPicture', level: 'info', at, also: others.map(placeOf), identity: [], data }],
    seconds,
  };
}

/** Shots of the local time that were slowed by repeated or blended pictures, as one finding at the longest. */
export function slowedFindings(local: readonly MovingShot[], zone: string): Padding {
  const slowed = local.filter((shot) => shot.slowed > 1);
  if (slowed.length === 0) return { findings: [], seconds: 0 };
  const [longest, ...others] = slowed.toSorted((a, b) => duration(b) - duration(a));
  const seconds = total(slowed);
  const real = slowed.reduce((sum, shot) => sum + duration(shot) / shot.slowed, 0);
  const data = { count: slowed.length, seconds: seconds.toFixed(1), real: real.toFixed(1), zone };
  const at = placeOf(longest!);
  return {
    findings: [{ messageId: 'slowedFootage', level: 'info', at, also: others.map(placeOf), identity: [], data }],
    seconds,
  };
}

/** A proven exterior is told apart from what follows when it is this part of the scene at most: we chose it. */
const mostEstablishing = 0.25;

/**
 * Interiors claimed local of which only the beginning is proven by a photo. Says nothing of scenes without any proof (no match
 * proves nothing), of exteriors, nor of what people answered.
 */
export function establishedFindings({ placed, clusters, answers, ties }: AnsweredSurvey): readonly PaddedFinding[] {
  return placed.flatMap(({ episode, shots }) =>
    [...grouped(shots, ({ scene }) => scene)].flatMap(([scene, own]): PaddedFinding[] => {
      const [first] = own;
      if (scene === null || scene.setting === 'exterior' || !first?.location || first.locality !== 'local') return [];
      const inScene = clusters.filter(({ scriptScene }) => scriptScene === scene);
      if (
        inScene.some((cluster) => answers.has(cluster.id)) ||
        inScene.some((cluster) => localityOfCluster(cluster, answers, 'table') !== 'local')
      )
        return [];
      const tie = (shot: TimeRange) =>
        ties.find(
          ({ episode: number, match, location }) =>
            number === episode.number && location === first.location && match.start === shot.start,
        );
      const proof = tie(first);
      if (proof === undefined) return [];
      const open = own.findIndex((shot) => tie(shot) === undefined);
      if (open < 0) return [];
      const [proven, rest] = [own.slice(0, open), own.slice(open)];
      if (rest.some((shot) => tie(shot)) || total(proven) > mostEstablishing * total(own)) return [];
      const { photo } = proof.match;
      return [
        {
          messageId: 'establishedOnly',
          level: 'info',
          at: { episode: episode.number, start: first.start, end: proven.at(-1)!.end },
          also: [{ episode: episode.number, start: rest[0]!.start, end: rest.at(-1)!.end }],
          evidence: [{ kind: 'document', ...photo }],
          identity: [scene.heading, first.location.name],
          data: {
            scene: scene.heading,
            location: first.location.name,
            photo: photo.path,
            seconds: total(proven).toFixed(1),
            rest: total(rest).toFixed(1),
          },
        },
      ];
    }),
  );
}
