import type { BurnedIn } from './burned-in.ts';
import type { ReadingOptions } from './options.ts';
import type { Reader } from './reader.ts';
import type { SubtitleBand } from './subtitle-band.ts';
import type { BandFrame } from './text-group.ts';

/** Frames that go to the thread together: a message costs about 0.2 ms on either side. */
const frameBatch = 4;
/** Batches on their way to the thread and back: enough that it never waits, little enough to bound the memory. */
const mostInFlight = 2;

let lastId = 0;

/** A row that is followed in the reader thread. */
export interface FollowedRow {
  /** Takes the next frame, whose bytes are recycled; resolves when the thread is not too far behind. */
  push(frame: BandFrame): Promise<void>;
  /** The dialogue on the row, in order of time. `seconds` is the length of the episode. Call it after the last frame. */
  finish(seconds: number): Promise<BurnedIn[]>;
  /** Forgets the row; always call it. */
  close(): Promise<void>;
}

/**
 * Has a row followed in the thread of a reader. Frames lie in memory that both threads share and that is used again: with frames
 * that move there and back, three minutes of a 1080p band made twice as many full collections of garbage.
 *
 * @param recycle takes the bytes of frames that nobody looks at any more.
 */
export async function followInThread(
  band: SubtitleBand,
  { rows }: Reader,
  { options, recycle }: { readonly options: ReadingOptions; recycle(bytes: Uint8Array): void },
): Promise<FollowedRow> {
  const id = ++lastId;
  await rows.open(id, band, options);
  const inFlight: Promise<void>[] = [];
  const free: Uint8Array[] = [];
  let batch: BandFrame[] = [];
  const shared = ({ data, ...frame }: BandFrame): BandFrame => {
    const at = free.findIndex(({ byteLength }) => byteLength === data.byteLength);
    const own = at < 0 ? new Uint8Array(new SharedArrayBuffer(data.byteLength)) : free.splice(at, 1)[0]!;
    own.set(data);
    recycle(data);
    return { ...frame, data: own };
  };
  const send = (): void => {
    const done = rows.push(id, batch).then((given) => void free.push(...given));
    batch = [];
    // It is awaited later; until then its failure must not count as unhandled.
    done.catch(() => {});
    inFlight.push(done);
  };
  return {
    async push(frame) {
      batch.push(shared(frame));
      if (batch.length < frameBatch) return;
      if (inFlight.length >= mostInFlight) await inFlight.shift();
      send();
    },
    async finish(seconds) {
      if (batch.length > 0) send();
      await Promise.all(inFlight);
      return rows.finish(id, seconds);
    },
    close: () => rows.close(id).catch(() => {}),
  };
}
