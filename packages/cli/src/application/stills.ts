import { formatTime, nearestStill, stillName, type BuiltSubmission, type TrackStore } from '@shenpian/core';
import type { ApplicationStill } from './application.ts';
import type { ShotList } from './shot-list.ts';
import { localityWord } from './wording.ts';

/** Pictures of one place, and of a summary. */
const ofPlace = 3;
const most = 12;

interface Moment {
  readonly episode: number;
  readonly time: number;
  readonly what: string;
}

/** Stills for a summary: of each place inside the zone its longest shots; without a list of shots, one of each episode. */
export async function chooseStills(
  { series, tracks }: BuiltSubmission,
  shots: ShotList | null,
  store: TrackStore,
): Promise<ApplicationStill[]> {
  const episodes = series?.episodes ?? [];
  const moments: readonly Moment[] =
    shots === null
      ? episodes.map(({ number, input }) => ({ episode: number, time: input.probe.videoSeconds * 0.3, what: '' }))
      : shots.places
          .filter(({ locality }) => locality !== 'elsewhere')
          .flatMap(({ name, locality, shots: own }) =>
            own
              .toSorted((a, b) => b.end - b.start - (a.end - a.start))
              .slice(0, ofPlace)
              .map(({ episode, start, end }) => ({
                episode,
                time: (start + end) / 2,
                what: `${name}（${localityWord(locality)}）`,
              })),
          );
  const stills: ApplicationStill[] = [];
  for (const { episode, time, what } of moments) {
    if (stills.length === most) break;
    const still = nearestStill(tracks.get(episode), time);
    const jpeg = still === null ? null : await store.bytes(still.sha256);
    const probe = episodes.find(({ number }) => number === episode)?.input.probe;
    if (still === null || jpeg === null || probe === undefined) continue;
    const path = `stills/${stillName(episode, still)}`;
    if (stills.some((other) => other.path === path)) continue;
    const caption = `${what} 第 ${episode} 集 ${formatTime(still.time)}`.trim();
    stills.push({ path, caption, jpeg: new Uint8Array(jpeg), width: probe.width, height: probe.height });
  }
  return stills;
}
