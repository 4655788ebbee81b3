import { describe, expect, test } from 'vitest';
import { isCellError } from '../../src/checkers/cell-error.ts';
import { parseDateCell, parseDateText } from '../../src/checkers/date-text.ts';
import { cellOf, dateCellOf, filledCellOf, mergedAbove, namedTable } from '../../src/checkers/named-columns.ts';

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

// 46311 is what Excel keeps for 16 October 2026.
test.each([
  ['46311', false, '2026-10-16'],
  ['46311.75', false, '2026-10-16'],
  ['44849', true, '2026-10-16'],
  ['2026/10/16', false, '2026-10-16'],
  ['20261016', false, '2026-10-16'],
  ['36526', false, '2000-01-01'],
  ['36525', false, null],
  ['12345', false, null],
  ['99999', false, null],
  ['4631', false, null],
])('the date of a cell %s (from 1904: %s) is %s', (text, dates1904, date) => {
  expect(parseDateCell(text, dates1904)).toBe(date);
});

test('a cell that a merged cell covers says what that says; what is above and what is beside are told apart', () => {
  const fields = (name: string) => (['日期', '平台', '播放量'].includes(name) ? name : null);
  const merged = { 0: { text: '46311', line: 2, column: 0 }, 1: { text: '46311', line: 2, column: 0 } };
  const given = {
    name: null,
    rows: [...sheet(['日期', '平台', '播放量']).rows, { line: 3, cells: ['', '', '5'], merged }],
  };
  const table = namedTable(given, fields, () => true)!;
  const [row] = table.rows;
  expect(cellOf(table, row!, '日期')).toBe('');
  expect(filledCellOf(table, row!, '平台')).toBe('46311');
  expect(filledCellOf(table, row!, '播放量')).toBe('5');
  expect(dateCellOf(table, row!, '日期')).toEqual({ text: '46311', isoDate: '2026-10-16' });
  expect(mergedAbove(table, row!, '日期')).toEqual(merged[0]);
  expect(mergedAbove(table, row!, '平台')).toBeNull();
});

test.each(['#REF!', '#N/A', '#DIV/0!', ' #name? '])('%s is an error value', (cell) => {
  expect(isCellError(cell)).toBe(true);
});
test.each(['', '#1', 'REF!', '#话题#'])('%j is none', (cell) => {
  expect(isCellError(cell)).toBe(false);
});
