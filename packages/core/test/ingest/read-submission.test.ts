import { chmod, cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../src/errors.ts';
import { readSubmission } from '../../src/ingest/read-submission.ts';
import { ffmpeg, made, oneSecond, temporaryFolder } from '../made-episodes.ts';

const base = await temporaryFolder();
const video = await made(base, 'video.mp4', oneSecond);
const sound = join(base, 'sound.mp4');
await ffmpeg('-f', 'lavfi', '-i', 'sine=duration=1', '-c:a', 'aac', sound);

let count = 0;
/** A submission folder: file → content, `video` for a real one, or a function that makes it. */
async function submission(
  yaml: string | null,
  files: Readonly<Record<string, string | ((file: string) => Promise<unknown>)>> = {},
): Promise<string> {
  const folder = join(base, `送审 ${++count} 🎬`);
  await mkdir(folder);
  if (yaml !== null) await writeFile(join(folder, 'drama.yaml'), yaml);
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(join(file, '..'), { recursive: true });
    if (typeof content === 'function') await content(file);
    else if (content === 'video') await cp(video, file);
    else await writeFile(file, content);
  }
  return folder;
}

async function read(folder: string, settings: Parameters<typeof readSubmission>[1] = {}) {
  const result = await readSubmission(folder, settings);
  for (const problem of result.problems) {
    const text = describeProblem(problem);
    expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
    for (const each of [text['zh-CN'], text.en]) expect(each).toContain(problem.path);
  }
  return {
    ...result,
    codes: result.problems.map(({ code, path }) => `${code} ${path}`).toSorted(),
    numbers: result.series?.episodes.map(({ number }) => number),
  };
}
const title = 'title: 剧\n';

