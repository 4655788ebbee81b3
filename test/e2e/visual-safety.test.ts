import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportSchema } from '@shenpian/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSubmission } from './made-submission.ts';
import { shenpian, temporaryFolder } from './shenpian.ts';

describe('pictures to look at', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    temporary = await temporaryFolder();
    await makeSubmission(temporary.folder, ['1.mp4']);
  }, 120_000);
  afterAll(() => temporary.remove());

  const check = async (...words: readonly string[]) => {
    const { folder } = temporary;
    const { stdout, code } = await shenpian([
      'check',
      folder,
      '--json',
      '--cache-dir',
      join(folder, 'cache'),
      ...words,
    ]);
    const report = reportSchema.parse(JSON.parse(stdout));
    const checks = report.checks.filter(({ id }) => id === 'visual-safety');
    return { code, checks, fact: report.facts['pictures-to-look-at'] };
  };

  it('are off unless turned on: the report says so, and the fact is unknown', async () => {
    const { code, checks, fact } = await check();
    // Not "incomplete": other checks may have their findings about a submission that is so small.
    expect(code).not.toBe(3);
    expect(checks).toMatchObject([{ status: 'skipped', reason: { en: 'off unless turned on' } }]);
    expect(fact).toHaveProperty('unknown');
  }, 200_000);

  it('are looked at when turned on: a made episode has none', async () => {
    const config = join(temporary.folder, 'on.config.js');
    await writeFile(config, "export default { options: { 'visual-safety': { enabled: true } } };\n");
    const { code, checks, fact } = await check('--config', config);
    expect(checks).toMatchObject([{ status: 'ok' }]);
    expect(fact).toEqual({ value: 0 });
    expect(code).not.toBe(3);
  }, 200_000);
});
