import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  checkSubmission,
  loadRegistry,
  openTrackStore,
  readTrack,
  resolveFfmpeg,
  resolvePlugin,
  stillsTrack,
  type CheckProgress,
  type CheckSettings,
  type Registry,
} from '../../dist/index.js';
import { reportSchema } from '../../src/report/report.ts';
import { script, temporaryFolder } from '../made-episodes.ts';

const folder = await temporaryFolder();
const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const log = join(folder, 'ffmpeg.log');
const submission = join(folder, '凤湖 夜话');

// Before anything looks for ffmpeg: the answer is kept per process. One line per process that is started.
const found = process.env['SHENPIAN_FFMPEG'] ?? (await onPath('ffmpeg')) ?? (await shipped());
process.env['SHENPIAN_FFMPEG'] = await script(
  join(folder, 'counting-ffmpeg'),
  `printf '%s ' "$@" | tr '\\n' ' ' >> '${log}'\necho >> '${log}'\nexec '${found}' "$@"`,
);

async function onPath(name: string): Promise<string | null> {
  for (const each of (process.env['PATH'] ?? '').split(':')) {
    const file = join(each, name);
    if (
      await readFile(file).then(
        () => true,
        () => false,
      )
    )
      return file;
  }
  return null;
}
async function shipped(): Promise<string> {
  const { createRequire } = await import('node:module');
  return (createRequire(new URL('../../package.json', import.meta.url))('@ffmpeg-installer/ffmpeg') as { path: string })
    .path;
}

/** Decoding processes since the last test: those that read a file from its beginning; a scout seeks to a few keyframes. */
async function decodes(): Promise<number> {
  const text = await readFile(log, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line.includes('-filter_complex') && !line.includes(' -ss ')).length;
}

let registry: Registry;
beforeAll(async () => {
  const { makeEpisode } = await import('../../../testing/dist/index.js');
  registry = await loadRegistry([resolvePlugin('./three-tracks.ts', fixtures)]);
  await mkdir(submission);
  await writeFile(join(submission, 'drama.yaml'), 'title: 凤湖夜话\ninvestment: 85万元\nfiling: {date: 2026-12-01}\n');
  const shots = [
    { seconds: 1, hue: 60 },
    { seconds: 1, hue: 220 },
  ];
  for (const number of [1, 2])
    await makeEpisode(join(submission, `episodes/第0${number}集.mp4`), {
      width: 96,
      height: 160,
      fps: 10,
      shots: shots.slice(0, number),
    });
  await rm(log, { force: true });
});
afterEach(() => rm(log, { force: true }));

let count = 0;
const check = (change: Partial<CheckSettings> & { readonly at?: string } = {}, where = submission) => {
  const { at = join(folder, `store-${++count}`), ...settings } = change;
  return checkSubmission(where, {
    registry,
    store: openTrackStore(at),
    options: {},
    signal: new AbortController().signal,
    jobs: 2,
    ...settings,
  });
};

/** A copy of the submission, changed. */
async function variant(change: (copy: string) => Promise<unknown>): Promise<string> {
  const copy = join(folder, `variant-${++count}`);
  await cp(submission, copy, { recursive: true });
  await change(copy);
  return copy;
}

