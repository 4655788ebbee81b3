import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { screenLines } from '../../src/screening/screen-text.ts';
import { judgeTitle } from '../../src/titles/title-rules.ts';

interface Titled {
  readonly kind: string;
  readonly clause: string;
  readonly title: string;
}

const text = await readFile(new URL('../lines/titles.txt', import.meta.url), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line): Titled => {
    const columns = line.split('\t');
    return {
      kind: columns[0] ?? '',
      clause: columns.length > 2 ? (columns[1] ?? '') : '',
      title: columns.at(-1) ?? '',
    };
  });
const of = (kind: string): Titled[] => rows.filter((row) => row.kind === kind);

/** All that is said about a title above `info`, with the articles that it cites. */
async function judged(title: string) {
  const hits = await screenLines([title], { scope: 'title' });
  const notices = await judgeTitle(title, { maxCharacters: null });
  return [...hits, ...notices].filter(({ level }) => level !== 'info');
}

const articles: Record<string, RegExp> = {
  1: /^（一）/,
  2: /^（二）/,
  3: /^（三）/,
  4: /^（四）/,
  霸总: /霸总/,
  AI: /甄嬛传/,
  儿童: /霸道总裁/,
};

test.each(of('published'))('published as a violation of clause $clause: $title', async ({ clause, title }) => {
  const cited = (await judged(title)).flatMap(({ standards }) => standards.map(({ article }) => article));
  expect(cited.some((article) => articles[clause]?.test(article))).toBe(true);
});

test('no ordinary title is above info, held-out ones included', async () => {
  const ordinary = of('ordinary');
  const flagged: string[] = [];
  for (const { title } of ordinary) if ((await judged(title)).length > 0) flagged.push(title);
  expect(ordinary.length).toBeGreaterThan(150);
  expect(flagged).toEqual([]);
});

test('titles made after the clauses are flagged, and nothing about a title is more than a warning', async () => {
  const missed: string[] = [];
  for (const { title } of of('made')) {
    const findings = await judged(title);
    if (findings.length === 0) missed.push(title);
    expect(findings.every(({ level }) => level === 'warning')).toBe(true);
  }
  expect(missed).toEqual([]);
});

describe('rules', () => {
  test.each([
    ['重生后我成了首富', ['titleStory']],
    ['救命总裁又在装可怜', ['titleStory']],
    ['哈哈哈哈', ['titleStory', 'titleMeaningless']],
    ['？！', ['titleMeaningless']],
    ['西游寄', ['titleParody']],
    ['我的紅樓萌', ['titleParody']],
    ['甄环传', ['titleParody']],
    ['签到领3000亿', ['titleExaggeration']],
    ['一胎八宝', ['titleExaggeration']],
    ['诸葛亮开坦克', ['titleRemix']],
    ['3岁萌宝当总裁', ['titleChild']],
    ['西游记', []],
    ['西游计划', []],
    ['西游降魔篇', []],
    ['亿万年前的秘密', []],
    ['三千亿年的光', []],
    ['十八岁新娘', []],
    ['2046', []],
    ['我的前半生', []],
    ['', []],
  ])('%s', async (title, expected) => {
    const notices = await judgeTitle(title, { maxCharacters: null });
    expect(notices.map(({ messageId }) => messageId)).toEqual(expected);
  });
});

test('a parody names the classic and the words', async () => {
  const [notice] = await judgeTitle('新水壶传', { maxCharacters: null });
  expect(notice).toMatchObject({ matched: '水壶传', data: { classic: '水浒传' } });
});

test('length is said only when asked, as info, with the limit asked for', async () => {
  const title = '知否知否应是绿肥红瘦';
  expect(await judgeTitle(title, { maxCharacters: null })).toEqual([]);
  expect(await judgeTitle(title, { maxCharacters: 10 })).toEqual([]);
  expect(await judgeTitle(title, { maxCharacters: 9 })).toMatchObject([
    { messageId: 'titleLong', level: 'info', data: { length: 10, max: 9 } },
  ]);
});
