import type { Localized, SeriesKind } from '@shenpian/core';
import { signalsOf, wholeOf, type EpisodeSignal, type QualityContext } from '../episode-signal.ts';
import type { SignalOf } from '../signal-item.ts';
import { stopsInShots } from '../still-stops.ts';

const atStart: Localized = { 'zh-CN': '片首', en: 'at the beginning' };
const atEnd: Localized = { 'zh-CN': '片尾', en: 'at the end' };

const flashLimit = { document: 'Rec. ITU-R BT.1702', article: '≤ 3 flashes/s, ≥ 20 cd/m², > 25 % of the picture' };

/** Drawn pictures stand still and are shown twice by nature. */
const movementLevel = (kind: SeriesKind) => (kind === 'animation' ? 'info' : 'warning');

/** What is wrong with the picture of an episode. */
export function pictureFindings(measured: EpisodeSignal, { options, report, series }: QualityContext): void {
  const { episode, picture } = measured;
  if (picture === null) return;
  const at = ({ start, end }: { readonly start: number; readonly end: number }) => ({
    episode: episode.number,
    start,
    end,
  });
  const framesIn = ({ start, end }: { readonly start: number; readonly end: number }): number =>
    picture.interval > 0 ? Math.round((end - start) / picture.interval) : 1;

  for (const black of signalsOf(measured, 'black')) {
    const seconds = black.end - black.start;
    if (options.blackSeconds !== null && seconds >= options.blackSeconds) {
      report({ messageId: 'black', level: 'warning', at: at(black), data: { seconds: seconds.toFixed(1) } });
    } else if (options.strayBlackSeconds !== null && seconds <= options.strayBlackSeconds) {
      strayBlack(black);
    }
  }
  for (const stray of signalsOf(measured, 'stray')) {
    const data = { where: stray.where === 'first' ? atStart : atEnd, frames: stray.frames };
    report({ messageId: 'strayFrames', level: 'warning', at: at(stray), data });
  }
  if (options.freezeSeconds !== null) {
    for (const stop of stopsInShots(measured, options.freezeSeconds)) {
      // The last picture of an episode is often held on purpose.
      const level = stop.end >= picture.end - 0.001 ? 'info' : movementLevel(series.kind);
      const data = { seconds: (stop.end - stop.start).toFixed(1) };
      report({ messageId: 'freeze', level, at: at(stop), data });
    }
  }
  if (options.repeatedFrames !== null) {
    for (const repeat of signalsOf(measured, 'repeat')) {
      if (repeat.repeated < options.repeatedFrames) continue;
      const data = { count: repeat.repeated, frames: framesIn(repeat) };
      report({ messageId: 'repeatedFrames', level: movementLevel(series.kind), at: at(repeat), data });
    }
  }
  for (const gap of signalsOf(measured, 'gap')) {
    const data = { frames: framesIn(gap) - 1, seconds: (gap.end - gap.start).toFixed(3) };
    report({ messageId: 'missingFrames', level: 'warning', at: at(gap), data });
  }
  if (options.flashes) {
    for (const flash of signalsOf(measured, 'flash')) {
      const data = { flashes: Math.floor(flash.flashes) };
      report({ messageId: 'flashes', level: 'warning', at: at(flash), data, standards: [flashLimit] });
    }
  }
  if (options.borders) {
    for (const border of signalsOf(measured, 'border')) {
      report({ messageId: 'borders', level: 'info', at: wholeOf(episode), data: { sides: sidesOf(border) } });
    }
  }
  const { irregular, interval } = picture;
  if (options.variableFrameRate !== null && irregular > options.variableFrameRate) {
    const data = { percent: (100 * irregular).toFixed(0), milliseconds: (1000 * interval).toFixed(0) };
    report({ messageId: 'variableFrameRate', level: 'info', at: wholeOf(episode), data });
  }

  function strayBlack(black: SignalOf<'black'>): void {
    const { entry, exit } = black;
    if (entry === 'soft' || exit === 'soft' || entry === exit) {
      if (entry !== 'hard' || exit !== 'hard') return;
      const data = { frames: framesIn(black) };
      report({ messageId: 'strayBlack', level: 'warning', at: at(black), data });
      return;
    }
    const data = { where: entry === 'file' ? atStart : atEnd, frames: framesIn(black) };
    report({ messageId: 'edgeBlack', level: 'warning', at: at(black), data });
  }
}

const sideNames: Readonly<Record<'top' | 'bottom' | 'left' | 'right', Localized>> = {
  top: { 'zh-CN': '上', en: 'top' },
  bottom: { 'zh-CN': '下', en: 'bottom' },
  left: { 'zh-CN': '左', en: 'left' },
  right: { 'zh-CN': '右', en: 'right' },
};

function sidesOf(border: SignalOf<'border'>): Localized {
  const sides = (['top', 'bottom', 'left', 'right'] as const).filter((side) => border[side] > 0);
  const text = (language: keyof Localized): string[] =>
    sides.map((side) => `${sideNames[side][language]} ${(100 * border[side]).toFixed(0)} %`);
  return { 'zh-CN': text('zh-CN').join('、'), en: text('en').join(', ') };
}
