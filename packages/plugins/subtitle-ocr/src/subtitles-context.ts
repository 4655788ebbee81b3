import type { CheckerContext, Episode, Position, TimeRange } from '@shenpian/core';
import type { subtitleMessages } from './messages.ts';
import type { SubtitlesOptions } from './subtitles-options.ts';

/** What the parts of the checker `subtitles` work with. */
export type SubtitlesContext = CheckerContext<SubtitlesOptions, keyof typeof subtitleMessages>;

/** A stretch of an episode as a position. */
export function within(episode: Episode, { start, end }: TimeRange): Position {
  return { episode: episode.number, start, end };
}

/** All of an episode as a position. */
export function whole(episode: Episode): Position {
  return within(episode, { start: 0, end: episode.input.probe.seconds });
}
