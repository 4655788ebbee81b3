import { describe, expect, test } from 'vitest';
import { parseScriptLines } from '../../src/ingest/script-lines.ts';
import { countCharacters, scriptStatistics } from '../../src/ingest/script-statistics.ts';
import { numberedLines } from '../../src/ingest/source-line.ts';

const script = (...lines: readonly string[]) => ({
  path: 'a.txt',
  sha256: '',
  ...parseScriptLines(numberedLines(lines.join('\n'))),
});

test('scenes, words, places, cast, settings and times', () => {
  const statistics = scriptStatistics(
    script(
      '1-1 日 内 客厅',
      '人物：张三、李四',
      '张三：坐。',
      '张三：好 OK 吗？',
      '1-2 夜 外 凤湖公园',
      '李四：走。',
      '1-3 次日清晨 内 客厅',
      '△风起。',
      '2-1 日转夜 内/外 车',
      '2-2 走廊',
    ),
  );
  expect(statistics).toEqual({
    scenes: 5,
    episodes: 2,
    pages: 1,
    pagesEstimated: true,
    // 5 + 8 + 5 + 7 + 7 + 5 + 8 + 4 + 8 + 3; a number such as 1-1 is one.
    characters: 60,
    dialogueCharacters: 8,
    places: [
      { name: '客厅', scenes: 2 },
      { name: '凤湖公园', scenes: 1 },
      { name: '车', scenes: 1 },
      { name: '走廊', scenes: 1 },
    ],
    cast: [
      { name: '张三', lines: 2, scenes: 1 },
      { name: '李四', lines: 1, scenes: 2 },
    ],
    settings: { interior: 2, exterior: 1, both: 1, unknown: 1 },
    times: { day: 1, night: 1, twilight: 1, other: 1, unknown: 1 },
  });
});

test.each([
  ['你好，世界。', 6],
  ['“你好”——她说……', 10],
  ['OK，走！', 4],
  ['2026年 AI-drama 第1集', 6],
  [' \t\u3000', 1],
  ['', 0],
])('字数 of %s', (text, count) => {
  expect(countCharacters(text)).toBe(count);
});

describe('pages', () => {
  test('of a .pdf are its own', () => {
    expect(scriptStatistics({ ...script('甲'), pages: 12 })).toMatchObject({ pages: 12, pagesEstimated: false });
  });

  test('else 44 rows of 39 characters', () => {
    expect(scriptStatistics(script(...Array.from({ length: 44 }, () => '雨'.repeat(39)))).pages).toBe(1);
    expect(scriptStatistics(script(...Array.from({ length: 44 }, () => '雨'.repeat(40)))).pages).toBe(2);
  });
});

test.each([
  ['日', 'day'],
  ['中午', 'day'],
  ['白天', 'day'],
  ['夜', 'night'],
  ['深夜', 'night'],
  ['凌晨', 'night'],
  ['晚上', 'night'],
  ['午夜', 'night'],
  ['清晨', 'twilight'],
  ['傍晚', 'twilight'],
  ['日落', 'twilight'],
  ['次日黄昏', 'twilight'],
  ['NIGHT', 'night'],
  ['日/夜', 'other'],
  ['次日', 'other'],
] as const)('light of %s', (time, light) => {
  expect(scriptStatistics(script(`1-1 ${time} 内 客厅`)).times[light]).toBe(1);
});
