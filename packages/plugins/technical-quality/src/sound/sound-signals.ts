import type { Signal } from '../signal-item.ts';
import type { SoundMeter } from './sound-meter.ts';
import { soundStretches } from './sound-stretches.ts';

/** Below this nothing was loud enough to be counted: the absolute gate of Rec. ITU-R BS.1770, LUFS. */
export const gate = -70;

/** Everything that was heard in an episode; `integrated` in LUFS, `range` in LU, as ffmpeg's ebur128 gives them at the end. */
export function soundSignals(
  meter: SoundMeter,
  { integrated, range }: { readonly integrated: number; readonly range: number },
): readonly Signal[] {
  const heard = Number.isFinite(integrated) && integrated > gate;
  return [
    {
      kind: 'sound',
      start: 0,
      end: meter.seconds,
      channels: meter.channels,
      integrated: heard ? integrated : null,
      range: heard && Number.isFinite(range) ? range : null,
      truePeak: meter.truePeak > 0 ? Math.round(2000 * Math.log10(meter.truePeak)) / 100 : null,
    },
    ...soundStretches(meter).map(({ fault, start, end }) => ({ kind: fault, start, end })),
  ];
}
