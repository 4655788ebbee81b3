import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSubtitles } from '../../src/ingest/subtitle-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'subtitles-'));
});
afterAll(() => rm(folder, { recursive: true }));

const read = async (name: string, content: string | Uint8Array) => {
  await writeFile(join(folder, name), content);
  return readSubtitles(join(folder, name), name);
};

const srt = '1\n00:00:01,000 --> 00:00:02,500\n你好\n世界\n\n2\n00:00:03,000 --> 00:00:04,000\n<i>再见</i>\n';
const two = [
  { start: 1, end: 2.5, text: '你好\n世界' },
  { start: 3, end: 4, text: '再见' },
];
const ass = String.raw`[Script Info]
Title: 样片

[V4+ Styles]
Format: Name, Fontname
Style: Default,Arial

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,再见
Dialogue: 0,0:00:01.00,0:00:02.50,Default, 张三,0,0,0,,{\an8\pos(1,2)}你好\N世界
Dialogue: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,{\p1}m 0 0 l 1 1{\p0}
Comment: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,备注
`;

describe('readSubtitles', () => {
  test.each([
    ['SRT', 'a.srt', srt],
    ['CRLF', 'a.srt', srt.replaceAll('\n', '\r\n')],
    ['byte order mark', 'a.srt', `\ufeff${srt}`],
    ['GB18030', 'a.srt', iconv.encode(srt, 'gb18030')],
    ['UTF-16', 'a.srt', iconv.encode(srt, 'utf-16le', { addBOM: true })],
    ['no numbers, no blank lines', 'a.srt', srt.replaceAll(/^\d\n/gm, '').replaceAll('\n\n', '\n')],
    ['coordinates and points', 'a.srt', srt.replaceAll(',', '.').replace('02.500', '02.5  X1:1 X2:2')],
    ['out of order', 'a.srt', srt.split('\n\n').toReversed().join('\n\n')],
    [
      'VTT',
      'a.vtt',
      `WEBVTT - title\n\nNOTE x\n\nid\n00:01.000 --> 00:02.500 line:80%\n<v 张三>你好\n世界\n\n00:00:03.000 --> 00:00:04.000\n<c.red>再见</c>\n`,
    ],
    ['ASS', 'a.ass', ass],
    ['ASS that is named .srt', 'a.srt', ass],
  ])('%s', async (_, name, content) => {
    expect(await read(name, content)).toEqual(two);
  });

  test('words that look like numbers, commas and dashes stay', async () => {
    const cues = await read(
      'a.srt',
      '1\n00:00:01,000 --> 00:00:02,000\n100\n\n2\n00:00:03,000 --> 00:00:04,000\na, b - c < d\n',
    );
    expect(cues.map(({ text }) => text)).toEqual(['100', 'a, b - c < d']);
  });

  test.each([
    ['empty', '', 'subtitleUnreadable'],
    ['prose', '这不是字幕', 'subtitleUnreadable'],
    ['no cue', 'WEBVTT\n\n', 'subtitleUnreadable'],
    ['binary', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'subtitleUnreadable'],
  ])('%s is refused', async (_, content, code) => {
    await expect(read('bad.srt', content)).rejects.toMatchObject({ code, path: 'bad.srt' });
  });

  test('a missing file is named', async () => {
    await expect(readSubtitles(join(folder, 'none.srt'), 'subtitles/none.srt')).rejects.toMatchObject({
      code: 'fileMissing',
      path: 'subtitles/none.srt',
    });
  });
});
