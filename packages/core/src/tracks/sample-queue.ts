import type { Sample } from '../media/sample.ts';

/** The bounded queue between the decode and one track. */
export interface SampleQueue {
  /** Resolves when there is room again; null when there is, or when the track has left. */
  push(sample: Sample): Promise<void> | null;
  /** No more samples; `error` is thrown to the track after those that are left. */
  end(error?: unknown): void;
  /** The track needs no more: samples are dropped and the decode does not wait for it. */
  leave(): void;
  /** Whether the track has read everything. */
  readonly drained: boolean;
  readonly samples: AsyncIterable<Sample>;
}

/**
 * Bytes that may wait for one track: six gray 1080p pictures, forty bands of one, or 240 small frames with colour. With 32 MB, V8 made twice as many full
 * collections of garbage on the cost clip, and nothing was faster.
 */
const byteLimit = 12 * 1024 * 1024;

/** A queue that holds at most {@link byteLimit} of samples, and always at least one. */
export function sampleQueue(): SampleQueue {
  const waiting: Sample[] = [];
  let bytes = 0;
  let ended = false;
  let left = false;
  let drained = false;
  let failure: unknown;
  let room: (() => void)[] = [];
  let arrival: (() => void) | null = null;

  const size = (sample: Sample): number => (sample.kind === 'audio' ? 64 : sample.data.byteLength);
  const free = (): void => {
    for (const resolve of room) resolve();
    room = [];
  };
  const roomAgain = async (): Promise<void> => {
    while (bytes > byteLimit && !left) await new Promise<void>((resolve) => room.push(resolve));
  };
  const arrived = (): void => {
    arrival?.();
    arrival = null;
  };

  return {
    push(sample) {
      if (left) return null;
      waiting.push(sample);
      bytes += size(sample);
      arrived();
      return bytes > byteLimit ? roomAgain() : null;
    },
    end(error) {
      ended = true;
      failure = error;
      arrived();
    },
    leave() {
      left = true;
      waiting.length = 0;
      bytes = 0;
      free();
    },
    get drained() {
      return drained;
    },
    samples: {
      async *[Symbol.asyncIterator]() {
        for (;;) {
          const sample = waiting.shift();
          if (sample !== undefined) {
            bytes -= size(sample);
            if (bytes <= byteLimit / 2) free();
            yield sample;
          } else if (ended) {
            drained = true;
            if (failure !== undefined) throw failure;
            return;
          } else {
            await new Promise<void>((resolve) => (arrival = resolve));
          }
        }
      },
    },
  };
}
