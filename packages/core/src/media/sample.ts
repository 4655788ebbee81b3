import type { TimeRange } from '../time/range.ts';

/** A rectangle as fractions (0–1) of the displayed picture, so that a request does not depend on the episode's size. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * What a track asks of the single decode.
 *
 * - `luma`: gray frames `width` px wide (height follows the picture), at `rate` per second or every frame, in `window` or
 *   everywhere. With `chroma`, the planes Cb and Cr at a quarter of the width and height, rounded up, follow the luma in `data`
 *   (4:1:0, full range). Gray is of full range, unless any `levels` will do: then black may be 16
 *   and white 235, as they are coded, and a large picture takes a sixth of the time.
 * - `band`: a region at source resolution, gray or RGB, at `rate` per second.
 * - `still`: a JPEG `width` px wide, at `rate` per second, in `window` or everywhere.
 * - `audio`: EBU R128 measures every 100 ms.
 * - `pcm`: the sound itself, in blocks of 100 ms.
 */
export type SampleRequest =
  | {
      readonly kind: 'luma';
      readonly width: number;
      readonly rate: number | 'every-frame';
      readonly chroma?: boolean;
      readonly levels?: 'full' | 'any';
      readonly window?: TimeRange;
    }
  | {
      readonly kind: 'band';
      readonly region: Region;
      readonly rate: number;
      readonly format: 'gray' | 'rgb';
    }
  | {
      readonly kind: 'still';
      readonly width: number;
      readonly rate: number;
      readonly window?: TimeRange;
    }
  | { readonly kind: 'audio' }
  | { readonly kind: 'pcm' };

/** A raw picture: rows top to bottom, no padding; `channels` 1 is gray (chroma planes may follow it), 3 is RGB. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
}

/**
 * One decoded picture or audio block, tagged with the name under which the track asked for it. Those of one request come
 * in order of time.
 *
 * `time` is the frame's real presentation time in seconds from the start of the file. `data` belongs to the receiver,
 * which may transfer it to a worker.
 */
export type Sample =
  | ({ readonly request: string; readonly kind: 'luma' | 'band'; readonly time: number } & Picture)
  | {
      readonly request: string;
      readonly kind: 'still';
      readonly time: number;
      /** A JPEG file. */
      readonly data: Uint8Array;
    }
  | {
      readonly request: string;
      readonly kind: 'audio';
      readonly time: number;
      /** Momentary (400 ms) and short-term (3 s) loudness, LUFS. */
      readonly momentary: number;
      readonly shortTerm: number;
      /** Integrated loudness from the start to here, LUFS. */
      readonly integrated: number;
      /** Loudness range from the start to here, LU (EBU Tech 3342). */
      readonly range: number;
    }
  | {
      readonly request: string;
      readonly kind: 'pcm';
      readonly time: number;
      /** Samples of a channel per second. */
      readonly rate: number;
      readonly channels: number;
      /** 32-bit floats, little-endian, channels interleaved; 1 is full scale, and lossy codecs may go beyond. */
      readonly data: Uint8Array;
    };
