import {
  AlignmentType,
  DeletedTextRun,
  Document,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type ILevelsOptions,
} from 'docx';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readNumbering } from '../../src/ingest/docx-numbering.ts';
import { readDocx } from '../../src/ingest/docx-script.ts';
import { parseScriptLines } from '../../src/ingest/script-lines.ts';
import { zipOf } from './made-scripts.ts';

type Child = Paragraph | Table;
type Levels = Readonly<Record<string, readonly ILevelsOptions[]>>;

const read = async (children: readonly Child[], levels: Levels = {}) => {
  const config = Object.entries(levels).map(([reference, each]) => ({ reference, levels: each }));
  const file = new Document({ numbering: { config }, sections: [{ children: [...children] }] });
  return readDocx(await Packer.toBuffer(file)).lines;
};
const texts = async (children: readonly Child[], levels?: Levels) =>
  (await read(children, levels)).map(({ line, text }) => [line, text]);
const level = (text: string, format: ILevelsOptions['format'] = LevelFormat.DECIMAL, start = 1): ILevelsOptions => ({
  level: 0,
  format,
  text,
  start,
  alignment: AlignmentType.START,
});
const numbered = (text: string, reference: string, depth = 0, instance = 0) =>
  new Paragraph({ text, numbering: { reference, level: depth, instance } });
const table = (...rows: readonly (readonly (string | readonly string[])[])[]) =>
  new Table({
    rows: rows.map(
      (row) =>
        new TableRow({
          children: row.map((cell) => new TableCell({ children: [cell].flat().map((text) => new Paragraph(text)) })),
        }),
    ),
  });

describe('text of a .docx', () => {
  test('soft breaks are lines, tabs stay, deleted text of tracked changes is left out', async () => {
    const change = { id: 1, author: '甲', date: '2026-01-01T00:00:00Z' };
    expect(
      await texts([
        new Paragraph({ children: [new TextRun('1-1 日 内'), new TextRun({ text: '人物：张三', break: 1 })] }),
        new Paragraph({ children: [new TextRun({ children: ['甲', new Tab(), '乙'] })] }),
        new Paragraph({
          children: [
            new TextRun('张三：'),
            new DeletedTextRun({ text: '滚', ...change }),
            new InsertedTextRun({ text: '走', ...change }),
          ],
        }),
        new Paragraph('a < b & “引号”'),
      ]),
    ).toEqual([
      [1, '1-1 日 内'],
      [2, '人物：张三'],
      [3, '甲\t乙'],
      [4, '张三：走'],
      [5, 'a < b & “引号”'],
    ]);
  });
});

describe('numbers of automatic lists', () => {
  test.each<[string, ILevelsOptions, readonly string[]]>([
    ['decimal', level('%1.'), ['1. 甲', '2. 乙']],
    ['in words', level('第%1场'), ['第1场 甲', '第2场 乙']],
    ['Chinese', level('第%1场', LevelFormat.CHINESE_COUNTING, 9), ['第九场 甲', '第十场 乙']],
    [
      'Chinese, above a hundred',
      level('%1、', LevelFormat.CHINESE_COUNTING, 110),
      ['一百一十、 甲', '一百一十一、 乙'],
    ],
    ['with a zero', level('1-%1', LevelFormat.DECIMAL_ZERO, 9), ['1-09 甲', '1-10 乙']],
    ['letters', level('%1)', LevelFormat.UPPER_LETTER, 26), ['Z) 甲', 'AA) 乙']],
    ['bullets are no numbers', level('●', LevelFormat.BULLET), ['甲', '乙']],
  ])('%s', async (_, shape, expected) => {
    const lines = await texts([numbered('甲', 'list'), numbered('乙', 'list')], { list: [shape] });
    expect(lines.map(([, text]) => text)).toEqual(expected);
  });

  test('levels count within the level above, and a list may begin anew', async () => {
    const levels = { list: [level('%1'), { ...level('%1-%2'), level: 1 }] };
    const children = [
      numbered('甲', 'list'),
      numbered('乙', 'list', 1),
      numbered('丙', 'list', 1),
      numbered('丁', 'list'),
      numbered('戊', 'list', 1),
      numbered('己', 'list', 0, 1),
    ];
    expect((await texts(children, levels)).map(([, text]) => text)).toEqual([
      '1 甲',
      '1-1 乙',
      '1-2 丙',
      '2 丁',
      '2-1 戊',
      '1 己',
    ]);
  });

  test('numbered headings make scenes', async () => {
    const lines = await read(
      [numbered('日 内 客厅', 'list'), new Paragraph('张三：坐。'), numbered('夜 外 凤湖公园', 'list')],
      { list: [level('1-%1')] },
    );
    expect(parseScriptLines(lines).scenes.map(({ id, place, line }) => [id, place, line])).toEqual([
      ['1-1', '客厅', 1],
      ['1-2', '凤湖公园', 3],
    ]);
  });
});

