import type { Evidence, Finding } from '../findings/finding.ts';
import { stillsTrack, type Still } from '../tracks/standard-tracks.ts';
import type { EpisodeTracks } from '../tracks/build-tracks.ts';
import { trackItems } from '../tracks/track-items.ts';

/** Pictures that a report shows: `evidence.path` → sha256 of the JPEG in the track store. */
export type EvidencePictures = Map<string, string>;

/** The still nearest to a time of an episode; null when it has none. */
export function nearestStill(tracks: EpisodeTracks | undefined, time: number): Still | null {
  return (trackItems(tracks, stillsTrack) ?? []).reduce<Still | null>(
    (best, each) => (best === null || Math.abs(each.time - time) < Math.abs(best.time - time) ? each : best),
    null,
  );
}

/** File name of a still of an episode. */
export function stillName(episode: number, { time }: Pick<Still, 'time'>): string {
  return `ep${String(episode).padStart(3, '0')}-${time.toFixed(2).padStart(7, '0')}.jpg`;
}

/** The still nearest to a time, as evidence; null when the episode has none. */
export function frameAt(
  episode: number,
  time: number,
  tracks: EpisodeTracks | undefined,
  pictures: EvidencePictures,
): Evidence | null {
  const still = nearestStill(tracks, time);
  if (still === null) return null;
  const path = `evidence/${stillName(episode, still)}`;
  pictures.set(path, still.sha256);
  return { kind: 'frame', path, sha256: still.sha256, time: still.time };
}

/** Further places of a finding that get a picture; a location may be seen in hundreds of shots. */
const mostFurther = 7;

/** Adds to each finding in an episode the frame nearest to its middle, and to the first of its further places theirs. */
export function withFrames(
  findings: readonly Omit<Finding, 'id'>[],
  tracks: ReadonlyMap<number, EpisodeTracks>,
  pictures: EvidencePictures,
): Omit<Finding, 'id'>[] {
  return findings.map((finding) => {
    const frames = [finding.at, ...(finding.also ?? []).slice(0, mostFurther)].flatMap((at) => {
      if (!('episode' in at)) return [];
      return frameAt(at.episode, (at.start + at.end) / 2, tracks.get(at.episode), pictures) ?? [];
    });
    return frames.length === 0 ? finding : { ...finding, evidence: [...frames, ...finding.evidence] };
  });
}
