import type { TimeRange } from '@shenpian/core';
import type { FrameTable } from './frame-table.ts';

/** A stretch in which the limit is exceeded in every second; `flashes` is the most in one second. */
export interface FlashStretch extends TimeRange {
  readonly flashes: number;
}

/** Share of the picture that turns together (BT.1702), and frames within which that is together. */
const flashArea = 0.25;
const together = 3;
/** Three flashes in a second are allowed: the seventh turn within it is the fourth flash. */
const turnsTooMany = 7;

interface Turn {
  readonly time: number;
  readonly lighter: boolean;
}

/** Stretches with more than three flashes in a second over a quarter of the picture. */
export function flashStretches(table: FrameTable): readonly FlashStretch[] {
  const turns = turnsOf(table);
  const stretches: FlashStretch[] = [];
  for (let i = 0; i + turnsTooMany <= turns.length; i++) {
    const start = turns[i]!.time;
    if (turns[i + turnsTooMany - 1]!.time - start > 0.999) continue;
    let last = i + turnsTooMany - 1;
    while (last + 1 < turns.length && turns[last + 1]!.time - start <= 0.999) last++;
    const flashes = (last - i + 1) / 2;
    const end = turns[last]!.time;
    const before = stretches.at(-1);
    if (before !== undefined && start <= before.end) {
      stretches[stretches.length - 1] = { start: before.start, end, flashes: Math.max(before.flashes, flashes) };
    } else {
      stretches.push({ start, end, flashes });
    }
  }
  return stretches;
}

function turnsOf({ time, lighter, darker }: FrameTable): readonly Turn[] {
  const turns: Turn[] = [];
  let from = 0;
  for (let frame = 0; frame < time.length; frame++) {
    let net = 0;
    for (let other = Math.max(from, frame - together + 1); other <= frame; other++) {
      net += lighter.at(other) - darker.at(other);
    }
    // What moves makes some places lighter and others darker; a flash goes one way.
    if (Math.abs(net) <= flashArea) continue;
    const turn = { time: time[frame]!, lighter: net > 0 };
    if (turns.at(-1)?.lighter === turn.lighter) continue;
    turns.push(turn);
    from = frame + 1;
  }
  return turns;
}
