import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { describeProblem, SubmissionError } from '../../src/errors.ts';
import { readDataTable } from '../../src/ingest/data-table-file.ts';
import { temporaryFolder } from '../made-episodes.ts';
import { madeXlsx } from './made-scripts.ts';

const folder = await temporaryFolder();

async function table(path: string, content: string | Uint8Array) {
  const file = join(folder, path);
  await writeFile(file, content);
  return readDataTable({ file, path }, 'release.metrics');
}

async function problem(path: string, content: string | Uint8Array): Promise<string> {
  const error: unknown = await table(path, content).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SubmissionError);
  const { 'zh-CN': chinese, en } = describeProblem(error as SubmissionError);
  expect(chinese).toMatch(/请/);
  expect(en).toContain(path);
  return (error as SubmissionError).code;
}

const rows = ({ sheets }: Awaited<ReturnType<typeof table>>) => sheets.flatMap((sheet) => sheet.rows);

describe('readDataTable', () => {
  test('a workbook: every sheet, numbers as a spreadsheet shows them, dates as dates', async () => {
    const bytes = await madeXlsx({
      抖音: [
        ['日期', '播放量'],
        [new Date('2026-12-01T00:00:00Z'), 0.1 + 0.2],
        [null, null],
        ['合计', 1234567],
      ],
      快手: [['播放量'], [12]],
    });
    const read = await table('数据.xlsx', bytes);
    expect(read.key).toBe('release.metrics');
    expect(read.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(read.sheets.map(({ name }) => name)).toEqual(['抖音', '快手']);
    expect(read.sheets[0]?.rows).toEqual([
      { line: 1, cells: ['日期', '播放量'] },
      { line: 2, cells: ['2026-12-01', '0.3'] },
      { line: 4, cells: ['合计', '1234567'] },
    ]);
  });

  test('merged cells lend what they say to the cells that they cover', async () => {
    const bytes = await madeXlsx({
      '账&"目"': [
        ['日期', '项目', '金额'],
        [{ value: '2026-10-01', rowSpan: 2 }, '甲', { value: 5, rowSpan: 2 }],
        [null, '乙', null],
        [{ value: '备注', columnSpan: 2 }, null, 7],
      ],
    });
    const lent = (text: string, line: number, column: number) => ({ text, line, column });
    expect(rows(await table('合并.xlsx', bytes))).toEqual([
      { line: 1, cells: ['日期', '项目', '金额'] },
      { line: 2, cells: ['2026-10-01', '甲', '5'] },
      { line: 3, cells: ['', '乙', ''], merged: { 0: lent('2026-10-01', 2, 0), 2: lent('5', 2, 2) } },
      { line: 4, cells: ['备注', '', '7'], merged: { 1: lent('备注', 4, 0) } },
    ]);
  });

  test('error values are their text, also at the end of the sheet', async () => {
    const bytes = await madeXlsx({
      表: [
        ['甲', '乙'],
        [{ error: '#REF!' }, 1],
        [null, null, { error: '#DIV/0!' }],
      ],
    });
    expect(rows(await table('错.xlsx', bytes)).map(({ cells }) => cells)).toEqual([
      ['甲', '乙'],
      ['#REF!', '1'],
      ['', '', '#DIV/0!'],
    ]);
  });

  test('a workbook that counts days from 1904 says so', async () => {
    const read = await table('苹果.xlsx', await madeXlsx({ 表: [['日期'], [44_850]] }, { dates1904: true }));
    expect(read.sheets).toEqual([
      {
        name: '表',
        dates1904: true,
        rows: [
          { line: 1, cells: ['日期'] },
          { line: 2, cells: ['44850'] },
        ],
      },
    ]);
  });

  test('a table of text and a page that are named .xlsx are told as that', async () => {
    expect(await problem('改名.xlsx', iconv.encode('日期,金额\n2026-10-01,5\n', 'gb18030'))).toBe('tableMisnamed');
    expect(await problem('网页.xlsx', '<html><table><tr><td>日期</td></tr></table></html>')).toBe('tableFormatUnknown');
    expect(await problem('空白.xlsx', ' \n')).toBe('tableEmpty');
    expect(
      await problem(
        '乱.xlsx',
        Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) % 256),
      ),
    ).toBe('tableUnreadable');
  });

  test('a ledger has at most 20,000 rows', async () => {
    const path = '台账.csv';
    const file = join(folder, path);
    await writeFile(file, 'a\n'.repeat(20_001));
    await expect(readDataTable({ file, path }, 'evidence.event-ledger')).rejects.toMatchObject({
      code: 'tableTooLarge',
      data: { limit: { en: '20000 rows' } },
    });
    await writeFile(file, 'a\n'.repeat(20_000));
    expect(rows(await readDataTable({ file, path }, 'evidence.event-ledger'))).toHaveLength(20_000);
  });

  test.each([
    ['utf-8', '﻿平台,播放量\n抖音,"1,200"\n'],
    ['gb18030', '平台\t播放量\r\n抖音\t1,200\r\n'],
    ['utf-8', '平台;播放量\n抖音;1,200\n'],
  ])('text in %s with other separators: %j', async (encoding, text) => {
    const read = await table(`${encoding}-${text.length}.csv`, iconv.encode(text, encoding));
    expect(rows(read).map(({ cells }) => cells)).toEqual([
      ['平台', '播放量'],
      ['抖音', '1,200'],
    ]);
  });

  test('a quoted cell over several lines keeps the line that its row begins in', async () => {
    const read = await table('评论.csv', '用户,评论\n甲,"第一行\n第二行"\n\n乙,"他说""好"""\n丙,缺一半 "引号\n');
    expect(rows(read)).toEqual([
      { line: 1, cells: ['用户', '评论'] },
      { line: 2, cells: ['甲', '第一行\n第二行'] },
      { line: 5, cells: ['乙', '他说"好"'] },
      { line: 6, cells: ['丙', '缺一半 "引号'] },
    ]);
  });

  test('what is no table is told with what to do', async () => {
    expect(await problem('旧.xls', 'x')).toBe('tableFormatUnknown');
    expect(await problem('表.pdf', '%PDF-1.7')).toBe('tableFormatUnknown');
    expect(await problem('坏.xlsx', 'PK not a zip')).toBe('tableUnreadable');
    expect(await problem('空.csv', '\n\n')).toBe('tableEmpty');
    expect(
      await problem(
        '图.csv',
        new Uint8Array(4000).map((_, i) => (i * 37) % 256),
      ),
    ).toBe('tableUnreadable');
    expect(await problem('引号.csv', 'a,b\n"没有结束,1\n2,3\n')).toBe('tableUnreadable');
    const locked = Buffer.concat([Buffer.from('PK'), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await problem('密.xlsx', locked)).toBe('tableLocked');
    expect(await problem('长.csv', 'a\n'.repeat(200_001))).toBe('tableTooLarge');
  });
});
