import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampleSeries } from '../../../testing/dist/index.js';
import { EnvironmentError } from '../../src/errors.ts';
import { writeReport, type WriteSettings } from '../../src/pipeline/write-report.ts';
import { buildReport } from '../../src/report/build-report.ts';
import { defineReporter } from '../../src/report/define-reporter.ts';
import { jsonReporter } from '../../src/report/json-reporter.ts';
import { openTrackStore } from '../../src/tracks/track-store.ts';
import { temporaryFolder } from '../made-episodes.ts';

const base = await temporaryFolder();
const store = openTrackStore(join(base, 'store'));
const sha256 = await store.keep(Buffer.from('a picture'));
const report = buildReport({
  tool: '0.1.0',
  generatedAt: '2026-12-01T08:00:00.000Z',
  series: sampleSeries(),
  posters: new Map(),
  statistics: new Map(),
  problems: [],
  checks: [],
  facts: {},
  declarations: {},
  findings: [],
  verdicts: [],
  thresholds: [],
});
let count = 0;
const fresh = () => join(base, `report-${++count}`);
const write = (folder: string, change: Partial<WriteSettings> = {}) =>
  writeReport(report, { folder, reporters: [jsonReporter], language: 'zh-CN', store, pictures: new Map(), ...change });
const files = async (folder: string) => (await readdir(folder, { recursive: true })).toSorted();

describe('writeReport', () => {
  test('makes the folder, writes the report and its pictures, names the main files', async () => {
    const folder = join(fresh(), 'deep', '报告');
    const main = await write(folder, { pictures: new Map([['evidence/ep001-0001.00.jpg', sha256]]) });
    expect(main).toEqual([join(folder, 'report.json')]);
    expect(await files(folder)).toEqual(['evidence', 'evidence/ep001-0001.00.jpg', 'report.json']);
    expect(await readFile(join(folder, 'evidence/ep001-0001.00.jpg'), 'utf8')).toBe('a picture');
    expect(JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'))).toEqual(JSON.parse(JSON.stringify(report)));
  });

  test('pictures of findings that are gone are removed; what is not ours stays', async () => {
    const folder = fresh();
    await write(folder, {
      pictures: new Map([
        ['evidence/ep001-0001.00.jpg', sha256],
        ['evidence/ep001-0002.00.jpg', sha256],
      ]),
    });
    await writeFile(join(folder, 'evidence', '我的笔记.jpg'), 'mine');
    await writeFile(join(folder, 'notes.txt'), 'mine');
    await write(folder, { pictures: new Map([['evidence/ep001-0002.00.jpg', sha256]]) });
    expect(await files(folder)).toEqual(
      ['evidence', 'evidence/ep001-0002.00.jpg', 'evidence/我的笔记.jpg', 'notes.txt', 'report.json'].toSorted(),
    );
  });

  test('a picture that the store has lost is left out', async () => {
    const folder = fresh();
    await write(folder, { pictures: new Map([['evidence/ep001-0001.00.jpg', 'f'.repeat(64)]]) });
    expect(await files(folder)).toEqual(['evidence', 'report.json']);
  });

  test('a reporter gets the language and the pictures', async () => {
    const seen: unknown[] = [];
    const reporter = defineReporter({
      id: 'look',
      mainFile: 'look.txt',
      async write(_, { language, picture, write: put }) {
        seen.push(
          language,
          Buffer.from((await picture('evidence/a.jpg')) ?? []).toString(),
          await picture('evidence/b.jpg'),
        );
        await put('look.txt', 'seen');
      },
    });
    await write(fresh(), { reporters: [reporter], pictures: new Map([['evidence/a.jpg', sha256]]) });
    expect(seen).toEqual(['zh-CN', 'a picture', null]);
  });

  test('a report is replaced whole: a reader of the old file never sees half of the new one', async () => {
    const folder = fresh();
    await write(folder);
    const before = await readFile(join(folder, 'report.json'), 'utf8');
    const { ino } = await import('node:fs/promises').then(({ stat }) => stat(join(folder, 'report.json')));
    const failing = defineReporter({
      id: 'json',
      mainFile: 'report.json',
      write: async () => Promise.reject(new RangeError('half way')),
    });
    await expect(write(folder, { reporters: [failing] })).rejects.toThrow(RangeError);
    expect(await readFile(join(folder, 'report.json'), 'utf8')).toBe(before);
    await write(folder);
    // Moved into place, not written over.
    expect((await import('node:fs/promises').then(({ stat }) => stat(join(folder, 'report.json')))).ino).not.toBe(ino);
    expect((await files(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test.each<[string, (folder: string) => Promise<unknown>]>([
    ['a file where the folder should be', (folder) => writeFile(folder, '')],
    ['a file above it', async (folder) => writeFile(join(folder, '..', 'above'), '')],
    [
      'a file where the pictures should be',
      async (folder) => mkdir(folder).then(() => writeFile(join(folder, 'evidence'), '')),
    ],
    ['a folder where the report should be', (folder) => mkdir(join(folder, 'report.json'), { recursive: true })],
  ])('%s is an error of the machine that names it', async (name, prepare) => {
    const folder = fresh();
    await prepare(folder);
    const target = name === 'a file above it' ? join(folder, '..', 'above', 'report') : folder;
    const thrown: unknown = await write(target).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(EnvironmentError);
    expect(thrown).toMatchObject({ code: 'outputUnwritable' });
    expect((thrown as Error).message).toContain(base);
  });
});
