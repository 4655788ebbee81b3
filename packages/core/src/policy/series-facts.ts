import { unknownFact, type Fact, type FactDeclaration, type Facts, type FactValue } from '../findings/fact.ts';
import { seriesKindWords, type Series } from '../work/series.ts';

/** Facts that the manifest and the probes state without any checker. */
export const seriesFactDeclarations = {
  'series-kind': { label: { 'zh-CN': '微短剧类型', en: 'Kind of series' }, unit: 'text', words: seriesKindWords },
  subjects: { label: { 'zh-CN': '题材', en: 'Subjects' }, unit: 'list' },
  investment: { label: { 'zh-CN': '投资额度', en: 'Investment' }, unit: 'RMB' },
  'production-cost': { label: { 'zh-CN': '制作总成本', en: 'Production cost' }, unit: 'RMB' },
  'actor-pay-share': {
    label: { 'zh-CN': '全部演员片酬占制作总成本', en: 'Pay of all actors as a share of the production cost' },
    unit: 'ratio',
  },
  'lead-pay-share': {
    label: { 'zh-CN': '主要演员片酬占总片酬', en: 'Pay of the leading actors as a share of all pay' },
    unit: 'ratio',
  },
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
  'filing-tier': { label: { 'zh-CN': '申报类别', en: 'Class it was filed as' }, unit: 'text' },
  'producer-licence': {
    label: { 'zh-CN': '制作经营许可证号', en: 'Producer licence' },
    unit: 'text',
  },
  'release-platforms': { label: { 'zh-CN': '上线平台', en: 'Release platforms' }, unit: 'list' },
  'release-recommended': {
    label: { 'zh-CN': '平台招商主推或首页首屏推荐', en: 'Promoted by a platform or on a first screen' },
    unit: 'boolean',
  },
  'release-revenue': { label: { 'zh-CN': '年度分账收入', en: 'Shared revenue of the year' }, unit: 'RMB' },
  'picture-shape': { label: { 'zh-CN': '画幅', en: 'Shape of the picture' }, unit: 'text' },
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
    subjects: given(series.subjects === undefined ? null : [...series.subjects], 'subject'),
    investment: given(series.investment, 'investment'),
    'production-cost': given(series.costs?.total ?? null, 'costs.total'),
    'actor-pay-share': share(series.costs?.actors, series.costs?.total, 'costs.actors', 'costs.total'),
    'lead-pay-share': share(series.costs?.leads, series.costs?.actors, 'costs.leads', 'costs.actors'),
    'episode-count': measured(seconds.length),
    'longest-episode-seconds': measured(Math.max(0, ...seconds)),
    'total-seconds': measured(seconds.reduce((sum, value) => sum + value, 0)),
    'filing-date': given(series.filing.date, 'filing.date'),
    'filing-number': given(series.filing.number, 'filing.number'),
    'filing-tier': given(series.filing.tier ?? null, 'filing.tier'),
    'producer-licence': given(series.producer.licence, 'producer.licence'),
    'release-platforms': given(
      series.release.platforms.length === 0 ? null : [...series.release.platforms],
      'release.platforms',
    ),
    'release-recommended': given(series.release.recommended ?? null, 'release.recommended'),
    'release-revenue': given(series.release.revenue ?? null, 'release.revenue'),
    'picture-shape': complete ? pictureShape(series) : episodesMissing,
  } satisfies Record<keyof typeof seriesFactDeclarations, Fact>;
}

const episodesMissing: Fact = unknownFact(
  { 'zh-CN': '有视频无法读取，或没有视频', en: 'an episode could not be read, or there is none' },
  {
    'zh-CN': '重新提交全部可读的视频文件',
    en: 'hand in every episode as a video that can be read',
  },
);

/** `横屏` when every picture is wider than high, `竖屏` when every one is higher than wide; a series of both is neither. */
function pictureShape({ episodes }: Series): Fact {
  const isWide = episodes.map(({ input: { probe } }) => probe.width > probe.height);
  const isHigh = episodes.map(({ input: { probe } }) => probe.height > probe.width);
  return { value: isWide.every(Boolean) ? '横屏' : isHigh.every(Boolean) ? '竖屏' : '横竖屏混合' };
}

/** A part of a whole; unknown while one of them is not given or the whole is nothing. */
function share(part: number | undefined, whole: number | undefined, partKey: string, wholeKey: string): Fact {
  if (part === undefined) return given(null, partKey);
  return whole === undefined || whole <= 0 ? given(null, wholeKey) : { value: part / whole };
}

function given(value: FactValue | null, key: string): Fact {
  if (value !== null) return { value };
  return unknownFact(
    { 'zh-CN': `drama.yaml 未填写 ${key}`, en: `drama.yaml does not give ${key}` },
    { 'zh-CN': `在 drama.yaml 填写 ${key}`, en: `give ${key} in drama.yaml` },
  );
}
