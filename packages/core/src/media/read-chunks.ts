import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

/**
 * Hands every chunk of a stream to `take`, in order. While `take` is not done with one (it returned a promise), the stream waits.
 *
 * An async iterator makes three promises for each chunk: of the 28,000 that the decode of three minutes brings, most only fill a picture further.
 *
 * @param take gets bytes, or a string when the stream has an encoding
 * @throws what `take` throws, or the stream's error
 */
export async function readChunks(stream: Readable, take: (chunk: never) => Promise<unknown> | null): Promise<void> {
  let taken = null as Promise<unknown> | null;
  stream.on('data', (chunk: unknown) => {
    try {
      taken = take(chunk as never);
    } catch (error) {
      stream.destroy(error as Error);
      return;
    }
    if (taken === null) return;
    stream.pause();
    taken.then(
      () => stream.resume(),
      (error: Error) => stream.destroy(error),
    );
  });
  await finished(stream, { writable: false });
  // The end of a pipe may be told while its last chunk is still being taken.
  await taken;
}
