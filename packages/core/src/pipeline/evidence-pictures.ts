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

/** Adds to each finding in an episode the frame nearest to its middle. */
export function withFrames(
  findings: readonly Omit<Finding, 'id'>[],
  tracks: ReadonlyMap<number, EpisodeTracks>,
  pictures: EvidencePictures,
): Omit<Finding, 'id'>[] {
  return findings.map((finding) => {
    if (!('episode' in finding.at)) return finding;
    const { episode, start, end } = finding.at;
    const frame = frameAt(episode, (start + end) / 2, tracks.get(episode), pictures);
    return frame === null ? finding : { ...finding, evidence: [frame, ...finding.evidence] };
  });
}
