import type { Problem } from '../errors.ts';
import type { VideoInput } from '../work/input.ts';
import type { DecodeRecord } from './decode.ts';

/** Pictures that an edit list or a leading open group may hide from a sound file: a second of them, or 2 %. */
function spare(declared: number, fps: number): number {
  return Math.max(fps > 0 ? fps : 25, declared * 0.02);
}

/** What is missing of a file that was decoded: its end, or pictures in between; null when it is whole. */
export function damageOf(input: VideoInput, record: DecodeRecord): Problem | null {
  const { path, probe } = input;
  if (!record.complete) {
    const data = { declared: probe.videoSeconds.toFixed(1), decoded: record.seconds.toFixed(1) };
    return { code: 'truncated', path, data };
  }
  const declared = record.frames + record.lost;
  if (record.lost <= spare(declared, probe.fps)) return null;
  return { code: 'damaged', path, data: { declared, decoded: record.frames } };
}
