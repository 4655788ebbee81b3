import type { Shot } from '@shenpian/core';
import { describe, expect, it, test } from 'vitest';
import { frameTimecode } from '../src/frame-timecode.ts';
import { shotsToCsv } from '../src/shot-csv.ts';
import { shotsToEdl } from '../src/shot-edl.ts';
import { shotsBetween } from '../src/shots.ts';

const shots: Shot[] = [
  { start: 0, end: 2.48, transition: 'start', confidence: 1 },
  { start: 2.48, end: 65.04, transition: 'cut', confidence: 0.953, keyframes: [3.5, 40.04] },
  { start: 65.04, end: 70, transition: 'gradual', confidence: 0.62 },
];

describe('frameTimecode', () => {
  const cases: [seconds: number, fps: number, code: string][] = [
    [0, 25, '00:00:00:00'],
    [2.48, 25, '00:00:02:12'],
    [65.04, 25, '00:01:05:01'],
    [3661.5, 24, '01:01:01:12'],
    [1 / 30, 30, '00:00:00:01'],
    // 1001 s at 29.97 are exactly 30,000 frames.
    [1001, 30_000 / 1001, '00:16:40:00'],
    [1.001, 24_000 / 1001, '00:00:01:00'],
    [-1, 25, '00:00:00:00'],
  ];
  test.each(cases)('%d s at %d fps is %s', (seconds, fps, code) => {
    expect(frameTimecode(seconds, fps)).toBe(code);
  });
  it('refuses a rate that is none', () => {
    expect(() => frameTimecode(1, 0)).toThrow(TypeError);
  });
});

test('CSV', () => {
  expect(shotsToCsv(shots, 25).split('\r\n')).toEqual([
    'number,start,end,seconds,startTimecode,endTimecode,transition,confidence,keyframes',
    '1,0.000,2.480,2.480,00:00:00:00,00:00:02:12,start,1.00,',
    '2,2.480,65.040,62.560,00:00:02:12,00:01:05:01,cut,0.95,3.500 40.040',
    '3,65.040,70.000,4.960,00:01:05:01,00:01:10:00,gradual,0.62,',
    '',
  ]);
});

test('CSV of a file that does not say its rate', () => {
  expect(shotsToCsv(shots, 0)).toContain('\r\n1,0.000,2.480,2.480,,,start,1.00,\r\n');
});

test('EDL', () => {
  expect(shotsToEdl(shots, { title: '凤湖夜话', clip: '第01集.mp4', fps: 25 })).toBe(`TITLE: 凤湖夜话
FCM: NON-DROP FRAME

001  AX       V     C        00:00:00:00 00:00:02:12 00:00:00:00 00:00:02:12
* FROM CLIP NAME: 第01集.mp4
002  AX       V     C        00:00:02:12 00:01:05:01 00:00:02:12 00:01:05:01
* FROM CLIP NAME: 第01集.mp4
003  AX       V     C        00:01:05:01 00:01:10:00 00:01:05:01 00:01:10:00
* FROM CLIP NAME: 第01集.mp4
* GRADUAL TRANSITION, CONFIDENCE 0.62
`);
});

test('EDL with dissolves: the event begins with the transition, and the one before ends there', () => {
  const dissolved: Shot[] = [
    { start: 0, end: 4, transition: 'start', confidence: 1 },
    { start: 4, end: 8, transition: 'gradual', confidence: 0.8, transitionSeconds: 0.72 },
    { start: 8, end: 8.2, transition: 'gradual', confidence: 0.7, transitionSeconds: 2 },
  ];
  const lines = shotsToEdl(dissolved, { title: 't', clip: 'c', fps: 25 }).split('\n');
  expect(lines.filter((line) => /^\d/.test(line))).toEqual([
    '001  AX       V     C        00:00:00:00 00:00:03:16 00:00:00:00 00:00:03:16',
    '002  AX       V     C        00:00:03:16 00:00:03:16 00:00:03:16 00:00:03:16',
    '002  AX       V     D    018 00:00:03:16 00:00:07:20 00:00:03:16 00:00:07:20',
    '003  AX       V     C        00:00:07:20 00:00:07:20 00:00:07:20 00:00:07:20',
    '003  AX       V     D    010 00:00:07:20 00:00:08:05 00:00:07:20 00:00:08:05',
  ]);
});

describe('shotsBetween', () => {
  const cut = (time: number) => ({ frame: 1, time, transition: 'cut' as const, confidence: 0.9 });
  const cases: [name: string, times: number[], seconds: number, starts: number[]][] = [
    ['no boundary', [], 5, [0]],
    ['two', [1, 3], 5, [0, 1, 3]],
    ['boundaries at the ends', [0, 3, 5], 5, [0, 3]],
    ['nothing decoded', [1], 0, []],
  ];
  test.each(cases)('%s', (_, times, seconds, starts) => {
    const made = shotsBetween(times.map(cut), seconds);
    expect(made.map(({ start }) => start)).toEqual(starts);
    expect(made.map(({ end }) => end)).toEqual([...starts.slice(1), ...(seconds ? [seconds] : [])]);
  });

  test('every keyframe goes to the shot it lies in', () => {
    const made = shotsBetween([cut(1), cut(3)], 5, [0.5, 1, 2, 4.9, 5]);
    expect(made.map(({ keyframes }) => keyframes)).toEqual([[0.5], [1, 2], [4.9]]);
    expect(shotsBetween([], 5)[0]).not.toHaveProperty('keyframes');
  });
});
