import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How a check in a process of its own ended. */
export interface CheckEnd {
  /** Exit code; null when the process crashed or was killed. */
  readonly code: number | null;
  /** Its lines on stderr. */
  readonly words: string;
}

const program = fileURLToPath(new URL('../../bin/shenpian.js', import.meta.url));

/** Runs `shenpian check` in a process of its own, so that a crash in native code ends one submission and not the batch. */
export function checkProcess(words: readonly string[], signal: AbortSignal): Promise<CheckEnd> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, 'check', ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
    let text = '';
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (chunk: string) => {
      text = (text + chunk).slice(-4000);
    });
    const stop = (): void => {
      child.kill('SIGINT');
    };
    signal.addEventListener('abort', stop, { once: true });
    const done = (code: number | null): void => {
      signal.removeEventListener('abort', stop);
      resolve({ code, words: text.trim() });
    };
    child.once('error', (error) => {
      text += error.message;
      done(null);
    });
    child.once('close', (code) => done(code));
  });
}
