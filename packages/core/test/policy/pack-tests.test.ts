import { describe, expect, it } from 'vitest';
import { runPackTests } from '../../src/policy/pack-tests.ts';
import { examplePack } from './pack-example.ts';

describe('runPackTests', () => {
  it('tells the tests that hold from those that do not', () => {
    const pack = examplePack('{all: [{is: local_share >= least_share}, {evidence: letter}]}', {
      tests: `
      - {name: met, facts: {local-share: 0.6}, evidence: [letter], expect: pass}
      - {name: wrong on purpose, facts: {local-share: 0.6}, evidence: [letter], expect: fail}
      - {name: interval, facts: {local-share: {low: 0.1, high: 0.59}}, expect: fail}
      - {name: unknown, facts: {local-share: null}, evidence: [letter], expect: open}
      - {name: too late, date: 2026-01-01, facts: {local-share: 1}, evidence: [{type: letter, issued: 2026-01-02}], expect: open}`,
    });
    expect(runPackTests(pack).map(({ name, passed, verdict }) => [name, passed, verdict.verdict])).toEqual([
      ['met', true, 'pass'],
      ['wrong on purpose', false, 'pass'],
      ['interval', true, 'fail'],
      ['unknown', true, 'open'],
      ['too late', true, 'open'],
    ]);
  });
});
