import { readFile } from 'node:fs/promises';
import { runChecker, type DataTable, type EvidenceDocument, type Fact, type Series } from '@shenpian/core';
import { sampleSeries, testChecker } from '@shenpian/testing';
import { describe, expect, it } from 'vitest';
import { expenseLedger } from '../src/expense-ledger.ts';
import { judgeLedger } from '../src/ledger.ts';
import { categoriesOf, shippedCategories } from '../src/vocabulary.ts';

const names = ['日期', '项目', '费用类别', '金额', '收款方', '发票号码', '凭证'];

function ledger(rows: readonly (readonly string[])[], key = 'evidence.expense-ledger'): DataTable {
  const cells = [names, ...rows].map((row, index) => ({ line: index + 1, cells: row }));
  const input = { path: '台账.xlsx', file: '/台账.xlsx', sha256: '0'.repeat(64), bytes: 1 };
  return { ...input, key, sheets: [{ name: null, rows: cells }] };
}
const handedIn: EvidenceDocument = {
  path: 'evidence/发票1.pdf',
  file: '/1.pdf',
  sha256: '1'.repeat(64),
  bytes: 1,
  type: 'invoice',
  issued: null,
};
const series = (...rows: readonly (readonly string[])[]): Partial<Series> => ({
  tables: [ledger(rows)],
  evidence: [handedIn],
});
const good = ['2026-10-15', '场租', '场地租赁及搭建', '30000', '会展公司', 'A1', ''];
const line = (over: Readonly<Record<number, string>>): string[] => good.map((cell, index) => over[index] ?? cell);

const at = (row?: number) => (row === undefined ? { document: '台账.xlsx' } : { document: '台账.xlsx', row });
const read = { messageId: 'ledgerRead', at: at(), level: 'info' as const };
const warned = (messageId: string, row: number) => ({ messageId, at: at(row), level: 'warning' as const });
const noted = (messageId: string, row: number) => ({ messageId, at: at(row), level: 'info' as const });
const sums = (
  claimed: number,
  eligible: { readonly low: number; readonly high: number } | number,
  problems: number,
): Readonly<Record<string, Fact>> => ({
  'ledger-claimed-total': { value: claimed },
  'ledger-eligible-total': typeof eligible === 'number' ? { value: eligible } : { ...eligible, coverage: 1 },
  'ledger-problem-count': { value: problems },
});

