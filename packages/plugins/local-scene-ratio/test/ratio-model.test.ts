import { describe, expect, it, test } from 'vitest';
import { leastAnswers, questionOrder, ratioVerdict } from '../src/next-question.ts';
import { logOdds, type PlaceEvidence } from '../src/place-evidence.ts';
import { estimateRatio, type RatioCluster, type RatioEstimate } from '../src/ratio-model.ts';

const cluster = (id: string, location: string, weight: number): RatioCluster => ({ id, location, weight });
const claim = (location: string, local: boolean): PlaceEvidence => ({
  kind: 'location-table',
  about: { location },
  local,
  weight: 1,
  source: 'drama.yaml',
});
const answer = (id: string, local: boolean): PlaceEvidence => ({
  kind: 'human-label',
  about: { cluster: id },
  local,
  weight: 1,
  source: '李审核',
});
// Ten places of two clusters each; L0–L5 are claimed local.
const clusters = Array.from({ length: 20 }, (_, i) => cluster(`C${i}`, `L${i >> 1}`, 10));
const claims = Array.from({ length: 10 }, (_, i) => claim(`L${i}`, i < 6));
const estimate = (evidence: readonly PlaceEvidence[]): RatioEstimate =>
  estimateRatio({ clusters, evidence: [...claims, ...evidence], threshold: 0.6 });

describe('estimateRatio', () => {
  it('brackets what the table claims', () => {
    const { low, high, mean, certified, answers } = estimate([]);
    expect(low).toBeLessThan(0.6);
    expect(high).toBeGreaterThan(0.6);
    expect(mean).toBeGreaterThan(low);
    expect(mean).toBeLessThan(high);
    expect(certified).toEqual({ low: 0, high: 1 });
    expect(answers).toBe(0);
  });

  it('holds what people answered as hard bounds', () => {
    const { certified, answers } = estimate([answer('C0', true), answer('C1', true), answer('C12', false)]);
    expect(certified.low).toBeCloseTo(0.1, 12);
    expect(certified.high).toBeCloseTo(0.95, 12);
    expect(answers).toBe(3);
  });

  it('believes the whole table less after one claim was wrong, and more after several were right', () => {
    const untouched = estimate([]);
    const caught = estimate([answer('C0', false)]);
    const proved = estimate(['C0', 'C2', 'C4', 'C6'].map((id) => answer(id, true)));
    expect(caught.table.wronglyLocal).toBeGreaterThan(untouched.table.wronglyLocal);
    expect(caught.chances.get('C8')!).toBeLessThan(untouched.chances.get('C8')! - 0.05);
    expect(proved.chances.get('C8')!).toBeGreaterThan(untouched.chances.get('C8')!);
  });

  it('carries an answer to the other cluster of the location', () => {
    const before = estimate([]).chances;
    const { chances } = estimate([answer('C12', true)]);
    expect(before.get('C13')!).toBeLessThan(0.3);
    expect(chances.get('C13')!).toBeGreaterThan(before.get('C13')! + 0.3);
    expect(chances.get('C15')!).toBeLessThan(chances.get('C13')! - 0.2);
  });

  it('counts at most two pieces of a kind, so that many photographs of one spot are no proof', () => {
    const gps = (count: number): PlaceEvidence[] =>
      Array.from({ length: count }, () => ({
        kind: 'gps',
        about: { location: 'L9' },
        local: true,
        weight: logOdds(0.8),
        source: 'IMG_1.jpg',
      }));
    const [one, two, ten] = [1, 2, 10].map((count) => estimate(gps(count)).chances.get('C19')!);
    expect(two!).toBeGreaterThan(one!);
    expect(ten!).toBeCloseTo(two!, 12);
  });

  it('narrows to the truth when everything is answered', () => {
    const { low, high } = estimate(clusters.map(({ id }, i) => answer(id, i < 14)));
    expect(low).toBeGreaterThan(0.6);
    expect(high).toBeLessThan(0.8);
    expect(low).toBeLessThan(0.7);
    expect(high).toBeGreaterThan(0.7);
  });

  it('takes contradicting claims for none', () => {
    const both = estimate([claim('L0', false)]).chances.get('C0');
    const none = estimateRatio({ clusters, evidence: claims.slice(1), threshold: 0.6 }).chances.get('C0');
    expect(both).toBeCloseTo(none!, 12);
  });

  it('needs something to be a share of', () => {
    expect(() => estimateRatio({ clusters: [], evidence: [], threshold: 0.6 })).toThrow(TypeError);
  });
});

describe('ratioVerdict', () => {
  const made = (parts: Partial<RatioEstimate>): RatioEstimate => ({ ...estimate([]), ...parts });
  const sure = { low: 0.65, high: 0.8, probability: 0.999 };
  const cases: [name: string, parts: Partial<RatioEstimate>, certainty: 'estimate' | 'certified', verdict: string][] = [
    ['hard bounds need no number of answers', { certified: { low: 0.6, high: 1 }, answers: 1 }, 'certified', 'reached'],
    ['nor the other way', { certified: { low: 0, high: 0.59 }, answers: 1 }, 'estimate', 'missed'],
    ['the model needs five answers', { ...sure, answers: leastAnswers - 1 }, 'estimate', 'undecided'],
    ['and then decides', { ...sure, answers: leastAnswers }, 'estimate', 'reached'],
    ['but never when certainty is asked for', { ...sure, answers: 50 }, 'certified', 'undecided'],
    ['below', { low: 0.3, high: 0.59, probability: 0, answers: 5 }, 'estimate', 'missed'],
    ['a doubt of one in fifty is no pass', { ...sure, probability: 0.98, answers: 9 }, 'estimate', 'undecided'],
    ['on both sides', { low: 0.55, high: 0.7, probability: 0.8, answers: 30 }, 'estimate', 'undecided'],
  ];
  test.each(cases)('%s', (_, parts, certainty, verdict) => {
    expect(ratioVerdict(made(parts), 0.6, certainty)).toBe(verdict);
  });
});

describe('questionOrder', () => {
  const sized = [cluster('small', 'A', 1), cluster('large', 'B', 10), cluster('sure', 'C', 12)];
  const known = estimateRatio({
    clusters: sized,
    evidence: [
      claim('C', true),
      ...[1, 2].map((): PlaceEvidence => ({
        kind: 'photo-match',
        about: { location: 'C' },
        local: true,
        weight: 4,
        source: '1.jpg',
      })),
    ],
    threshold: 0.6,
  });
  const order = (certainty: 'estimate' | 'certified', settled: readonly string[] = []): string[] =>
    questionOrder(sized, { estimate: known, threshold: 0.6, certainty, settled: new Set(settled) }).map(({ id }) => id);

  it('asks about what is large and unsure first', () => {
    expect(order('estimate')).toEqual(['large', 'sure', 'small']);
  });

  it('asks for proof of the likelier side when certainty is wanted', () => {
    expect(known.mean).toBeGreaterThan(0.6);
    expect(order('certified')).toEqual(['sure', 'large', 'small']);
  });

  it('asks nothing twice', () => {
    expect(order('estimate', ['large'])).toEqual(['sure', 'small']);
  });
});
