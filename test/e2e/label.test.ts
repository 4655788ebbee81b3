import { cp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportSchema } from '@shenpian/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countedFfmpeg, sample, start, temporaryFolder, type Run } from './shenpian.ts';

interface Result {
  readonly verdict: string;
  readonly asked: number;
  readonly answers: number;
  readonly certified: { readonly low: number; readonly high: number };
  readonly open: readonly { readonly scene: string }[];
}

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let counted: Awaited<ReturnType<typeof countedFfmpeg>>;
let submission: string;
let decisions: string;

beforeAll(async () => {
  temporary = await temporaryFolder();
  counted = await countedFfmpeg(temporary.folder);
  submission = join(temporary.folder, 'drama');
  decisions = join(submission, 'decisions.jsonl');
  await cp(sample, submission, { recursive: true, filter: (source) => !/[\\/](report|make)$/.test(source) });
});
afterAll(() => temporary.remove());

/** Runs a command with lines on its input, which then ends. */
async function typed(words: readonly string[], lines: readonly string[]): Promise<Run> {
  const { child, ended } = begin(words);
  child.stdin?.write(lines.map((line) => `${line}\n`).join(''));
  child.stdin?.end();
  return ended;
}

function begin(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const cache = ['--cache-dir', join(temporary.folder, 'cache')];
  return start([...words, ...cache], { ...counted.env, ...env }, temporary.folder, 'open');
}

const answered = async (): Promise<readonly { kind: string; answer?: string; by: string }[]> =>
  (await readFile(decisions, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string; answer?: string; by: string });

it('asks, shows pictures that are there, takes an answer back, and keeps the rest', async () => {
  const run = await typed(['label', submission, '--by', 'Li', '--json'], ['l', 'what', 'z', 'e', '不清楚', 'q']);
  expect(run.code).toBe(3);
  const result = JSON.parse(run.stdout) as Result;
  expect(result).toMatchObject({ verdict: 'undecided', asked: 2, answers: 1 });
  expect(run.stderr).toContain('Question 1: 1-3 日 外 凤湖公园');
  expect(run.stderr).toContain('"what" is no answer');
  expect(run.stderr).toContain('Undone: 1-3 凤湖公园');
  const pictures = [...run.stderr.matchAll(/picture: (.*\.jpg)/g)].map(([, file]) => file!);
  expect(pictures.length).toBeGreaterThan(2);
  for (const file of pictures) expect((await stat(file)).size).toBeGreaterThan(1000);
  expect((await answered()).map(({ kind, answer, by }) => [kind, answer, by])).toEqual([
    ['label', 'local', 'Li'],
    ['undo', undefined, 'Li'],
    ['label', 'elsewhere', 'Li'],
    ['label', 'unclear', 'Li'],
  ]);
}, 240_000);

it('does not ask again what is answered, and decodes nothing', async () => {
  const before = await counted.decodes();
  const { stderr, stdout } = await typed(['label', submission, '--json'], []);
  expect(stderr).not.toContain('Question 1: 1-3 日 外 凤湖公园');
  expect(stderr.match(/Question/g)).toHaveLength(1);
  expect((JSON.parse(stdout) as Result).asked).toBe(0);
  expect(await counted.decodes()).toBe(before);
}, 60_000);

it('Ctrl-C between two answers loses none', async () => {
  const before = (await answered()).length;
  const { child, ended } = begin(['label', submission, '--by', 'Li'], { LANG: 'zh_CN.UTF-8' });
  let seen = '';
  const question = (number: number): Promise<void> =>
    new Promise((resolve) => {
      child.stderr?.on('data', (chunk: string) => {
        seen += chunk;
        if (seen.includes(`第 ${number} 题`)) resolve();
      });
    });
  await question(1);
  child.stdin?.write('l\n');
  await question(2);
  child.kill('SIGINT');
  const run = await ended;
  expect(run.code).toBe(130);
  expect(run.stderr).toContain('已回答的都已保存');
  expect(await answered()).toHaveLength(before + 1);
}, 60_000);

it('check counts the answers without decoding, and says who gave them', async () => {
  const before = await counted.decodes();
  const run = await typed(['check', submission, '--json'], []);
  const report = reportSchema.parse(JSON.parse(run.stdout));
  expect(report.decisions).toHaveLength((await answered()).length);
  expect(report.facts['local-scene-answers']).toEqual({ value: 2 });
  const certified = report.facts['local-scene-ratio-certified'] as { low: number; high: number };
  expect(certified.low).toBeGreaterThan(0);
  expect(certified.high).toBeLessThan(1);
  const estimate = report.findings.find(({ rule }) => rule === 'local-scene-ratio/estimate');
  expect(estimate?.message.en).toContain('by: Li');
  expect(await counted.decodes()).toBe(before);
}, 60_000);

it('with certainty it goes on until the answers alone decide', async () => {
  await rm(decisions);
  const run = await typed(
    ['label', submission, '--certified', '--json'],
    Array.from({ length: 60 }, () => 'l'),
  );
  expect(run.code).toBe(0);
  const { verdict, certified, open } = JSON.parse(run.stdout) as Result;
  expect(verdict).toBe('reached');
  expect(certified.low).toBeGreaterThanOrEqual(0.6);
  expect(open.length).toBeGreaterThan(0);
}, 60_000);

it('names a wrong folder, a wrong line and a missing file in one line each', async () => {
  const missing = await typed(['label', join(temporary.folder, 'nowhere')], []);
  expect(missing.code).toBe(2);
  expect(missing.stderr.trim().split('\n')).toHaveLength(1);
  expect(missing.stderr).toContain('no such folder');
  await writeFile(decisions, 'local\n');
  const broken = await typed(['label', submission], []);
  expect(broken.code).toBe(2);
  expect(broken.stderr).toContain('decisions.jsonl line 1: not a decision');
  const checked = await typed(['check', submission, '--quiet'], []);
  expect(checked.code).toBe(2);
  expect(checked.stderr).toContain('decisions.jsonl line 1: not a decision');
  const absent = await typed(['check', submission, '--quiet', '--decisions', 'none.jsonl'], []);
  expect(absent.code).toBe(2);
  expect(absent.stderr).toContain('none.jsonl: no such file');
  // Told before anything is decoded.
  expect(absent.stdout).toBe('');
}, 120_000);