testChecker(
  expenseLedger,
  [
    { name: 'no ledger: nothing said' },
    { name: 'a clean line', series: series(good), expected: [read], facts: sums(30_000, 30_000, 0) },
    {
      name: 'an amount of fen is kept to the fen',
      series: series(line({ 3: '0.10' }), line({ 3: '0.20', 5: 'A2' })),
      expected: [read],
      facts: sums(0.3, 0.3, 0),
    },
    {
      name: 'a file that was handed in proves as well as an invoice number',
      series: series(line({ 5: '', 6: '发票1.pdf' })),
      expected: [read],
    },
    {
      name: 'the same invoice and amount counts once',
      series: series(good, good),
      expected: [warned('invoiceTwice', 3), read],
      facts: sums(60_000, 30_000, 1),
    },
    {
      name: 'one invoice in several lines',
      series: series(good, line({ 3: '500' })),
      expected: [noted('invoiceSplit', 3), read],
      facts: sums(30_500, 30_500, 0),
    },
    {
      name: 'one invoice of two payees',
      series: series(good, line({ 4: '另一家' })),
      expected: [warned('invoiceOfTwo', 3), read],
      facts: sums(60_000, { low: 30_000, high: 60_000 }, 1),
    },
    {
      name: 'the same payee, amount and day without a number',
      series: series(good, line({ 5: '', 6: '发票1.pdf' })),
      expected: [warned('lineAgain', 3), read],
      facts: sums(60_000, { low: 30_000, high: 60_000 }, 1),
    },
    { name: 'two tickets of one price and day', series: series(good, line({ 5: 'A2' })), expected: [read] },
    {
      name: 'an invoice number that Excel cut off finds no duplicate',
      series: series(line({ 5: '24412000000012300000' }), line({ 5: '24412000000012300000', 3: '5' })),
      expected: [warned('invoiceRounded', 2), warned('invoiceRounded', 3), read],
    },
    {
      name: 'a category outside the list is for people: the list ends with 等',
      series: series(line({ 2: '餐饮' })),
      expected: [warned('categoryUnknown', 2), read],
      facts: sums(30_000, { low: 0, high: 30_000 }, 1),
    },
    {
      name: 'without a category the words decide, and say so',
      series: series(line({ 1: 'LED大屏租用', 2: '' })),
      expected: [noted('categoryByWords', 2), read],
      facts: sums(30_000, 30_000, 0),
    },
    {
      name: 'words of two categories',
      series: series(line({ 1: '舞台搭建与灯光音响', 2: '' })),
      expected: [warned('categoryUnclear', 2), read],
      facts: sums(30_000, { low: 0, high: 30_000 }, 1),
    },
    {
      name: 'a refund may take away, and is for people',
      series: series(good, line({ 3: '-500', 5: 'A2' })),
      expected: [warned('amountNegative', 3), read],
      facts: sums(29_500, { low: 29_500, high: 30_000 }, 1),
    },
    {
      name: 'dates: missing, unreadable',
      series: series(line({ 0: '' }), line({ 0: '2026-02-30', 5: 'A2' })),
      expected: [warned('dateMissing', 2), warned('dateBad', 3), read],
      facts: sums(60_000, 60_000, 2),
    },
    {
      name: 'a period of the user refuses what lies outside',
      series: series(good, line({ 0: '2026-09-30', 5: 'A2' })),
      options: { period: { from: '2026-10-01', to: '2026-10-31' } },
      expected: [warned('outsidePeriod', 3), read],
      facts: sums(60_000, 30_000, 1),
    },
    {
      name: 'a date outside the days of the event is only told: the policy sets no period',
      series: { ...series(good), event: { name: '会', place: null, start: '2026-10-16', end: '2026-10-18' } },
      expected: [noted('outsideEvent', 2), read],
      facts: sums(30_000, 30_000, 0),
    },
    {
      name: 'proof: none, or one that was not handed in',
      series: series(line({ 5: '' }), line({ 3: '7', 5: 'A2', 6: '没有.pdf' })),
      expected: [warned('noProof', 2), warned('proofMissing', 3), read],
      facts: sums(30_007, { low: 0, high: 30_007 }, 2),
    },
    {
      name: 'totals and subtotals that are right, and one that is not',
      series: series(
        good,
        ['', '小计', '', '30000', '', '', ''],
        line({ 5: 'A2', 3: '1.50' }),
        ['', '小计', '', '1.50', '', '', ''],
        ['', '合计', '', '30001.50', '', '', ''],
        ['', '总计', '', '30001.51', '', '', ''],
      ),
      expected: [warned('totalDiffers', 7), read],
      facts: sums(30_001.5, 30_001.5, 1),
    },
    {
      name: 'a table that is no ledger',
      series: { tables: [{ ...ledger([]), sheets: [{ name: null, rows: [{ line: 1, cells: ['甲', '乙'] }] }] }] },
      expected: [{ messageId: 'noColumns', at: at(), level: 'warning' }],
    },
    {
      name: 'a ledger under the name that another pack gives it',
      series: { tables: [ledger([good], 'evidence.event-ledger')] },
      expected: [read],
    },
    { name: 'tables of the release are no ledger', series: { tables: [ledger([good], 'release.metrics')] } },
  ],
  { describe, it },
);

/** A ledger whose rows 2 and 3 have merged cells in these columns. */
function mergedLedger(upper: readonly string[], lower: readonly string[], columns: readonly number[]): Partial<Series> {
  const table = ledger([upper, lower.map((cell, column) => (columns.includes(column) ? '' : cell))]);
  const merged = Object.fromEntries(columns.map((column) => [column, { text: upper[column]!, line: 2, column }]));
  const rows = table.sheets[0]!.rows.map((row) => (row.line === 3 ? { ...row, merged } : row));
  return { tables: [{ ...table, sheets: [{ name: null, rows }] }], evidence: [handedIn] };
}
const period = { period: { from: '2026-10-01', to: '2026-10-31' } };

testChecker(
  expenseLedger,
  [
    {
      name: 'merged date, category, payee and invoice: one invoice in two lines, also of the same amount',
      series: mergedLedger(good, line({ 1: '布展' }), [0, 2, 4, 5]),
      options: period,
      expected: [read],
      facts: sums(60_000, 60_000, 0),
    },
    {
      name: 'the document that proves both lines',
      series: mergedLedger(line({ 5: '', 6: '发票1.pdf' }), line({ 1: '布展', 3: '200', 5: '' }), [0, 2, 4, 6]),
      options: period,
      expected: [read],
    },
    {
      name: 'an invoice again, outside the merged cell, is a duplicate',
      series: {
        tables: [
          ...mergedLedger(good, line({ 1: '布展', 3: '200' }), [5]).tables!,
          { ...ledger([good]), path: '台账.xlsx' },
        ],
      },
      expected: [warned('invoiceTwice', 2), read],
    },
    {
      name: 'one ledger that was handed in twice counts once',
      series: { tables: [ledger([good]), ledger([good], 'evidence.event-ledger')] },
      expected: [warned('invoiceTwice', 2), read],
      facts: sums(60_000, 30_000, 1),
    },
    {
      name: 'an amount over two lines counts once',
      series: mergedLedger(good, line({ 1: '布展' }), [0, 2, 3, 4, 5]),
      expected: [noted('amountMerged', 3), read],
      facts: sums(30_000, 30_000, 0),
    },
    {
      name: 'an amount over two lines of which one is in doubt is in doubt',
      series: mergedLedger(good, line({ 1: '晚宴', 2: '餐饮' }), [3]),
      expected: [warned('amountShared', 2), noted('amountMerged', 3), warned('categoryUnknown', 3), read],
      facts: sums(30_000, { low: 0, high: 30_000 }, 2),
    },
    {
      name: 'dates as serial numbers of Excel',
      series: series(line({ 0: '46311' })),
      options: period,
      expected: [read],
    },
    {
      name: 'errors of formulas are told as such, and are no payee, number or file',
      series: series(
        good,
        line({ 3: '#REF!', 5: 'A2' }),
        line({ 5: '#N/A', 6: '发票1.pdf', 3: '7' }),
        line({ 5: '#N/A', 6: '发票1.pdf', 3: '7', 0: '2026-10-16' }),
        line({ 0: '#VALUE!', 5: 'A5' }),
      ),
      expected: [warned('cellError', 3), warned('cellError', 4), warned('cellError', 5), warned('cellError', 6), read],
    },
  ],
  { describe, it },
);