describe('tables', () => {
  test('a heading in one cell, and one over short cells', async () => {
    const lines = await read([
      table(['1-1 日 内 客厅']),
      table(['1-2', '夜', '外', '凤湖公园']),
      table(['道具', '雨伞']),
    ]);
    expect(lines.map(({ line, text }) => [line, text])).toEqual([
      [1, '1-1 日 内 客厅'],
      [2, '1-2\t夜\t外\t凤湖公园'],
      [6, '道具'],
      [7, '雨伞'],
    ]);
    expect(parseScriptLines(lines).scenes.map(({ id, time, place }) => [id, time, place])).toEqual([
      ['1-1', '日', '客厅'],
      ['1-2', '夜', '凤湖公园'],
    ]);
  });

  test('a table with names of columns is a scene table', async () => {
    const lines = await read([
      new Paragraph('场次表'),
      table(
        ['场次', '日夜', '内外', '场景', '人物', '内容'],
        ['1-1', '日', '内', '客厅', '张三、李四', ['张三进门。', '李四：坐。']],
        ['', '', '', '', '', '△风起。'],
      ),
    ]);
    const { lines: read2, scenes } = parseScriptLines(lines);
    expect(scenes).toMatchObject([
      { id: '1-1', time: '日', setting: 'interior', place: '客厅', cast: ['张三', '李四'] },
    ]);
    expect(read2.slice(-3).map(({ line, kind, text }) => [line, kind, text])).toEqual([
      [13, 'action', '张三进门。'],
      [14, 'dialogue', '李四：坐。'],
      [20, 'action', '△风起。'],
    ]);
  });
});

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

/** Text of a document with this body, as programs other than the docx package write it. */
const bodyTexts = (body: string, namespace = word) => {
  const xml = Buffer.from(
    `<w:document xmlns:w="${namespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
  );
  const bytes = zipOf('word/document.xml', deflateRawSync(xml), { size: xml.length, crc: crc32(xml) });
  return readDocx(bytes).lines.map(({ text }) => text);
};
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const box = (text: string) => `<w:txbxContent><w:p>${run(text)}</w:p></w:txbxContent>`;

test.each([
  ['strict Office XML', `<w:p>${run('张三：走。')}</w:p>`, ['张三：走。'], strict],
  [
    'a text box once, though the file holds it twice',
    `<w:p>${run('甲')}<w:r><mc:AlternateContent><mc:Choice>${box('框内')}</mc:Choice><mc:Fallback>${box('框内')}</mc:Fallback></mc:AlternateContent></w:r>${run('乙')}</w:p>`,
    ['框内', '甲乙'],
  ],
  [
    'no phonetic guide',
    `<w:p><w:r><w:ruby><w:rt>${run('nì')}</w:rt><w:rubyBase>${run('缑')}</w:rubyBase></w:ruby></w:r></w:p>`,
    ['缑'],
  ],
  ['no field code', `<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>${run('1')}</w:p>`, ['1']],
  ['no tab stops', `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run('甲')}</w:p>`, ['甲']],
  ['no text moved away', `<w:p><w:moveFrom>${run('旧')}</w:moveFrom><w:moveTo>${run('新')}</w:moveTo></w:p>`, ['新']],
  [
    'content controls and links',
    `<w:sdt><w:sdtContent><w:p><w:hyperlink>${run('甲')}</w:hyperlink></w:p></w:sdtContent></w:sdt>`,
    ['甲'],
  ],
])('%s', (_, body, expected, namespace = word) => {
  expect(bodyTexts(body, namespace)).toEqual(expected);
});

test('a checksum that differs is damage', () => {
  const xml = Buffer.from(`<w:document xmlns:w="${word}"/>`);
  const bytes = zipOf('word/document.xml', deflateRawSync(xml), { size: xml.length, crc: 1 });
  expect(() => readDocx(bytes)).toThrow(/checksum/);
});

test('lists by style, by the style that it is based on, and begun anew by an override', () => {
  const levels =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>';
  const lists =
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>';
  const parts: Readonly<Record<string, string>> = {
    'word/numbering.xml': `<w:numbering xmlns:w="${word}">${levels}${lists}</w:numbering>`,
    'word/styles.xml': `<w:styles xmlns:w="${word}"><w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`,
  };
  const numbering = readNumbering({ names: Object.keys(parts), text: (name) => parts[name] ?? null }, 'word/');
  expect([
    numbering.next('a', {}),
    numbering.next('b', {}),
    numbering.next(null, {}),
    numbering.next('a', { list: '0' }),
    numbering.next(null, { list: '2', level: 0 }),
    numbering.next(null, { list: '2', level: 0 }),
    numbering.next('a', {}),
  ]).toEqual(['1、 ', '2、 ', '', '', '7、 ', '8、 ', '9、 ']);
});
