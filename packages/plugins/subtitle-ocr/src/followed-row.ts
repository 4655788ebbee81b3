import type { BurnedIn } from './burned-in.ts';
import type { ReadingOptions } from './options.ts';
import type { Reader } from './reader.ts';
import type { SubtitleBand } from './subtitle-band.ts';
import type { BandFrame } from './text-group.ts';

/** Frames on their way to the thread and back: enough that it never waits, little enough to bound the memory. */
const mostInFlight = 8;

let lastId = 0;

/** A row that is followed in the reader thread. */
export interface FollowedRow {
  /** Takes the next frame, whose bytes are moved; resolves when the thread is not too far behind. */
  push(frame: BandFrame): Promise<void>;
  /** The dialogue on the row, in order of time. `seconds` is the length of the episode. Call it after the last frame. */
  finish(seconds: number): Promise<BurnedIn[]>;
  /** Forgets the row; always call it. */
  close(): Promise<void>;
}

/**
 * Has a row followed in the thread of a reader.
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
  return {
    async push(frame) {
      if (inFlight.length >= mostInFlight) await inFlight.shift();
      const done = rows.push(id, frame).then((free) => free.forEach(recycle));
      // It is awaited later; until then its failure must not count as unhandled.
      done.catch(() => {});
      inFlight.push(done);
    },
    async finish(seconds) {
      await Promise.all(inFlight);
      return rows.finish(id, seconds);
    },
    close: () => rows.close(id).catch(() => {}),
  };
}
