import { describe, expect, it } from 'vitest';
import { dialogueLines } from '../src/dialogue-lines.ts';
import type { Reading } from '../src/reading.ts';
import { usualTone } from '../src/tone.ts';
import { readLine } from './read-line.ts';

const row = { y: 0.7, height: 0.04, support: 3, centre: 0.5, tone: usualTone, companions: [] };
/** A line by its middle, heights of the row below it, its height, and how much of its ink stays. */
const line = (text: string, x = 0.5, below = 0, height = 0.04, stays = 0) =>
  readLine(text, { x, y: row.y + below * row.height, height, stays });
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
    [
      'a sign under the line, in the middle, that stays when it goes',
      [reading(line('你先走'), line('人民医院', 0.5, 1, 0.04, 0.9))],
      ['你先走'],
    ],
    ['a sign at the end of the line', [reading(line('我随后就到 药房', 0.575))], ['我随后就到']],
    [
      'two rows around the one of single lines',
      [reading(line('你先走', 0.5, -0.65), line('我随后就到', 0.5, 0.65))],
      ['你先走 我随后就到'],
    ],
    [
      'a line in Latin letters with its marks and spaces',
      [reading(line('She is not here!', 0.51))],
      ['She is not here!'],
    ],
    ['a line off the middle', [reading(line('你先走', 0.4))], ['你先走']],
  ])('%s', (_, readings, expected) => {
    expect(dialogueLines(readings, row).map(({ lines }) => lines.map(({ text }) => text).join(' '))).toEqual(expected);
  });
});
