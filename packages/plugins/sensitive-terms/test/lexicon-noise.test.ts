import { expect, test } from 'vitest';
import { measureNoise } from '../src/lexicon/lexicon-noise.ts';
import { lexiconSchema } from '../src/lexicon/lexicon.ts';
import { starterLexicons } from '../src/lexicon/starter-lexicons.ts';

const list = (...terms: string[]) =>
  lexiconSchema.parse({
    id: 'list',
    title: { 'zh-CN': '表', en: 'list' },
    terms: terms.map((text) => ({ text, level: 'warning' })),
  });

test('a word of everyday talk is noise, and named with the lines that it flags', async () => {
  const { lines, flagged, worst } = await measureNoise(list('我们', '无此词语'));
  expect(lines).toBeGreaterThan(1000);
  expect(flagged).toBeGreaterThan(lines / 100);
  expect(worst).toEqual([{ term: '我们', lines: flagged }]);
});

test('the starter lexicons are not', async () => {
  for (const lexicon of starterLexicons().filter(({ scope }) => scope === 'text')) {
    const { lines, flagged } = await measureNoise(lexicon);
    expect(flagged / lines, lexicon.id).toBeLessThanOrEqual(0.001);
  }
});
