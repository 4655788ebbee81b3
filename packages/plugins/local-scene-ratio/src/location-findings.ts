import { duration, formatTime, type Localized } from '@shenpian/core';
import { localityOf } from '@shenpian/plugin-place-evidence';
import { grouped } from './grouped.ts';
import type { Zone } from './options.ts';
import type { PlacedEpisode } from './placed-shot.ts';
import type { SceneFinding } from './scene-findings.ts';
import type { AnsweredSurvey } from './survey.ts';

/** Scenes and episodes that a message names; the rest is a number. */
const mostNamed = 12;

/** Names of the table's locations that the film shows, the longest first. */
export function usedLocations(placed: readonly PlacedEpisode[]): readonly string[] {
  return uses(placed).map(({ name }) => name);
}

/** One finding for every location that the film shows, at its first picture: how long, in which scenes and episodes. */
export function locationFindings(placed: readonly PlacedEpisode[]): readonly SceneFinding[] {
  return uses(placed).map(({ name, seconds, shots }) => {
    const { episode, start, end } = shots[0]!;
    return {
      messageId: 'locationUsed',
      level: 'info',
      at: { episode, start, end },
      identity: [name],
      data: {
        location: name,
        time: formatTime(seconds),
        shots: shots.length,
        scenes: named(new Set(shots.map(({ scene }) => scene))),
        episodes: named(new Set(shots.map((shot) => String(shot.episode)))),
      },
    };
  });
}

/** One finding for every group of shots that a person placed elsewhere although the table calls it local. */
export function contradictionFindings({ clusters, answers }: AnsweredSurvey, zone: string): readonly SceneFinding[] {
  return clusters.flatMap(({ id, scene, subject, claimed, locality, shots, seconds }): SceneFinding[] => {
    const answer = answers.get(id);
    if (answer?.answer !== 'elsewhere' || locality !== 'local' || claimed === null) return [];
    const { episode, start, end } = shots[0]!;
    return [
      {
        messageId: 'answerContradictsTable',
        level: 'warning',
        at: { episode, start, end },
        matched: scene,
        identity: [subject.scene, claimed.name, subject.look ?? ''],
        data: { scene, location: claimed.name, seconds: seconds.toFixed(1), by: answer.by, zone },
      },
    ];
  });
}

/** One finding for every cluster and location whose photo shows another place than the table says, where that changes the side. */
export function photoContradictionFindings({ ties }: AnsweredSurvey, zone: Zone): readonly SceneFinding[] {
  const seen = new Map<string, SceneFinding>();
  for (const { cluster, location, episode, match } of ties) {
    const { claimed, locality, scene, subject } = cluster;
    const shown = localityOf(location.district, zone);
    if (claimed === null || locality === null || shown === null || shown === locality) continue;
    const key = `${cluster.id} ${location.name}`;
    if (seen.has(key)) continue;
    const { start, end, photo } = match;
    seen.set(key, {
      messageId: 'photoContradictsTable',
      level: 'warning',
      at: { episode, start, end },
      matched: scene,
      evidence: [{ kind: 'document', ...photo }],
      identity: [subject.scene, claimed.name, location.name],
      data: { scene, shown: location.name, photo: photo.path, location: claimed.name, zone: zone.name },
    });
  }
  return [...seen.values()];
}

interface Use {
  readonly name: string;
  readonly seconds: number;
  readonly shots: readonly {
    readonly episode: number;
    readonly start: number;
    readonly end: number;
    readonly scene: string;
  }[];
}

function uses(placed: readonly PlacedEpisode[]): readonly Use[] {
  const shots = placed.flatMap(({ episode, shots }) =>
    shots.flatMap(({ start, end, scene, location }) =>
      location && scene ? [{ location, episode: episode.number, start, end, scene: scene.id }] : [],
    ),
  );
  return [...grouped(shots, ({ location }) => location.name)]
    .map(([name, own]) => ({ name, shots: own, seconds: own.reduce((sum, shot) => sum + duration(shot), 0) }))
    .toSorted((a, b) => b.seconds - a.seconds);
}

function named(ids: ReadonlySet<string>): Localized {
  const shown = [...ids].slice(0, mostNamed);
  const more = ids.size > shown.length ? ` … (${ids.size})` : '';
  return { 'zh-CN': `${shown.join('、')}${more}`, en: `${shown.join(', ')}${more}` };
}
