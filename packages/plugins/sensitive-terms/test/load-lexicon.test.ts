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
    ['key.yaml', 'id: a\ntitle: {zh-CN: a, en: a}\nterms: [{text: 甲, level: info, alow: []}]', 'invalid', /alow/],
  ])('%s is refused with file and place', async (name, content, code, message) => {
    await expect(load(name, content)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('a missing file is named', async () => {
    await expect(loadLexicon(join(folder, 'none.txt'))).rejects.toMatchObject({ code: 'unreadable' });
  });
});
