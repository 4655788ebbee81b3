import { Worker } from 'node:worker_threads';
import type { CheckerInput, CheckerOutput } from '../checkers/run-checker.ts';
import type { CheckerJob, CheckerReply } from './checker-worker.ts';
import type { PluginUrl } from './load-plugins.ts';

/** A checker ran out of time. It will on other episodes too. */
export class CheckerTimeout extends Error {
  override readonly name = 'CheckerTimeout';
  readonly seconds: number;

  constructor(seconds: number) {
    super(`took longer than ${seconds} s`);
    this.seconds = seconds;
  }
}

/** Runs checkers in a worker thread, one at a time: one that loops or crashes is ended and the rest go on. */
export interface CheckerHost {
  /** @throws Error with the checker's own words, or that it ran out of time, memory or was ended. */
  run(checker: string, input: CheckerInput, seconds: number): Promise<CheckerOutput>;
  close(): Promise<void>;
}

/** Heap of the worker, MB: a lexicon of 60,000 terms and the text of 100 episodes take about 200. */
const heapLimit = 1024;

/** @param plugins the same modules that the main thread loaded */
export function openCheckerHost(plugins: readonly PluginUrl[], signal: AbortSignal): CheckerHost {
  let worker: Worker | null = null;

  const start = (): Worker => {
    const started = new Worker(new URL('./checker-worker.js', import.meta.url), {
      workerData: { plugins },
      resourceLimits: { maxOldGenerationSizeMb: heapLimit },
      // What a plugin prints must not mix with machine output on stdout.
      stdout: true,
    });
    started.stdout.resume();
    // A worker may also end after its answer, with nobody left to tell: the next check gets a new one.
    const gone = (): void => {
      if (worker === started) worker = null;
    };
    started.on('error', gone).on('exit', gone);
    return started;
  };

  return {
    async run(checker, input, seconds) {
      signal.throwIfAborted();
      const current = (worker ??= start());
      let timer: NodeJS.Timeout | undefined;
      const cleanUp: (() => void)[] = [];
      try {
        return await new Promise<CheckerOutput>((resolve, reject) => {
          const onMessage = (reply: CheckerReply): void => {
            if ('output' in reply) resolve(reply.output);
            else reject(new Error(reply.error));
          };
          const lost = (error: Error): void => {
            worker = null;
            reject(error);
          };
          const onExit = (code: number): void => lost(new Error(`worker ended with code ${code}`));
          const end = (reason: Error): void => {
            lost(reason);
            void current.terminate();
          };
          const onAbort = (): void => end(signal.reason as Error);
          current.on('message', onMessage).on('error', lost).on('exit', onExit);
          signal.addEventListener('abort', onAbort, { once: true });
          timer = setTimeout(() => end(new CheckerTimeout(seconds)), seconds * 1000);
          cleanUp.push(() => {
            current.off('message', onMessage).off('error', lost).off('exit', onExit);
            signal.removeEventListener('abort', onAbort);
          });
          current.postMessage({ checker, input } satisfies CheckerJob);
        });
      } finally {
        clearTimeout(timer);
        for (const undo of cleanUp) undo();
      }
    },
    async close() {
      await worker?.terminate();
      worker = null;
    },
  };
}
