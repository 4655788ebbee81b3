import type { EpisodeSignal } from '../episode-signal.ts';
import { posixExtension } from '../extension.ts';
import type { Measure } from './profile.ts';

/** What a profile compares; null when it could not be measured. */
export type MeasuredValue = number | string | boolean | null;

/** A frame rate with fewer irregular frames than this share is constant. */
const constant = 0.05;

/** The value of a measure for an episode. `seconds` and bits per second as they are; `container` is the extension of the file. */
export function measuredValue({ episode, picture, sound }: EpisodeSignal, measure: Measure): MeasuredValue {
  const { path, bytes, probe } = episode.input;
  switch (measure) {
    case 'container':
      return posixExtension(path) || null;
    case 'video-codec':
      return probe.videoCodec || null;
    case 'audio-codec':
      return probe.audioCodec;
    case 'pixel-format':
      return probe.technical?.pixelFormat ?? null;
    case 'width':
      return probe.width;
    case 'height':
      return probe.height;
    case 'short-side':
      return Math.min(probe.width, probe.height);
    case 'vertical':
      return probe.height > probe.width;
    case 'fps':
      return probe.fps || null;
    case 'constant-frame-rate':
      return picture === null ? null : picture.irregular <= constant;
    case 'bit-rate':
      return probe.technical?.bitRate ?? null;
    case 'bytes':
      return bytes;
    case 'episode-seconds':
      return probe.seconds;
    case 'integrated-loudness':
      return sound?.integrated ?? null;
    case 'loudness-range':
      return sound?.range ?? null;
    case 'true-peak':
      return sound?.truePeak ?? null;
  }
}

/** Whether a value keeps a limit; null when it could not be measured. */
export function keeps(
  value: MeasuredValue,
  limit: {
    readonly min?: number | undefined;
    readonly max?: number | undefined;
    readonly below?: number | undefined;
    readonly in?: readonly string[] | undefined;
    readonly is?: boolean | undefined;
  },
): boolean | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return limit.is === undefined || value === limit.is;
  if (typeof value === 'string') return limit.in === undefined || limit.in.some((each) => each.toLowerCase() === value);
  const { min = -Infinity, max = Infinity, below = Infinity } = limit;
  return value >= min && value <= max && value < below;
}
