import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import {
  describePackProblem,
  evaluatePack,
  loadPack,
  runPackTests,
  seriesFactDeclarations,
  type Fact,
  type FactDeclaration,
  type Facts,
  type LoadedPack,
  type PolicyInput,
  type Verdict,
} from '@shenpian/core';
import { describe, expect, it } from 'vitest';
import policies from '../src/index.ts';

const declare = (label: string, unit: FactDeclaration['unit']): FactDeclaration => ({
  label: { 'zh-CN': label, en: label },
  unit,
});
const declarations = {
  ...seriesFactDeclarations,
  'local-scene-ratio': declare('示范区取景比例', 'ratio'),
  'content-violations': declare('内容违规', 'count'),
  'content-warnings': declare('内容提示', 'count'),
  'subtitle-lines': declare('字幕条数', 'count'),
};
const files = [...policies.policyPacks, ...policies.standards].map(({ file }) => file);
const packs: readonly LoadedPack[] = await Promise.all(
  files.map(async (file) => {
    const result = await loadPack(file, declarations);
    if (!result.ok) throw new Error(result.problems.map((problem) => describePackProblem(problem).en).join('\n'));
    return result.pack;
  }),
);
const clauses = packs.flatMap((loaded) => loaded.pack.clauses.map((clause) => ({ loaded, clause })));

const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '');
const judge = (clauseId: string, input: Partial<PolicyInput>): Verdict => {
  const found = clauses.find(({ clause }) => clause.id === clauseId);
  if (found === undefined) throw new Error(`no clause ${clauseId}`);
  const given = { facts: {}, evidence: [], date: '2026-12-01', claims: [], ...input };
  const verdict = evaluatePack(found.loaded, given).find(({ clause }) => clause === clauseId);
  if (verdict === undefined) throw new Error(`no verdict for ${clauseId}`);
  return verdict;
};
const document = (type: string): PolicyInput['evidence'][number] => ({
  type,
  path: `evidence/${type}.pdf`,
  issued: '2026-05-01',
});

describe('the files', () => {
  it('are all named by the plugin', () => {
    const onDisk = ['packs', 'standards'].flatMap((folder) =>
      readdirSync(new URL(`../${folder}/`, import.meta.url)).map((name) => `${folder}/${name}`),
    );
    expect(files.map((file) => file.pathname.split('/').slice(-2).join('/')).toSorted()).toEqual(onDisk.toSorted());
  });

  it.each(packs.map((loaded) => [loaded.pack.id, loaded] as const))('%s keeps its source beside it', (_, { pack }) => {
    expect(pack.source.file).toBeDefined();
    const source = readFileSync(new URL(pack.source.file ?? '', files[0]));
    expect(createHash('sha256').update(source).digest('hex')).toBe(pack.source.sha256);
  });

  it.each(clauses.map(({ loaded, clause }) => [`${loaded.pack.id}/${clause.id}`, loaded, clause] as const))(
    '%s quotes its source word for word',
    (_, { pack }, clause) => {
      const source = readFileSync(new URL(pack.source.file ?? '', files[0]), 'utf8');
      expect(withoutSpaces(source)).toContain(withoutSpaces(clause.text));
    },
  );
});

describe('the tests that the packs carry', () => {
  const results = packs.flatMap(runPackTests);
  it.each(results.map((result) => [result.clause, result.name, result] as const))('%s: %s', (_, __, result) => {
    expect(result.verdict.verdict).toBe(result.expected);
  });

  it.each([
    ['location-shooting', ['fail', 'open', 'review']],
    ['content-review', ['fail', 'open', 'review']],
    ['episode-length', ['fail', 'notApplicable', 'open', 'pass']],
  ])('%s: every verdict that it can reach is among them', (clause, verdicts) => {
    const expected = results.filter((result) => result.clause === clause).map((result) => result.expected);
    expect([...new Set(expected)].toSorted()).toEqual(verdicts);
  });
});

describe('location-shooting', () => {
  const evidence = [document('nrta-selection'), document('online-release')];
  const withRatio = (fact: Fact, given = evidence): Verdict =>
    judge('location-shooting', {
      facts: { 'local-scene-ratio': fact },
      evidence: given,
      claims: ['location-shooting'],
    });

  it.each<[Fact, Verdict['verdict']]>([
    [{ value: 0.6 }, 'review'],
    [{ value: 0.599_999_999 }, 'fail'],
    [{ low: 0.6, high: 0.6, coverage: 1 }, 'review'],
    [{ low: 0.6, high: 1, coverage: 0.7 }, 'review'],
    [{ low: 0.599, high: 0.6, coverage: 0.99 }, 'open'],
    [{ low: 0, high: 0.599, coverage: 0.6 }, 'fail'],
    [{ low: 0, high: 1, coverage: 0 }, 'open'],
  ])('%j gives %s', (fact, expected) => {
    expect(withRatio(fact).verdict).toBe(expected);
  });

  it('says that the text is a draft, that it is garbled, and what it may pay', () => {
    const verdict = withRatio({ value: 0.625 });
    const lines = verdict.because.map((line) => line['zh-CN']).join('\n');
    expect(lines).toContain('征求意见稿');
    expect(lines).toContain('示范区取景比例：62.5 %；条件“不低于 60 %”成立。');
    expect(lines).toContain('“不低于作 60%”');
    expect(lines).toContain('分母');
    expect(verdict).toMatchObject({ article: '三（一）', cap: 50_000, claimed: true });
  });

  it('asks the applicant for what is missing, and people for what only they can say', () => {
    expect(withRatio({ value: 0.9 }, []).missing.map((line) => line['zh-CN'])).toEqual([
      '入选广电总局微短剧剧本的证明（由申报单位提供）',
      '在网络视听平台上线播出的证明（由申报单位或播出平台提供）',
      '须由人认定：作品是否充分展现示范区城市形象，或促进示范区旅游宣传推广',
      '须经评审：按作品传播热度、美誉度和触达率等指标综合评定，经评选认定后给予最高不超过 5 万元资助',
    ]);
  });
});

