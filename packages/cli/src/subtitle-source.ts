import { basename } from 'node:path';
import {
  chooseTextStream,
  openVideo,
  readEmbeddedSubtitles,
  SubmissionError,
  type OpenedVideo,
  type Problem,
  type SidecarCue,
} from '@shenpian/core';
import type { VideoSession } from './video-command.ts';

/** Where the command `subtitles` takes its lines from; `auto` is the embedded text when there is some, else the picture. */
export const subtitleSources = ['auto', 'embedded', 'burned-in'] as const;
/** See {@link subtitleSources}. */
export type SubtitleSource = (typeof subtitleSources)[number];

/** The embedded lines of a video, or none because the picture is to be read. */
export interface ChosenSource {
  readonly video: OpenedVideo;
  /** null: read the picture. */
  readonly embedded: readonly SidecarCue[] | null;
  /** An embedded track that could not be read, or only in part. */
  readonly problems: readonly Problem[];
}

/** A track for people, such as `mov_text, chi`. */
function nameOf(video: OpenedVideo): string | null {
  const stream = chooseTextStream(video.probe);
  return stream && [stream.codec, stream.language].filter((part) => part !== null).join(', ');
}

/**
 * Decides where the lines of a video come from, reads the embedded ones, and says which source it is and how to force the
 * other. A subtitle file beside the video is not looked at: it may be what this command wrote earlier.
 *
 * @throws SubmissionError when the file is no video, or when `embedded` is asked for and cannot be had
 */
export async function chooseSource(
  path: string,
  wanted: SubtitleSource,
  { terminal, signal }: VideoSession,
): Promise<ChosenSource> {
  const video = await openVideo(path);
  const [file, track] = [basename(path), nameOf(video)];
  const problems: Problem[] = [];
  if (wanted !== 'burned-in') {
    const found = await readEmbeddedSubtitles(video, signal).catch((thrown: unknown) => {
      if (wanted === 'embedded' || !(thrown instanceof SubmissionError)) throw thrown;
      problems.push(thrown);
      return null;
    });
    if (found !== null) {
      terminal.note(terminal.text('subtitlesEmbedded', { file, track: track ?? '' }));
      return { video, embedded: found.cues, problems: found.problem === null ? [] : [found.problem] };
    }
    if (wanted === 'embedded') throw new SubmissionError('noEmbeddedSubtitles', path);
    terminal.note(terminal.text(problems.length > 0 ? 'subtitlesBurnedInInstead' : 'subtitlesOnlyBurnedIn', { file }));
  } else if (track === null) {
    terminal.note(terminal.text('subtitlesOnlyBurnedIn', { file }));
  } else {
    terminal.note(terminal.text('subtitlesBurnedIn', { file, track }));
  }
  return { video, embedded: null, problems };
}
