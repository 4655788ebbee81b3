import { describe, expect, test } from 'vitest';
import { foldText, isNoise, foldCharacter } from '../src/matcher/fold-table.ts';
import { createMatcher, type Match } from '../src/matcher/matcher.ts';

/** What the matcher must do, the slow way: fold, drop noise, look for every term at every place. */
function findNaively(terms: readonly string[], text: string): Match[] {
  const characters: { readonly folded: string; readonly start: number; readonly end: number }[] = [];
  let start = 0;
  for (const character of text) {
    for (const part of foldCharacter(character)) {
      if (!isNoise(part))
        for (const folded of part.split('')) characters.push({ folded, start, end: start + character.length });
    }
    start += character.length;
  }
  const matches: Match[] = [];
  terms.forEach((term, index) => {
    const wanted = foldText(term);
    for (let from = 0; from + wanted.length <= characters.length; from++) {
      const slice = characters.slice(from, from + wanted.length);
      const [first, last] = [slice[0], slice.at(-1)];
      if (slice.map(({ folded }) => folded).join('') === wanted && first && last) {
        matches.push({ term: index, start: first.start, end: last.end });
      }
    }
  });
  return matches;
}

const inOrder = (matches: readonly Match[]): string[] =>
  matches.map(({ term, start, end }) => `${start}-${end}:${term}`).sort();

/** A small generator with a fixed seed, so that a failure can be repeated. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

describe('against the naive matcher', () => {
  const alphabet = [...'赌博賭愽稳穩Aａab①1ﬁ㈱𝐀😀*-　 \u200b\n。ｱ', '\u{20000}', '👨‍👩‍👧', 'é', '\ud800'];
  test.each(Array.from({ length: 120 }, (_, index) => index + 1))('random text %i', (seed) => {
    const below = generator(seed);
    const word = (length: number): string =>
      Array.from({ length }, () => alphabet[below(alphabet.length)] ?? '').join('');
    const terms = new Map<string, string>();
    while (terms.size < 8) {
      const term = word(1 + below(4));
      const folded = foldText(term);
      if (folded !== '' && !folded.includes('\n')) terms.set(folded, term);
    }
    const text = word(120);
    const list = [...terms.values()];
    expect(inOrder(createMatcher(list).find(text))).toEqual(inOrder(findNaively(list, text)));
  });

  test('many terms', () => {
    const below = generator(99);
    const han = (): string => String.fromCharCode(0x4e00 + below(60));
    const terms = [
      ...new Map(
        Array.from({ length: 4000 }, () => Array.from({ length: 1 + below(4) }, han).join('')).map((term) => [
          foldText(term),
          term,
        ]),
      ).values(),
    ];
    const text = Array.from({ length: 3000 }, han).join('');
    const expected = findNaively(terms, text);
    expect(expected.length).toBeGreaterThan(1000);
    expect(inOrder(createMatcher(terms).find(text))).toEqual(inOrder(expected));
  });
});

describe('one place', () => {
  test.each([
    ['赌博', '别赌博', '赌博'],
    ['赌博', '赌*博', '赌*博'],
    ['赌博', '（赌　博）', '赌　博'],
    ['赌博', '賭博', '賭博'],
    ['稳赚不赔', '稳-赚😀不\u200b赔！', '稳-赚😀不\u200b赔'],
    ['稳賺不賠', '稳赚不赔', '稳赚不赔'],
    ['sex', 'ＳｅＸ', 'ＳｅＸ'],
    ['tel', '℡号', '℡'],
    ['a', '𝐀', '𝐀'],
    ['1', '①', '①'],
    ['赌博', '赌\n博', null],
    ['赌博', '赌不博', null],
  ])('%s in %j', (term, text, found) => {
    const matches = createMatcher([term]).find(text);
    expect(matches.map(({ start, end }) => text.slice(start, end))).toEqual(found === null ? [] : [found]);
  });

  test('overlapping and nested terms are all found, the longer first', () => {
    const terms = ['地下赌场', '赌场', '赌场开业', '开业'];
    const found = createMatcher(terms).find('地下赌场开业');
    expect(found.map(({ term, start, end }) => [terms[term], start, end])).toEqual([
      ['地下赌场', 0, 4],
      ['赌场', 2, 4],
      ['赌场开业', 2, 6],
      ['开业', 4, 6],
    ]);
  });
});

test.each([
  ['only noise', ['*-*'], /cannot match: "\*-\*"/],
  ['empty', [''], /cannot match: ""/],
  ['two forms of one term', ['赌博', '賭-博'], /same form: "赌博", "賭-博"/],
])('a term that is %s is refused', (_, terms, message) => {
  expect(() => createMatcher(terms)).toThrow(message);
});
