import type { Boundary } from './boundary.ts';
import type { ShotsOptions } from './options.ts';

/**
 * What goes to the worker: memory of both threads in which frames lie side by side, then which of them have been filled, and at
 * the end the question. One worker serves one episode.
 */
export type DetectorRequest =
  | { readonly kind: 'open'; readonly size: FrameSize; readonly memory: SharedArrayBuffer }
  | {
      readonly kind: 'frames';
      /** Place of the first frame in the memory, in frames. */
      readonly at: number;
      /** Presentation time of each frame, seconds. */
      readonly times: readonly number[];
    }
  | { readonly kind: 'finish'; readonly options: ShotsOptions };

/** Width and height, px, and bytes of one frame. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

/** What comes back: that a batch of frames was measured, so that others may lie there, and at the end the answer. */
export type DetectorReply = { readonly kind: 'measured' } | ({ readonly kind: 'found' } & Detection);

/** Boundaries in order, and the times of keyframes in order, seconds. */
export interface Detection {
  readonly boundaries: readonly Boundary[];
  readonly keyframes: readonly number[];
}
