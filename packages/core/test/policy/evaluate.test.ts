import { describe, expect, it } from 'vitest';
import type { Fact, Facts } from '../../src/findings/fact.ts';
import { evaluatePack, type PolicyInput } from '../../src/policy/evaluate.ts';
import { verdictSchema, type Verdict } from '../../src/policy/verdict.ts';
import { examplePack, type PackVariation } from './pack-example.ts';

const share = '{is: local_share >= least_share}';
const person = '{judge: {zh-CN: 是否得体, en: is it fitting}}';
const letter = { type: 'letter', path: 'evidence/letter.pdf', issued: null };
const unknown: Fact = {
  unknown: {
    reason: { 'zh-CN': '审核失败', en: 'check failed' },
    wouldSettle: { 'zh-CN': '重新运行', en: 'run it again' },
  },
};
const judge = (when: string, input: Partial<PolicyInput> = {}, variation: PackVariation = {}): Verdict => {
  const [verdict] = evaluatePack(examplePack(when, variation), {
    facts: {},
    evidence: [],
    date: '2026-12-01',
    claims: [],
    ...input,
  });
  if (verdict === undefined) throw new Error('no verdict');
  expect(verdictSchema.parse(verdict)).toEqual(verdict);
  return verdict;
};
const facts = (given: Record<string, number | string>): Facts =>
  Object.fromEntries(Object.entries(given).map(([id, value]) => [id, { value }]));

