import type { Fact, FactDeclaration, Facts, FactValue } from '../findings/fact.ts';
import type { Localized } from '../findings/message.ts';
import type { Series } from '../work/series.ts';

/** Facts that the manifest and the probes state without any checker. */
export const seriesFactDeclarations = {
  'series-kind': { label: { 'zh-CN': '微短剧类型', en: 'Kind of series' }, unit: 'text' },
  investment: { label: { 'zh-CN': '投资额度', en: 'Investment' }, unit: 'RMB' },
  'episode-count': { label: { 'zh-CN': '集数', en: 'Number of episodes' }, unit: 'count' },
  'longest-episode-seconds': {
    label: { 'zh-CN': '最长一集时长', en: 'Longest episode' },
    unit: 'seconds',
  },
  'total-seconds': { label: { 'zh-CN': '总时长', en: 'Total running time' }, unit: 'seconds' },
  'filing-date': { label: { 'zh-CN': '备案日期', en: 'Filing date' }, unit: 'text' },
  'filing-number': {
    label: { 'zh-CN': '备案号或许可证号', en: 'Filing or licence number' },
    unit: 'text',
  },
  'producer-licence': {
    label: { 'zh-CN': '制作经营许可证号', en: 'Producer licence' },
    unit: 'text',
  },
  'release-platforms': { label: { 'zh-CN': '上线平台', en: 'Release platforms' }, unit: 'list' },
} as const satisfies Readonly<Record<string, FactDeclaration>>;

/**
 * Derives those facts. Running times are the probed lengths of the files, seconds. What the manifest leaves out is
 * unknown, not zero. `unreadEpisodes` is how many videos were handed in but could not be read: while there is one, or no
 * episode at all, the running times and the count are unknown, since the longest may be the one that was not read.
 */
export function seriesFacts(series: Series, unreadEpisodes: number): Facts {
  const seconds = series.episodes.map((episode) => episode.input.probe.seconds);
  const complete = seconds.length > 0 && unreadEpisodes === 0;
  const measured = (value: number): Fact => (complete ? { value } : episodesMissing);
  return {
    'series-kind': { value: series.kind },
    investment: given(series.investment, 'investment'),
    'episode-count': measured(seconds.length),
    'longest-episode-seconds': measured(Math.max(0, ...seconds)),
    'total-seconds': measured(seconds.reduce((sum, value) => sum + value, 0)),
    'filing-date': given(series.filing.date, 'filing.date'),
    'filing-number': given(series.filing.number, 'filing.number'),
    'producer-licence': given(series.producer.licence, 'producer.licence'),
    'release-platforms': given(
      series.release.platforms.length === 0 ? null : [...series.release.platforms],
      'release.platforms',
    ),
  } satisfies Record<keyof typeof seriesFactDeclarations, Fact>;
}

const episodesMissing: Fact = unknown(
  { 'zh-CN': '有视频无法读取，或没有视频', en: 'an episode could not be read, or there is none' },
  {
    'zh-CN': '重新提交全部可读的视频文件',
    en: 'hand in every episode as a video that can be read',
  },
);

function given(value: FactValue | null, key: string): Fact {
  if (value !== null) return { value };
  return unknown(
    { 'zh-CN': `drama.yaml 未填写 ${key}`, en: `drama.yaml does not give ${key}` },
    { 'zh-CN': `在 drama.yaml 填写 ${key}`, en: `give ${key} in drama.yaml` },
  );
}

function unknown(reason: Localized, wouldSettle: Localized): Fact {
  return { unknown: { reason, wouldSettle } };
}
