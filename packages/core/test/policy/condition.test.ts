import { describe, expect, it } from 'vitest';
import type { FactDeclaration } from '../../src/findings/fact.ts';
import { expressionCompiler, type ComparisonCondition } from '../../src/policy/condition.ts';

const label = { 'zh-CN': '标', en: 'label' };
const declare = (unit: FactDeclaration['unit']): FactDeclaration => ({ label, unit });
const compiler = expressionCompiler(
  {
    'local-share': declare('ratio'),
    hits: declare('count'),
    kind: declare('text'),
    platforms: declare('list'),
    labelled: declare('boolean'),
  },
  {
    'least-share': { label, unit: 'ratio', value: 0.6 },
    home: { label, unit: 'text', value: 'ai' },
  },
);
const values = { least_share: 0.6 };
const comparison = (expression: string): ComparisonCondition => {
  const compiled = compiler.compile(expression, null);
  if (!('kind' in compiled) || compiled.kind !== 'comparison') throw new Error(`refused: ${JSON.stringify(compiled)}`);
  return compiled;
};

describe('a comparison over an interval', () => {
  it.each([
    // The boundary itself: ≥ and ≤ take it in, > and < leave it out.
    ['local_share >= 0.6', 0.6, 0.6, 'true'],
    ['local_share > 0.6', 0.6, 0.6, 'false'],
    ['local_share <= 0.6', 0.6, 0.6, 'true'],
    ['local_share < 0.6', 0.6, 0.6, 'false'],
    ['local_share >= least_share', 0.6, 0.9, 'true'],
    ['local_share >= least_share', 0.5, 0.6, 'unknown'],
    ['local_share >= least_share', 0.5, 0.599_999_9, 'false'],
    ['local_share > least_share', 0.6, 0.9, 'unknown'],
    ['local_share > least_share', 0.5, 0.6, 'false'],
    ['local_share < least_share', 0.5, 0.6, 'unknown'],
    ['local_share <= least_share', 0.5, 0.6, 'true'],
    ['local_share >= least_share', 0, 1, 'unknown'],
    // The fact on the right is the same condition.
    ['least_share <= local_share', 0.5, 0.6, 'unknown'],
    ['0.6 < local_share', 0.7, 0.8, 'true'],
    // Equality is not monotone: both ends differ from 3, yet 3 lies between.
    ['hits == 3', 3, 3, 'true'],
    ['hits == 3', 2, 4, 'unknown'],
    ['hits == 3', 3, 4, 'unknown'],
    ['hits == 3', 4, 5, 'false'],
    ['hits != 3', 2, 4, 'unknown'],
    ['hits != 3', 3, 3, 'false'],
    ['hits != 3', 4, 9, 'true'],
    ['0 == hits', 0, 0, 'true'],
    ['hits == 0', 0, 2, 'unknown'],
    // Thresholds may be reckoned.
    ['local_share >= least_share * 0.5', 0.3, 0.4, 'true'],
    ['hits <= 2 + 3', 5, 5, 'true'],
    ['!(hits == 1) == true', 0, 0, 'refused'],
  ] as const)('%s over [%d, %d] is %s', (expression, low, high, expected) => {
    if (expected === 'refused') {
      expect(compiler.compile(expression, null)).toEqual({ code: 'severalNumbers' });
      return;
    }
    expect(comparison(expression).holdsOver(low, high, values)).toBe(expected);
  });

  it('agrees with every point of the interval', () => {
    const points = [0, 1, 2, 3, 4, 5, 6];
    for (const operator of ['>=', '>', '<=', '<', '==', '!=']) {
      const condition = comparison(`hits ${operator} 3`);
      for (const low of points) {
        for (const high of points.filter((point) => point >= low)) {
          const inside = points.filter((point) => point >= low && point <= high);
          const truths = new Set(inside.map((point) => condition.holdsOver(point, point, values)));
          const expected = truths.size === 1 ? [...truths][0] : 'unknown';
          expect(condition.holdsOver(low, high, values), `${operator} [${low}, ${high}]`).toBe(expected);
        }
      }
    }
  });

  it('names fact, boundary word and threshold from the side of the fact', () => {
    const condition = comparison('least_share * 0.5 <= local_share');
    expect(condition).toMatchObject({
      fact: 'local-share',
      comparison: '>=',
      params: ['least-share'],
    });
    expect(condition.threshold(values)).toBe(0.3);
  });
});

describe('a statement', () => {
  it.each([
    ['kind == "ai"', { kind: 'ai' }, true],
    ['kind == home && labelled', { kind: 'ai', home: 'ai', labelled: true }, true],
    ['kind in ["ai", "animation"]', { kind: 'live-action' }, false],
    ['"红果" in platforms', { platforms: ['抖音', '红果'] }, true],
    ['size(platforms) >= 2', { platforms: ['抖音'] }, false],
    ['!labelled', { labelled: false }, true],
  ] as const)('%s with %j is %s', (expression, given, expected) => {
    const compiled = compiler.compile(expression, null);
    if (!('kind' in compiled) || compiled.kind !== 'statement') throw new Error('refused');
    expect(compiled.holds({ ...given } as Record<string, string>)).toBe(expected);
  });
});

describe('an expression that may not be in a pack', () => {
  it.each([
    ['local_shore >= 0.6', { code: 'unknownName', name: 'local_shore' }],
    ['local-share >= 0.6', { code: 'hyphenated', name: 'local-share' }],
    ['local_share', { code: 'notValid' }],
    ['local_share >= "0.6"', { code: 'notValid' }],
    ['kind >=', { code: 'notValid' }],
    ['kind == 1', { code: 'notValid' }],
    ['1 > 0', { code: 'withoutFact' }],
    ['least_share > 0.5', { code: 'withoutFact' }],
    // Over an interval these have no answer at the ends alone.
    ['local_share >= 0.2 && local_share <= 0.8', { code: 'severalNumbers' }],
    ['local_share * local_share >= 0.2', { code: 'severalNumbers' }],
    ['local_share >= local_share', { code: 'severalNumbers' }],
    ['hits >= local_share', { code: 'severalNumbers' }],
    ['hits in [1.0, 2.0]', { code: 'severalNumbers' }],
    ['!(hits > 1)', { code: 'severalNumbers' }],
    ['hits > 1 || kind == "ai"', { code: 'severalNumbers' }],
    ['kind == "ai" ? hits > 1 : hits > 2', { code: 'severalNumbers' }],
  ])('%s', (expression, fault) => {
    expect(compiler.compile(expression, null)).toMatchObject(fault);
  });
});
