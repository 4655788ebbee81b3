import { Worker } from 'node:worker_threads';
import { wrap, type Remote } from 'comlink';
import { threadEndpoint } from './thread-endpoint.ts';
import type { MatchAnswer, MatcherApi, MatchJob } from './matcher-api.ts';

/** The thread and those that wait for it. One for all episodes, because it remembers the photos. */
let shared: { readonly worker: Worker; readonly matcher: Remote<MatcherApi>; waiting: number } | null = null;

function start(): NonNullable<typeof shared> {
  const worker = new Worker(new URL('./matcher-worker.js', import.meta.url));
  return { worker, matcher: wrap<MatcherApi>(threadEndpoint(worker)), waiting: 0 };
}

/**
 * Looks for photos in an episode, in a thread of its own.
 *
 * @throws the thread's error when it fails, or the signal's reason when it is aborted.
 */
export async function matchInThread(job: MatchJob, signal: AbortSignal): Promise<readonly MatchAnswer[]> {
  signal.throwIfAborted();
  shared ??= start();
  const used = shared;
  const { worker, matcher } = used;
  const cleanUp = new AbortController();
  const failure = new Promise<never>((_, reject) => {
    const lost = (reason: unknown): void => {
      if (shared === used) shared = null;
      reject(reason);
      void worker.terminate();
    };
    const onExit = (): void => lost(new Error('the matcher of places stopped before it had finished'));
    const onAbort = (): void => lost(signal.reason);
    worker.on('error', lost).on('exit', onExit);
    signal.addEventListener('abort', onAbort, { once: true });
    cleanUp.signal.addEventListener('abort', () => {
      worker.off('error', lost).off('exit', onExit);
      signal.removeEventListener('abort', onAbort);
    });
  });
  used.waiting++;
  worker.ref();
  try {
    return await Promise.race([failure, matcher.match(job)]);
  } finally {
    cleanUp.abort();
    // An idle thread must not keep the process alive.
    if (--used.waiting === 0) worker.unref();
  }
}
