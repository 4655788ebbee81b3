import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/findings/fact.ts';
import type { Comparison } from '../../src/policy/condition.ts';
import type { KnownFact } from '../../src/policy/known-fact.ts';
import { sensitivityOf, totalOf } from '../../src/policy/sensitivity.ts';

const known = (fact: KnownFact['fact'], unit: KnownFact['unit'] = 'ratio'): KnownFact => ({
  known: true,
  fact,
  unit,
  words: {},
  label: { 'zh-CN': '占比', en: 'share' },
});
const interval = (low: number, high: number): KnownFact => known({ low, high, coverage: 0.5 });
const chinese = (fact: KnownFact, comparison: Comparison, threshold: number, total: number | null = null): string[] =>
  sensitivityOf(fact, comparison, threshold, total).map(({ text }) => text['zh-CN']);

describe('sensitivityOf', () => {
  it('says what decides an interval either way, in points and in running time', () => {
    expect(chinese(interval(0.56, 0.71), '>=', 0.6, 3000)).toEqual([
      '下限再提高至少 4 个百分点（即总时长 50 分钟中的 2 分钟），条件即成立。',
      '上限再降低超过 11 个百分点（即总时长 50 分钟中的 5.5 分钟），条件即不成立。',
    ]);
    expect(sensitivityOf(interval(0.56, 0.71), '>=', 0.6, 3000)).toMatchObject([
      { kind: 'toHold', end: 'low', beyond: false },
      { kind: 'toFail', end: 'high', beyond: true },
    ]);
  });

  it('says the same in English, and in seconds where it is less than a minute', () => {
    const [toHold] = sensitivityOf(interval(0.5271, 0.8122), '>=', 0.6, 97.36);
    expect(toHold?.seconds).toBeCloseTo(7.098, 2);
    expect(toHold?.text.en).toBe(
      'lower end up by at least 7.3 percentage points (7.1 s of 1.6 min): the condition holds.',
    );
  });

  it.each<[string, KnownFact, Comparison, number, string[]]>([
    ['a value that falls short', known({ value: 0.57 }), '>=', 0.6, ['现值再提高至少 3 个百分点，条件即成立。']],
    ['a value that must be passed', known({ value: 0.8 }), '>', 0.8, ['现值再提高任意幅度，条件即成立。']],
    ['a value that holds', known({ value: 0.625 }), '>=', 0.6, ['现值尚有 2.5 个百分点的余量。']],
    ['a value that just holds', known({ value: 0.6 }), '>=', 0.6, ['现值尚有零的余量。']],
    ['a value too high', known({ value: 0.45 }), '<=', 0.4, ['现值再降低至少 5 个百分点，条件即成立。']],
    ['a length at its limit', known({ value: 1200 }, 'seconds'), '<', 1200, ['现值再降低任意幅度，条件即成立。']],
    ['seconds', known({ value: 1500 }, 'seconds'), '<', 1200, ['现值再降低超过 300 秒，条件即成立。']],
    ['money', known({ value: 1_999_999.99 }, 'RMB'), '>=', 2_000_000, ['现值再提高至少 0.01 元，条件即成立。']],
    ['things', known({ value: 3 }, 'count'), '<=', 1, ['现值再降低至少 2，条件即成立。']],
    [
      'an interval below a limit that is not to be passed',
      interval(0.3, 0.5),
      '<=',
      0.4,
      ['上限再降低至少 10 个百分点，条件即成立。', '下限再提高超过 10 个百分点，条件即不成立。'],
    ],
    ['equality', known({ value: 3 }, 'count'), '==', 0, []],
  ])('%s', (_, fact, comparison, threshold, expected) => {
    expect(chinese(fact, comparison, threshold)).toEqual(expected);
  });

  it('is enough as it is said: rounded away from too little', () => {
    for (let step = 0; step < 200; step += 1) {
      const value = 0.3 + step / 1777;
      const [toHold] = sensitivityOf(known({ value }), '>=', 0.6, null);
      if (toHold === undefined || toHold.kind !== 'toHold') continue;
      const points = Number(/([\d.]+) percentage/.exec(toHold.text.en)?.[1]);
      expect(value + points / 100).toBeGreaterThanOrEqual(0.6 - 1e-9);
      expect(points / 100 - toHold.amount).toBeLessThan(0.001 + 1e-9);
    }
  });
});

describe('totalOf', () => {
  const facts: Record<string, Fact> = {
    story: { value: 90 },
    nothing: { value: 0 },
    some: { low: 1, high: 2, coverage: 1 },
  };
  it('is the total only where it is known and something', () => {
    expect(totalOf('story', facts)).toBe(90);
    for (const of of ['nothing', 'some', 'absent', undefined]) expect(totalOf(of, facts)).toBeNull();
  });
});
