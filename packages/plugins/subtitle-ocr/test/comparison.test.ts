import { describe, expect, it } from 'vitest';
import { comparable, hasWords, similarity } from '../src/comparison.ts';

describe('comparable', () => {
  it.each([
    ['ＯＫ，我知道了！', 'ok我知道了'],
    ['（豫）网微剧备字（２０２６）第 012 号', '豫网微剧备字2026第012号'],
    ['——……', ''],
  ])('%s', (text, folded) => {
    expect(comparable(text)).toBe(folded);
  });
});

describe('similarity', () => {
  it.each([
    ['我不去了。', '我不去了！', 1],
    ['他昨天来过这里', '他今天来过这里', 6 / 7],
    ['你好', '再见', 0],
  ])('%s / %s', (a, b, like) => {
    expect(similarity(a, b)).toBeCloseTo(like);
  });
});

it.each([
  ['走', true],
  ['5000', true],
  ['……', false],
  ['—·□', false],
])('%s has words: %s', (text, words) => {
  expect(hasWords(text)).toBe(words);
});
