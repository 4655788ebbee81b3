import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPack, parsePack } from '../../src/policy/load-pack.ts';
import { describePackProblem, type PackProblem } from '../../src/policy/pack-problem.ts';
import { declarations, packText, type PackVariation } from './pack-example.ts';

const problemsOf = (text: string): readonly PackProblem[] => {
  const result = parsePack(text, 'packs/example.yaml', declarations);
  return result.ok ? [] : result.problems;
};
const whenLine =
  packText('X')
    .split('\n')
    .findIndex((line) => line.includes('when: X')) + 1;

describe('a condition that a pack may not have', () => {
  it.each<[string, string, string, string]>([
    ['{is: local_shore >= 0.6}', 'factUnknown', 'clauses.0.when.is', 'local_share'],
    ['{is: local-share >= 0.6}', 'hyphenated', 'clauses.0.when.is', 'local_share'],
    ['{is: local_share >= 0.6 && local_share < 0.8}', 'severalNumbers', 'clauses.0.when.is', 'Split it'],
    ['{is: kind == 1}', 'notCel', 'clauses.0.when.is', 'string == int'],
    ['{is: 1 > 0}', 'withoutFact', 'clauses.0.when.is', 'Name a fact'],
    ['{evidence: leter}', 'evidenceUndeclared', 'clauses.0.when.evidence', 'letter'],
    ['{all: [{evidence: letter}, {is: hits > 1, evidence: letter}]}', 'nodeForm', 'clauses.0.when.all.1', 'Split it'],
    ['{says: {zh-CN: 好, en: good}, evidence: letter}', 'nodeForm', 'clauses.0.when', 'says'],
    ['{look: [hits], evidence: letter}', 'nodeForm', 'clauses.0.when', 'look'],
    ['{judge: {zh-CN: 好, en: good}, look: [hit]}', 'factUnknown', 'clauses.0.when.look.0', 'hits'],
    ['{}', 'nodeForm', 'clauses.0.when', 'exactly one'],
    ['{atLeast: {count: 2, of: [{evidence: letter}]}}', 'atLeastTooMany', 'clauses.0.when.atLeast.count', 'only 1'],
    ['{all: []}', 'invalid', 'clauses.0.when.all', 'docs/reference'],
    ['{iss: hits > 1}', 'unknownKey', 'clauses.0.when.iss', 'is'],
  ])('%s', (when, code, key, hint) => {
    const [problem, ...others] = problemsOf(packText(when));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code, key, file: 'packs/example.yaml', line: whenLine });
    expect(problem?.message.en).toContain(hint);
    expect(problem?.message['zh-CN']).not.toContain('{{');
  });
});

