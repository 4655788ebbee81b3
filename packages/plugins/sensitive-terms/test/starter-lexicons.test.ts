import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { starterHash, starterLexicons } from '../src/lexicon/starter-lexicons.ts';
import { foldText } from '../src/matcher/fold-table.ts';
import { createLineScreener } from '../src/screening/line-screener.ts';

const lexicons = starterLexicons();

// Last item of each of the 21 classes of 网络短视频内容审核标准细则（2021）.
const lastItems = [7, 11, 17, 19, 23, 26, 31, 36, 40, 44, 47, 49, 52, 56, 63, 73, 76, 80, 84, 87, 100];
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const numeral = (index: number): string =>
  index <= 10 ? (numerals[index - 1] ?? '') : `${index >= 20 ? '二' : ''}十${numerals[(index % 10) - 1] ?? ''}`;

test('every term has a standard, and a cited item lies in its class', () => {
  const standards = lexicons.flatMap(({ terms, standards: own }) => terms.map((term) => term.standards ?? own));
  expect(standards.filter((list) => list.length === 0)).toEqual([]);
  const cited = standards.flat().filter(({ document }) => document.startsWith('网络短视频'));
  const wrong = cited.filter(({ article }) => {
    const [, name, item] = /^第(.+)类第(\d+)项$/.exec(article) ?? [];
    const index = lastItems.findIndex((last) => Number(item) <= last);
    return name !== numeral(index + 1);
  });
  expect(wrong).toEqual([]);
  expect(cited.length).toBeGreaterThan(100);
});

test('nothing is cited but the rules of 2021 and the published tips', () => {
  const cited = lexicons.flatMap(({ terms, standards: own }) => terms.flatMap((term) => term.standards ?? own));
  expect([...new Set(cited.map(({ document }) => document))].sort()).toEqual(
    [
      '网络短视频内容审核标准细则（2021）',
      '“霸总”微短剧管理提示（2024-11-25）',
      '“AI魔改”管理提示（2024-12）',
      '片名管理提示（2024-12-21）',
      '抗战题材微短剧管理提示（2025-07-21）',
      'AI魔改专项治理（2026-01-01起）',
      '儿童类微短剧管理提示（2026-01-08）',
    ].sort(),
  );
});

test('titles are warned of at most, and a twelfth to a quarter of the other terms are violations', () => {
  const levels = (scope: string) =>
    lexicons.filter((lexicon) => lexicon.scope === scope).flatMap(({ terms }) => terms.map(({ level }) => level));
  expect(levels('title')).not.toContain('violation');
  const share = levels('text').filter((level) => level === 'violation').length / levels('text').length;
  expect(share).toBeGreaterThan(1 / 12);
  expect(share).toBeLessThan(1 / 4);
});

test('every term shows a line that it is found in, and no form is there twice', () => {
  const terms = lexicons.flatMap((lexicon) => lexicon.terms.map((term) => ({ scope: lexicon.scope, ...term })));
  expect(terms.filter(({ match }) => match.length === 0).map(({ text }) => text)).toEqual([]);
  const forms = terms
    .filter(({ scope }) => scope === 'text')
    .flatMap(({ text, variants }) => [text, ...variants].map(foldText));
  expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([]);
});

test('no form of a term is part of another form of it: that would be two hits for one word', () => {
  const nested = lexicons.flatMap(({ terms }) =>
    terms.flatMap(({ text, variants }) => {
      const forms = [text, ...variants].map(foldText);
      // Latin forms stand alone as words: fuck is not found in fucking.
      return forms.filter((form) =>
        forms.some((other) => other !== form && /^\p{Script=Han}/u.test(other) && form.includes(other)),
      );
    }),
  );
  expect(nested).toEqual([]);
});

test('all examples hold when the lexicons are used together', () => {
  expect(() => createLineScreener(lexicons)).not.toThrow();
});

test('compiled, they are what the YAML says', async () => {
  const script = fileURLToPath(new URL('../scripts/compile-lexicons.mjs', import.meta.url));
  await promisify(execFile)(process.execPath, [script]);
  const compiled = await readFile(new URL('../dist/starter-lexicons.json', import.meta.url), 'utf8');
  expect(JSON.parse(compiled)).toEqual({ sha256: starterHash(), lexicons: JSON.parse(JSON.stringify(lexicons)) });
});