it('the time for a ledger grows with its lines, whatever is repeated in them', () => {
  const rows = Array.from({ length: 100_000 }, (_, index) =>
    index % 2 === 0
      ? line({ 0: `2026-10-${10 + (index % 9)}`, 3: String(index % 7919), 5: index % 4 === 0 ? '' : 'A1' })
      : ['', '小计', '', '1', '', '', ''],
  );
  const begun = performance.now();
  const judged = judgeLedger({ tables: [ledger(rows)], evidence: [], event: null, options: {} });
  expect(judged.lines).toHaveLength(50_000);
  // Comparing each line with all above took 13 times as long at 40,000 lines, and every subtotal kept its lines.
  expect(performance.now() - begun).toBeLessThan(30_000);
}, 120_000);

it('an amount that cannot be read leaves both sums unknown, and names the row', async () => {
  const given = sampleSeries(series(good, line({ 3: '四千', 5: 'A2' }), ['', '合计', '', '34000', '', '', '']));
  const { facts, findings } = await runChecker(expenseLedger, { series: given, episodes: [], options: {}, tracks: {} });
  expect(facts['ledger-claimed-total']).toMatchObject({
    unknown: { reason: { 'zh-CN': '台账第 3 行的金额无法识别' } },
  });
  expect(facts['ledger-eligible-total']).toHaveProperty('unknown');
  expect(findings.map(({ rule }) => rule)).not.toContain('expense-ledger/totalDiffers');
});

it('the categories are the seven that the policy names, word for word', async () => {
  const source = new URL('../../policies/sources/pingyuan-2025.txt', import.meta.url);
  const text = (await readFile(source, 'utf8')).replaceAll(/\s/gu, '');
  const { categories, open } = shippedCategories();
  expect(text).toContain(`${categories.map(({ name }) => name['zh-CN']).join('、')}等`);
  expect(categories).toHaveLength(7);
  expect(open).toBe(true);
});

// Written apart from the word lists, to know how often words find the right one.
const bought: readonly (readonly [string, string | null])[] = [
  ['国际会展中心A馆三天租金', 'venue'],
  ['主舞台桁架与背景板制作', 'venue'],
  ['特装展位设计施工', 'venue'],
  ['P2.5 LED屏租赁', 'equipment'],
  ['无线话筒12支', 'equipment'],
  ['直播导播台及摄像机', 'equipment'],
  ['抖音信息流投放', 'promotion'],
  ['活动海报、展架印刷', 'promotion'],
  ['地铁灯箱广告', 'promotion'],
  ['茶歇及矿泉水', 'conference'],
  ['嘉宾席卡胸牌', 'conference'],
  ['速记服务', 'conference'],
  ['专家往返机票', 'travel'],
  ['评委酒店住宿两晚', 'travel'],
  ['北京至新乡高铁票', 'travel'],
  ['展品物流运输', 'transport'],
  ['嘉宾接送大巴', 'transport'],
  ['停车费', 'transport'],
  ['现场安保人员', 'labour'],
  ['搬运工劳务费', 'labour'],
  ['主持人酬金', 'conference'],
  ['礼品伴手礼', null],
  ['不可预见费', null],
  ['晚宴用餐', null],
];

it('words find the category of what was bought in most lines, and a wrong one in few', () => {
  const found = bought.map(([item, wanted]) => {
    const { categories } = categoriesOf({ item, category: '' }, shippedCategories());
    return { wanted, got: categories.length === 1 ? categories[0]!.id : null };
  });
  const right = found.filter(({ wanted, got }) => wanted === got).length;
  const wrong = found.filter(({ wanted, got }) => got !== null && wanted !== got).length;
  // As the README says.
  expect({ right, wrong }).toEqual({ right: 22, wrong: 0 });
});