describe('a pack that is wrong elsewhere', () => {
  const good = packText('{evidence: letter}');
  const variation = (given: PackVariation): string => packText('{evidence: letter}', given);
  it.each<[string, string, string, string, number]>([
    ['a duplicate key', good.replace('kind: policy', 'kind: policy\nkind: policy'), 'syntax', '', 4],
    ['a key misspelt', good.replace('cap: null', 'capp: null'), 'unknownKey', 'clauses.0.capp', 20],
    [
      'an English text with a comma and no quotes',
      good.replace('en: applicant', 'en: applicant, or agent'),
      'unknownKey',
      'clauses.0.needs.0.from.or agent',
      22,
    ],
    ['a status unknown', variation({ status: 'proposed' }), 'invalid', 'status', 4],
    ['in force from when', variation({ status: 'in-force' }), 'inForceUndated', 'effectiveFrom', 5],
    [
      'an end before the beginning',
      variation({ effectiveFrom: '2026-02-01', effectiveTo: '2026-01-01' }),
      'periodReversed',
      'effectiveTo',
      6,
    ],
    ['not a date', variation({ effectiveFrom: '2026-02-30' }), 'invalid', 'effectiveFrom', 5],
    [
      'a parameter named like a fact',
      good.replace('least-share:', 'local-share:'),
      'paramIsFact',
      'params.local-share',
      9,
    ],
    [
      'a parameter not of its unit',
      good.replace('value: 0.6', 'value: 六成'),
      'paramKind',
      'params.least-share.value',
      9,
    ],
    [
      'periods that overlap',
      good.replace('to: 2026-06-30', 'to: 2026-07-01'),
      'periodsOverlap',
      'params.dated-limit.value.1',
      13,
    ],
    [
      'a test of an unknown fact',
      variation({ tests: '[{name: t, facts: {hit: 1}, expect: open}]' }),
      'factUnknown',
      'clauses.0.tests.0.facts.hit',
      24,
    ],
    [
      'a test with an unknown document',
      variation({ tests: '[{name: t, evidence: [prof], expect: open}]' }),
      'evidenceUndeclared',
      'clauses.0.tests.0.evidence.0',
      24,
    ],
    ['a need twice', good.replace('type: proof', 'type: letter'), 'twice', 'clauses.0.needs.1.type', 23],
    [
      'a fact expected that nothing names',
      variation({
        facts: '{plays: {label: {zh-CN: 播放, en: plays}, unit: count, from: {zh-CN: 平台, en: platform}}}',
      }),
      'factUnused',
      'facts.plays',
      26,
    ],
    [
      'a fact expected in another unit than its checker states',
      variation({ facts: '{hits: {label: {zh-CN: 次, en: hits}, unit: ratio, from: {zh-CN: 平台, en: platform}}}' }),
      'factUnit',
      'facts.hits.unit',
      26,
    ],
    [
      'a list where a number belongs',
      good.replace('value: 0.6', 'value: [甲, 乙]'),
      'paramKind',
      'params.least-share.value',
      9,
    ],
    ['nothing at all', '', 'invalid', '', 1],
  ])('%s', (_, text, code, key, line) => {
    expect(problemsOf(text)).toContainEqual(expect.objectContaining({ code, key, line }));
  });

  it('says what is missing in plain words', () => {
    const [problem] = problemsOf(good.replace(/^status:.*\n/mu, '')).filter(({ key }) => key === 'status');
    expect(problem?.code).toBe('missing');
    expect(describePackProblem(problem as PackProblem)['zh-CN']).toMatch(
      /^packs\/example\.yaml:1:1 status：缺少这一项。/u,
    );
  });

  it('names no key where the whole file is meant', () => {
    const [problem] = problemsOf('');
    expect(describePackProblem(problem as PackProblem)['zh-CN']).toMatch(/^packs\/example\.yaml:1:1：值不对/u);
  });

  it('reports every problem at once, each with its place', () => {
    const problems = problemsOf(packText('{all: [{is: no_such > 1}, {evidence: nothing}]}'));
    expect(problems.map(({ code }) => code)).toEqual(['factUnknown', 'evidenceUndeclared']);
    expect(describePackProblem(problems[0] as PackProblem).en).toMatch(
      /^packs\/example\.yaml:\d+:\d+ clauses\.0\.when\.all\.0\.is: "no_such" is neither/,
    );
  });
});

describe('loadPack', () => {
  let folder = '';
  const source = '第一条 条文\n';
  const withSource = (sha256: string): string =>
    packText('{evidence: letter}').replace(
      /source: .*/,
      `source: {document: 《示例》, file: source.txt, sha256: ${sha256}}`,
    );
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shenpian-pack-'));
    await writeFile(join(folder, 'source.txt'), source);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('loads a pack whose source is the one it was taken from', async () => {
    const file = join(folder, 'good.yaml');
    await writeFile(file, withSource(createHash('sha256').update(source).digest('hex')));
    for (const given of [file, pathToFileURL(file)]) {
      const result = await loadPack(given, declarations);
      expect(result.ok && result.pack.pack.id).toBe('example');
    }
  });

  it.each([
    ['changed', (text: string) => text, 'sourceChanged'],
    ['gone', (text: string) => text.replace('source.txt', 'elsewhere.txt'), 'sourceMissing'],
  ])('refuses a pack whose source is %s', async (name, edit, code) => {
    const file = join(folder, `${name}.yaml`);
    await writeFile(file, edit(withSource('b'.repeat(64))));
    const result = await loadPack(file, declarations);
    expect(result.ok ? [] : result.problems).toMatchObject([{ code, file, line: 7 }]);
  });

  it('says so when there is no such file', async () => {
    const file = join(folder, 'none.yaml');
    const result = await loadPack(file, declarations);
    expect(result.ok ? [] : result.problems).toMatchObject([{ code: 'unreadable', file }]);
  });
});
