import { countText, hullOf, mayBeEqual, sumCounts, type Count } from './count-text.ts';
import type { MetricRow, ReleaseFinding } from './metric-table.ts';
import type { Metric, Tense } from './vocabulary.ts';

/** A measure of a release. */
export interface MetricSum {
  /** null when no row has the measure. */
  readonly sum: Count | null;
  /** By platform. */
  readonly platforms: ReadonlyMap<string, Count>;
  readonly findings: readonly ReleaseFinding[];
}

/**
 * Adds a measure up over days, episodes and platforms.
 *
 * Where rows do not say whether a number counts from the beginning or for a day, the result holds both readings. People
 * (`reach`) may be the same on two platforms, in two episodes and on two days: the result lies between the largest part and
 * the sum of the parts.
 */
export function sumMetric(rows: readonly MetricRow[], metric: Metric, dated: Tense): MetricSum {
  const findings: ReleaseFinding[] = [];
  const having = rows.filter(({ measures }) => measures[metric] !== undefined);
  const platforms = byPlatform(having, metric, dated, findings);
  const totals = having.filter(({ platform }) => platform === null);
  for (const total of totals) {
    // A total adds up its own table; what is wrong with the rows is said already.
    const own = [
      ...byPlatform(
        having.filter((row) => isOneTable(row, total)),
        metric,
        dated,
        [],
      ).values(),
    ];
    if (own.length === 0) continue;
    const sum = joined(own, metric);
    if (!mayBeEqual(total.measures[metric]!, sum)) findings.push(totalDiffers(total, metric, sum));
  }
  const parts = platforms.size > 0 ? [...platforms.values()] : totals.map(({ measures }) => measures[metric]!);
  return { sum: parts.length === 0 ? null : joined(parts, metric), platforms, findings };
}

function byPlatform(
  rows: readonly MetricRow[],
  metric: Metric,
  dated: Tense,
  findings: ReleaseFinding[],
): Map<string, Count> {
  const platforms = new Map<string, Count>();
  for (const platform of new Set(rows.map((row) => row.platform))) {
    if (platform === null) continue;
    const own = rows.filter((row) => row.platform === platform);
    platforms.set(platform, ofPlatform(own, metric, dated, findings));
  }
  return platforms;
}

const isOneTable = (a: MetricRow, b: MetricRow): boolean =>
  a.at.document === b.at.document && a.at.sheet === b.at.sheet;

/** Occurrences add up; people may be the same ones. */
function joined(parts: readonly Count[], metric: Metric): Count {
  const sum = sumCounts(parts);
  return metric === 'reach' ? { low: parts.reduce((most, { low }) => Math.max(most, low), 0), high: sum.high } : sum;
}

function ofPlatform(rows: readonly MetricRow[], metric: Metric, dated: Tense, findings: ReleaseFinding[]): Count {
  const byEpisode = rows.some(({ episode, total }) => episode !== null && !total);
  const byDate = rows.some(({ date, total }) => date !== null && !total);
  const isPart = (row: MetricRow): boolean =>
    !row.total && (!byEpisode || row.episode !== null) && (!byDate || row.date !== null);
  const parts = rows.filter(isPart);
  const totals = rows.filter((row) => !isPart(row));
  if (parts.length === 0) return hullOf(totals.map(({ measures }) => measures[metric]!));
  const episodes = [...new Set(parts.map(({ episode }) => episode))].map((episode) =>
    overDays(
      parts.filter((row) => row.episode === episode),
      metric,
      dated,
      findings,
    ),
  );
  const sum = joined(episodes, metric);
  if (totals.length === 0) return sum;
  // Totals by day or by episode only repeat the parts.
  const whole = totals.filter(({ episode, date }) => episode === null && date === null);
  const stated = whole.map(({ measures }) => measures[metric]!);
  if (stated.length === 0) return sum;
  const differing = whole.find(({ measures }) => !mayBeEqual(measures[metric]!, sum));
  if (differing !== undefined) findings.push(totalDiffers(differing, metric, sum));
  // A platform counts each person of its own once: its total is better than what the parts allow.
  if (metric === 'reach' && differing === undefined) return hullOf(stated);
  return differing === undefined ? sum : hullOf([sum, ...stated]);
}

function totalDiffers({ at, measures }: MetricRow, metric: Metric, sum: Count): ReleaseFinding {
  const data = { metric: metricLabels[metric], stated: countText(measures[metric]!), sum: countText(sum) };
  return { messageId: 'totalDiffers', level: 'warning', at, data };
}

/** Rows of one platform and episode. */
function overDays(rows: readonly MetricRow[], metric: Metric, dated: Tense, findings: ReleaseFinding[]): Count {
  const days = [...new Set(rows.map(({ date }) => date))]
    .toSorted((a, b) => (a ?? '').localeCompare(b ?? ''))
    .map((date) =>
      onceOf(
        rows.filter((row) => row.date === date),
        metric,
        findings,
      ),
    );
  const first = days[0]!;
  if (days.length === 1) return first.count;
  const counts = days.map(({ count }) => count);
  const tense = first.tense ?? dated;
  const latest = counts.at(-1)!;
  const sum = joined(counts, metric);
  if (tense === 'daily') return sum;
  if (tense === 'cumulative') return latest;
  findings.push({
    messageId: 'dailyOrCumulative',
    level: 'warning',
    at: first.at,
    data: { metric: metricLabels[metric], days: days.length, latest: countText(latest), sum: countText(sum) },
    identity: [metric, rows[0]?.platform ?? '', rows[0]?.episode ?? ''],
  });
  return hullOf([latest, sum]);
}

/** Rows of one platform, episode and day: the same number twice counts once, two numbers leave it open which is right. */
function onceOf(rows: readonly MetricRow[], metric: Metric, findings: ReleaseFinding[]) {
  const [first, ...others] = rows;
  const count = first!.measures[metric]!;
  for (const { at, measures } of others) {
    const other = measures[metric]!;
    const same = other.low === count.low && other.high === count.high;
    findings.push({
      messageId: same ? 'rowTwice' : 'rowsDisagree',
      level: 'warning',
      at,
      data: {
        metric: metricLabels[metric],
        row: first!.at.row ?? 0,
        first: countText(count),
        second: countText(other),
      },
    });
  }
  return { at: first!.at, tense: count.tense, count: hullOf(rows.map(({ measures }) => measures[metric]!)) };
}

/** Measures by name, for people. */
export const metricLabels = {
  plays: { 'zh-CN': '播放量', en: 'plays' },
  likes: { 'zh-CN': '点赞', en: 'likes' },
  comments: { 'zh-CN': '评论', en: 'comments' },
  favourites: { 'zh-CN': '收藏', en: 'favourites' },
  shares: { 'zh-CN': '转发', en: 'shares' },
  danmaku: { 'zh-CN': '弹幕', en: 'danmaku' },
  impressions: { 'zh-CN': '曝光', en: 'impressions' },
  reach: { 'zh-CN': '触达人数', en: 'people reached' },
} as const satisfies Readonly<Record<Metric, { readonly 'zh-CN': string; readonly en: string }>>;
