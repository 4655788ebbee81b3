import type { BurnedIn } from './burned-in.ts';
import { dialogueOf } from './dialogue.ts';
import type { EngineId } from './engine.ts';
import type { ReadingOptions } from './options.ts';
import type { BandReader } from './read-group.ts';
import { followRow } from './row-follower.ts';
import type { SubtitleBand } from './subtitle-band.ts';
import type { BandFrame } from './text-group.ts';

interface FollowedRow {
  readonly band: SubtitleBand;
  readonly options: ReadingOptions;
  readonly follower: ReturnType<typeof followRow>;
  /** Frames are taken one after the other, however they arrive. */
  turn: Promise<unknown>;
}

/**
 * Follows rows in the reader thread, so that the main thread stays free. The caller numbers them.
 *
 * @param idle resolves when all that was asked of the engine before has ended
 */
export function rowService(reader: BandReader, engine: () => EngineId, idle: () => Promise<void>) {
  const rows = new Map<number, FollowedRow>();
  const rowOf = (id: number): FollowedRow => {
    const row = rows.get(id);
    if (!row) throw new TypeError(`no row ${id} is followed`);
    return row;
  };
  return {
    openRow(id: number, band: SubtitleBand, options: ReadingOptions): void {
      const own: BandReader = {
        async readBand(picture, request) {
          // Throws once the row is closed.
          rowOf(id);
          return reader.readBand(picture, request);
        },
      };
      const follower = followRow(band, { reader: own, options });
      rows.set(id, { band, options, follower, turn: Promise.resolve() });
    },
    /** Resolves when the reading is not too far behind, with the memory of frames that nobody looks at any more. */
    async pushFrames(id: number, frames: readonly BandFrame[]): Promise<Uint8Array[]> {
      const row = rowOf(id);
      const done = row.turn.then(async () => {
        const free: Uint8Array[] = [];
        for (const frame of frames) free.push(...(await row.follower.push(frame)));
        return free;
      });
      row.turn = done;
      return done;
    },
    /** The dialogue on the row, in order of time. `seconds` is the length of the episode. */
    async finishRow(id: number, seconds: number): Promise<BurnedIn[]> {
      const { band, options, follower, turn } = rowOf(id);
      await turn;
      return dialogueOf(await follower.finish(), {
        engine: engine(),
        minConfidence: options.minConfidence,
        row: band.row,
        regionGiven: options.region !== null,
        seconds,
      });
    },
    /** Resolves when nothing is read for the row any more: a process that exits in the middle of it is aborted by the native runtime. */
    async closeRow(id: number): Promise<void> {
      rows.delete(id);
      await idle();
    },
  };
}