describe('readSubmission', () => {
  test('everything in its place', async () => {
    const folder = await submission(
      `${title}scripts: scripts/*.txt
subtitles: subtitles/*.srt
locations:
  - {name: 凤湖公园, district: 平原示范区, photos: photos/*.jpg, scenes: [1-1]}
evidence:
  award: [{file: 获奖.pdf, issued: 2026-01-02}]
claims: [location-shooting]
`,
      {
        'episodes/第02集.mp4': 'video',
        'episodes/第01集.mp4': 'video',
        'scripts/剧本.txt': '第一集\n1-1 日 外 凤湖公园\n人物：张三\n张三：坐。\n',
        'subtitles/第02集.srt': '1\n00:00:00,000 --> 00:00:01,000\n你好\n',
        'photos/a.jpg': 'jpg',
        '获奖.pdf': 'pdf',
      },
    );
    const { series, codes, numbers, unreadEpisodes } = await read(folder);
    expect([codes, numbers, unreadEpisodes]).toEqual([[], [1, 2], 0]);
    expect(series).toMatchObject({
      title: '剧',
      kind: 'live-action',
      investment: null,
      claims: ['location-shooting'],
      locations: [{ name: '凤湖公园', photos: [{ path: 'photos/a.jpg' }], scenes: ['1-1'] }],
      evidence: [{ type: 'award', path: '获奖.pdf', issued: '2026-01-02' }],
    });
    expect(series?.episodes.map(({ subtitles }) => subtitles?.cues.map(({ text }) => text))).toEqual([
      undefined,
      ['你好'],
    ]);
    expect(series?.scripts[0]?.scenes.map(({ id }) => id)).toEqual(['1-1']);
    expect(series?.episodes[0]?.input).toMatchObject({
      path: 'episodes/第01集.mp4',
      probe: { width: 96, height: 160 },
    });
  });

  test('the subtitles of episode 10 are not those of episode 1', async () => {
    const srt = (text: string) => `1\n00:00:00,000 --> 00:00:01,000\n${text}\n`;
    const folder = await submission(`${title}episodes: [{file: 1.mp4}, {file: 10.mp4}]\nsubtitles: '*.srt'\n`, {
      '1.mp4': 'video',
      '10.mp4': 'video',
      '10.srt': srt('ten'),
      '1.srt': srt('one'),
    });
    const { series } = await read(folder);
    expect(series?.episodes.map(({ number, subtitles }) => [number, subtitles?.cues[0]?.text])).toEqual([
      [1, 'one'],
      [10, 'ten'],
    ]);
  });

  test('a text stream inside the video is taken where no subtitle file was handed in', async () => {
    const srt = (text: string) => `1\n00:00:00,000 --> 00:00:01,000\n${text}\n`;
    const inside = join(base, 'inside.srt');
    await writeFile(inside, srt('内嵌'));
    const embedded = (file: string) =>
      ffmpeg('-i', video, '-i', inside, '-map', '0:v', '-map', '1', '-c:v', 'copy', '-c:s', 'mov_text', file);
    const broken = async (file: string) => {
      await embedded(file);
      const bytes = await readFile(file);
      bytes.fill(0xff, bytes.indexOf('内嵌'), bytes.indexOf('内嵌') + 6);
      await writeFile(file, bytes);
    };
    const folder = await submission(`${title}subtitles: '*.srt'\n`, {
      'episodes/1.mp4': embedded,
      'episodes/2.mp4': embedded,
      'episodes/3.mp4': broken,
      'episodes/4.mp4': 'video',
      '2.srt': srt('另附'),
    });
    const { series, codes, unreadEpisodes } = await read(folder);
    expect(
      series?.episodes.map(({ subtitles }) => [subtitles?.source, subtitles?.path, subtitles?.cues[0]?.text]),
    ).toEqual([
      ['embedded', 'episodes/1.mp4', '内嵌'],
      ['sidecar', '2.srt', '另附'],
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
    ]);
    expect(series?.episodes[0]?.subtitles?.sha256).toBe(series?.episodes[0]?.input.sha256);
    expect([codes, unreadEpisodes]).toEqual([['embeddedUnreadable episodes/3.mp4'], 0]);
  });

  test.each<[string, () => Promise<string>, string]>([
    ['a folder that is not there', async () => join(base, '没有'), 'submissionMissing'],
    ['a file instead of a folder', async () => video, 'submissionMissing'],
    ['no drama.yaml', () => submission(null, { 'episodes/1.mp4': 'video' }), 'manifestMissing'],
    [
      'a typo in drama.yaml',
      () => submission(`${title}episode: a\n`, { 'episodes/1.mp4': 'video' }),
      'manifestUnknownKey',
    ],
    ['drama.yaml that is a folder', () => submission(null, { 'drama.yaml/x': 'x' }), 'notAFile'],
    ['no episode at all', () => submission(title), 'noEpisodes'],
    ['only a file that is no video', () => submission(title, { 'episodes/1.mp4': 'text' }), 'noEpisodes'],
  ])('%s: nothing to check', async (_, make, code) => {
    const { series, problems } = await read(await make());
    expect(series).toBeNull();
    expect(problems[0]?.code).toBe(code);
  });

  const bad: Readonly<Record<string, [string | ((file: string) => Promise<unknown>), string]>> = {
    '0 bytes': ['', 'fileEmpty'],
    'text named .mp4': ['这不是视频', 'notVideo'],
    'only sound': [(file) => cp(sound, file), 'noPicture'],
    'cut off before its index': [async (file) => writeFile(file, (await readFile(video)).subarray(0, 60)), 'notVideo'],
    'a link that leads outside': [(file) => symlink(video, file), 'fileOutside'],
    'a link in a circle': [(file) => symlink('第02集 终.mp4', file), 'fileUnreadable'],
    'a link to nothing': [(file) => symlink('nothing', file), 'fileMissing'],
  };
  test.each(Object.keys(bad))('%s: told by name, and the rest is read', async (name) => {
    const [content, code] = bad[name] as (typeof bad)[string];
    const folder = await submission(title, {
      'episodes/第01集.mp4': 'video',
      'episodes/第02集 终.mp4': content,
      'episodes/第03集.mp4': 'video',
    });
    const { numbers, codes, unreadEpisodes } = await read(folder);
    expect(numbers).toEqual([1, 3]);
    expect(codes).toContain(`${code} episodes/第02集 终.mp4`);
    expect(unreadEpisodes).toBeGreaterThan(0);
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'a file without permission is told by name',
    async () => {
      const folder = await submission(title, { 'episodes/1.mp4': 'video', 'episodes/2.mp4': 'video' });
      await chmod(join(folder, 'episodes/2.mp4'), 0);
      expect((await read(folder)).codes).toEqual([expect.stringMatching(/episodes\/2\.mp4$/)]);
    },
  );

  test.each<[string, string, readonly string[], readonly number[], readonly string[]]>([
    ['a gap', '', ['第1集', '第4集'], [1, 4], ['episodeGap episodes']],
    ['the first is missing', '', ['第2集'], [2], ['episodeGap episodes']],
    ['twice', '', ['第1集', '01'], [1], ['episodeTwice episodes/第1集.mp4']],
    ['no numbers: their order', '', ['片头', '正片'], [1, 2], []],
    ['one without a number comes last', '', ['第1集', '大结局'], [1, 2], []],
    [
      'numbers that drama.yaml gives',
      'episodes: [{file: episodes/甲.mp4, number: 2}, {file: episodes/乙.mp4, number: 1}]',
      ['甲', '乙'],
      [1, 2],
      [],
    ],
    ['a number that is not meant', 'episodes: [{file: episodes/甲.mp4, number: 900000000}]', ['甲'], [900_000_000], []],
    ['a name with brackets', 'episodes: ["episodes/[剧] 第1集.mp4"]', ['[剧] 第1集'], [1], []],
  ])('%s', async (_, yaml, names, numbers, codes) => {
    const folder = await submission(
      title + yaml,
      Object.fromEntries(names.map((name) => [`episodes/${name}.mp4`, 'video'])),
    );
    const found = await read(folder);
    expect(found.numbers).toEqual(numbers);
    expect(found.codes).toEqual(codes);
  });

  test('a gap names the numbers', async () => {
    const folder = await submission(title, { 'episodes/1.mp4': 'video', 'episodes/4.mp4': 'video' });
    const { problems } = await read(folder);
    expect(describeProblem(problems[0] as (typeof problems)[0])['zh-CN']).toContain('缺第 2、3 集');
  });

  test('five hours in one file are refused without decoding, and the limit can be raised', async () => {
    const folder = await submission(title, {
      'episodes/1.mp4': 'video',
      'episodes/2.mp4': (file) =>
        ffmpeg(
          '-f',
          'lavfi',
          '-i',
          'color=c=red:s=32x32:r=1/600',
          '-t',
          '18000',
          '-c:v',
          'libx264',
          '-preset',
          'ultrafast',
          file,
        ),
    });
    const { numbers, problems } = await read(folder);
    expect(numbers).toEqual([1]);
    expect(problems).toMatchObject([{ code: 'tooLong', path: 'episodes/2.mp4', data: { limit: 60 } }]);
    expect(Number(problems[0]?.data['minutes'])).toBeGreaterThan(280);
    expect((await read(folder, { maxMinutes: 400 })).numbers).toEqual([1, 2]);
  });

  test.each<[string, string, Readonly<Record<string, string>>, readonly string[]]>([
    ['a script that is empty', "scripts: '*.txt'", { 'a.txt': ' ' }, ['scriptEmpty a.txt']],
    ['a script in another format', "scripts: 'a.odt'", { 'a.odt': 'PK' }, ['scriptFormatUnknown a.odt']],
    ['a damaged .pdf', "scripts: 'a.pdf'", { 'a.pdf': '%PDF' }, ['scriptUnreadable a.pdf']],
    ['a script that is not there', "scripts: 'a.docx'", {}, ['fileMissing a.docx']],
    [
      'subtitles of no episode',
      "subtitles: '*.srt'",
      { '片花.srt': '1\n00:00:00,000 --> 00:00:01,000\n你好\n' },
      ['subtitleWithoutEpisode 片花.srt'],
    ],
    ['photos that are not there', 'locations: [{name: 甲, photos: "p/*.jpg"}]', {}, ['patternMatchedNothing p/*.jpg']],
    ['a document that is not there', 'evidence: {award: a.pdf}', {}, ['fileMissing a.pdf']],
    ['a document outside', 'evidence: {award: ../drama.pdf}', {}, ['fileOutside ../drama.pdf']],
    [
      'a scene that no script has',
      'scripts: a.txt\nlocations: [{name: 甲, scenes: [1-1, 7-*]}]',
      { 'a.txt': '1-1 日 外 甲\n人物：乙\n乙：坐。\n' },
      ['sceneUnknown drama.yaml'],
    ],
  ])('%s: told by name, and the episode is read', async (_, yaml, files, codes) => {
    const {
      codes: found,
      numbers,
      unreadEpisodes,
    } = await read(await submission(title + yaml, { 'episodes/1.mp4': 'video', ...files }));
    expect([found, numbers, unreadEpisodes]).toEqual([codes, [1], 0]);
  });

  test('a script without any episode can still be checked', async () => {
    const { series, codes } = await read(
      await submission(`${title}scripts: a.txt`, { 'a.txt': '1-1 日 外 甲\n人物：乙\n乙：坐。\n' }),
    );
    expect(series?.scripts).toHaveLength(1);
    expect(codes).toEqual(['patternMatchedNothing episodes/*']);
  });

  test('tables of the release and ledgers', async () => {
    const folder = await submission(
      `${title}release: {platforms: [抖音], metrics: data/*.csv, comments: data/评论.txt}
evidence: {expense-ledger: {file: 台账.csv, issued: 2026-10-01}, award: 获奖.csv}
`,
      {
        'episodes/第01集.mp4': 'video',
        'data/抖音.csv': '播放量\n12\n',
        'data/评论.txt': '好看\n',
        '台账.csv': '项目,金额\n场租,12\n',
        '获奖.csv': '不读\n',
      },
    );
    const { series, codes } = await read(folder);
    expect(codes).toEqual([]);
    expect(series?.tables.map(({ key, path, sheets }) => [key, path, sheets[0]?.rows.length])).toEqual([
      ['release.metrics', 'data/抖音.csv', 2],
      ['release.comments', 'data/评论.txt', 1],
      ['evidence.expense-ledger', '台账.csv', 2],
    ]);
  });

  test('a table that cannot be read is a problem and the rest goes on', async () => {
    const folder = await submission(`${title}release: {metrics: [a.xls, b.csv, c.csv]}\n`, {
      'episodes/第01集.mp4': 'video',
      'a.xls': 'old',
      'b.csv': '播放量\n1\n',
    });
    const { series, codes } = await read(folder);
    expect(codes).toEqual(['fileMissing c.csv', 'tableFormatUnknown a.xls']);
    expect(series?.tables.map(({ path }) => path)).toEqual(['b.csv']);
  });

  test('an event needs no episodes', async () => {
    const folder = await submission(
      'title: 交易会\nevent: {name: 微短剧交易会, place: 凤湖, start: 2026-10-16, end: 2026-10-18}\n',
    );
    const { series, codes } = await read(folder);
    expect(codes).toEqual([]);
    expect(series?.event).toEqual({ name: '微短剧交易会', place: '凤湖', start: '2026-10-16', end: '2026-10-18' });
    const named = await submission('title: 交易会\nevent: {name: 会}\nepisodes: 片/*.mp4\n');
    expect((await read(named)).codes).toEqual(['patternMatchedNothing 片/*.mp4']);
  });

  test('an event that ends before it begins is refused by its line', async () => {
    const folder = await submission('title: 会\nevent:\n  name: 会\n  start: 2026-10-18\n  end: 2026-10-16\n');
    const { series, problems } = await readSubmission(folder);
    expect(series).toBeNull();
    expect(describeProblem(problems[0]!)['zh-CN']).toContain('start 晚于 end');
  });
});
