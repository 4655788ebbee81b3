import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, sample, shenpian, temporaryFolder } from './shenpian.ts';

interface Screened {
  readonly findings: readonly {
    level: string;
    matched: string;
    at: { script: string; line: number; column: number; length: number };
  }[];
}

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
    const log = JSON.parse(run.stdout) as {
      version: string;
      runs: {
        columnKind: string;
        results: { locations: { physicalLocation: { artifactLocation: { uri: string }; region: object } }[] }[];
      }[];
    };
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0]?.columnKind).toBe('utf16CodeUnits');
    const place = log.runs[0]?.results[0]?.locations[0]?.physicalLocation;
    expect(place?.region).toEqual({ startLine: 2, startColumn: 3, endLine: 2, endColumn: 8 });
    expect(place?.artifactLocation.uri).toMatch(/^file:.*a%20b\.txt$/);
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
