import { describe, expect, it } from 'vitest';
import { dialogueOf, type DialogueRules } from '../src/dialogue.ts';
import type { ReadLine, Reading } from '../src/reading.ts';
import { usualTone } from '../src/tone.ts';
import { readLine } from './read-line.ts';

const rules: DialogueRules = {
  engine: 'paddle',
  minConfidence: 0.6,
  row: { y: 0.7, height: 0.03, support: 4, centre: 0.5, tone: usualTone, companions: [] },
  regionGiven: false,
  seconds: 60,
};
const line = readLine;
const reading = (start: number, end: number, lines: ReadLine[], more: Partial<Reading> = {}): Reading => ({
  start,
  end,
  lines,
  fleeting: false,
  joins: true,
  changedAt: () => true,
  ...more,
});
const unchanged = { changedAt: () => false };
const texts = (readings: Reading[], more: Partial<DialogueRules> = {}): string[] =>
  dialogueOf(readings, { ...rules, ...more }).map(({ start, end, text }) => `${start}-${end} ${text}`);

describe('dialogueOf', () => {
  it.each<[string, Reading[], string[]]>([
    ['joins equal neighbours', [reading(1, 2, [line('你好吗')]), reading(2, 3, [line('你好吗')])], ['1-3 你好吗']],
    [
      'keeps the same line after a gap apart',
      [reading(1, 2, [line('快走')]), reading(2.4, 3, [line('快走')], { joins: false })],
      ['1-2 快走', '2.4-3 快走'],
    ],
    [
      'takes the surer of two readings of one picture',
      [
        reading(1, 2, [line('我们去风湖公园', { confidence: 0.9 })]),
        reading(2, 3, [line('我们去凤湖公园')], unchanged),
      ],
      ['1-3 我们去凤湖公园'],
    ],
    [
      'keeps lines that differ in one character when the picture changed',
      [reading(1, 2, [line('他昨天来过这里')]), reading(2, 3, [line('他今天来过这里')])],
      ['1-2 他昨天来过这里', '2-3 他今天来过这里'],
    ],
    [
      'takes the surer of two readings across a cut when one is doubtful',
      [
        reading(1, 2, [line('5000万一分都不能少', { confidence: 0.95 })]),
        reading(2, 3, [line('500万一分都不能少', { confidence: 0.8 })]),
      ],
      ['1-3 5000万一分都不能少'],
    ],
    [
      'begins where the line fades in and ends where it fades out',
      [
        reading(0.8, 1, [], { fleeting: true, joins: false }),
        reading(1, 2, [line('你好吗')], unchanged),
        reading(2, 2.2, [], { fleeting: true, ...unchanged }),
      ],
      ['0.8-2.2 你好吗'],
    ],
    [
      'goes on over one restless frame',
      [reading(1, 2, [line('你好吗')]), reading(2, 2.2, [], { fleeting: true }), reading(2.2, 3, [line('你好吗')])],
      ['1-3 你好吗'],
    ],
    [
      'puts rows on lines and pieces of a row side by side',
      [reading(1, 2, [line('第一行', { y: 0.67 }), line('你好', { x: 0.42 }), line('再见', { x: 0.58 })])],
      ['1-2 第一行\n你好 再见'],
    ],
    [
      'drops noise',
      [reading(1, 2, [line('……'), line('口', { confidence: 0.7, x: 0.44 }), line('未知', { confidence: 0.4 })])],
      [],
    ],
    ['keeps one character in the middle', [reading(1, 2, [line('走', { confidence: 0.7 })])], ['1-2 走']],
    [
      'drops signs off the row, beside the middle, or of another size',
      [reading(1, 2, [line('超市', { y: 0.82 }), line('药店', { x: 0.2 }), line('凤湖', { height: 0.08 })])],
      [],
    ],
  ])('%s', (_, readings, expected) => {
    expect(texts(readings)).toEqual(expected);
  });

  it('drops what stands for most of the episode, and keeps the dialogue beside it', () => {
    const fixed = line('仅供娱乐', { y: 0.74 });
    const readings = [0, 1, 2, 3, 4, 5].map((n) =>
      reading(n * 10, n * 10 + 10, n === 2 ? [line('你好吗'), fixed] : [fixed]),
    );
    expect(texts(readings)).toEqual(['20-30 你好吗']);
  });

  it('finds the row among the lines when it was not scouted', () => {
    const readings = ['你到底想怎么样', '我不会答应你的', '别过来'].map((text, n) =>
      reading(n * 2, n * 2 + 1, [line(text, { y: 0.6 }), line('幸福超市', { y: 0.8 })]),
    );
    expect(texts(readings, { row: null })).toEqual(['0-1 你到底想怎么样', '2-3 我不会答应你的', '4-5 别过来']);
  });

  it('takes every line of a region that the user named', () => {
    expect(texts([reading(1, 2, [line('左边的话', { x: 0.2, y: 0.2 })])], { row: null, regionGiven: true })).toEqual([
      '1-2 左边的话',
    ]);
  });
});
