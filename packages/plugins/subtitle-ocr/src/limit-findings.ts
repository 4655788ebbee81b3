import type { Cue, Episode, TimeRange } from '@shenpian/core';
import { comparable } from './comparison.ts';
import { unsubtitled } from './missing-subtitles.ts';
import { oneLine, type DialogueLine } from './preferred-dialogue.ts';
import { fasterThan, shorterThan } from './reading-speed.ts';
import { outsideOf } from './safe-area.ts';
import { soundActivityTrack } from './sound-activity.ts';
import { whole, within, type SubtitlesContext } from './subtitles-context.ts';

/** Lines that show too briefly to be read, by the limits that are set. */
export function reportTiming(
  { options, report }: SubtitlesContext,
  episode: Episode,
  dialogue: readonly DialogueLine[],
): void {
  const { maxCharactersPerSecond, minSeconds } = options;
  if (maxCharactersPerSecond !== null) {
    for (const { line, speed } of fasterThan(dialogue, maxCharactersPerSecond)) {
      const text = oneLine(line.text);
      report({
        messageId: 'tooFast',
        data: { speed: speed.toFixed(1), limit: maxCharactersPerSecond, text },
        level: 'warning',
        at: within(episode, line),
        matched: text,
        identity: [comparable(text)],
      });
    }
  }
  if (minSeconds !== null) {
    for (const { line, seconds } of shorterThan(dialogue, minSeconds)) {
      const text = oneLine(line.text);
      report({
        messageId: 'tooShort',
        data: { seconds: seconds.toFixed(2), limit: minSeconds, text },
        level: 'warning',
        at: within(episode, line),
        matched: text,
        identity: [comparable(text)],
      });
    }
  }
}

/** Lines that reach out of the safe area that is set. */
export function reportPlace({ options, report }: SubtitlesContext, episode: Episode, cues: readonly Cue[]): void {
  if (options.safeArea === null) return;
  for (const outside of outsideOf(cues, options.safeArea)) {
    const text = oneLine(outside.cues[0]!.text);
    report({
      messageId: 'outsideSafeArea',
      data: { count: outside.cues.length, percent: (outside.by * 100).toFixed(1), text },
      level: 'warning',
      at: within(episode, outside),
      matched: text,
      identity: [comparable(text)],
    });
  }
}

/** Long sound without any line, when it is to be looked for. */
export function reportSound(context: SubtitlesContext, episode: Episode, lines: readonly TimeRange[]): void {
  const { missingAfterSeconds } = context.options;
  if (missingAfterSeconds === null || episode.input.probe.audioCodec === null) return;
  const sound = context.read(soundActivityTrack, episode);
  if (sound.length === 0) {
    const data = { episode: episode.number };
    context.report({ messageId: 'soundNotMeasured', data, level: 'info', at: whole(episode) });
    return;
  }
  for (const stretch of unsubtitled(sound, lines, missingAfterSeconds)) {
    context.report({
      messageId: 'maybeUnsubtitled',
      data: { seconds: Math.round(stretch.end - stretch.start) },
      level: 'info',
      at: within(episode, stretch),
      identity: [String(episode.number)],
    });
  }
}