describe('content-review', () => {
  const facts: Facts = { 'content-violations': { value: 0 }, 'content-warnings': { value: 0 } };
  it.each<[string, Facts, boolean, Verdict['verdict']]>([
    ['nothing found, record handed in', facts, true, 'review'],
    ['nothing found, no record', facts, false, 'open'],
    ['one violation', { ...facts, 'content-violations': { value: 1 } }, true, 'fail'],
    ['warnings', { ...facts, 'content-warnings': { value: 4 } }, true, 'review'],
    ['the check failed', {}, true, 'open'],
  ])('%s', (_, given, record, expected) => {
    const evidence = record ? [document('review-system')] : [];
    expect(judge('content-review', { facts: given, evidence }).verdict).toBe(expected);
  });

  it('asks people about warnings only when there are some', () => {
    const evidence = [document('review-system')];
    const asked = (count: number): number =>
      judge('content-review', {
        facts: { ...facts, 'content-warnings': { value: count } },
        evidence,
      }).missing.length;
    expect([asked(0), asked(1)]).toEqual([1, 2]);
  });
});

describe('episode-length', () => {
  it.each([
    [1199.999, '2026-12-01', 'pass'],
    [1200, '2026-12-01', 'fail'],
    [1200.001, '2026-12-01', 'fail'],
    [1200, '2026-09-01', 'fail'],
    [1200, '2026-08-31', 'notApplicable'],
    [60, null, 'open'],
  ] as const)('%d s, filed %s, gives %s', (seconds, date, expected) => {
    const facts = { 'longest-episode-seconds': { value: seconds } };
    expect(judge('episode-length', { facts, date }).verdict).toBe(expected);
  });

  it('never shows a length as the limit that it is not', () => {
    const verdict = judge('episode-length', {
      facts: { 'longest-episode-seconds': { value: 1199.999 } },
    });
    expect(verdict.because.map((line) => line.en).join('\n')).toContain(
      '1199.999 s; the condition "less than 1200 s" holds',
    );
  });
});

describe('every clause', () => {
  const values: Readonly<Record<string, readonly Fact[]>> = {
    'local-scene-ratio': [{ value: 0.3 }, { value: 0.6 }, { value: 1 }],
    'content-violations': [{ value: 0 }, { value: 2 }],
    'content-warnings': [{ value: 0 }, { value: 2 }],
    'longest-episode-seconds': [{ value: 60 }, { value: 1200 }],
  };
  const states = Object.entries(values).reduce<readonly Facts[]>(
    (built, [id, facts]) => built.flatMap((start) => [start, ...facts.map((fact) => ({ ...start, [id]: fact }))]),
    [{}],
  );
  const subsets = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
    items.reduce<readonly (readonly Item[])[]>((sets, item) => sets.flatMap((set) => [set, [...set, item]]), [[]]);

  it.each(clauses.map(({ clause }) => [clause.id, clause] as const))(
    '%s: a missing fact never decides, and more evidence never turns a pass into a fail',
    (id, clause) => {
      const folders = subsets(clause.needs.map(({ type }) => document(type)));
      let decided = 0;
      for (const evidence of folders) {
        for (const facts of states) {
          const { verdict } = judge(id, { facts, evidence });
          if (verdict !== 'pass' && verdict !== 'fail') continue;
          decided += 1;
          for (const [missing, options] of Object.entries(values)) {
            if (missing in facts) continue;
            for (const fact of options) {
              expect(judge(id, { facts: { ...facts, [missing]: fact }, evidence }).verdict).toBe(verdict);
            }
          }
          for (const more of folders) {
            expect(judge(id, { facts, evidence: [...evidence, ...more] }).verdict).toBe(verdict);
          }
        }
      }
      expect(decided).toBeGreaterThan(0);
    },
  );

  it.each(clauses.map(({ clause }) => [clause.id] as const))(
    '%s: without any fact there is no pass and no fail',
    (id) => {
      const everything = clauses.flatMap(({ clause }) => clause.needs.map(({ type }) => document(type)));
      expect(['open', 'review']).toContain(judge(id, { evidence: everything }).verdict);
      expect(judge(id, {}).verdict).toBe('open');
    },
  );
});
