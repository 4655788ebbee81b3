import type { DetectorRequest } from './detector-message.ts';
import type { FramePicture } from './picture.ts';

/** A frame and its presentation time, seconds. */
export interface TimedFrame extends FramePicture {
  readonly time: number;
}

/** Frames on their way to the worker, side by side in one buffer. */
export interface FrameBatch {
  /** Whether a frame of this size still fits. */
  fits(frame: TimedFrame): boolean;
  /** Copies the frame: its bytes may be used again. */
  add(frame: TimedFrame): void;
  /** The message that carries the batch. */
  message(): DetectorRequest & { readonly kind: 'frames' };
}

/** A batch of at most `count` frames of the size of `frame`, in `buffer` when it is large enough. */
export function frameBatch(frame: TimedFrame, count: number, buffer: ArrayBuffer | undefined): FrameBatch {
  const { width, height } = frame;
  const bytes = frame.data.byteLength;
  const data = buffer !== undefined && buffer.byteLength >= count * bytes ? buffer : new ArrayBuffer(count * bytes);
  const view = new Uint8Array(data);
  const times: number[] = [];
  return {
    fits: (next) =>
      times.length < count && next.width === width && next.height === height && next.data.byteLength === bytes,
    add(next) {
      view.set(next.data, times.length * bytes);
      times.push(next.time);
    },
    message: () => ({ kind: 'frames', width, height, bytes, times, data }),
  };
}
