import {
  defineChecker,
  unknownFact,
  type Fact,
  type FactDeclaration,
  type Localized,
  type Series,
} from '@shenpian/core';
import { readComments } from './comment-table.ts';
import { compositeScore, type Range } from './composite-score.ts';
import { countText, type Count } from './count-text.ts';
import { classifierOf, shippedClassifier } from './labelled-comments.ts';
import { messages } from './messages.ts';
import { metricLabels, sumMetric, type MetricSum } from './metric-sum.ts';
import { metricRows, type MetricRow, type ReleaseFinding } from './metric-table.ts';
import { releaseDataOptionsSchema, type ReleaseDataOptions } from './options.ts';
import { positiveShare, type ShareEstimate } from './positive-share.ts';
import { metrics, platformName, type Metric } from './vocabulary.ts';

/** Facts of the release. */
export const releaseFacts = {
  'release-plays': { label: { 'zh-CN': '播放量（全部平台）', en: 'Plays (all platforms)' }, unit: 'count' },
  'release-reach': { label: { 'zh-CN': '触达人数', en: 'People reached' }, unit: 'count' },
  'positive-comment-share': { label: { 'zh-CN': '好评占比', en: 'Share of positive comments' }, unit: 'ratio' },
  'composite-score': { label: { 'zh-CN': '综合评定得分（0–1）', en: 'Composite score (0–1)' }, unit: 'ratio' },
} as const satisfies Readonly<Record<string, FactDeclaration>>;

/** Checker `release-data`: plays, reach and comments from what platforms export. */
export const releaseData = defineChecker({
  id: 'release-data',
  title: { 'zh-CN': '上线数据', en: 'Release data' },
  version: 1,
  scope: 'series',
  reads: [],
  options: releaseDataOptionsSchema,
  messages,
  facts: releaseFacts,
  check({ series, options, report, fact }) {
    const numbers = readNumbers(series, options);
    const comments = readOpinions(series, options);
    for (const finding of [...numbers.findings, ...comments.findings]) report(finding);
    fact('release-plays', numbers.fact('plays'));
    fact('release-reach', numbers.fact('reach'));
    fact('positive-comment-share', comments.fact);
    fact(
      'composite-score',
      compositeScore(options.composite, { ...numbers.ranges, 'positive-comment-share': comments.share }),
    );
  },
});

interface Numbers {
  readonly findings: readonly ReleaseFinding[];
  readonly ranges: Readonly<Record<Metric, Range | null>>;
  fact(metric: Metric): Fact;
}

function readNumbers(series: Series, { dated }: ReleaseDataOptions): Numbers {
  const listed = [...new Set(series.release.platforms.map(platformName))];
  const tables = series.tables.filter(({ key }) => key === 'release.metrics');
  const { rows, lost, findings } = metricRows(tables, listed);
  const sums = new Map(metrics.map((metric) => [metric, sumMetric(rows, metric, dated ?? null)]));
  const having = [...new Set(rows.flatMap(({ platform }) => (platform === null ? [] : [platform])))];
  const facts = new Map(
    metrics.map((metric) => [
      metric,
      factOf(metric, sums.get(metric)!, { handedIn: tables.length > 0, listed, lost: lost.get(metric) ?? 0 }),
    ]),
  );
  const range = (metric: Metric): Range | null => rangeOf(facts.get(metric)!);
  const ranges = Object.fromEntries(metrics.map((metric) => [metric, range(metric)])) as Record<Metric, Range | null>;
  const document = tables[0]?.path;
  const about: ReleaseFinding[] =
    document === undefined || rows.length === 0
      ? []
      : [
          ...listed
            .filter((platform) => !having.includes(platform))
            .map((platform) => said('platformWithoutData', 'warning', document, { platform })),
          ...having
            .filter((platform) => listed.length > 0 && !listed.includes(platform) && platform !== document)
            .map((platform) => said('platformUnlisted', 'info', document, { platform })),
          ...beforeFiling(rows, series.filing.date),
          ...having.map((platform) => platformRead(platform, rows, sums)),
        ];
  return {
    findings: [...findings, ...oncePerRow([...sums.values()].flatMap((sum) => sum.findings)), ...about],
    ranges,
    fact: (metric) => facts.get(metric)!,
  };
}

/** A row that is there twice is so for every measure. */
function oncePerRow(findings: readonly ReleaseFinding[]): ReleaseFinding[] {
  const told = new Set<string>();
  return findings.filter(({ messageId, at }) => {
    if (messageId !== 'rowTwice') return true;
    const row = JSON.stringify(at);
    return told.has(row) ? false : told.add(row);
  });
}

function said(
  messageId: ReleaseFinding['messageId'],
  level: ReleaseFinding['level'],
  document: string,
  data: NonNullable<ReleaseFinding['data']>,
): ReleaseFinding {
  return { messageId, level, at: { document }, data };
}