describe('evaluatePack', () => {
  const both = `{all: [${share}, {evidence: letter}]}`;
  const withPerson = `{all: [${share}, {evidence: letter}, ${person}]}`;
  it.each<[string, string, Partial<PolicyInput>, PackVariation, Verdict['verdict']]>([
    ['everything true', both, { facts: facts({ 'local-share': 0.6 }), evidence: [letter] }, {}, 'pass'],
    ['a condition false', both, { facts: facts({ 'local-share': 0.59 }), evidence: [letter] }, {}, 'fail'],
    ['false decides although a document is missing', both, { facts: facts({ 'local-share': 0.59 }) }, {}, 'fail'],
    ['a document missing', both, { facts: facts({ 'local-share': 0.6 }) }, {}, 'open'],
    ['a fact absent', both, { evidence: [letter] }, {}, 'open'],
    ['a fact unknown', both, { facts: { 'local-share': unknown }, evidence: [letter] }, {}, 'open'],
    ['only a person left', withPerson, { facts: facts({ 'local-share': 0.6 }), evidence: [letter] }, {}, 'review'],
    ['a person and a document left', withPerson, { facts: facts({ 'local-share': 0.6 }) }, {}, 'open'],
    ['a person left, but false already', withPerson, { facts: facts({ 'local-share': 0.1 }) }, {}, 'fail'],
    [
      'discretion left',
      both,
      { facts: facts({ 'local-share': 0.6 }), evidence: [letter] },
      { discretionary: '{zh-CN: 评审, en: assessed}' },
      'review',
    ],
    [
      'discretion does not save a false condition',
      both,
      { facts: facts({ 'local-share': 0.1 }) },
      { discretionary: '{zh-CN: 评审, en: assessed}' },
      'fail',
    ],
    [
      'does not apply',
      share,
      { facts: facts({ kind: 'ai', 'local-share': 0.1 }) },
      { appliesTo: '{is: kind == "live-action"}' },
      'notApplicable',
    ],
    [
      'applies',
      share,
      { facts: facts({ kind: 'ai', 'local-share': 0.1 }) },
      { appliesTo: '{is: kind == "ai"}' },
      'fail',
    ],
    [
      'may not apply, so never fails',
      share,
      { facts: facts({ 'local-share': 0.1 }) },
      { appliesTo: '{is: kind == "ai"}' },
      'open',
    ],
    [
      'a person says whether it applies',
      share,
      { facts: facts({ 'local-share': 0.1 }) },
      { appliesTo: person },
      'review',
    ],
    [
      'before it begins',
      share,
      { facts: facts({ 'local-share': 1 }) },
      { effectiveFrom: '2026-12-02' },
      'notApplicable',
    ],
    ['on its first day', share, { facts: facts({ 'local-share': 1 }) }, { effectiveFrom: '2026-12-01' }, 'pass'],
    ['on its last day', share, { facts: facts({ 'local-share': 1 }) }, { effectiveTo: '2026-12-01' }, 'pass'],
    ['after its end', share, { facts: facts({ 'local-share': 1 }) }, { effectiveTo: '2026-11-30' }, 'notApplicable'],
    [
      'no date for a dated clause',
      share,
      { facts: facts({ 'local-share': 0.1 }), date: null },
      { effectiveFrom: '2026-01-01' },
      'open',
    ],
    ['no date for an undated clause', share, { facts: facts({ 'local-share': 0.6 }), date: null }, {}, 'pass'],
    [
      'the parameter of the first half',
      '{is: hits <= dated_limit}',
      { facts: facts({ hits: 5 }), date: '2026-06-30' },
      {},
      'pass',
    ],
    [
      'the parameter of the second half',
      '{is: hits <= dated_limit}',
      { facts: facts({ hits: 5 }), date: '2026-07-01' },
      {},
      'fail',
    ],
    [
      'a date without a parameter',
      '{is: hits <= dated_limit}',
      { facts: facts({ hits: 0 }), date: '2025-12-31' },
      {},
      'open',
    ],
    [
      'a dated parameter without a date',
      '{is: hits <= dated_limit}',
      { facts: facts({ hits: 0 }), date: null },
      {},
      'open',
    ],
    [
      'one of two documents is enough',
      '{any: [{evidence: letter}, {evidence: proof}]}',
      { evidence: [letter] },
      {},
      'pass',
    ],
    [
      'one of two documents of three conditions',
      `{atLeast: {count: 2, of: [${share}, {evidence: letter}, {evidence: proof}]}}`,
      { evidence: [letter] },
      {},
      'open',
    ],
    ['issued on the day', '{evidence: letter}', { evidence: [{ ...letter, issued: '2026-12-01' }] }, {}, 'pass'],
    ['issued after the day', '{evidence: letter}', { evidence: [{ ...letter, issued: '2026-12-02' }] }, {}, 'open'],
  ])('%s', (_, when, input, variation, expected) => {
    const verdict = judge(when, input, variation);
    expect(verdict.verdict).toBe(expected);
    expect(verdict.missing.length > 0).toBe(expected === 'open' || expected === 'review');
  });

  it.each<[string, Fact]>([
    ['a text for a number', { value: '0.9' }],
    ['yes for a number', { value: true }],
    ['not a number', { value: Number.NaN }],
    ['an interval upside down', { low: 0.9, high: 0.7, coverage: 1 }],
    ['an unlimited interval', { low: 0.7, high: Number.POSITIVE_INFINITY, coverage: 1 }],
  ])('does not use %s', (_, fact) => {
    expect(judge(share, { facts: { 'local-share': fact } }).verdict).toBe('open');
  });

  it('gives the reasons: rule, draft, value against threshold, what is missing and from whom', () => {
    const verdict = judge(`{all: [${share}, {evidence: proof}, ${person}]}`, {
      facts: { 'local-share': { low: 0.521, high: 0.713, coverage: 0.8 } },
      claims: ['example/only'],
    });
    expect(verdict).toMatchObject({
      pack: 'example',
      clause: 'only',
      article: '一',
      claimed: true,
    });
    expect(verdict.because.map((line) => line.en)).toEqual([
      'Rule: 《示例》, 一.',
      'The document is a draft for comment (征求意见稿) and not in force; the verdict only helps to prepare.',
      'Judged by the rules that hold on 2026-12-01.',
      'share: 52.1 %–71.3 % (from 80 % of the material); the condition "at least 60 %" cannot be told yet.',
      '"proof" was not handed in.',
      'For people to judge: is it fitting',
      'Material or data are missing: open.',
    ]);
    expect(verdict.missing.map((line) => line['zh-CN'])).toEqual([
      'share：目前为 52.1 %–71.3 %，跨越 60 %，请补充标注或材料缩小范围。',
      '证明（由平台提供）',
      '须由人认定：是否得体',
    ]);
  });

  it('passes on why a fact is unknown and what would settle it', () => {
    const verdict = judge(share, { facts: { 'local-share': unknown } });
    expect(verdict.because.map((line) => line['zh-CN'])).toContain('share：未知（审核失败）。');
    expect(verdict.missing.map((line) => line.en)).toEqual(['share: run it again']);
  });

  it('asks only for what still matters', () => {
    const verdict = judge(`{all: [{any: [{evidence: letter}, {evidence: proof}]}, ${share}]}`, {
      evidence: [letter],
    });
    expect(verdict.missing.map((line) => line.en)).toEqual([
      'share: enable the checker that measures it and let it finish.',
    ]);
  });

  it('refuses a date that is not one', () => {
    expect(() => judge(share, { date: '2026年12月1日' })).toThrow(TypeError);
  });
});

