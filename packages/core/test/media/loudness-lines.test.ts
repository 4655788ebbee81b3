import { describe, expect, test } from 'vitest';
import { loudnessLines } from '../../src/media/loudness-lines.ts';

function read(...chunks: string[]) {
  const measures: unknown[] = [];
  const lines = loudnessLines((measure) => measures.push(measure));
  for (const chunk of chunks) lines.push(chunk);
  return measures;
}

const block = (time: string, values: string) =>
  `frame:5    pts:4800    pts_time:${time}\n${values
    .split(' ')
    .map((value) => `lavfi.r128.${value}\n`)
    .join('')}`;
const first = { time: 0.1, momentary: -21.1, shortTerm: -120.7, integrated: -70, range: 0 };

describe('loudnessLines', () => {
  test('a block is told when all its measures have come', () => {
    expect(
      read(
        block('0.1', 'M=-21.1 S=-120.7 I=-70.0 LRA=0.0 LRA.low=0.0'),
        block('0.2', 'M=-nan S=-23 I=-22.5 LRA=4.5 LRA.low=-27'),
      ),
    ).toEqual([first, { time: 0.2, momentary: expect.any(Number), shortTerm: -23, integrated: -22.5, range: 4.5 }]);
  });

  test.each<[string, string]>([
    ['in pieces', block('0.1', 'M=-21.1 S=-120.7 I=-70.0 LRA=0.0')],
    ['with CR LF', block('0.1', 'M=-21.1 S=-120.7 I=-70.0 LRA=0.0').replaceAll('\n', '\r\n')],
  ])('%s', (_, text) => {
    expect(read(...text)).toEqual([first]);
  });

  test('values without a block are nothing', () => {
    expect(read('lavfi.r128.M=-20\nlavfi.r128.LRA=1\n')).toEqual([]);
  });
});
