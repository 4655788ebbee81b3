import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
/** The sample drama. */
export const sample = join(root, 'samples/fenghu-yehua');

const program = join(root, 'packages/cli/bin/shenpian.js');

/** How a run of the command line ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Starts the command line as a user would; English unless the environment says otherwise.
 *
 * @param input `open` leaves it to the test to write to and end
 */
export function start(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = root,
  input: 'empty' | 'open' = 'empty',
): { child: ChildProcess; ended: Promise<Run> } {
  const child = spawn(process.execPath, [program, ...words], {
    cwd,
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  if (input === 'empty') child.stdin.end();
  const ended = new Promise<Run>((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
  return { child, ended };
}

/** Runs the command line to its end. */
export function shenpian(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = root,
): Promise<Run> {
  return start(words, env, cwd).ended;
}

/** A temporary folder that is gone after the test. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'shenpian-e2e-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** An ffmpeg that writes each of its argument lists to a file and then is the real one. */
export async function countedFfmpeg(
  folder: string,
): Promise<{ env: Record<string, string>; decodes: () => Promise<number> }> {
  const { resolveFfmpeg } = await import('@shenpian/core');
  const { ffmpeg } = await resolveFfmpeg();
  const log = join(folder, 'ffmpeg.log');
  const file = join(folder, 'ffmpeg-counted');
  await writeFile(file, `#!/bin/sh\nprintf '%s\\n' "$*" >> '${log}'\nexec '${ffmpeg.file}' "$@"\n`);
  await chmod(file, 0o755);
  return {
    env: { SHENPIAN_FFMPEG: file },
    decodes: async () => {
      const lines = (await readFile(log, 'utf8').catch(() => '')).split('\n');
      // The scout is a process of its own, with a few seeks and no clock.
      return lines.filter((line) => line.includes('@clock')).length;
    },
  };
}
