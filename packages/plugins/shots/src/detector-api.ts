import type { Boundary } from './boundary.ts';
import type { ShotsOptions } from './options.ts';

/** Frames on their way to the worker; `data[i]` was shown at `times[i]` seconds. */
export interface FrameBatch {
  readonly width: number;
  readonly height: number;
  readonly times: readonly number[];
  readonly data: readonly Uint8Array[];
}

/** What the worker thread offers: frames in, boundaries out. One worker serves one episode. */
export interface DetectorApi {
  push(batch: FrameBatch): void;
  finish(options: ShotsOptions): readonly Boundary[];
}
