import { framePlace } from './frame-place.ts';
import type { ReadingOptions } from './options.ts';
import type { Reading } from './reading.ts';
import {
  endOf,
  hasText,
  isDoubtful,
  isStillShown,
  readGroup,
  readTogether,
  type BandReader,
  type ReadGroup,
  type ReadTools,
} from './read-group.ts';
import { isSameText } from './same-text.ts';
import type { SubtitleBand } from './subtitle-band.ts';
import { toned, usualTone } from './tone.ts';
import { groupText, type BandFrame, type TextGroup } from './text-group.ts';

/** Texts waiting to be read; the decode waits when there are more. */
const mostWaiting = 3;

/** A text is broken into no more parts than these. */
const mostParts = 6;

/** Follows the ink of one row through the frames of its band and has each text read once. */
export function followRow(
  band: SubtitleBand,
  { reader, options }: { readonly reader: BandReader; readonly options: ReadingOptions },
): {
  /** Takes the next frame; resolves when the reader is not too far behind, with the bytes of frames that it looks at no more. */
  push(frame: BandFrame): Promise<Uint8Array[]>;
  /** All readings, in order of time. Call it after the last frame. */
  finish(): Promise<Reading[]>;
} {
  const readings: Reading[] = [];
  /** The last groups, as far back as they may be parts of the text that is shown now. */
  let parts: ReadGroup[] = [];
  /** The last group that shows long enough to be read. */
  let last: TextGroup | null = null;
  let waiting = 0;
  let turn: Promise<void> = Promise.resolve();
  let groups: ReturnType<typeof groupText> | null = null;
  let tools: ReadTools | null = null;
  let held: Uint8Array[] = [];

  /** Replaces the last groups by one that they are all parts of. */
  const join = (count: number, whole: ReadGroup): void => {
    parts.splice(-count, count, whole);
    readings.splice(-count, count, whole.reading);
  };
  /** Adds what was read, in order; joined to what came before when they are parts of one text. */
  const add = async (read: Promise<ReadGroup>): Promise<void> => {
    const next = await read;
    if (!next.reading.joins) parts = [];
    parts = [...parts.slice(1 - mostParts), next];
    readings.push(next.reading);
    waiting--;
    if (!hasText(next, tools!)) return;
    const sure = parts.findLastIndex((part) => !isDoubtful(part, tools!));
    if (sure < 0) {
      const from = parts.findIndex((part) => hasText(part, tools!));
      const together = await readTogether(parts.slice(from), tools!);
      if (together) join(parts.length - from, together);
      return;
    }
    // A sure text and, before or after it, the same text with something bright behind it.
    const whole = parts[sure]!;
    const isPart = (part: ReadGroup): boolean => hasText(part, tools!) && isStillShown(whole, part, tools!);
    let first = sure;
    for (let at = sure - 1; at >= 0; at--) {
      const part = parts[at]!;
      if (part.reading.fleeting) continue;
      if (sure < parts.length - 1 || !isDoubtful(part, tools!) || !isPart(part)) break;
      first = at;
    }
    const after = parts.slice(sure + 1).filter((part) => !part.reading.fleeting);
    if ((first === sure && after.length === 0) || !after.every(isPart)) return;
    const { start } = parts[first]!.reading;
    join(parts.length - first, { ...whole, reading: { ...whole.reading, start, end: next.reading.end } });
  };
  /** The text that was read last is still shown, or again after frames too few to be read. */
  const goOn = (end: number): void => {
    const at = parts.findLastIndex((part) => !part.reading.fleeting);
    const whole = parts[at];
    if (whole) join(parts.length - at, { ...whole, reading: { ...whole.reading, end } });
  };
  /** Does one thing after the other. A failure is told by whoever awaits the turn; until then it must not count as unhandled. */
  const inTurn = (work: () => void | Promise<void>): void => {
    turn = turn.then(work);
    turn.catch(() => {});
  };
  const take = async (ended: readonly TextGroup[]): Promise<void> => {
    for (const group of ended) {
      // A frame without ink lay between.
      if (group.change === null) last = null;
      const goesOn = last !== null && group.frames > 1 && isSameText(last, group, tools!.place);
      if (group.frames > 1) last = group;
      if (goesOn) {
        inTurn(() => goOn(endOf(group, tools!)));
        continue;
      }
      const read = readGroup(group, tools!);
      waiting++;
      // It may fail before its turn comes.
      read.catch(() => {});
      inTurn(() => add(read));
      if (waiting >= mostWaiting) await turn;
    }
  };
  return {
    async push(frame) {
      const { rate, secondOpinion } = options;
      tools ??= { reader, rate, secondOpinion, place: framePlace(frame, band, options) };
      groups ??= groupText(tools.place);
      const picture = toned(frame, band.row?.tone ?? usualTone);
      held.push(frame.data);
      await take(groups.push({ ...picture, time: frame.time }));
      const { holds } = groups;
      const free = held.filter((data) => !holds(data));
      held = held.filter(holds);
      return free;
    },
    async finish() {
      if (groups) await take(groups.flush());
      await turn;
      return readings;
    },
  };
}
