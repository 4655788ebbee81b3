import type { Boundary } from './boundary.ts';
import type { ShotsOptions } from './options.ts';

/** What goes to the worker: frames side by side in one buffer, and at the end the question. One worker serves one episode. */
export type DetectorRequest =
  | {
      readonly kind: 'frames';
      readonly width: number;
      readonly height: number;
      /** Bytes of one frame. */
      readonly bytes: number;
      /** Presentation time of each frame, seconds. */
      readonly times: readonly number[];
      readonly data: ArrayBuffer;
    }
  | { readonly kind: 'finish'; readonly options: ShotsOptions };

/** What comes back: the buffer of frames that were measured, to be filled again, and at the end the answer. */
export type DetectorReply =
  | { readonly kind: 'measured'; readonly data: ArrayBuffer }
  | ({ readonly kind: 'found' } & Detection);

/** Boundaries in order, and the times of keyframes in order, seconds. */
export interface Detection {
  readonly boundaries: readonly Boundary[];
  readonly keyframes: readonly number[];
}
