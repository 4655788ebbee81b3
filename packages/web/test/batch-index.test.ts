import { expect, test } from 'vitest';
import { batchIndexPage, type BatchRow } from '../src/batch-index.ts';

const row = (name: string, parts: Partial<BatchRow> = {}): BatchRow => ({
  name,
  folder: `/data/${name}`,
  state: 'finished',
  title: `剧 ${name}`,
  episodes: 3,
  seconds: 97,
  violations: 0,
  warnings: 0,
  verdicts: [],
  words: '',
  report: true,
  ...parts,
});

test('those that need someone come first', () => {
  const page = batchIndexPage(
    [
      row('clean'),
      row('violating', { violations: 2 }),
      row('crashed', { state: 'incomplete' }),
      row('bad', { state: 'unreadable' }),
    ],
    'zh-CN',
  );
  const order = ['剧 crashed', '剧 bad', '剧 violating', '剧 clean'].map((text) => page.indexOf(text));
  expect(order.every((at) => at > 0)).toBe(true);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test.each([
  ['zh-CN', '未能完成', '不代表通过'],
  ['en', 'Not completed', 'is not a pass'],
] as const)('%s', (language, state, note) => {
  const page = batchIndexPage([row('x', { state: 'incomplete' })], language);
  expect(page).toContain(`<html lang="${language}">`);
  expect(page).toContain(state);
  expect(page).toContain(note);
});

test('what strangers wrote stays text, and no script may run', () => {
  const page = batchIndexPage(
    [row('x', { title: '<script>alert(1)</script>', words: '"><img src=x onerror=1>' })],
    'en',
  );
  expect(page).not.toContain('<script>alert');
  expect(page).not.toContain('<img');
  expect(page).toMatch(/script-src &#39;none&#39;/);
});

test('a name is a link that works, and one without a report is none', () => {
  const page = batchIndexPage([row('甲 剧'), row('none', { report: false })], 'en');
  expect(page).toContain(`href="${encodeURI('甲 剧/report.html')}"`);
  expect(page).not.toContain('none/report.html');
});
