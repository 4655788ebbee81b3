import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeProblem, SubmissionError } from '../../src/errors.ts';
import { chooseTextStream, readEmbeddedSubtitles } from '../../src/ingest/embedded-subtitles.ts';
import { probe } from '../../src/media/probe.ts';
import type { SubtitleStream } from '../../src/work/input.ts';
import { ffmpeg, made, oneSecond, temporaryFolder } from '../made-episodes.ts';

const folder = await temporaryFolder();
const at = (name: string) => join(folder, name);
const video = await made(folder, 'video.mp4', { ...oneSecond, shots: [{ seconds: 4, hue: 10 }] });

const srt = '1\n00:00:00,500 --> 00:00:01,500\n<i>你好</i>，凤湖\n第二行\n\n2\n00:00:02,000 --> 00:00:03,250\nOK\n';
await writeFile(at('zh.srt'), srt);
await writeFile(at('en.srt'), '1\n00:00:00,500 --> 00:00:01,500\nHello\n');
await writeFile(at('none.srt'), '1\n00:00:00,500 --> 00:00:01,500\n{\\an8}\n');
await writeFile(
  at('bom.vtt'),
  'WEBVTT\n\n00:00.500 --> 00:01.500\n你好，凤湖\n第二行\n\n00:02.000 --> 00:03.250\nOK\n',
);
await ffmpeg('-i', at('zh.srt'), at('zh.ass'));

async function embed(name: string, codec: string, ...texts: readonly string[]): Promise<string> {
  const inputs = texts.flatMap((text) => ['-i', at(text)]);
  const maps = texts.flatMap((_, i) => ['-map', String(i + 1)]);
  await ffmpeg('-i', video, ...inputs, '-map', '0:v', ...maps, '-c:v', 'copy', '-c:s', codec, at(name));
  return at(name);
}

async function read(file: string, signal?: AbortSignal) {
  const video = { file, path: 'episodes/1.mp4', probe: await probe(file, 'episodes/1.mp4') };
  const found = await readEmbeddedSubtitles(video, signal);
  expect(found?.problem ?? null).toBeNull();
  return found?.cues ?? null;
}

async function refusal(file: string): Promise<SubmissionError> {
  const thrown: unknown = await read(file).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(SubmissionError);
  return thrown as SubmissionError;
}

describe('chooseTextStream', () => {
  const stream = (codec: string, language: string | null = null, shown = false): SubtitleStream => ({
    codec,
    language,
    default: shown,
  });
  test.each<[string, readonly SubtitleStream[], number | null]>([
    ['none', [], null],
    ['pictures only', [stream('hdmv_pgs_subtitle', 'chi', true), stream('dvd_subtitle'), stream('dvb_subtitle')], null],
    ['the first text', [stream('dvd_subtitle'), stream('subrip', 'eng'), stream('ass', 'fre')], 1],
    ['a Chinese one before others', [stream('subrip', 'eng'), stream('ass', 'zho')], 1],
    ['a Chinese one with a region', [stream('subrip', 'eng'), stream('webvtt', 'zh-Hans')], 1],
    ['the one that players show before a Chinese one', [stream('mov_text', 'chi'), stream('mov_text', 'eng', true)], 1],
    ['of several that players show the Chinese one', [stream('ass', 'eng', true), stream('ass', 'chi', true)], 1],
    ['a picture that players show is no text', [stream('hdmv_pgs_subtitle', 'chi', true), stream('subrip')], 1],
  ])('%s', (_, subtitleStreams, index) => {
    expect(chooseTextStream({ subtitleStreams })?.index ?? null).toBe(index);
  });
});

