import type { EpisodeTracks } from './build-tracks.ts';
import type { TrackType } from './track-type.ts';

/** Items of a track of an episode; null when it was not built, or failed. */
export function trackItems<Item>(tracks: EpisodeTracks | undefined, { id }: TrackType<Item>): readonly Item[] | null {
  const track = tracks?.tracks.get(id);
  return track !== undefined && 'items' in track ? (track.items as readonly Item[]) : null;
}
