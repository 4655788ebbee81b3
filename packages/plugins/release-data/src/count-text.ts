/** A count that may be rounded: it lies in `[low, high]`. `high` is Infinity for "100万+". */
export interface Count {
  readonly low: number;
  readonly high: number;
}

const units: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  千: 1e3,
  w: 1e4,
  万: 1e4,
  百万: 1e6,
  m: 1e6,
  千万: 1e7,
  亿: 1e8,
};

/** Cells that say that there is no number. */
const blank = /^(?:|-+|—+|\/|无|暂无|n\/?a|null|none)$/iu;

/**
 * A count as platforms and people write it: `12,345`, `1.2万`, `3亿`, `1.2w`, `100万+`. What is shortened may be rounded or cut
 * off, so `1.2万` is 11,500 to 13,000.
 *
 * @param factor what the column's name says the numbers are to be multiplied with
 * @returns null for an empty cell, `bad` for one that is no count, `negative` for one below zero
 */
export function parseCount(text: string, factor = 1): Count | null | 'bad' | 'negative' {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/gu, '').toLowerCase();
  if (blank.test(plain)) return null;
  const match =
    /^(?<over>[>≥]|超过?|近|约)?(?<sign>-)?(?<digits>\d+)(?:\.(?<decimals>\d+))?(?<unit>百万|千万|[kwm千万亿])?(?:次|人次|人|个|条|播放)?(?<more>\+|以上|多)?$/u.exec(
      plain,
    );
  const { over, sign, digits, decimals = '', unit = '', more } = match?.groups ?? {};
  if (digits === undefined) return 'bad';
  const scale = (units[unit] ?? 1) * factor;
  const value = exact(Number(`${digits}.${decimals || '0'}`) * scale);
  if (sign !== undefined && value > 0) return 'negative';
  if (over === '近' || over === '约') return 'bad';
  if (over !== undefined || more !== undefined) return { low: value, high: Infinity };
  // One of the last digit that is written.
  const step = exact(scale / 10 ** decimals.length);
  if (step <= 1)
    return Number.isInteger(value) || scale > 1 ? { low: Math.round(value), high: Math.round(value) } : 'bad';
  return { low: Math.max(0, value - step / 2), high: value + step };
}

const exact = (value: number): number => Number(value.toPrecision(15));

/** The sum of counts. */
export function sumCounts(counts: readonly Count[]): Count {
  return counts.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), { low: 0, high: 0 });
}

/** The smallest range that holds all of them. */
export function hullOf(counts: readonly Count[]): Count {
  return counts.reduce((hull, { low, high }) => ({ low: Math.min(hull.low, low), high: Math.max(hull.high, high) }));
}

/** Whether two counts can be the same number. */
export function mayBeEqual(a: Count, b: Count): boolean {
  return a.low <= b.high && b.low <= a.high;
}

/** `12,345`, or `11,500–13,000`, for people. */
export function countText({ low, high }: Count): string {
  const plain = (value: number): string => String(Math.round(value)).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');
  if (high === Infinity) return `≥ ${plain(low)}`;
  return low === high ? plain(low) : `${plain(low)}–${plain(high)}`;
}
