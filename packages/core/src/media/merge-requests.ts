import type { TimeRange } from '../time/range.ts';
import type { Probe } from '../work/input.ts';
import type { SampleRequest } from './sample.ts';

/** A request with the track and name that asked for it. */
export interface NamedRequest {
  readonly track: string;
  readonly name: string;
  readonly request: SampleRequest;
}

/** One picture output of the decode process, with everyone who gets its frames. Sizes in px, times in seconds. */
export interface PictureOutput {
  readonly kind: 'luma' | 'band' | 'still';
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  /** Bytes of one raw picture; 0 for JPEGs. */
  readonly bytes: number;
  /** Filter that drops the frames not asked for; null when every frame is wanted. */
  readonly thin: string | null;
  /** Filters after it. */
  readonly filters: readonly string[];
  readonly receivers: readonly Receiver[];
}

/** A track's name for an output. */
export interface Receiver {
  readonly track: string;
  readonly name: string;
}

/** All that one decode must deliver. */
export interface DecodePlan {
  readonly pictures: readonly PictureOutput[];
  /** Who gets audio measures; empty when nobody asked or the file is silent. */
  readonly audio: readonly Receiver[];
  /** Who gets the sound itself; null when nobody asked or the file is silent. */
  readonly pcm: SoundOutput | null;
}

/** The sound output of the decode process; `rate` in samples of a channel per second. */
export interface SoundOutput {
  readonly rate: number;
  readonly channels: number;
  readonly receivers: readonly Receiver[];
}

/** Taken for files whose container does not say. */
const usualSound = { rate: 48_000, channels: 2 };

const even = (value: number): number => Math.max(2, Math.round(value / 2) * 2);

/** Frames from `start` to before `end`, by real time stamps. */
const inside = ({ start, end }: TimeRange): string => `gte(t\\,${start})*lt(t\\,${end})`;

/** Keeps the first frame and then one per period, by real time stamps; 1 ms of slack for rounded ones. */
function thinned(rate: number, window?: TimeRange): string {
  const due = `isnan(prev_selected_t)+gte(t-prev_selected_t\\,${(1 / rate - 0.001).toFixed(4)})`;
  return `select='${window === undefined ? '' : `${inside(window)}*`}(${due})'`;
}

/** As {@link thinned}; null keeps every frame of the whole file. */
function chosen(rate: number | 'every-frame', window?: TimeRange): string | null {
  if (rate !== 'every-frame') return thinned(rate, window);
  return window === undefined ? null : `select='${inside(window)}'`;
}

function lumaFilters({ chroma, levels }: Extract<SampleRequest, { kind: 'luma' }>, scale: string): readonly string[] {
  // Gray pictures are of full range; those with chroma only when told so.
  if (chroma) return [`${scale}:out_range=pc`, 'format=yuv410p'];
  if (levels === 'any') return ['format=yuv420p|yuvj420p', 'extractplanes=y', scale, 'format=gray'];
  return [scale, 'format=gray'];
}

function output(
  request: Exclude<SampleRequest, { kind: 'audio' | 'pcm' }>,
  probe: Probe,
): Omit<PictureOutput, 'receivers'> {
  const heightFor = (width: number): number => even((width * probe.height) / probe.width);
  switch (request.kind) {
    case 'luma': {
      const width = even(Math.min(request.width, probe.width));
      const height = heightFor(width);
      const thin = chosen(request.rate, request.window);
      const scale = `scale=${width}:${height}:flags=fast_bilinear`;
      const filters = lumaFilters(request, scale);
      const chroma = request.chroma ? 2 * Math.ceil(width / 4) * Math.ceil(height / 4) : 0;
      const bytes = width * height + chroma;
      return { kind: 'luma', width, height, channels: 1, bytes, thin, filters };
    }
    case 'band': {
      const { region } = request;
      const width = Math.min(even(region.width * probe.width), probe.width);
      const height = Math.min(even(region.height * probe.height), probe.height);
      const crop = `crop=iw*${region.width}:ih*${region.height}:iw*${region.x}:ih*${region.y}`;
      const format = request.format === 'gray' ? 'gray' : 'rgb24';
      // The scale is a no-op unless the stream changes its size half way.
      const filters = [crop, `scale=${width}:${height}:flags=fast_bilinear`, `format=${format}`];
      const channels = request.format === 'gray' ? 1 : 3;
      const bytes = width * height * channels;
      return { kind: 'band', width, height, channels, bytes, thin: thinned(request.rate), filters };
    }
    case 'still': {
      const width = even(Math.min(request.width, probe.width));
      const height = heightFor(width);
      const filters = [`scale=${width}:${height}:flags=fast_bilinear`];
      const thin = thinned(request.rate, request.window);
      return { kind: 'still', width, height, channels: 3, bytes: 0, thin, filters };
    }
  }
}

/** Merges the requests of all tracks: those that want the same pictures share one output. */
export function mergeRequests(requests: readonly NamedRequest[], probe: Probe): DecodePlan {
  const pictures = new Map<string, PictureOutput & { receivers: Receiver[] }>();
  const audio: Receiver[] = [];
  const pcm: Receiver[] = [];
  for (const { track, name, request } of requests) {
    if (request.kind === 'audio' || request.kind === 'pcm') {
      if (probe.audioCodec !== null) (request.kind === 'audio' ? audio : pcm).push({ track, name });
      continue;
    }
    const wanted = output(request, probe);
    const key = JSON.stringify(wanted);
    const shared = pictures.get(key);
    if (shared === undefined) pictures.set(key, { ...wanted, receivers: [{ track, name }] });
    else shared.receivers.push({ track, name });
  }
  const { rate, channels } = probe.technical?.sound ?? usualSound;
  return {
    pictures: [...pictures.values()],
    audio,
    pcm: pcm.length === 0 ? null : { rate, channels, receivers: pcm },
  };
}