describe('whatever the condition', () => {
  const conditions = [
    share,
    '{is: hits == 3}',
    '{not: {is: hits >= 3}}',
    `{all: [${share}, {is: kind == "ai"}, {evidence: letter}]}`,
    `{any: [${share}, {is: hits > 2}, {evidence: proof}]}`,
    `{any: [{not: {evidence: letter}}, ${share}]}`,
    `{atLeast: {count: 2, of: [${share}, {is: kind != "ai"}, {evidence: letter}, ${person}]}}`,
    `{all: [{any: [{is: hits < 3}, ${person}]}, {not: {all: [{evidence: letter}, ${share}]}}]}`,
  ];
  const values: Record<string, readonly (number | string)[]> = {
    'local-share': [0.2, 0.6, 0.9],
    hits: [0, 3, 4],
    kind: ['ai', 'animation'],
  };
  const states = Object.entries(values).reduce<readonly Facts[]>(
    (built, [id, options]) =>
      built.flatMap((start) => [
        { ...start, [id]: unknown },
        ...options.map((value) => ({ ...start, [id]: { value } })),
      ]),
    [{}],
  );
  const proof = { type: 'proof', path: 'evidence/proof.pdf', issued: null };
  const folders = [[], [letter], [proof], [letter, proof]];

  it.each(conditions)('a missing fact never decides: %s', (when) => {
    const pack = examplePack(when);
    const verdictFor = (known: Facts, evidence: PolicyInput['evidence']): string | undefined =>
      evaluatePack(pack, { facts: known, evidence, date: null, claims: [] })[0]?.verdict;
    for (const evidence of folders) {
      for (const state of states) {
        const verdict = verdictFor(state, evidence);
        if (verdict !== 'pass' && verdict !== 'fail') continue;
        for (const [id, fact] of Object.entries(state)) {
          if (!('unknown' in fact)) continue;
          for (const value of values[id] ?? []) {
            expect(verdictFor({ ...state, [id]: { value } }, evidence)).toBe(verdict);
          }
        }
      }
    }
  });

  it.each(conditions)('more evidence never turns pass into fail: %s', (when) => {
    const pack = examplePack(when);
    for (const known of states) {
      for (const fewer of folders) {
        const [before] = evaluatePack(pack, {
          facts: known,
          evidence: fewer,
          date: null,
          claims: [],
        });
        if (before?.verdict !== 'pass') continue;
        for (const more of folders) {
          const evidence = [...fewer, ...more];
          const [after] = evaluatePack(pack, { facts: known, evidence, date: null, claims: [] });
          expect(after?.verdict).toBe('pass');
        }
      }
    }
  });
});

