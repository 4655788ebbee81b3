import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { screenLines } from '../src/screening/screen-text.ts';

const linesOf = async (file: string) =>
  (await readFile(new URL(file, import.meta.url), 'utf8'))
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

/** Lines with a violation or a warning. */
async function flagged(lines: readonly string[]): Promise<string[]> {
  const hits = await screenLines(lines);
  const numbers = new Set(hits.filter(({ level }) => level !== 'info').map(({ line }) => line));
  return lines.filter((_, index) => numbers.has(index + 1));
}

const innocent = (await linesOf('lines/innocent.txt')).map((line) => line.split('\t')[1] ?? '');

test.each([
  ['tuned', innocent.filter((_, index) => index % 3 !== 2)],
  ['held out', innocent.filter((_, index) => index % 3 === 2)],
])('at most 1 %% of the innocent lines are flagged above info: %s', async (_, lines) => {
  const found = await flagged(lines);
  expect(found.length / lines.length, found.join('\n')).toBeLessThanOrEqual(0.01);
});

test('the innocent lines are many, in twenty kinds, none twice', async () => {
  const kinds = new Set((await linesOf('lines/innocent.txt')).map((line) => line.split('\t')[0]));
  expect(kinds.size).toBe(20);
  expect(new Set(innocent).size).toBe(innocent.length);
  expect(innocent.length).toBeGreaterThanOrEqual(450);
});

test('at most one violation or warning in 1,000 lines of ordinary dialogue', async () => {
  const lines = await linesOf('../data/ordinary-lines.txt');
  const found = await flagged(lines);
  expect(lines.length).toBeGreaterThanOrEqual(1000);
  expect(found.length / lines.length, found.join('\n')).toBeLessThanOrEqual(0.001);
});
