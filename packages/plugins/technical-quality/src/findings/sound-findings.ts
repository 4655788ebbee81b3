import type { Localized } from '@shenpian/core';
import type { SignalOf } from '../signal-item.ts';
import type { SoundFault } from '../sound/sound-stretches.ts';
import { signalsOf, wholeOf, type EpisodeSignal, type QualityContext } from '../episode-signal.ts';

const left: Localized = { 'zh-CN': '左', en: 'left' };
const right: Localized = { 'zh-CN': '右', en: 'right' };

/** What is wrong with the sound of an episode. */
export function soundFindings(measured: EpisodeSignal, { options, report }: QualityContext): void {
  const { episode, sound, picture } = measured;
  if (episode.input.probe.audioCodec === null) {
    report({ messageId: 'noSound', level: 'warning', at: wholeOf(episode) });
    return;
  }
  if (sound === null) return;
  const stretches = (kind: SoundFault, shortest: number | null): readonly SignalOf<SoundFault>[] =>
    shortest === null ? [] : signalsOf(measured, kind).filter(({ start, end }) => end - start >= shortest - 0.001);
  const lengthOf = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    (end - start).toFixed(1);

  for (const { start, end } of stretches('silence', options.silenceSeconds)) {
    const at = { episode: episode.number, start, end };
    report({ messageId: 'silence', level: 'warning', at, data: { seconds: lengthOf(at) } });
  }
  for (const { start, end } of stretches('clipping', options.clippingSeconds)) {
    const at = { episode: episode.number, start, end };
    report({ messageId: 'clipping', level: 'warning', at, data: { seconds: lengthOf(at) } });
  }
  for (const { start, end } of stretches('inverted', options.invertedSeconds)) {
    const at = { episode: episode.number, start, end };
    report({ messageId: 'inverted', level: 'warning', at, data: { seconds: lengthOf(at) } });
  }
  for (const kind of ['left-dead', 'right-dead'] as const) {
    for (const { start, end } of stretches(kind, options.deadChannelSeconds)) {
      const at = { episode: episode.number, start, end };
      const data = { side: kind === 'left-dead' ? left : right, seconds: lengthOf(at) };
      report({ messageId: 'deadChannel', level: 'warning', at, data });
    }
  }
  if (options.lengthDifference === null || picture === null) return;
  const difference = Math.abs(picture.end - sound.end);
  if (difference < options.lengthDifference) return;
  const at = {
    episode: episode.number,
    start: Math.min(picture.end, sound.end),
    end: Math.max(picture.end, sound.end),
  };
  const data = {
    picture: picture.end.toFixed(2),
    sound: sound.end.toFixed(2),
    difference: difference.toFixed(2),
  };
  report({ messageId: 'lengthsDiffer', level: 'warning', at, data });
}
