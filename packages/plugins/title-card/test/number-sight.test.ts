import { describe, expect, test } from 'vitest';
import type { Box } from '@shenpian/core';
import { numberSight } from '../src/number-sight.ts';
import type { OpeningText } from '../src/opening-text.ts';

/** A line that was read alike on two pictures. */
function line(text: string, box: Box, times: readonly number[] = [1, 1.5]): OpeningText {
  const characters = [...text].map((each, i) => ({
    text: each,
    confidence: 0.99,
    x: (i + 0.5) / text.length,
    alternatives: [],
  }));
  const readings = times.map((time) => ({ time, text, confidence: 0.99, characters }));
  return {
    part: 'opening',
    start: Math.min(...times),
    end: Math.max(...times),
    before: null,
    after: null,
    box,
    text,
    confidence: 0.99,
    upright: false,
    readings,
    closeUp: null,
  };
}

const [words, rest] = ['（豫）网微剧备字', '（2026）第012号'];
const left = { x: 0.25, y: 0.44, width: 0.24, height: 0.02 };

describe('a number in two boxes', () => {
  test.each([
    ['side by side', { ...left, x: 0.5, width: 0.25, y: 0.441 }],
    ['one above the other', { ...left, x: 0.26, y: 0.463 }],
  ])('%s is read', (_, box) => {
    // The title below is no part of it.
    const lines = [
      line('《凤湖夜话》', { x: 0.3, y: 0.5, width: 0.4, height: 0.05 }),
      line(rest, box),
      line(words, left),
    ];
    expect(numberSight(lines)).toMatchObject({
      state: 'sure',
      numbers: [{ number: { canonical: '（豫）网微剧备字（2026）第012号' } }],
    });
  });

  test.each([
    ['at the other side of the picture', line(rest, { ...left, x: 0.75 })],
    ['on another row', line(rest, { ...left, x: 0.5, y: 0.55 })],
    ['on other pictures', line(rest, { ...left, x: 0.5 }, [4, 4.5])],
  ])('a second part %s is none', (_, other) => {
    expect(numberSight([line(words, left), other])).toMatchObject({ state: 'doubtful', number: null });
  });

  test('is doubtful when its parts were read together once only', () => {
    const once = line(rest, { ...left, x: 0.5 }, [1, 2]);
    expect(numberSight([line(words, left), once])).toMatchObject({ state: 'doubtful' });
  });
});
