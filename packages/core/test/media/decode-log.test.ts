import { describe, expect, test } from 'vitest';
import { decodeLog } from '../../src/media/decode-log.ts';

function read(...chunks: string[]) {
  const events: unknown[] = [];
  const log = decodeLog({
    frame: (index, time) => events.push(['frame', index, time]),
    clock: (time) => events.push(['clock', time]),
  });
  for (const chunk of chunks) log.push(chunk);
  return { events, lastWords: log.lastWords() };
}

const in2018 = (name: string, n: number, time: string) =>
  `[showinfo@${name} @ 0x55d0] n:${String(n).padStart(4)} pts:${String(n * 512).padStart(7)} pts_time:${time.padEnd(7)} pos:     9514 fmt:yuv420p sar:1/1 s:16x16 i:P iskey:1 type:I checksum:46CC97BD plane_checksum:[46CC97BD] mean:[0] stdev:[0.0]\n`;
const in2022 = (name: string, n: number, time: string) =>
  `[showinfo@${name} @ 0x55d0] n:${String(n).padStart(4)} pts:${String(n * 512).padStart(7)} pts_time:${time.padEnd(7)} duration:    512 duration_time:0.04    fmt:gray\n`;
const byBlackframe = (name: string, n: number, time: string, pts = String(n * 512)) =>
  `[blackframe@${name} @ 0x55d0] frame:${n} pblack:${n % 101} pts:${pts} t:${time} type:B last_keyframe:0\n`;

describe('decodeLog', () => {
  test.each<[string, string, unknown[]]>([
    ['a build of 2018', in2018('out0', 3, '0.12'), [['frame', 0, 0.12]]],
    ['a newer build', in2022('out12', 3, '0.12'), [['frame', 12, 0.12]]],
    ['the clock', in2022('clock', 30, '1.2'), [['clock', 1.2]]],
    ['a large count', in2022('clock', 123456, '4938.24'), [['clock', 4938.24]]],
    ['before zero', in2022('out1', 0, '-0.04'), [['frame', 1, -0.04]]],
    ['a small time in exponent form', in2022('out1', 0, '6.66e-05'), [['frame', 1, 6.66e-5]]],
    ['no time', in2022('out1', 0, 'NOPTS'), [['frame', 1, null]]],
    [
      'a line of the filter that is no frame',
      '[showinfo@out0 @ 0x1] config in time_base: 1/12800, frame_rate: 25/1\n',
      [],
    ],
    ['blackframe', byBlackframe('out3', 3, '0.120000'), [['frame', 3, 0.12]]],
    ['blackframe, past a quarter of an hour', byBlackframe('clock', 30_001, '1001.034367'), [['clock', 1001.034367]]],
    ['blackframe, before zero', byBlackframe('clock', 0, '-1.000000', '-12800'), [['clock', -1]]],
    ['blackframe, no time', byBlackframe('clock', 0, '-1.000000', '-9223372036854775808'), [['clock', null]]],
    ["someone else's text", '[h264 @ 0x1] n:   0 pts: 0 pts_time:0\n', []],
    ['CR LF', in2022('out0', 1, '0.04').replace('\n', '\r\n'), [['frame', 0, 0.04]]],
  ])('%s', (_, text, events) => {
    expect(read(text).events).toEqual(events);
  });

  test('a line in pieces is one line', () => {
    const text = in2022('out0', 1, '0.04') + in2022('clock', 1, '0.04');
    expect(read(...text).events).toEqual([
      ['frame', 0, 0.04],
      ['clock', 0.04],
    ]);
  });

  test.each([
    ['an error line wins over later chatter', 'moov atom not found\nsize= 0kB\n', 'moov atom not found'],
    ['else the last line', 'one\ntwo\n', 'two'],
    ['stamps are not words', `one\n${in2022('out0', 1, '0.04')}[showinfo@out0 @ 0x1] color_range:tv\n`, 'one'],
    ['nor are those of blackframe', `one\n${byBlackframe('out0', 1, '0.040000')}`, 'one'],
    ['nothing said', '', ''],
    ['cut to a line that fits a message', `Error ${'x'.repeat(500)}\n`, `Error ${'x'.repeat(154)}`],
  ])('last words: %s', (_, text, words) => {
    expect(read(text).lastWords).toBe(words);
  });
});