function factOf(
  metric: Metric,
  { sum, platforms }: MetricSum,
  { handedIn, listed, lost }: { readonly handedIn: boolean; readonly listed: readonly string[]; readonly lost: number },
): Fact {
  const label = metricLabels[metric];
  if (lost > 0) {
    return unknownFact(
      { 'zh-CN': `有 ${lost} 个${label['zh-CN']}的值无法采用`, en: `${lost} values of ${label.en} cannot be used` },
      { 'zh-CN': '改正这些值', en: 'correct these values' },
    );
  }
  if (sum === null) {
    return handedIn
      ? unknownFact(
          { 'zh-CN': `上线数据里没有${label['zh-CN']}`, en: `the release data has no ${label.en}` },
          { 'zh-CN': `补交含${label['zh-CN']}一列的平台数据`, en: `hand in data with a column of ${label.en}` },
        )
      : unknownFact(
          { 'zh-CN': '没有提交上线数据', en: 'no release data was handed in' },
          {
            'zh-CN': '在 drama.yaml 的 release.metrics 给出平台后台导出的 .xlsx 或 .csv',
            en: "give the platforms' export (.xlsx or .csv) as release.metrics in drama.yaml",
          },
        );
  }
  const lacking = listed.filter((platform) => platforms.size > 0 && !platforms.has(platform));
  if (lacking.length > 0 || sum.high === Infinity) {
    const least = countText(sum);
    const names = lacking.join('、');
    return unknownFact(
      lacking.length > 0
        ? {
            'zh-CN': `缺“${names}”的${label['zh-CN']}；其余平台合计 ${least}`,
            en: `${label.en} of ${names} are missing; the others have ${least}`,
          }
        : {
            'zh-CN': `只知道${label['zh-CN']} ${least}（“+”“以上”没有上限）`,
            en: `${label.en} are only known to be ${least}`,
          },
      { 'zh-CN': '补交各平台后台导出的准确数据', en: 'hand in the exact numbers that each platform exports' },
    );
  }
  return sum.low === sum.high ? { value: sum.low } : { low: sum.low, high: sum.high, coverage: 1 };
}

function rangeOf(fact: Fact): Range | null {
  if ('low' in fact) return { low: fact.low, high: fact.high };
  return 'value' in fact && typeof fact.value === 'number' ? { low: fact.value, high: fact.value } : null;
}

function beforeFiling(rows: readonly MetricRow[], filing: string | null): ReleaseFinding[] {
  const early = rows.filter(({ date }) => filing !== null && date !== null && date < filing);
  const first = early.toSorted((a, b) => a.date!.localeCompare(b.date!))[0];
  if (first === undefined) return [];
  const data = { rows: early.length, filing: filing!, first: first.date! };
  return [{ messageId: 'dateBeforeFiling', level: 'warning', at: first.at, data }];
}

function platformRead(
  platform: string,
  rows: readonly MetricRow[],
  sums: ReadonlyMap<Metric, MetricSum>,
): ReleaseFinding {
  const own = rows.filter((row) => row.platform === platform);
  const known = metrics.flatMap((metric): (readonly [Metric, Count])[] => {
    const count = sums.get(metric)!.platforms.get(platform);
    return count === undefined ? [] : [[metric, count]];
  });
  const inLanguage = (language: keyof Localized): string =>
    known
      .map(([metric, count]) => `${metricLabels[metric][language]} ${countText(count)}`)
      .join(language === 'en' ? ', ' : '，');
  const days = own.flatMap(({ date }) => (date === null ? [] : [date])).toSorted();
  const dates =
    days.length === 0
      ? { 'zh-CN': '未写明', en: 'not given' }
      : days[0] === days.at(-1)
        ? days[0]!
        : `${days[0]} – ${days.at(-1)}`;
  const data = { platform, numbers: { 'zh-CN': inLanguage('zh-CN'), en: inLanguage('en') }, dates };
  return { messageId: 'metricsRead', level: 'info', at: { document: own[0]!.at.document }, data, identity: [platform] };
}

interface Opinions {
  readonly findings: readonly ReleaseFinding[];
  readonly share: ShareEstimate | null;
  readonly fact: Fact;
}

/** Comments that are shown for people to look at. */
const shownExamples = 6;

function readOpinions(series: Series, { labelled }: ReleaseDataOptions): Opinions {
  const tables = series.tables.filter(({ key }) => key === 'release.comments');
  const { texts, findings } = readComments(tables);
  if (texts.length === 0) {
    const fact = unknownFact(
      { 'zh-CN': '没有可读的观众评论', en: 'there are no audience comments to read' },
      {
        'zh-CN': '在 drama.yaml 的 release.comments 给出评论导出表（含“评论内容”一列）',
        en: 'give an export of comments (with a column 评论内容) as release.comments in drama.yaml',
      },
    );
    return { findings, share: null, fact };
  }
  const { classify, errors } = labelled === undefined ? shippedClassifier() : classifierOf(labelled);
  const judged = texts.map((text) => ({ text, positive: classify(text) === 'positive' }));
  const called = judged.filter(({ positive }) => positive).length;
  const share = positiveShare({ called, comments: texts.length }, errors);
  if (share === null) {
    const fact = unknownFact(
      {
        'zh-CN': '分类器在给出的句子上分不清好评',
        en: 'the classifier cannot tell positive comments on the lines given',
      },
      { 'zh-CN': '多给一些标注过的评论', en: 'give more labelled comments' },
    );
    return { findings, share, fact };
  }
  const example = (wanted: boolean): string[] =>
    judged
      .filter(({ positive }) => positive === wanted)
      .slice(0, shownExamples / 2)
      .map(({ text }) => `“${text.slice(0, 24)}”${wanted ? '＋' : '－'}`);
  const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
  const finding: ReleaseFinding = {
    messageId: 'commentsJudged',
    level: 'info',
    at: { document: tables[0]!.path },
    data: {
      comments: texts.length,
      called,
      lines: errors.positive.lines + errors.other.lines,
      low: percent(share.low),
      high: percent(share.high),
      examples: [...example(true), ...example(false)].join(' '),
    },
    identity: ['comments'],
  };
  return {
    findings: [...findings, finding],
    share,
    fact: { low: share.low, high: share.high, coverage: 1 },
  };
}
