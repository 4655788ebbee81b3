import { unknownFact, type Fact, type FactDeclaration, type Localized } from '@shenpian/core';
import { signalsOf, type EpisodeSignal } from './episode-signal.ts';
import type { TechnicalQualityOptions } from './options.ts';
import { stopsInShots } from './still-stops.ts';

/** What the checker `technical-quality` measures of a series. */
export const factDeclarations = {
  'resolution-uniform': {
    label: { 'zh-CN': '各集画面尺寸一致', en: 'All episodes have one picture size' },
    unit: 'boolean',
  },
  vertical: { label: { 'zh-CN': '各集均为竖版画面', en: 'All episodes are vertical' }, unit: 'boolean' },
  'repeated-episode-count': { label: { 'zh-CN': '重复的集数', en: 'Episodes that repeat another' }, unit: 'count' },
  'loudness-integrated-min': {
    label: { 'zh-CN': '最轻一集的响度', en: 'Loudness of the quietest episode' },
    unit: 'LUFS',
  },
  'loudness-integrated-max': {
    label: { 'zh-CN': '最响一集的响度', en: 'Loudness of the loudest episode' },
    unit: 'LUFS',
  },
  'flash-limit-exceeded': { label: { 'zh-CN': '闪烁超过限值', en: 'Flashes exceed the limit' }, unit: 'boolean' },
  'black-seconds': { label: { 'zh-CN': '黑场总时长', en: 'Black picture in all' }, unit: 'seconds' },
  'freeze-seconds': { label: { 'zh-CN': '画面定住总时长', en: 'Stopped picture in all' }, unit: 'seconds' },
  'silence-seconds': { label: { 'zh-CN': '无声总时长', en: 'Silence in all' }, unit: 'seconds' },
} as const satisfies Readonly<Record<string, FactDeclaration>>;

const noEpisode = unknownFact(
  { 'zh-CN': '没有可读的视频', en: 'there is no episode that can be read' },
  { 'zh-CN': '提交各集视频', en: 'hand in the episodes' },
);

const round = (value: number): number => Math.round(value * 100) / 100;

/** The facts of a series. Black is all of it; silence that of at least 0.2 s; stops are those of at least `freezeSeconds`, 1 when that is off. */
export function factsOf(
  all: readonly EpisodeSignal[],
  repeated: number,
  options: TechnicalQualityOptions,
): Readonly<Record<keyof typeof factDeclarations, Fact>> {
  const some = all.length > 0;
  const given = (value: Fact): Fact => (some ? value : noEpisode);
  const unseen = all.find(({ picture }) => picture === null);
  const seen = (value: () => number | boolean): Fact =>
    given(unseen === undefined ? { value: value() } : missing(unseen, { 'zh-CN': '画面', en: 'picture' }));
  const unheard = all.find(({ sound }) => sound === null);
  const heard = (value: () => number): Fact =>
    given(unheard === undefined ? { value: value() } : missing(unheard, { 'zh-CN': '声音', en: 'sound' }));
  const faint = all.find(({ sound }) => sound !== null && sound.integrated === null);
  const loudness = (choose: (...values: number[]) => number): Fact =>
    faint === undefined || unheard !== undefined
      ? heard(() => round(choose(...all.flatMap(({ sound }) => sound?.integrated ?? []))))
      : missing(faint, { 'zh-CN': '足够响的声音', en: 'sound loud enough' });
  const total = (lengths: readonly { readonly start: number; readonly end: number }[]): number =>
    round(lengths.reduce((sum, { start, end }) => sum + end - start, 0));
  const sizes = new Set(all.map(({ episode: { input } }) => `${input.probe.width}×${input.probe.height}`));
  return {
    'resolution-uniform': given({ value: sizes.size === 1 }),
    vertical: given({ value: all.every(({ episode: { input } }) => input.probe.height > input.probe.width) }),
    'repeated-episode-count': given({ value: repeated }),
    'loudness-integrated-min': loudness(Math.min),
    'loudness-integrated-max': loudness(Math.max),
    'flash-limit-exceeded': seen(() => all.some((each) => signalsOf(each, 'flash').length > 0)),
    'black-seconds': seen(() => total(all.flatMap((each) => signalsOf(each, 'black')))),
    'freeze-seconds': seen(() => total(all.flatMap((each) => stopsInShots(each, options.freezeSeconds ?? 1)))),
    'silence-seconds': heard(() => total(all.flatMap((each) => signalsOf(each, 'silence')))),
  };
}

function missing({ episode }: EpisodeSignal, what: Localized): Fact {
  const { number } = episode;
  return unknownFact(
    { 'zh-CN': `第 ${number} 集没有${what['zh-CN']}`, en: `episode ${number} has no ${what.en}` },
    { 'zh-CN': `重新提交第 ${number} 集`, en: `hand in episode ${number} again` },
  );
}
