import { createHash } from 'node:crypto';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readScript } from '../../src/ingest/script-file.ts';

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

const text = '第一集\n\n1-1 日 内 客厅\n人物：张三\n张三：坐。\n1-2 夜 外 凤湖公园';

describe('readScript', () => {
  test.each([
    ['a.txt', () => text],
    ['crlf.txt', () => text.replaceAll('\n', '\r\n')],
    ['gb.txt', () => iconv.encode(text, 'gb18030')],
    ['utf16.txt', () => iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['a.md', () => text],
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
    ['old.doc', () => 'x', 'scriptFormatUnknown', { extension: '.doc' }],
    ['bare', () => 'x', 'scriptFormatUnknown', { extension: '(?)' }],
    ['empty.txt', () => '', 'scriptEmpty', {}],
    ['blank.txt', () => ' \n\n\u3000', 'scriptEmpty', {}],
    ['empty.docx', () => '', 'scriptEmpty', {}],
    ['binary.txt', () => docx, 'scriptUnreadable', undefined],
    ['text.docx', () => text, 'scriptUnreadable', undefined],
    ['encrypted.docx', () => Buffer.from('d0cf11e0a1b11ae100000000000000000000', 'hex'), 'scriptUnreadable', undefined],
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
    const error = await read(name, content()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'SubmissionError', code, path: `scripts/${name}`, ...(data && { data }) });
  });

  test('a .docx that would swell beyond memory is refused before it is unpacked', async () => {
    const swelling = Buffer.from(docx);
    const entry = swelling.indexOf(Buffer.from('word/document.xml'), swelling.indexOf('PK\x01\x02', 'latin1')) - 46;
    swelling.writeUInt32LE(0xf0000000, entry + 24);
    await expect(read('bomb.docx', swelling)).rejects.toMatchObject({
      code: 'scriptTooLarge',
      data: { megabytes: 3840 },
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
