import { describe, expect, it } from 'vitest';
import { fitToRow } from '../src/detection.ts';
import { dialogueLines } from '../src/dialogue-lines.ts';
import type { Reading } from '../src/reading.ts';

const row = { y: 0.7, height: 0.04, support: 3 };
/** A line by its middle, heights of the row below it, and its height. */
const line = (text: string, x = 0.5, below = 0, height = 0.04) => ({
  text,
  confidence: 0.99,
  box: { x: x - 0.15, y: row.y + below * row.height - height / 2, width: 0.3, height },
});
const reading = (...lines: ReturnType<typeof line>[]): Reading => ({
  start: 0,
  end: 1,
  fleeting: false,
  joins: false,
  changedAt: () => false,
  lines,
});

describe('dialogue lines', () => {
  it.each<[string, Reading[], string[]]>([
    ['a sign under the line', [reading(line('你先走'), line('人民医院', 0.43, 1))], ['你先走']],
    ['a sign below the line, far', [reading(line('你先走'), line('人民医院', 0.5, 3))], ['你先走']],
    ['a sign beside the line', [reading(line('你先走'), line('药房', 0.64))], ['你先走']],
    ['two rows of one size', [reading(line('你先走', 0.5, -1.25), line('我随后就到'))], ['你先走 我随后就到']],
    [
      'a smaller second language that recurs',
      [
        reading(line('你先走'), line('Go ahead', 0.5, 1.1, 0.03)),
        reading(line('今天必须签完'), line('Sign today', 0.5, 1.1, 0.03)),
      ],
      ['你先走 Go ahead', '今天必须签完 Sign today'],
    ],
    ['a smaller text seen once', [reading(line('你先走'), line('Exit', 0.5, 1.1, 0.03))], ['你先走']],
    ['a line off the middle', [reading(line('你先走', 0.4))], ['你先走']],
  ])('%s', (_, readings, expected) => {
    expect(dialogueLines(readings, row).map(({ lines }) => lines.map(({ text }) => text).join(' '))).toEqual(expected);
  });
});

describe('boxes on a known row', () => {
  const known = { y: 100, height: 40 };
  it.each([
    ['half a character', { x: 200, y: 95, width: 30, height: 14 }, { x: 193, y: 78, width: 44, height: 44 }],
    ['a line with a sign over it', { x: 50, y: 50, width: 300, height: 75 }, { x: 50, y: 78, width: 300, height: 44 }],
    ['a line', { x: 50, y: 82, width: 300, height: 38 }, null],
    ['a short text elsewhere', { x: 50, y: 20, width: 30, height: 14 }, null],
  ])('%s', (_, box, expected) => {
    expect(fitToRow(box, known)).toEqual(expected ?? box);
  });
});
