import { spawnSync } from 'node:child_process';
import { rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { root, sample, shenpian, start, temporaryFolder } from './shenpian.ts';

interface Screened {
  readonly findings: readonly {
    level: string;
    matched: string;
    at: { script: string; line: number; column: number; length: number };
  }[];
}

interface SarifLog {
  readonly version: string;
  readonly runs: readonly {
    readonly columnKind: string;
    readonly originalUriBaseIds: Readonly<Record<string, { readonly uri: string }>>;
    readonly results: readonly {
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: object };
      }[];
    }[];
  }[];
}

/** By the JSON Schema of SARIF 2.1.0, as Microsoft's SDK ships it; what `uri` and `date-time` are is left to it. */
const require = createRequire(import.meta.url);
const { default: Ajv } = require('ajv-draft-04') as {
  default: new (options: object) => { compile(schema: object): ValidateFunction };
};
const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object;
const validSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

describe('shenpian screen', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    temporary = await temporaryFolder();
  });
  afterAll(() => temporary.remove());

  it('finds the planted lines of a Word script with line, column and length of the original', async () => {
    const run = await shenpian(['screen', join(sample, 'scripts/凤湖夜话.docx'), '--format', 'json']);
    expect(run.code).toBe(1);
    const { findings } = JSON.parse(run.stdout) as Screened;
    const disguised = findings.find(({ matched }) => matched === '赌*博');
    expect(disguised?.at).toMatchObject({ line: 69, column: 15, length: 3 });
    expect(findings.every(({ matched }) => !/打死|杀青|秒杀|大麻/.test(matched))).toBe(true);
  });

  it('reads standard input, and says where', () => {
    const program = join(root, 'packages/cli/bin/shenpian.js');
    const run = spawnSync(process.execPath, [program, 'screen', '-', '--lang', 'en'], {
      input: '你好\n🎬注册网上赌场就送钱\n',
      encoding: 'utf8',
    });
    expect(run.status).toBe(1);
    // The clapper board is two UTF-16 code units.
    expect(run.stdout).toMatch(/^-:2:5: violation: /m);
  });

  it('an innocent text gives nothing and 0', async () => {
    const file = join(temporary.folder, '台词.txt');
    await writeFile(file, '打死我也不信\n前面路口交通堵了\n今天终于杀青了\n');
    const run = await shenpian(['screen', file, '--quiet']);
    expect(run).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('takes a word list of the user, and SARIF points to the right columns', async () => {
    const lexicon = join(temporary.folder, '自备.txt');
    await writeFile(lexicon, '凤凰计划\n');
    const file = join(temporary.folder, 'a b.txt');
    await writeFile(file, '第一行\n启动凤-凰计划吧\n');
    const run = await shenpian(['screen', file, '--lexicon', lexicon, '--format', 'sarif']);
    const log = JSON.parse(run.stdout) as SarifLog;
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0]?.columnKind).toBe('utf16CodeUnits');
    const place = log.runs[0]?.results[0]?.locations[0]?.physicalLocation;
    expect(place?.region).toEqual({ startLine: 2, startColumn: 3, endLine: 2, endColumn: 8 });
    expect(place?.artifactLocation.uri).toMatch(/^file:.*a%20b\.txt$/);
    expect(validSarif(log), JSON.stringify(validSarif.errors)).toBe(true);
  });

  it('SARIF names files below the folder it runs in relative to it', async () => {
    await writeFile(join(temporary.folder, '剧 本.txt'), '🎬注册网上赌场就送钱\n');
    const run = await shenpian(['screen', '剧 本.txt', '--format', 'sarif'], {}, temporary.folder);
    const log = JSON.parse(run.stdout) as SarifLog;
    expect(validSarif(log), JSON.stringify(validSarif.errors)).toBe(true);
    const [only] = log.runs;
    const place = only?.results[0]?.locations[0]?.physicalLocation;
    expect(place?.artifactLocation).toEqual({ uri: '%E5%89%A7%20%E6%9C%AC.txt', uriBaseId: 'SRCROOT' });
    expect(place?.region).toEqual({ startLine: 1, startColumn: 5, endLine: 1, endColumn: 9 });
    expect(only?.originalUriBaseIds['SRCROOT']?.uri).toMatch(/^file:.*\/$/);
  });

  it('subtitles are screened by their words, and a term over two of them points at both', async () => {
    const file = join(temporary.folder, 'a.srt');
    await writeFile(
      file,
      '1\n00:00:01,000 --> 00:00:02,000\n他天天去赌\n\n2\n00:00:02,100 --> 00:00:03,000\n博，输光了\n',
    );
    const run = await shenpian(['screen', file, '--json']);
    const [finding, ...others] = (JSON.parse(run.stdout) as Screened).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      matched: '赌博',
      at: { line: 3, column: 5, length: 1 },
      evidence: [
        { time: 1, text: '他天天去赌' },
        { time: 2.1, text: '博，输光了' },
      ],
    });
  });

  it('words that sound like a term are found when asked for', async () => {
    const file = join(temporary.folder, 'd.txt');
    await writeFile(file, '他天天度博\n');
    expect((await shenpian(['screen', file])).stdout).toBe('');
    const run = await shenpian(['screen', file, '--homophones']);
    expect(run.stdout).toMatch(/:1:4: note: "度博" sounds like/);
  });

  it('a noisy word list is said to be one, on stderr only; a wrong one is a line with its place and 2', async () => {
    const file = join(temporary.folder, 'e.txt');
    await writeFile(file, '无事\n');
    const noisy = join(temporary.folder, 'noisy.txt');
    await writeFile(noisy, '我们\n凤凰计划\n');
    const run = await shenpian(['screen', file, '--lexicon', noisy, '--json']);
    expect(run).toMatchObject({ code: 0, stdout: '{\n  "findings": []\n}\n' });
    expect(run.stderr).toMatch(/noisy\.txt is noisy: \d+ of \d{4} ordinary lines .* 我们 \(\d+\)/);
    const wrong = join(temporary.folder, 'wrong.yaml');
    await writeFile(wrong, 'id: a\ntitle: {zh-CN: a, en: a}\nterms:\n  - {text: 甲乙, level: info, match: [丙]}\n');
    const refused = await shenpian(['screen', file, '--lexicon', wrong]);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^The term "甲乙" of lexicon \S*wrong\.yaml:4 is not found .*\n$/);
  });

  it('--watch screens again when a file or a word list changes, waits out a wrong list, and ends with 130', async () => {
    const file = join(temporary.folder, 'watched.txt');
    const lexicon = join(temporary.folder, 'watched.yaml');
    const list = (level: string) => `id: a\ntitle: {zh-CN: a, en: a}\nterms:\n  - {text: 凤凰计划, level: ${level}}\n`;
    await writeFile(file, '无事\n');
    await writeFile(lexicon, list('info'));
    const { child, ended } = start(['screen', file, '--lexicon', lexicon, '--watch']);
    let seen = '\u0000';
    const until = (text: string) =>
      vi.waitFor(() => expect(seen.slice(seen.lastIndexOf('\u0000'))).toContain(text), {
        timeout: 30_000,
        interval: 50,
      });
    child.stdout?.on('data', (chunk: string) => (seen += chunk));
    child.stderr?.on('data', (chunk: string) => (seen += chunk));
    const step = async (change: () => Promise<void>, text: string) => {
      seen += '\u0000';
      await change();
      await until(text);
    };
    await until('Ctrl-C ends it');
    await step(() => writeFile(file, '启动凤凰计划\n'), 'watched.txt:1:3: note:');
    await step(() => writeFile(lexicon, list('severe')), 'watched.yaml:4 is not valid');
    await step(() => writeFile(lexicon, list('violation')), 'watched.txt:1:3: violation:');
    // The way editors save: a new file in the place of the old one.
    await step(async () => {
      await writeFile(`${file}.new`, '一\n启动凤凰计划\n');
      await rename(`${file}.new`, file);
    }, 'watched.txt:2:3: violation:');
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130, stderr: expect.stringMatching(/Stopped\.\n$/) });
  });

  it('a missing file is one line and 2, and the others are screened', async () => {
    const file = join(temporary.folder, 'c.txt');
    await writeFile(file, '注册网上赌场就送钱\n');
    const run = await shenpian(['screen', 'nowhere.txt', file, '--json']);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/nowhere\.txt: no such file/);
    expect((JSON.parse(run.stdout) as Screened).findings.length).toBeGreaterThan(0);
  });
});
