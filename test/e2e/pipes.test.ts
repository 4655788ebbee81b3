import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, temporaryFolder } from './shenpian.ts';

const program = join(root, 'packages/cli/bin/shenpian.js');

/** Runs a line of bash; `SP` is the command line. */
const bash = (line: string) =>
  spawnSync('bash', ['-c', line], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, SP: `${process.execPath} ${program}` },
  });

describe.skipIf(process.platform === 'win32')('pipes, devices and strangers', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    temporary = await temporaryFolder();
  });
  afterAll(() => temporary.remove());

  it('a reader that leaves early does not change the exit code', () => {
    expect(bash('$SP check /nowhere --quiet 2>/dev/null | true; echo ${PIPESTATUS[0]}').stdout).toBe('2\n');
    expect(bash('$SP check /nowhere 2>&1 >/dev/null | true; echo ${PIPESTATUS[0]}').stdout).toBe('2\n');
  });

  it.skipIf(process.platform !== 'linux')('output that is lost is an error', () => {
    const run = bash('$SP policy list > /dev/full');
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/could not be written|没有写完/);
  });

  it('a pipe or a device for drama.yaml is refused at once', () => {
    const folder = join(temporary.folder, 'pipe');
    expect(bash(`mkdir '${folder}' && mkfifo '${folder}/drama.yaml' && $SP check '${folder}'`).status).toBe(2);
    expect(
      bash(`rm '${folder}/drama.yaml' && ln -s /dev/zero '${folder}/drama.yaml' && $SP check '${folder}'`).status,
    ).toBe(2);
  });

  it('names from strangers cannot drive the terminal', async () => {
    const folder = join(temporary.folder, 'escape');
    await mkdir(folder);
    await writeFile(join(folder, 'drama.yaml'), 'title: x\nepisodes: "\\e[31mred\\e]0;title\\a\\nsecond line*"\n');
    const run = bash(`$SP check '${folder}'`);
    expect(run.status).toBe(2);
    expect(run.stderr.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(run.stderr).not.toMatch(/^second line/m);
  });

  it('words after -- are files', () => {
    expect(bash(`cd '${temporary.folder}' && $SP shots -- -x.mp4 2>&1`).stdout).toMatch(
      /\.\/-x\.mp4.*(no such file|不存在)/,
    );
  });
});
