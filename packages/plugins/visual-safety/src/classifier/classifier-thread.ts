import { Worker } from 'node:worker_threads';
import type { ClassifierReply, ClassifierRequest } from './classifier-message.ts';
import type { PictureClasses } from './classifier.ts';

/** The network in a thread of its own. */
export interface ClassifierThread {
  /**
   * Says what a picture file shows. Ask for the next one after the answer.
   *
   * @throws Error when the network cannot be loaded or the thread has ended; the signal's reason when it is aborted.
   */
  classify(picture: Uint8Array): Promise<PictureClasses>;
  close(): Promise<void>;
}

/** Starts the thread. */
export function openClassifierThread(signal: AbortSignal): ClassifierThread {
  signal.throwIfAborted();
  // What the runtime prints must not mix with machine output on stdout.
  const worker = new Worker(new URL('./classifier-worker.js', import.meta.url), { stdout: true });
  worker.stdout.resume();
  let onAbort = (): void => undefined;
  const ended = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread that looks at pictures stopped before it had finished')));
  });
  // Told to whoever waits for an answer; nobody may be waiting.
  ended.catch(() => undefined);
  signal.addEventListener('abort', onAbort);
  return {
    async classify(picture) {
      const answer = new Promise<ClassifierReply>((resolve) => {
        worker.once('message', resolve);
      });
      worker.postMessage({ picture } satisfies ClassifierRequest);
      const reply = await Promise.race([ended, answer]);
      if ('error' in reply) throw new Error(reply.error);
      return reply.classes;
    },
    async close() {
      signal.removeEventListener('abort', onAbort);
      await worker.terminate();
    },
  };
}
