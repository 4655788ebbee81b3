import type { Evidence, Finding } from '../findings/finding.ts';
import type { Still } from '../tracks/standard-tracks.ts';
import type { EpisodeTracks } from '../tracks/build-tracks.ts';

/** Pictures that a report shows: `evidence.path` → sha256 of the JPEG in the track store. */
export type EvidencePictures = Map<string, string>;

function stillsOf(tracks: EpisodeTracks | undefined): readonly Still[] {
  const built = tracks?.tracks.get('stills');
  return built !== undefined && 'items' in built ? (built.items as readonly Still[]) : [];
}

/** The still nearest to a time; null when the episode has none. */
export function frameAt(
  episode: number,
  time: number,
  tracks: EpisodeTracks | undefined,
  pictures: EvidencePictures,
): Evidence | null {
  const still = stillsOf(tracks).reduce<Still | null>(
    (best, each) => (best === null || Math.abs(each.time - time) < Math.abs(best.time - time) ? each : best),
    null,
  );
  if (still === null) return null;
  const path = `evidence/ep${String(episode).padStart(3, '0')}-${still.time.toFixed(2).padStart(7, '0')}.jpg`;
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
