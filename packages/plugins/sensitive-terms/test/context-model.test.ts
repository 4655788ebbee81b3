import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { lineFeatures, loadContextModel } from '../src/context/context-model.ts';

test('features are pairs of characters without punctuation, widths folded', () => {
  expect(lineFeatures('赌，Ａ博')).toEqual({ 赌a: 1, a博: 1 });
});

test('on held-out lines a sure "neutral" is never an offence, and most lines of everyday talk with known words get it', async () => {
  const file = new URL('../training/context-lines.yaml', import.meta.url);
  const { heldOut } = parse(await readFile(file, 'utf8')) as { heldOut: Record<string, string[]> };
  const model = await loadContextModel();
  const neutral = (lines: readonly string[]) =>
    lines.filter((line) => {
      const { intent, score } = model.judge(line);
      return intent === 'neutral' && score >= 0.85;
    });
  const { neutral: everyday = [], ...offences } = heldOut;
  expect(neutral(Object.values(offences).flat())).toEqual([]);
  expect(neutral(everyday).length).toBeGreaterThanOrEqual(12);
});

test('a line of which the model knows little gets no verdict', async () => {
  expect((await loadContextModel()).judge('来个大麻')).toEqual({ intent: 'unknown', score: 0 });
});
