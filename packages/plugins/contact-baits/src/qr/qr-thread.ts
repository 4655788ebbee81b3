import { Worker } from 'node:worker_threads';
import type { QrReply, QrRequest, ReadCode } from './qr-message.ts';

/** A thread that reads QR codes, one picture after another. */
export interface QrThread {
  /**
   * Copies a gray picture to the thread and waits for its codes. Ask for the next one after the answer.
   *
   * @throws Error when the decoder cannot be loaded or the thread has ended; the signal's reason when it is aborted.
   */
  read(picture: {
    readonly width: number;
    readonly height: number;
    readonly data: Uint8Array;
  }): Promise<readonly ReadCode[]>;
  close(): Promise<void>;
}

/** Starts a thread of its own for one episode. */
export function openQrThread(signal: AbortSignal): QrThread {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./qr-worker.js', import.meta.url));
  let onAbort = (): void => undefined;
  const ended = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the reader of QR codes stopped before it had finished')));
  });
  // Told to whoever waits for an answer; nobody may be waiting.
  ended.catch(() => undefined);
  signal.addEventListener('abort', onAbort);
  let memory = new SharedArrayBuffer(0);
  return {
    async read({ width, height, data }) {
      if (memory.byteLength !== data.length) memory = new SharedArrayBuffer(data.length);
      new Uint8Array(memory).set(data);
      const answer = new Promise<QrReply>((resolve) => {
        worker.once('message', resolve);
      });
      worker.postMessage({ width, height, memory } satisfies QrRequest);
      const reply = await Promise.race([ended, answer]);
      if ('error' in reply) throw new Error(`QR codes could not be read: ${reply.error}`);
      return reply.codes;
    },
    async close() {
      signal.removeEventListener('abort', onAbort);
      await worker.terminate();
    },
  };
}
