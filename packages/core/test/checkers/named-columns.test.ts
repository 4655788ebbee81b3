import { describe, expect, test } from 'vitest';
import { parseDateText } from '../../src/checkers/date-text.ts';
import { cellOf, namedTable } from '../../src/checkers/named-columns.ts';

const sheet = (...rows: string[][]) => ({
  name: null,
  rows: rows.map((cells, index) => ({ line: index + 1, cells })),
});
const fieldOf = (name: string) => (name === '播放量' ? 'plays' : name === '平台' ? 'platform' : null);

describe('namedTable', () => {
  test('finds the names below a title, reads units, keeps what it does not know', () => {
    const given = sheet(['《剧》数据'], ['平 台', '播放量（万）', '备注'], ['抖音', '12.5', '好']);
    const table = namedTable(given, fieldOf, (fields) => fields.has('plays'))!;
    expect(table.columns).toEqual([
      { index: 0, name: '平 台', field: 'platform', factor: 1 },
      { index: 1, name: '播放量（万）', field: 'plays', factor: 10_000 },
      { index: 2, name: '备注', field: null, factor: 1 },
    ]);
    expect(table.rows.map(({ line }) => line)).toEqual([3]);
    expect(cellOf(table, table.rows[0]!, 'platform')).toBe('抖音');
  });

  test.each([
    ['播放量(次)', 1],
    ['播放量[亿]', 1e8],
    ['播放量（单位：万次）', 1e4],
    ['播放量（人民币）', 1],
  ])('%s is times %d', (name, factor) => {
    expect(namedTable(sheet([name]), fieldOf, () => true)?.columns[0]?.factor).toBe(factor);
  });

  test('a sheet without such names is none', () => {
    expect(namedTable(sheet(['平台'], ['抖音']), fieldOf, (fields) => fields.has('plays'))).toBeNull();
  });
});

test.each([
  ['2026-12-01', '2026-12-01'],
  ['2026/1/5', '2026-01-05'],
  ['2026.1.5', '2026-01-05'],
  ['2026年12月1日', '2026-12-01'],
  ['２０２６年１２月１日', '2026-12-01'],
  ['20261201', '2026-12-01'],
  ['2026-12-01 08:30:00', '2026-12-01'],
  ['2026-02-30', null],
  ['2026-13-01', null],
  ['12月1日', null],
  ['昨天', null],
  ['', null],
])('the date of %s is %s', (text, date) => {
  expect(parseDateText(text)).toBe(date);
});
