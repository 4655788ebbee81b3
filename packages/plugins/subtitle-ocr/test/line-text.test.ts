import { describe, expect, it } from 'vitest';
import { loadCharacterPairs } from '../src/character-pairs.ts';
import { readText, type LineInk } from '../src/line-text.ts';
import type { Alternative, Character, LineScores } from '../src/recognition.ts';

const pairs = await loadCharacterPairs();
const pitch = 0.1;
/** A line of ten places; a space is a place where nothing was read. */
function line(
  text: string,
  more: {
    sure?: Readonly<Record<string, number>>;
    others?: Readonly<Record<string, Alternative[]>>;
    between?: Character;
  } = {},
): LineScores {
  const characters = [...text].flatMap((character, at): Character[] =>
    character === ' '
      ? []
      : [
          {
            text: character,
            confidence: more.sure?.[character] ?? 0.99,
            x: (at + 0.5) * pitch,
            alternatives: more.others?.[character] ?? [],
          },
        ],
  );
  return { characters, likeliest: () => more.between ?? null };
}
/** Ink in the places from one to another (not included). */
const ink = (from: number, to: number): LineInk => ({
  glyph: pitch,
  covered: (a, b) => Math.max(0, Math.min(b, to * pitch) - Math.max(a, from * pitch)) / (b - a),
  height: () => 1,
});
const whole = ink(0, 10);
const found = (text: string, confidence: number): Character => ({ text, confidence, x: 0.25, alternatives: [] });

describe('readText', () => {
  it.each<[string, LineScores, LineInk | null, string]>([
    [
      'puts back what was passed over where there is ink',
      line('这 子是我母亲留给我', { between: found('镯', 0.45) }),
      whole,
      '这镯子是我母亲留给我',
    ],
    ['takes a look-alike where only it makes words', line('请您立刻口答', {}), null, '请您立刻回答'],
    ['leaves a character that has look-alikes where it makes words', line('村口来了个人', {}), null, '村口来了个人'],
    ['puts nothing where there is no ink', line('这 子是我', { between: found('镯', 0.45) }), ink(0, 0), ''],
    [
      'believes no faint guess',
      line('这 子是我母亲留给我', { between: found('镯', 0.01) }),
      whole,
      '这子是我母亲留给我',
    ],
    [
      'does not look for gaps where the ink is not known',
      line('这 子是我', { between: found('镯', 0.45) }),
      null,
      '这子是我',
    ],
    [
      'decides a doubtful character by its neighbours',
      line('她的生目', { sure: { 目: 0.7 }, others: { 目: [{ text: '日', confidence: 0.2 }] } }),
      null,
      '她的生日',
    ],
    [
      'leaves a sure one, whatever its neighbours',
      line('她的生旧', { others: { 旧: [{ text: '日', confidence: 0.02 }] } }),
      null,
      '她的生旧',
    ],
    [
      'leaves a traditional character, of which the counts know nothing',
      line('稳赚不賠', { sure: { 賠: 0.7 }, others: { 賠: [{ text: '赔', confidence: 0.2 }] } }),
      null,
      '稳赚不賠',
    ],
    ['drops what no line begins or ends with', line('，走吧·'), null, '走吧'],
    ['keeps the mark at the end of a sentence', line('走吧！', { sure: { '！': 0.5 } }), null, '走吧！'],
    ['drops marks beside the ink', line('走吧  ，'), ink(0, 2), '走吧'],
  ])('%s', (_, scores, where, text) => {
    expect(readText(scores, where, pairs).text).toBe(text);
  });

  it('remembers ink that could not be read', () => {
    const { characters } = readText(line('这 子是我母亲留给我', { between: found('镯', 0.01) }), whole, pairs);
    expect(characters[1]).toMatchObject({ text: '', alternatives: [{ text: '镯', confidence: 0.01 }] });
  });
});