describe('checkSubmission', () => {
  test('one decoding process per episode, however many tracks and checkers; none the second time', async () => {
    expect((await resolveFfmpeg()).ffmpeg.source).toBe('environment');
    const at = join(folder, 'shared-store');
    const first = await check({ at });
    expect([await decodes(), first.decodes]).toEqual([2, 2]);
    await rm(log, { force: true });
    const second = await check({ at });
    expect([await decodes(), second.decodes]).toEqual([0, 0]);
    const timeless = ({ report }: typeof first) =>
      JSON.parse(
        JSON.stringify(report, (key, value: unknown) => (key === 'seconds' || key === 'generatedAt' ? null : value)),
      ) as unknown;
    expect(timeless(second)).toEqual(timeless(first));
  });

  test('checker options change findings without a decode', async () => {
    const at = join(folder, 'shared-store');
    const { report } = await check({ at, options: { loud: { above: 0 } } });
    expect([await decodes(), report?.findings]).toEqual([0, []]);
  });

  test('the report says what was found, with pictures, and keeps its schema', async () => {
    const { report, problems, pictures } = await check();
    expect(problems).toEqual([]);
    expect(reportSchema.parse(report)).toEqual(report);
    expect(report?.facts['frames']).toEqual({ value: 30 });
    expect(report?.facts['investment']).toEqual({ value: 850_000 });
    expect(
      report?.inputs.map(({ episode, path, width, height, seconds }) => [
        episode,
        path,
        width,
        height,
        Math.round(seconds),
      ]),
    ).toEqual([
      [1, 'episodes/第01集.mp4', 96, 160, 1],
      [2, 'episodes/第02集.mp4', 96, 160, 2],
    ]);
    expect(report?.checks.map(({ id, episode, status }) => `${id} ${episode} ${status}`)).toEqual([
      'frame-count null ok',
      'loud 1 ok',
      'loud 2 ok',
    ]);
    expect(report?.findings.map(({ id, rule, at }) => [id, rule, 'episode' in at && at.episode])).toEqual([
      ['F1', 'loud/tooLoud', 1],
      ['F2', 'loud/tooLoud', 2],
    ]);
    for (const { evidence } of report?.findings ?? []) {
      expect(evidence[0]).toMatchObject({
        kind: 'frame',
        path: expect.stringMatching(/^evidence\/ep00\d-0000\.00\.jpg$/) as string,
      });
      expect(pictures.get(evidence[0]?.path ?? '')).toBe(evidence[0]?.sha256);
    }
  });

  test('progress goes through the stages to the end', async () => {
    const states: CheckProgress[] = [];
    await check({ progress: (state) => states.push(state) });
    expect([...new Set(states.map(({ stage }) => stage))]).toEqual(['reading', 'decoding', 'checking']);
    const last = states.findLast(({ stage }) => stage === 'decoding');
    expect(last?.doneSeconds).toBeCloseTo(last?.totalSeconds ?? -1, 3);
  });

  test('an episode that cannot be decoded is a problem, the other is checked, and series facts are unknown', async () => {
    const where = await variant(async (copy) => {
      const file = join(copy, 'episodes/第02集.mp4');
      const bytes = await readFile(file);
      await writeFile(file, bytes.subarray(0, bytes.indexOf('mdat') + 8));
    });
    const { report, problems } = await check({}, where);
    expect(problems).toMatchObject([{ code: 'decodeFailed', path: 'episodes/第02集.mp4' }]);
    expect(report?.facts['frames']).toHaveProperty('unknown');
    expect(report?.facts['total-seconds']).toHaveProperty('unknown');
    expect(report?.checks.filter(({ status }) => status === 'failed').map(({ id, episode }) => [id, episode])).toEqual([
      ['frame-count', 2],
      ['loud', 2],
    ]);
  });

  test('a file that is cut off is a problem and a finding, also when its tracks come from the store', async () => {
    const where = await variant(async (copy) => {
      const { makeEpisode } = await import('../../../testing/dist/index.js');
      const file = join(copy, 'episodes/第02集.mp4');
      await makeEpisode(file, { width: 96, height: 160, fps: 10, shots: [{ seconds: 5, hue: 60 }] });
      const bytes = await readFile(file);
      await writeFile(
        file,
        bytes.subarray(0, bytes.indexOf('mdat') + Math.round((bytes.length - bytes.indexOf('mdat')) * 0.4)),
      );
    });
    const at = join(folder, 'cut-off-store');
    for (const run of [1, 2]) {
      const { report, problems, decodes: ran } = await check({ at }, where);
      expect(ran).toBe(run === 1 ? 2 : 0);
      expect(problems).toMatchObject([{ code: 'truncated', path: 'episodes/第02集.mp4' }]);
      const finding = report?.findings.find(({ rule }) => rule === 'ingest/truncated');
      expect(finding).toMatchObject({ level: 'warning', at: { episode: 2 } });
    }
  });

  test('a folder without anything to check has problems and no report', async () => {
    const { report, problems } = await check({}, join(folder, 'nowhere'));
    expect([report, problems.map(({ code }) => code)]).toEqual([null, ['submissionMissing']]);
  });

  test.each(['loud', 'brightness'])(
    'options of %s that are not valid are an error before any file is opened',
    async (id) => {
      await expect(check({ options: { [id]: { abov: 1 } } }, join(folder, 'nowhere'))).rejects.toMatchObject({
        code: 'optionsInvalid',
        message: expect.stringContaining(id) as string,
      });
    },
  );

  test.each(['reading', 'decoding', 'checking'] as const)('cancelling while %s throws the reason', async (stage) => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const running = check({
      signal: controller.signal,
      progress: (state) => {
        if (state.stage === stage) controller.abort(reason);
      },
    });
    await expect(running).rejects.toBe(reason);
  });

  test('cancelling while a checker runs throws the reason, not a report of failed checks', async () => {
    const looping = await loadRegistry(
      [resolvePlugin('./misbehaving.mjs', fixtures)],
      [
        ...[
          'throws',
          'never-answers',
          'eats-memory',
          'exits',
          'rejects-elsewhere',
          'states-more',
          'says-nothing',
          'throws-a-text',
          'prints',
        ],
        ...['throws-after-its-answer', 'second-episode-throws', 'good-before', 'good-after'],
      ],
    );
    const controller = new AbortController();
    const reason = new Error('enough');
    const running = check({
      registry: looping,
      signal: controller.signal,
      progress: ({ stage }) => {
        if (stage === 'checking') setTimeout(() => controller.abort(reason), 300);
      },
    });
    await expect(running).rejects.toBe(reason);
  });
});

describe('readTrack', () => {
  const settings = () => ({
    store: openTrackStore(join(folder, 'read-track-store')),
    options: {},
    signal: new AbortController().signal,
  });
  test('one track of one file, without the others', async () => {
    const file = join(submission, 'episodes/第02集.mp4');
    const { items, episode, decode } = await readTrack(file, stillsTrack, registry, settings());
    expect(items.map(({ time }) => time)).toEqual([0, 1]);
    expect([episode.title, decode?.frames]).toEqual(['第02集.mp4', 20]);
  });
  test.each([
    ['not-there.mp4', 'fileMissing'],
    ['.', 'notAFile'],
    ['drama.yaml', 'notVideo'],
  ])('%s is refused by name', async (name, code) => {
    const file = join(submission, name);
    await expect(readTrack(file, stillsTrack, registry, settings())).rejects.toMatchObject({ code, path: file });
  });
});
