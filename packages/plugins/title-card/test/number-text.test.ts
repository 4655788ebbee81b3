import { describe, expect, test } from 'vitest';
import { displayRule, judgeFormat } from '../src/number-formats.ts';
import { canonicalNumber, mayBeMisread, numberLike, parseNumber, readNumber, sameNumber } from '../src/number-text.ts';

/** Characters as a reader gives them; a character that differs in `unsure` is read with that confidence, and may be something else. */
function reading(text: string, unsure: Readonly<Record<string, { confidence: number; other: string }>> = {}) {
  const characters = [...text].map((each, i) => ({
    text: each,
    confidence: unsure[each]?.confidence ?? 0.99,
    x: (i + 0.5) / text.length,
    alternatives: unsure[each] ? [{ text: unsure[each].other, confidence: 0.3 }] : [],
  }));
  return { characters };
}

describe('parseNumber', () => {
  test.each([
    ['（豫）网微剧备字（2026）第012号', '（豫）网微剧备字（2026）第012号'],
    ['备案号：(豫)网微剧备字(2026)第012号', '（豫）网微剧备字（2026）第012号'],
    ['〔总局〕网微剧审字〔2025〕第003号', '（总局）网微剧审字（2025）第003号'],
    ['[番茄] 网微剧备字 [2026] 第847205号', '（番茄）网微剧备字（2026）第847205号'],
    ['（沪）网剧审字（2023）第001号', '（沪）网剧审字（2023）第001号'],
    ['豫网微剧备字2026第012号', '（豫）网微剧备字（2026）第012号'],
  ])('%s', (text, canonical) => {
    expect(parseNumber(text)).toMatchObject({ canonical, doubts: [], weakest: 1 });
  });

  test.each(['凤湖夜话', '第012号', '网微剧备字', '（豫）网微剧备字（2026）', 'V123456788888888'])(
    'no number: %s',
    (text) => {
      expect(parseNumber(text)).toBeNull();
    },
  );
});

describe('readNumber', () => {
  test.each([
    ['the letter O', '（豫）网微剧备字（2026）第O12号', 'O→0'],
    ['口 for 0', '（豫）网微剧备字（2口26）第012号', '口→0'],
    ['a wrong word', '（豫）网徽剧备字（2026）第012号', '徽→微'],
    ['no end', '（豫）网微剧备字（2026）第012', '→号'],
    ['a year that cannot be', '（豫）网微剧备字（7026）第012号', '7026→20??'],
  ])('doubts %s', (_, text, doubt) => {
    const number = readNumber(reading(text));
    expect(number?.doubts).toEqual([doubt]);
    expect(number?.serial).toBe('012');
  });

  test('doubts a gap where a digit may have been dropped', () => {
    const { characters } = reading('（豫）网微剧备字（2026）第0112号');
    const dropped = characters.filter((_, i) => i !== characters.length - 3);
    expect(readNumber({ characters: dropped })?.doubts).toEqual(['012→?']);
  });

  test('reads a number that is broken over two lines', () => {
    const lines = [reading('（豫）网微剧备字'), reading('（2026）第012号')];
    expect(readNumber(...lines)).toMatchObject({ canonical: '（豫）网微剧备字（2026）第012号', doubts: [] });
  });

  test('gives the confidence of the character that tells least', () => {
    const unsure = { 豫: { confidence: 0.6, other: '像' } };
    expect(readNumber(reading('（豫）网微剧备字（2026）第012号', unsure))).toMatchObject({ weakest: 0.6 });
  });
});

describe('comparing', () => {
  const expected = parseNumber('（豫）网微剧备字（2026）第012号')!;

  test.each([
    ['（豫）网微剧备字（2026）第12号', true],
    ['（豫）网微剧备字（2026）第013号', false],
    ['（豫）网微剧审字（2026）第012号', false],
    ['（沪）网微剧备字（2026）第012号', false],
  ])('%s', (text, same) => {
    expect(sameNumber(parseNumber(text)!, expected)).toBe(same);
  });

  test.each<[string, string, Parameters<typeof reading>[1], boolean]>([
    ['an issuer in no list', '（像）网微剧备字（2026）第012号', {}, true],
    ['words that lack a character', '（豫）网剧审字（2026）第012号', {}, true],
    [
      'a digit that may be the expected one',
      '（豫）网微剧备字（2026）第013号',
      { 3: { confidence: 0.9, other: '2' } },
      true,
    ],
    ['a digit that is surely another', '（豫）网微剧备字（2026）第013号', {}, false],
    ['a known issuer that is surely another', '（沪）网微剧备字（2026）第012号', {}, false],
  ])('may be a misreading: %s', (_, text, unsure, answer) => {
    expect(mayBeMisread(readNumber(reading(text, unsure))!, expected)).toBe(answer);
  });

  test('canonical form', () => {
    expect(canonicalNumber(expected)).toBe('（豫）网微剧备字（2026）第012号');
  });

  test.each([
    ['网微剧备宇（2026', true],
    ['第O12号', true],
    ['第一集归来', false],
    ['幸福路12号', false],
  ])('number-like: %s', (text, answer) => {
    expect(numberLike(text)).toBe(answer);
  });
});

describe('formats by date', () => {
  const parts = { issuer: '豫', words: '网微剧备字', year: '2026' };

  test.each<[string, typeof parts, string | null, string]>([
    ['in force', parts, '2026-05-01', 'known'],
    ['its last day', parts, '2026-08-31', 'known'],
    ['forms of that time in no source', parts, '2026-09-01', 'unverified'],
    ['before it was made', parts, '2024-05-31', 'unknown'],
    ['no date: the year reaches over both', parts, null, 'unverified'],
    ['no date: a year of one form', { ...parts, year: '2025' }, null, 'known'],
    ['a platform', { ...parts, issuer: '番茄' }, '2026-05-01', 'known'],
    ['a platform does not license', { ...parts, issuer: '番茄', words: '网微剧审字' }, '2026-05-01', 'unknown'],
    ['a short name in no source', { ...parts, issuer: '兵团' }, '2026-05-01', 'unverified'],
  ])('%s', (_, given, date, form) => {
    expect(judgeFormat(given, date).form).toBe(form);
  });

  test('what must be shown', () => {
    expect(displayRule('number', '2024-05-31')).toBeNull();
    expect(displayRule('number', '2026-08-31')?.document).toBe('广电办发〔2024〕35号');
    expect(displayRule('credits', '2026-08-31')).toBeNull();
    expect(displayRule('credits', '2026-09-01')?.article).toBe('第二十七条');
    expect(displayRule('title', null)?.article).toBe('第二十七条');
  });
});
