import { createHash } from 'node:crypto';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readScript } from '../../src/ingest/script-file.ts';
import { madePdf, madeXlsx, scannedPdf, zipOf } from './made-scripts.ts';

let folder = '';
let docx: Buffer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scripts-'));
  docx = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph('第一集'),
            new Paragraph(''),
            new Paragraph({ children: [new TextRun('1-1 日 内 客厅'), new TextRun({ text: '人物：张三', break: 1 })] }),
            new Paragraph({ children: [new TextRun({ text: '张三', bold: true }), new TextRun('：坐。')] }),
            new Table({
              rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph('1-2 夜 外 凤湖公园')] })] })],
            }),
          ],
        },
      ],
    }),
  );
});
afterAll(() => rm(folder, { recursive: true }));

const read = async (name: string, content: string | Uint8Array) => {
  await writeFile(join(folder, name), content);
  return readScript(join(folder, name), `scripts/${name}`);
};

/** The beginning of an OLE container and the name of a stream, as its directory holds it. */
const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')]);

const text = '第一集\n\n1-1 日 内 客厅\n人物：张三\n张三：坐。\n1-2 夜 外 凤湖公园';

describe('readScript', () => {
  test.each([
    ['a.txt', () => text],
    ['crlf.txt', () => text.replaceAll('\n', '\r\n')],
    ['gb.txt', () => iconv.encode(text, 'gb18030')],
    ['bom.txt', () => `\ufeff${text}`],
    ['utf16.txt', () => iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['utf16be.txt', () => iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['utf16le-unmarked.txt', () => iconv.encode(text, 'utf-16le', { addBOM: false })],
    ['utf16be-unmarked.txt', () => iconv.encode(text, 'utf-16be', { addBOM: false })],
    ['a.md', () => text],
    ['a.fountain', () => text],
    ['a.docx', () => docx],
    ['UPPER.TXT', () => text],
  ])('%s', async (name, content) => {
    const script = await read(name, content());
    expect(script.path).toBe(`scripts/${name}`);
    expect(script.sha256).toBe(createHash('sha256').update(content()).digest('hex'));
    expect(script.scenes.map(({ id, place, line, cast }) => [id, place, line, cast])).toEqual([
      ['1-1', '客厅', 3, ['张三']],
      ['1-2', '凤湖公园', 6, []],
    ]);
    expect(script.lines.map(({ line, kind }) => [line, kind])).toEqual([
      [1, 'heading'],
      [3, 'heading'],
      [4, 'cast'],
      [5, 'dialogue'],
      [6, 'heading'],
    ]);
  });

  const flipped = () => {
    const broken = Buffer.from(docx);
    broken.fill(0x55, 60, Math.floor(broken.length / 2));
    return broken;
  };
  test.each([
    ['old.doc', () => 'x', 'scriptOldFormat', { format: '.doc', target: '.docx' }],
    ['image.png', () => 'x', 'scriptFormatUnknown', { extension: '.png' }],
    ['bare', () => 'x', 'scriptFormatUnknown', { extension: '(?)' }],
    ['empty.txt', () => '', 'scriptEmpty', {}],
    ['blank.txt', () => ' \n\n\u3000', 'scriptEmpty', {}],
    ['empty.docx', () => '', 'scriptEmpty', {}],
    ['binary.txt', () => docx, 'scriptUnreadable', undefined],
    ['text.docx', () => text, 'scriptUnreadable', undefined],
    ['locked.docx', () => ole('EncryptedPackage'), 'scriptLocked', {}],
    ['locked.xlsx', () => ole('EncryptedPackage'), 'scriptLocked', {}],
    ['renamed.docx', () => ole('WordDocument'), 'scriptOldFormat', { format: '.doc', target: '.docx' }],
    ['renamed.xlsx', () => ole('Workbook'), 'scriptOldFormat', { format: '.xls', target: '.xlsx' }],
    ['ole.docx', () => ole('Contents'), 'scriptUnreadable', undefined],
    ['old.wps', () => ole('WordDocument'), 'scriptOldFormat', { format: '.wps', target: '.docx' }],
    ['old.xls', () => ole('Workbook'), 'scriptOldFormat', { format: '.xls', target: '.xlsx' }],
    ['rich.docx', () => '{\\rtf1 }', 'scriptOldFormat', { format: 'RTF', target: '.docx' }],
    ['rich.rtf', () => '{\\rtf1 }', 'scriptOldFormat', { format: 'RTF', target: '.docx' }],
    ['scan.pdf', () => scannedPdf(2), 'scriptScanned', { pages: 2 }],
    [
      'long.pdf',
      () => scannedPdf(3001),
      'scriptUnreadable',
      { detail: { 'zh-CN': '有 3001 页，不像剧本', en: '3001 pages, too many for a script' } },
    ],
    ['locked.pdf', () => madePdf(['甲'], { password: 'x' }), 'scriptLocked', {}],
    ['text.pdf', () => text, 'scriptUnreadable', { detail: { 'zh-CN': '内容不是 .pdf 文件', en: 'not a .pdf file' } }],
    ['cut.pdf', () => '%PDF-1.7\n', 'scriptUnreadable', { detail: { 'zh-CN': '文件已损坏', en: 'damaged file' } }],
    ['empty.pdf', () => '', 'scriptEmpty', {}],
    ['word.xlsx', () => docx, 'scriptUnreadable', undefined],
    ['blank.xlsx', () => madeXlsx({ 表: [[' ', null]] }), 'scriptEmpty', {}],
    ['pdf.txt', () => madePdf(['甲']), 'scriptUnreadable', undefined],
    [
      'zip.docx',
      () => Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
      'scriptUnreadable',
      undefined,
    ],
    ['cut.docx', () => docx.subarray(0, Math.floor(docx.length / 2)), 'scriptUnreadable', undefined],
    ['flipped.docx', flipped, 'scriptUnreadable', undefined],
    ['tiny.docx', () => 'PK', 'scriptUnreadable', undefined],
  ])('%s is refused', async (name, content, code, data) => {
    const error = await read(name, await content()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'SubmissionError', code, path: `scripts/${name}`, ...(data && { data }) });
  });

  test.each<[string, () => Promise<Buffer>, string]>([
    ['bomb.docx', () => Promise.resolve(docx), 'word/document.xml'],
    ['bomb.xlsx', () => madeXlsx({ 表: [['场次', '场景']] }), 'xl/worksheets/sheet1.xml'],
  ])('%s that declares more than fits in memory is refused before it is unpacked', async (name, make, part) => {
    const swelling = Buffer.from(await make());
    const entry = swelling.indexOf(Buffer.from(part), swelling.indexOf('PK\x01\x02', 'latin1')) - 46;
    swelling.writeUInt32LE(0xf0000000, entry + 24);
    await expect(read(name, swelling)).rejects.toMatchObject({ code: 'scriptTooLarge', data: { megabytes: 3840 } });
  });

  test('a zip that lies about its size is given up at the limit', async () => {
    const packed = deflateRawSync(Buffer.alloc(80 * 1024 * 1024, 0x20));
    const swelling = zipOf('word/document.xml', packed, { size: 100, crc: 0 });
    expect(swelling.length).toBeLessThan(200_000);
    await expect(read('liar.docx', swelling)).rejects.toMatchObject({
      code: 'scriptTooLarge',
      data: { megabytes: 64 },
    });
  });

  test('a file over 50 MB is refused without reading it', async () => {
    const file = await open(join(folder, 'large.txt'), 'w');
    await file.truncate(60 * 1024 * 1024);
    await file.close();
    await expect(readScript(join(folder, 'large.txt'), 'large.txt')).rejects.toMatchObject({
      code: 'scriptTooLarge',
      data: { megabytes: 60 },
    });
  });

  test('a missing file is named', async () => {
    await expect(readScript(join(folder, 'none.txt'), 'none.txt')).rejects.toMatchObject({ code: 'fileMissing' });
  });
});