describe('readEmbeddedSubtitles', () => {
  test.each([
    ['a.mp4', 'mov_text', 'zh.srt'],
    ['a.mkv', 'srt', 'zh.srt'],
    ['b.mkv', 'ass', 'zh.ass'],
    ['c.mkv', 'webvtt', 'bom.vtt'],
  ])('%s with %s', async (name, codec, text) => {
    expect(await read(await embed(name, codec, text))).toEqual([
      { start: 0.5, end: 1.5, text: '你好，凤湖\n第二行' },
      { start: 2, end: 3.25, text: 'OK' },
    ]);
  });

  test('probe tells codec, language and default of every stream', async () => {
    const file = at('two.mkv');
    const languages = ['-metadata:s:s:0', 'language=eng', '-metadata:s:s:1', 'language=chi'];
    const flags = ['-disposition:s:0', '0', '-disposition:s:1', 'default'];
    const inputs = ['-i', video, '-i', at('en.srt'), '-i', at('zh.srt')];
    const maps = ['-map', '0:v', '-map', '1', '-map', '2'];
    await ffmpeg(...inputs, ...maps, '-c:v', 'copy', '-c:s', 'srt', ...languages, ...flags, file);
    expect((await probe(file, 'x')).subtitleStreams).toEqual([
      { codec: 'subrip', language: 'eng', default: false },
      { codec: 'subrip', language: 'chi', default: true },
    ]);
    expect((await read(file))?.[0]?.text).toBe('你好，凤湖\n第二行');
  });

  test('no stream, or one without words, is none', async () => {
    expect(await read(video)).toBeNull();
    expect(await read(await embed('blank.mkv', 'srt', 'none.srt'))).toBeNull();
  });

  test('words in another encoding are a problem, not half of the lines', async () => {
    const bytes = await readFile(await embed('good.mp4', 'mov_text', 'zh.srt'));
    const where = bytes.indexOf('你好');
    expect(where).toBeGreaterThan(0);
    // 你好 in GB18030, as careless muxers write it.
    bytes.set([0xc4, 0xe3, 0xba, 0xc3, 0xa3, 0xac], where);
    await writeFile(at('gbk.mp4'), bytes);
    const error = await refusal(at('gbk.mp4'));
    expect(error).toMatchObject({ code: 'embeddedUnreadable', path: 'episodes/1.mp4' });
    expect(describeProblem(error)['zh-CN']).toContain('UTF-8');
    expect(error.message).not.toContain(folder);
  });

  test.each([
    ['late.mkv', 'srt'],
    ['late.mp4', 'mov_text'],
  ])('of %s that is cut off it is what there is', async (name, codec) => {
    const late = '1\n00:00:00,500 --> 00:00:01,500\n你好\n\n2\n00:00:03,800 --> 00:00:03,900\n再见\n';
    await writeFile(at('late.srt'), late);
    const whole = await embed(name, codec, 'late.srt');
    // The index first, or a cut file could not be opened at all.
    const indexed = at(`indexed-${name}`);
    await ffmpeg('-i', whole, '-map', '0', '-c', 'copy', '-movflags', '+faststart', indexed);
    const bytes = await readFile(indexed);
    const file = at(`cut-${name}`);
    await writeFile(file, bytes.subarray(0, bytes.indexOf('再见') - 30));
    const found = await readEmbeddedSubtitles({ file, path: name, probe: await probe(file, name) });
    expect(found?.cues).toEqual([{ start: 0.5, end: 1.5, text: '你好' }]);
    // Builds of 2018 read past the end of some MP4 files without a word; `check` learns it from the decode.
    const problem = { code: 'embeddedCutOff', path: name, data: {} };
    if (name.endsWith('.mkv') || found?.problem) expect(found?.problem).toEqual(problem);
  });

  test('a file that is gone is a problem with its name', async () => {
    const subtitleStreams = [{ codec: 'mov_text', language: null, default: true }];
    const gone = { file: at('gone.mp4'), path: 'episodes/1.mp4', probe: { subtitleStreams } };
    const thrown: unknown = await readEmbeddedSubtitles(gone).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: 'embeddedUnreadable' });
    expect((thrown as Error).message).toMatch(/No such file/);
    expect((thrown as Error).message).not.toContain(folder);
  });

  test('stops when cancelled', async () => {
    const file = await embed('cancel.mkv', 'srt', 'zh.srt');
    await expect(read(file, AbortSignal.abort(new Error('interrupted')))).rejects.toThrow('interrupted');
  });
});
