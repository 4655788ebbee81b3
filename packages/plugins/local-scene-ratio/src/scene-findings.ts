import { duration, type FindingReport, type ScriptScene, type TimeRange } from '@shenpian/core';
import type { messages } from './messages.ts';
import type { PlacedEpisode, PlacedShot } from './placed-shot.ts';

/** A finding of this checker. */
export type SceneFinding = FindingReport<keyof typeof messages & string>;

/** Neighbouring shots of one scene; scene null where it is unknown. */
interface Run extends TimeRange {
  readonly shot: PlacedShot;
}

/** What is to be said about one episode, in order of time. `zone` is the zone's name. */
export function episodeFindings(placed: PlacedEpisode, zone: string): readonly SceneFinding[] {
  const { episode, shots, cues, aligned, matched } = placed;
  if (shots.length === 0) return [];
  if (!matched) {
    const messageId = cues === 0 ? 'noCues' : 'sceneNotAligned';
    return [
      {
        messageId,
        data: { episode: episode.number, cues, aligned },
        level: 'warning',
        at: { episode: episode.number, start: 0, end: shots.at(-1)!.end },
        identity: [String(episode.number)],
      },
    ];
  }
  const runs = runsOf(shots);
  const seen = new Set<ScriptScene>();
  return runs.flatMap((run, index) => {
    const at = { episode: episode.number, start: run.start, end: run.end };
    const { scene } = run.shot;
    if (!scene) return [unknownScene(at, run, runs[index - 1], runs[index + 1])];
    if (seen.has(scene)) return [];
    seen.add(scene);
    const seconds = secondsOf(shots.filter((shot) => shot.scene === scene));
    const finding = sceneFinding(scene, run.shot, seconds, zone);
    return finding ? [{ ...finding, at }] : [];
  });
}

/** One finding for every local location without photographs, at its first picture. `zone` is the zone's name. */
export function photoFindings(episodes: readonly PlacedEpisode[], zone: string): readonly SceneFinding[] {
  const shots = episodes.flatMap((placed) => placed.shots.map((shot) => ({ ...shot, episode: placed.episode.number })));
  const claimed = shots.filter(({ locality, location }) => locality === 'local' && location?.photos.length === 0);
  const locations = new Set(claimed.map(({ location }) => location!));
  return [...locations].map((location) => {
    const taken = claimed.filter((shot) => shot.location === location);
    const { episode, start, end } = taken[0]!;
    return {
      messageId: 'locationWithoutPhotos',
      data: { location: location.name, seconds: secondsOf(taken), zone },
      level: 'info',
      at: { episode, start, end },
      identity: [location.name],
    };
  });
}

function runsOf(shots: readonly PlacedShot[]): readonly Run[] {
  const runs: Run[] = [];
  for (const shot of shots) {
    const last = runs.at(-1);
    if (last && last.shot.scene === shot.scene) {
      runs[runs.length - 1] = { ...last, end: shot.end };
    } else {
      runs.push({ start: shot.start, end: shot.end, shot });
    }
  }
  return runs;
}

function unknownScene(
  at: SceneFinding['at'],
  run: Run,
  previous: Run | undefined,
  next: Run | undefined,
): SceneFinding {
  const before = previous?.shot.scene?.id ?? '—';
  const after = next?.shot.scene?.id ?? '—';
  return {
    messageId: 'unknownScene',
    data: { seconds: secondsOf([run]), before, after },
    level: 'info',
    at,
    identity: [before, after],
  };
}

// What is to be said about the place of a scene; null when it is known and local.
function sceneFinding(
  scene: ScriptScene,
  { location, locality, confidence }: PlacedShot,
  seconds: string,
  zone: string,
): Omit<SceneFinding, 'at'> | null {
  if (locality === 'local') return null;
  const place = scene.place ?? scene.heading;
  const common = { confidence, matched: scene.heading, identity: [scene.id, location?.name ?? place] };
  if (!location) {
    const data = { scene: scene.id, place, seconds };
    return { ...common, messageId: 'unknownLocation', data, level: 'warning' };
  }
  const district = location.district ?? '—';
  const data = { scene: scene.id, location: location.name, district, seconds, zone };
  return locality === null
    ? { ...common, messageId: 'unknownDistrict', data, level: 'warning' }
    : { ...common, messageId: 'nonLocalScene', data, level: 'info' };
}

function secondsOf(ranges: readonly TimeRange[]): string {
  return ranges.reduce((sum, range) => sum + duration(range), 0).toFixed(1);
}