describe('a fact that a pack expects', () => {
  const variation: PackVariation = {
    facts: '{plays: {label: {zh-CN: 播放量, en: plays}, unit: count, from: {zh-CN: 平台, en: the platform}}}',
  };
  it('is open until a checker states it, and says who does', () => {
    const verdict = judge('{is: plays >= 100}', {}, variation);
    expect(verdict.verdict).toBe('open');
    expect(verdict.missing.map((line) => line['zh-CN'])).toEqual(['播放量（由平台提供）']);
    expect(verdict.steps).toMatchObject([
      { kind: 'comparison', truth: 'unknown', facts: [{ id: 'plays', fact: null }], from: { en: 'the platform' } },
    ]);
  });

  it.each([
    [100, 'pass'],
    [99, 'fail'],
  ] as const)('of %d decides like any other', (value, expected) => {
    expect(judge('{is: plays >= 100}', { facts: { plays: { value } } }, variation).verdict).toBe(expected);
  });
});

it.each([
  ['live-action', '“真人微短剧”', '"live action"'],
  ['other', '“other”', '"other"'],
])('a kind %s is said in the words that people have for it', (kind, chinese, english) => {
  const asked = judge('{judge: {zh-CN: 好, en: good}, look: [kind]}', { facts: facts({ kind }) }).because;
  const stated = judge('{is: kind == "ai"}', { facts: facts({ kind }) }).because;
  for (const lines of [asked, stated]) {
    expect(lines.some((line) => line['zh-CN'].includes(`：${chinese}`))).toBe(true);
    expect(lines.some((line) => line.en.includes(`: ${english}`))).toBe(true);
  }
});

describe('a question with facts to look at', () => {
  const when = '{judge: {zh-CN: 是否得体, en: is it fitting}, look: [local-share, hits]}';
  it('shows them and decides nothing by them', () => {
    const verdict = judge(when, { facts: facts({ 'local-share': 0.25 }) });
    expect(verdict.verdict).toBe('review');
    const lines = verdict.because.map((line) => line.en);
    expect(lines).toContain('To look at: share: 25 %');
    expect(lines.some((line) => line.startsWith('To look at, not there yet: hits'))).toBe(true);
    expect(verdict.missing.map((line) => line.en)).toEqual(['For people to judge: is it fitting']);
  });
});

describe('a clause known only from a report', () => {
  const variation: PackVariation = { reported: '{zh-CN: 某报, en: a paper}', via: '{zh-CN: 某站, en: a site}' };
  it.each([
    [0.6, 'holds'],
    [0.1, 'does not hold'],
  ])('neither passes nor fails: %d', (value, outcome) => {
    const verdict = judge(share, { facts: facts({ 'local-share': value }) }, variation);
    expect(verdict.verdict).toBe('review');
    const lines = verdict.because.map((line) => line.en).join('\n');
    expect(lines).toContain(outcome);
    expect(lines).toContain('as reported by a paper');
    expect(lines).toContain('taken from a site');
    expect(verdict.missing.map((line) => line.en)).toEqual([
      'The words of the clause: compare with what the issuing office published.',
    ]);
  });

  it('stays open while a fact is missing', () => {
    expect(judge(share, {}, variation).verdict).toBe('open');
  });
});

describe('the steps of a verdict', () => {
  it('hold fact, value, comparison and threshold, and how much more decides it', () => {
    const interval: Facts = { 'local-share': { low: 0.5, high: 0.7, coverage: 0.9 } };
    const [step] = judge(share, { facts: interval }).steps ?? [];
    expect(step).toMatchObject({
      part: 'when',
      kind: 'comparison',
      truth: 'unknown',
      facts: [{ id: 'local-share', unit: 'ratio', fact: interval['local-share'] }],
      comparison: '>=',
      threshold: 0.6,
    });
    expect(step?.sensitivity.map(({ kind, amount }) => [kind, Number(amount.toFixed(6))])).toEqual([
      ['toHold', 0.1],
      ['toFail', 0.1],
    ]);
  });

  it('name the office for a document and a person for a question', () => {
    const steps = judge(`{all: [{evidence: letter}, ${person}]}`).steps ?? [];
    expect(steps.map(({ kind, from }) => [kind, from?.en])).toEqual([
      ['evidence', 'applicant'],
      ['judge', 'the office or a reviewer'],
    ]);
  });
});
