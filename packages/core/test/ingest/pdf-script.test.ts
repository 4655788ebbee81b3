import { describe, expect, test } from 'vitest';
import { pageLines, type PlacedPage } from '../../src/ingest/pdf-lines.ts';
import { readPdf } from '../../src/ingest/pdf-script.ts';
import { parseScriptLines } from '../../src/ingest/script-lines.ts';
import { cidFontPdf, madePdf, scannedPdf } from './made-scripts.ts';

const long = '这件事我想了很久，还是要当面说清楚才好，你别再躲着我了，我们已经不是小孩子了，总要有一个人先开口。';
const scene = (n: number) => [`1-${n} 日 内 客厅${n}`, '人物：张三、李四', `张三：${long}`, '李四（OS）：他来了。'];

describe('a PDF with a text layer', () => {
  test('scenes and lines, pages counted, wrapped paragraphs whole, headers and page numbers gone', async () => {
    const bytes = await madePdf(['第一集', ...scene(1), '\f', ...scene(2), '\f', ...scene(3)], {
      header: '《凤湖夜话》剧本　第#页',
      footer: '- # -',
    });
    const source = await readPdf(bytes);
    expect(source.pages).toBe(3);
    const { lines, scenes } = parseScriptLines(source.lines);
    expect(lines.map(({ page, line, kind, text }) => [page, line, kind, text])).toEqual([
      [1, 1, 'heading', '第一集'],
      [1, 2, 'heading', '1-1 日 内 客厅1'],
      [1, 3, 'cast', '人物：张三、李四'],
      [1, 4, 'dialogue', `张三：${long}`],
      [1, 6, 'dialogue', '李四（OS）：他来了。'],
      [2, 7, 'heading', '1-2 日 内 客厅2'],
      [2, 8, 'cast', '人物：张三、李四'],
      [2, 9, 'dialogue', `张三：${long}`],
      [2, 11, 'dialogue', '李四（OS）：他来了。'],
      [3, 12, 'heading', '1-3 日 内 客厅3'],
      [3, 13, 'cast', '人物：张三、李四'],
      [3, 14, 'dialogue', `张三：${long}`],
      [3, 16, 'dialogue', '李四（OS）：他来了。'],
    ]);
    expect(scenes.map(({ id, line }) => [id, line])).toEqual([
      ['1-1', 2],
      ['1-2', 7],
      ['1-3', 12],
    ]);
  });

  test('names standing alone above what they say, as screenplay programs print', async () => {
    const bytes = await madePdf(['1-1 日 内 客厅', '人物：张三', '', '张三', '（低声）', '我来了。', '', '雨停了。']);
    const { lines } = parseScriptLines((await readPdf(bytes)).lines);
    expect(lines.map(({ kind, speaker }) => [kind, speaker])).toEqual([
      ['heading', null],
      ['cast', null],
      ['character', '张三'],
      ['action', null],
      ['dialogue', '张三'],
      ['text', null],
    ]);
  });

  test('a font in a Chinese encoding without a table of its own needs the tables that come with pdf.js', async () => {
    const { lines } = await readPdf(cidFontPdf('1-1 日 内 客厅'));
    expect(lines.map(({ text }) => text)).toEqual(['1-1 日 内 客厅']);
  });
});

test.each<[string, () => Promise<Buffer>, object]>([
  ['a scan', () => scannedPdf(2), { code: 'scanned' }],
  [
    'a scan with the mark of a scanning app',
    () => madePdf(['扫描全能王 创建', '\f', '扫描全能王 创建']),
    { code: 'scanned' },
  ],
  ['a password', () => madePdf(['甲'], { password: 'x' }), { code: 'locked' }],
  ['not a PDF', () => Promise.resolve(Buffer.from('%PDF-1.7\nnothing')), { name: 'InvalidPDFException' }],
])('%s', async (_, make, error) => {
  await expect(readPdf(await make())).rejects.toMatchObject(error);
});

const size = 12;
/** A page of lines from the top, 20 points apart, `[text, x]`. */
const page = (...lines: readonly (readonly [string, number])[]): PlacedPage => ({
  width: 595,
  texts: lines.map(([text, x], i) => ({ text, x, y: 800 - 20 * i, width: text.length * size, size })),
});
const texts = (...pages: readonly PlacedPage[]) => pageLines(pages).map(({ text }) => text);
const full = '雨'.repeat(36);

describe('lines of pages', () => {
  test('pieces of one baseline in order, with a space where there is a gap', () => {
    const at = (text: string, x: number, y: number) => ({ text, x, y, width: text.length * size, size });
    const placed = {
      width: 595,
      texts: [at('内', 130, 800.4), at('1-1', 80, 800), at('日', 118, 800), at('客厅', 180, 799)],
    };
    expect(texts(placed)).toEqual(['1-1日内 客厅']);
  });

  test('only a line that reaches the margin goes on in the next', () => {
    expect(texts(page([full, 80], ['停了。', 80], ['短', 80], ['另一行', 80]))).toEqual([
      `${full}停了。`,
      '短',
      '另一行',
    ]);
  });

  test.each([
    ['set in', [full, 80], ['停了。', 104]],
    ['a heading', [full, 80], ['1-2 夜 外 街道', 80]],
    ['an action', [full, 80], ['△风起。', 80]],
    ['somebody speaks', [full, 80], ['张三：走。', 80]],
  ] as const)('a full line ends its paragraph before one that is new: %s', (_, first, second) => {
    expect(texts(page(first, second))).toEqual([first[0], second[0]]);
  });

  test('a paragraph goes on over the page', () => {
    expect(texts(page(['甲', 80], [full, 80]), page(['停了。', 80], ['乙', 80]))).toEqual([
      '甲',
      `${full}停了。`,
      '乙',
    ]);
  });

  test('what repeats at the edge is dropped, but never a heading or what is said', () => {
    const same = (n: number) =>
      page(['张三：走。', 80], ['1-1 日 内 客厅', 80], [`正文${n}。`, 80], ['内部资料', 80], ['版权所有', 80]);
    expect(texts(same(1), same(2))).toEqual([
      '张三：走。',
      '1-1 日 内 客厅',
      '正文1。',
      '张三：走。',
      '1-1 日 内 客厅',
      '正文2。',
    ]);
  });

  test('two columns come line by line, without a crash', () => {
    const columns = {
      width: 595,
      texts: [...page(['甲', 80], ['乙', 80]).texts, ...page(['丙', 320], ['丁', 320]).texts],
    };
    expect(texts(columns)).toEqual(['甲 丙', '乙 丁']);
  });
});
