import type { Signal } from '../signal-item.ts';
import { blackStretches } from './black.ts';
import { cadenceOf } from './cadence.ts';
import { strayFrames } from './edge-frames.ts';
import { flashStretches } from './flashes.ts';
import type { FrameMeter } from './frame-meter.ts';
import { lookStep } from './look.ts';
import type { Run } from './runs.ts';
import { repeats, stops } from './stillness.ts';

/** Everything that was seen in the picture of an episode. `levels` is its loudness every half second, LUFS. */
export function pictureSignals(
  { table, borders, looks }: FrameMeter,
  { shortestStop, levels }: { readonly shortestStop: number; readonly levels: readonly number[] },
): readonly Signal[] {
  const { time } = table;
  const frames = time.length;
  if (frames === 0) return [];
  const cadence = cadenceOf(time);
  const first = time[0]!;
  const end = time[frames - 1]! + cadence.interval;
  const whole = { start: first, end };
  const rangeOf = ({ from, to }: Run) => ({ start: time[from]!, end: to < frames ? time[to]! : end });
  const black = blackStretches(table);
  const isBlack = (frame: number): boolean => black.some(({ from, to }) => frame >= from && frame < to);
  const border = borders.border();
  return [
    { kind: 'picture', ...whole, frames, interval: cadence.interval, irregular: cadence.irregular },
    { kind: 'content', ...whole, step: lookStep, looks: [...looks.looks], levels: [...levels] },
    ...(border === null ? [] : [{ kind: 'border' as const, ...whole, ...border }]),
    ...black.map((run) => ({ kind: 'black' as const, ...rangeOf(run), entry: run.entry, exit: run.exit })),
    ...stops(table, shortestStop).map((run) => ({ kind: 'stop' as const, ...rangeOf(run) })),
    ...repeats(table).map((run) => ({ kind: 'repeat' as const, ...rangeOf(run), repeated: run.repeated })),
    ...cadence.gaps.map((gap) => ({ kind: 'gap' as const, ...gap })),
    ...strayFrames(table, isBlack).map(({ where, frames: count }) => ({
      kind: 'stray' as const,
      ...rangeOf(where === 'first' ? { from: 0, to: count } : { from: frames - count, to: frames }),
      where,
      frames: count,
    })),
    ...flashStretches(table).map((stretch) => ({ kind: 'flash' as const, ...stretch })),
  ];
}
