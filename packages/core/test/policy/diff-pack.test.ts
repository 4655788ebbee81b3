import { describe, expect, it } from 'vitest';
import { describeClause } from '../../src/policy/describe-clause.ts';
import { changedVerdicts, diffPacks } from '../../src/policy/diff-pack.ts';
import { parsePack } from '../../src/policy/load-pack.ts';
import type { LoadedPack } from '../../src/policy/compile-pack.ts';
import { declarations, examplePack, packText } from './pack-example.ts';

const share = '{is: local_share >= least_share}';
const tests =
  '[{name: at, facts: {local-share: 0.6}, expect: pass}, {name: below, facts: {local-share: 0.5}, expect: fail}]';
const changed = (from: string, to: string): LoadedPack => {
  const result = parsePack(packText(share, { tests }).replace(from, to), 'newer.yaml', declarations);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message.en).join());
  return result.pack;
};
const before = examplePack(share, { tests });

describe('diffPacks', () => {
  it('finds nothing between a pack and itself, nor in its tests alone', () => {
    expect(diffPacks(before.pack, before.pack)).toEqual([]);
    expect(diffPacks(before.pack, changed('name: below', 'name: lower').pack)).toEqual([]);
  });

  it.each<[string, string, string, ReturnType<typeof diffPacks>[number]]>([
    [
      'a number',
      'value: 0.6}',
      'value: 0.7}',
      { clause: null, key: 'params.least-share.value', before: '0.6', after: '0.7' },
    ],
    ['a cap', 'cap: null', 'cap: 5', { clause: 'only', key: 'cap', before: null, after: '5' }],
    ['words', 'text: 条文', 'text: 新条文', { clause: 'only', key: 'text', before: '条文', after: '新条文' }],
    [
      'a date',
      'effectiveTo: null',
      'effectiveTo: 2026-12-31',
      { clause: null, key: 'effectiveTo', before: null, after: '2026-12-31' },
    ],
    [
      'a condition',
      'local_share >=',
      'local_share >',
      {
        clause: 'only',
        key: 'when',
        before: '{"is":"local_share >= least_share"}',
        after: '{"is":"local_share > least_share"}',
      },
    ],
    [
      'a source',
      `sha256: ${'a'.repeat(64)}`,
      `sha256: ${'b'.repeat(64)}`,
      { clause: null, key: 'source.sha256', before: 'a'.repeat(64), after: 'b'.repeat(64) },
    ],
  ])('%s', (_, from, to, change) => {
    expect(diffPacks(before.pack, changed(from, to).pack)).toEqual([change]);
  });

  it('tells a clause that is gone from one that is new', () => {
    const other = changed('id: only', 'id: another');
    expect(
      diffPacks(before.pack, other.pack).map(({ clause, before: was, after: is }) => [
        clause,
        was === null,
        is === null,
      ]),
    ).toEqual([
      ['only', false, true],
      ['another', true, false],
    ]);
  });
});

describe('changedVerdicts', () => {
  it('lists the tests of the older pack that come out otherwise', () => {
    expect(changedVerdicts(before, changed('value: 0.6}', 'value: 0.7}'))).toEqual([
      { clause: 'only', test: 'at', before: 'pass', after: 'fail' },
    ]);
    expect(changedVerdicts(before, changed('id: only', 'id: another')).map(({ after }) => after)).toEqual([null, null]);
    expect(changedVerdicts(before, before)).toEqual([]);
  });
});

describe('describeClause', () => {
  const lines = (when: string, date: string | null = null, appliesTo?: string): string[] =>
    describeClause(examplePack(when, appliesTo === undefined ? {} : { appliesTo }), 'only', date).map(
      ({ part, depth, text }) => `${part} ${depth} ${text.en}`,
    );

  it('words conditions, groups and who gives what', () => {
    expect(lines(`{all: [${share}, {any: [{evidence: letter}, {not: {judge: {zh-CN: 好, en: good}}}]}]}`)).toEqual([
      'when 0 share at least 60 %',
      'when 0 any one of the next 2:',
      'when 1 hand in "letter" (letter, from applicant)',
      'when 1 not:',
      'when 2 For people to judge: good',
    ]);
    expect(lines('{judge: {zh-CN: 好, en: good}, look: [hits]}', null, '{is: kind == "ai"}')).toEqual([
      'appliesTo 0 kind == "ai"',
      'when 0 For people to judge: good (to look at: hits)',
    ]);
  });

  it('takes the number of the date, and names the number where there is none', () => {
    expect(lines('{is: hits <= dated_limit}', '2026-03-01')).toEqual(['when 0 hits at most 5']);
    expect(lines('{is: hits <= dated_limit}', '2026-08-01')).toEqual(['when 0 hits at most 2']);
    expect(lines('{is: hits <= dated_limit}')).toEqual(['when 0 hits at most limit']);
  });

  it('does not know a clause that is not there', () => {
    expect(() => describeClause(before, 'no-such', null)).toThrow(TypeError);
  });
});
