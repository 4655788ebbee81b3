import { duration, formatTime, type Localized, type Location, type TimeRange } from '@shenpian/core';
import { localityOf } from '@shenpian/plugin-place-evidence';
import { grouped } from './grouped.ts';
import type { Zone } from './options.ts';
import type { PlacedEpisode } from './placed-shot.ts';
import type { SceneFinding } from './scene-findings.ts';
import type { AnsweredSurvey } from './survey.ts';

/** Scenes and episodes that a message names; the rest is a number. */
const mostNamed = 12;

interface EpisodeRange extends TimeRange {
  readonly episode: number;
}

/** Names of the table's locations that the film shows, the longest first. */
export function usedLocations(placed: readonly PlacedEpisode[]): readonly string[] {
  return uses(placed).map(({ name }) => name);
}

/**
 * One finding for every location that the film shows, at its first stretch and with all others: how long, in which scenes and
 * episodes. Its values are what the reporters of locations and routes work from.
 */
export function locationFindings(survey: AnsweredSurvey, zone: Zone): readonly SceneFinding[] {
  return uses(survey.placed).map(({ location, seconds, shots }) => {
    const { name, district, point, photos } = location;
    const [at, ...also] = stretchesOf(shots);
    const scenes = [...new Set(shots.map(({ scene }) => scene))];
    const episodes = [...new Set(shots.map(({ episode }) => String(episode)))];
    return {
      messageId: 'locationUsed',
      level: 'info',
      at: at!,
      also,
      identity: [name],
      data: {
        location: name,
        time: formatTime(seconds),
        shots: shots.length,
        scenes: named(scenes),
        episodes: named(episodes),
      },
      values: {
        location: name,
        side: localityOf(district, zone) ?? 'unknown',
        seconds: Number(seconds.toFixed(3)),
        shots: shots.length,
        scenes,
        photos: photos.length,
        ...supportOf(survey, name),
        ...(district === null ? {} : { district }),
        ...(point === null ? {} : { longitude: point[0], latitude: point[1] }),
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

interface UsedShot extends EpisodeRange {
  readonly scene: string;
}

interface Use {
  readonly name: string;
  readonly location: Location;
  readonly seconds: number;
  readonly shots: readonly UsedShot[];
}

function uses(placed: readonly PlacedEpisode[]): readonly Use[] {
  const shots = placed.flatMap(({ episode, shots }) =>
    shots.flatMap(({ start, end, scene, location }) =>
      location && scene ? [{ location, episode: episode.number, start, end, scene: scene.id }] : [],
    ),
  );
  return [...grouped(shots, ({ location }) => location.name)]
    .map(([name, own]) => ({
      name,
      location: own[0]!.location,
      shots: own,
      seconds: own.reduce((sum, shot) => sum + duration(shot), 0),
    }))
    .toSorted((a, b) => b.seconds - a.seconds);
}

/** Seconds of a location's shots that a photo of it proves, and that people placed inside or outside. */
function supportOf({ clusters, answers, ties }: AnsweredSurvey, name: string) {
  const proven = new Map(
    ties
      .filter(({ cluster, location }) => location.name === name && cluster.claimed?.name === name)
      .map(({ episode, match }) => [`${episode} ${match.start}`, duration(match)]),
  );
  const answered = (answer: 'local' | 'elsewhere'): number =>
    clusters
      .filter(({ id, claimed }) => claimed?.name === name && answers.get(id)?.answer === answer)
      .reduce((sum, { seconds }) => sum + seconds, 0);
  const rounded = (seconds: number): number => Number(seconds.toFixed(3));
  return {
    provenSeconds: rounded([...proven.values()].reduce((sum, seconds) => sum + seconds, 0)),
    answeredLocalSeconds: rounded(answered('local')),
    answeredElsewhereSeconds: rounded(answered('elsewhere')),
  };
}

/** Neighbouring shots of one scene as one stretch. */
function stretchesOf(shots: readonly UsedShot[]): readonly EpisodeRange[] {
  const stretches: UsedShot[] = [];
  for (const shot of shots) {
    const last = stretches.at(-1);
    if (last?.episode === shot.episode && last.scene === shot.scene && last.end === shot.start) {
      stretches[stretches.length - 1] = { ...last, end: shot.end };
    } else {
      stretches.push(shot);
    }
  }
  return stretches.map(({ episode, start, end }) => ({ episode, start, end }));
}

function named(ids: readonly string[]): Localized {
  const shown = ids.slice(0, mostNamed);
  const more = ids.length > shown.length ? ` … (${ids.length})` : '';
  return { 'zh-CN': `${shown.join('、')}${more}`, en: `${shown.join(', ')}${more}` };
}
