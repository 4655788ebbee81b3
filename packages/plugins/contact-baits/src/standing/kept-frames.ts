import { sharedCopy } from '@shenpian/core';

/** A small gray picture and its time, seconds. */
export interface SmallFrame {
  readonly time: number;
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Frames kept of an episode, at most: 31 MB at 270 × 480. */
const mostFrames = 240;

/** Keeps frames spread evenly over an episode of unknown length: when there are too many, every second one goes. */
export function frameKeeper() {
  let frames: SmallFrame[] = [];
  let every = 1;
  let count = 0;
  return {
    /** The kept frames in order of time. */
    get frames(): readonly SmallFrame[] {
      return frames;
    },
    /** Copies the frame if it is kept. */
    offer({ time, width, height, data }: SmallFrame): void {
      if (count++ % every !== 0) return;
      if (frames.length >= mostFrames) {
        frames = frames.filter((_, index) => index % 2 === 0);
        every *= 2;
        if ((count - 1) % every !== 0) return;
      }
      frames.push({ time, width, height, data: sharedCopy(data) });
    },
  };
}
