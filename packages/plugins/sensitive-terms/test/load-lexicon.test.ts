import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadLexicon } from '../src/lexicon/load-lexicon.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lexicons-'));
});
afterAll(() => rm(folder, { recursive: true }));

const load = async (name: string, content: string | Uint8Array) => {
  await writeFile(join(folder, name), content);
  return loadLexicon(join(folder, name));
};

describe('loadLexicon', () => {
  // 赌博, newline, 下注 in GB18030.
  const gb18030 = Uint8Array.from([0xb6, 0xc4, 0xb2, 0xa9, 0x0a, 0xcf, 0xc2, 0xd7, 0xa2]);
  test.each([
    ['UTF-8', '# 我的词\n赌博\n\n下注 # 平台\n赌博\n'],
    ['CRLF and mark', '\ufeff赌博\r\n下注\r\n'],
    ['GB18030', gb18030],
  ])('a plain list in %s', async (_, content) => {
    const lexicon = await load('mine.txt', content);
    expect(lexicon).toMatchObject({ id: 'mine', title: { 'zh-CN': 'mine', en: 'mine' }, scope: 'text' });
    expect(lexicon.terms.map(({ text, level }) => [text, level])).toEqual([
      ['赌博', 'warning'],
      ['下注', 'warning'],
    ]);
  });

  test('YAML', async () => {
    const lexicon = await load(
      'mine.yaml',
      'id: mine\ntitle: {zh-CN: 我的, en: mine}\nterms:\n  - {text: 甲, level: info, allow: [甲板]}\n',
    );
    expect(lexicon.terms).toEqual([
      {
        text: '甲',
        level: 'info',
        slang: false,
        digits: false,
        variants: [],
        allow: ['甲板'],
        match: [],
        noMatch: [],
      },
    ]);
  });

  test.each([
    ['bad.yaml', 'id: [', 'invalid', /bad\.yaml/],
    ['level.yaml', 'id: a\ntitle: {zh-CN: a, en: a}\nterms: [{text: 甲, level: severe}]', 'invalid', /terms\.0\.level/],
    ['misspelt.yaml', 'id: a\ntitle: {zh-CN: a, en: a}\nterms: [{text: 甲, levl: info}]', 'invalid', /levl/],
    ['key.yaml', 'id: a\ntitle: {zh-CN: a, en: a}\nterms: [{text: 甲, level: info, alow: []}]', 'invalid', /alow/],
  ])('%s is refused with file and place', async (name, content, code, message) => {
    await expect(load(name, content)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('a table', async () => {
    const header = 'text,level,variants,allow,document,article,homophones';
    const rows = ['赌博,violation,"网赌|线上""赌""",远离赌博,某细则,第61项,true', '', '兼职 & 日赚,,,,,,'];
    const lexicon = await load('mine.csv', `\ufeff${[header, ...rows].join('\r\n')}`);
    expect(lexicon.terms).toMatchObject([
      {
        text: '赌博',
        level: 'violation',
        variants: ['网赌', '线上"赌"'],
        allow: ['远离赌博'],
        homophones: true,
        standards: [{ document: '某细则', article: '第61项' }],
      },
      { text: '兼职 & 日赚', level: 'warning', all: ['兼职', '日赚'], within: 20 },
    ]);
  });

  test('words that must stand together, in a plain list', async () => {
    expect((await load('together.txt', '兼职 & 日赚\nA&B\n')).terms).toMatchObject([
      { text: '兼职 & 日赚', all: ['兼职', '日赚'] },
      { text: 'A&B' },
    ]);
  });

  const head = 'id: a\ntitle: {zh-CN: a, en: a}\nterms:\n';
  test.each([
    ['signs.txt', '赌博\n\n***\n', 'neverMatches', /"\*\*\*" of lexicon \S*signs\.txt:3 .*Rewrite or remove/],
    [
      'allowed.yaml',
      `${head}  - {text: 赌博, level: info, allow: [赌博]}`,
      'alwaysAllowed',
      /allowed\.yaml:4 .*longer/,
    ],
    [
      'miss.yaml',
      `${head}  - {text: 甲, level: info}\n  - {text: 乙, level: info, match: [丙]}`,
      'missesExample',
      /miss\.yaml:5/,
    ],
    ['flag.yaml', `${head}  - {text: 甲, level: warning, noMatch: [甲]}`, 'flagsExample', /flag\.yaml:4/],
    ['one.yaml', `${head}  - {all: [甲], level: warning}`, 'invalid', /one\.yaml:4/],
    ['open.yaml', `${head}  - {text: 甲, level: warning`, 'invalid', /open\.yaml:\d/],
    ['columns.csv', '词,级别\n赌博,warning\n', 'invalid', /columns\.csv:1 .*"text"/],
    ['level.csv', 'text,level\n甲,info\n赌博,severe\n', 'invalid', /level\.csv:3/],
  ])('%s is refused with file, line and remedy', async (name, content, code, message) => {
    await expect(load(name, content)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('a missing file is named', async () => {
    await expect(loadLexicon(join(folder, 'none.txt'))).rejects.toMatchObject({ code: 'unreadable' });
  });
});
