import { basename } from 'node:path';
import { hashFile } from '../ingest/hash-file.ts';
import { openVideo, type OpenedVideo } from '../ingest/open-video.ts';
import type { DecodeRecord } from '../media/decode.ts';
import { buildTracks, type BuildSettings } from '../tracks/build-tracks.ts';
import { planTracks } from '../tracks/plan-tracks.ts';
import type { TrackType } from '../tracks/track-type.ts';
import type { VideoInput } from '../work/input.ts';
import type { Episode, Vocabulary } from '../work/series.ts';
import type { Registry } from './registry.ts';

/** A track of a single file outside any submission. */
export interface FileTrack<Item> {
  readonly episode: Episode;
  readonly items: readonly Item[];
  /** null only when no decode was ever needed. */
  readonly decode: DecodeRecord | null;
}

/**
 * Builds one track of one video file.
 *
 * @param file its path, or the file as `openVideo` saw it
 * @throws SubmissionError when the file cannot be read, is empty or is no video; what the track itself threw.
 */
export async function readTrack<Item>(
  file: string | OpenedVideo,
  type: TrackType<Item>,
  { provided }: Pick<Registry, 'provided'>,
  settings: Omit<BuildSettings, 'progress'> & {
    /** Words that may be said in the file. */
    readonly vocabulary?: Vocabulary;
    /** Seconds of picture decoded, of so many. */
    readonly progress?: (seconds: number, total: number) => void;
  },
): Promise<FileTrack<Item>> {
  const video = typeof file === 'string' ? await openVideo(file) : file;
  const input: VideoInput = { ...(await hashFile(video)), probe: video.probe };
  const { vocabulary } = settings;
  const episode: Episode = {
    number: 1,
    title: basename(video.path),
    input,
    subtitles: null,
    ...(vocabulary === undefined ? {} : { vocabulary }),
  };
  const tracks = planTracks(provided, [{ id: type.id, reader: 'command' }]);
  const built = await buildTracks(episode, tracks, {
    ...settings,
    progress: (seconds) => settings.progress?.(seconds, video.probe.videoSeconds),
  });
  const track = built.tracks.get(type.id);
  if (track === undefined || 'error' in track) throw track?.error ?? new TypeError(`no track ${type.id}`);
  return { episode, items: track.items as readonly Item[], decode: built.decode };
}
