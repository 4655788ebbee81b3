import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { lineFeatures, loadContextModel } from '../src/context/context-model.ts';
import { screenLines } from '../src/screening/screen-text.ts';

type Sets = Record<'train' | 'dev' | 'heldOut', Record<string, string[]>>;

const file = new URL('../training/context-lines.yaml', import.meta.url);
const sets = parse(await readFile(file, 'utf8')) as Sets;
const model = await loadContextModel();
const isSure = (line: string): boolean => {
  const { intent, score } = model.judge(line);
  return intent === 'neutral' && score >= 0.85;
};
const { neutral = [], ...kinds } = sets.heldOut;
const offences = Object.values(kinds).flat();

test('features are pairs of characters without punctuation, widths folded, and cue words', () => {
  expect(lineFeatures('赌，Ａ博')).toEqual({ 赌a: 1, a博: 1 });
  expect(lineFeatures('民 警')).toEqual({ 民警: 1, 'cue:law': 1 });
});

test('of held-out lines, a sure "neutral" is right at least seven times in eight', () => {
  const sure = { right: neutral.filter(isSure).length, wrong: offences.filter(isSure).length };
  expect(sure.right).toBeGreaterThanOrEqual(20);
  expect(sure.wrong).toBeLessThanOrEqual(sure.right / 7);
});

test('of held-out lines in which a term stands, half of the neutral are lowered and at most 2 % of the offences', async () => {
  const withHit = async (lines: readonly string[]): Promise<string[]> => {
    const hits = await screenLines(lines, { context: false });
    const numbers = new Set(hits.filter(({ level }) => level !== 'info').map(({ line }) => line));
    return lines.filter((_, index) => numbers.has(index + 1));
  };
  const [harmless, harmful] = [await withHit(neutral), await withHit(offences)];
  expect(harmful.length).toBeGreaterThanOrEqual(60);
  expect(harmful.filter(isSure).length).toBeLessThanOrEqual(harmful.length * 0.02);
  expect(harmless.filter(isSure).length).toBeGreaterThanOrEqual(harmless.length / 2);
});

test('no line is in two parts, or in the sets that measure the lexicon', async () => {
  const lines = Object.values(sets).flatMap((set) => Object.values(set).flat());
  expect(lines.length).toBeGreaterThanOrEqual(900);
  expect(new Set(lines).size).toBe(lines.length);
  const innocent = await readFile(new URL('lines/innocent.txt', import.meta.url), 'utf8');
  const ordinary = await readFile(new URL('../data/ordinary-lines.txt', import.meta.url), 'utf8');
  const measuring = new Set([...innocent.split('\n').map((line) => line.split('\t')[1]), ...ordinary.split('\n')]);
  expect(lines.filter((line) => measuring.has(line))).toEqual([]);
});

test('a line of which the model knows little gets no verdict, nor does a neutral one without a cue', () => {
  expect(model.judge('来个大麻')).toEqual({ intent: 'unknown', score: 0 });
  expect(model.judge('妈，我下班早点回家')).toEqual({ intent: 'unknown', score: 0 });
});
