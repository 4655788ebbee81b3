import { describe, expect, test } from 'vitest';
import { aigcJson, conforms, readAigc } from '../src/aigc-metadata.ts';

const good = {
  Label: '1',
  ContentProducer: '001191110102MAD55U9H0F10002',
  ProduceID: 'fh-01',
  ReservedCode1: '',
  ContentPropagator: '001191110102MAD55U9H0F10002',
  PropagateID: 'fh-01',
  ReservedCode2: '',
};
const { ProduceID: _, ...lacking } = good;
const problemsOf = (value: unknown) =>
  readAigc(typeof value === 'string' ? value : JSON.stringify(value)).problems.map(
    ({ level, field }) => `${level} ${field}`,
  );

describe('readAigc', () => {
  test('reads both shapes', () => {
    expect(readAigc(JSON.stringify({ AIGC: good }))).toEqual({ shape: 'wrapped', fields: good, problems: [] });
    expect(readAigc(JSON.stringify(good))).toEqual({ shape: 'bare', fields: good, problems: [] });
  });

  test.each<[string, unknown, readonly string[]]>([
    ['no JSON', 'AIGC=1', ['error null']],
    ['a list', [good], ['error null']],
    ['a text within', { AIGC: 'yes' }, ['error AIGC']],
    ['a missing field', lacking, ['error ProduceID']],
    ['a number', { ...good, Label: 1 }, ['error Label']],
    ['another label', { ...good, Label: 'AIGC' }, ['error Label']],
    ['an empty producer', { ...good, ContentProducer: '' }, ['error ContentProducer']],
    ['a producer that is no code', { ...good, ContentProducer: 'Minimax Agent AI' }, ['note ContentProducer']],
    ['characters that some readers refuse', { ...good, ProduceID: '第 1 集' }, ['note ProduceID']],
    ['a field more', { ...good, Model: 'x' }, ['note Model']],
  ])('explains %s', (_, value, problems) => {
    expect(problemsOf(value)).toEqual(problems);
  });

  test('a note is no fault', () => {
    expect(conforms(readAigc(JSON.stringify({ ...good, ContentProducer: 'x' })))).toBe(true);
    expect(conforms(readAigc(JSON.stringify(lacking)))).toBe(false);
  });
});

test('what is written conforms; the propagator is the producer at first', () => {
  const value = aigcJson({ label: '1', producer: good.ContentProducer, produceId: 'fh-01' });
  expect(readAigc(value)).toEqual({ shape: 'wrapped', fields: good, problems: [] });
});
