import { basename } from 'node:path';
import {
  damageOf,
  readTrack,
  type FileTrack,
  type OpenedVideo,
  type Problem,
  type TrackType,
  type Vocabulary,
} from '@shenpian/core';
import type { VideoSession } from './video-command.ts';

/** A track of one video, and what is missing of the file. */
export interface VideoTrack<Item> extends FileTrack<Item> {
  readonly problems: readonly Problem[];
}

/**
 * Builds one track of one video file and shows how far it is.
 *
 * @param given options of the track, on top of the configuration
 * @param vocabulary words that may be said in it
 * @throws SubmissionError when the file cannot be read
 */
export async function readVideoTrack<Item>(
  video: string | OpenedVideo,
  type: TrackType<Item>,
  given: Readonly<Record<string, unknown>>,
  { provided, store, config, terminal, signal }: VideoSession,
  vocabulary?: Vocabulary,
): Promise<VideoTrack<Item>> {
  const options = { ...config.options, [type.id]: { ...(config.options[type.id] as object | undefined), ...given } };
  const track = await readTrack(
    video,
    type,
    { provided },
    {
      store,
      options,
      signal,
      ...(vocabulary === undefined ? {} : { vocabulary }),
      progress: (seconds, total) =>
        terminal.progress(seconds, total, basename(typeof video === 'string' ? video : video.path)),
    },
  );
  terminal.endProgress();
  const damage = track.decode === null ? null : damageOf(track.episode.input, track.decode);
  return { ...track, problems: damage === null ? [] : [damage] };
}
