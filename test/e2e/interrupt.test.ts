import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sample, shenpian, start, temporaryFolder } from './shenpian.ts';

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  temporary = await temporaryFolder();
});
afterAll(() => temporary.remove());

it('Ctrl-C in the middle ends with 130, leaves no half-written report, and the next run goes on', async () => {
  const out = join(temporary.folder, 'report');
  const words = ['check', sample, '--out', out, '--cache-dir', join(temporary.folder, 'cache')];
  const { child, ended } = start(words, { LANG: 'zh_CN.UTF-8' });
  await new Promise<void>((resolve) => {
    child.stderr?.on('data', (chunk: string) => {
      if (/[3-9]\d%/.test(chunk)) resolve();
    });
  });
  child.kill('SIGINT');
  const cut = await ended;
  expect(cut.code).toBe(130);
  expect(cut.stderr).toContain('已中断');
  expect(await readdir(out).catch(() => [])).toEqual([]);
  const second = await shenpian(words);
  expect(second.code).toBe(1);
  expect((await readdir(out)).toSorted()).toEqual(['evidence', 'report.html', 'report.json']);
}, 240_000);
