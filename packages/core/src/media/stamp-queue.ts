/** Times of the frames of one output, in order. They come by the log, the frames by a pipe; either may be first. */
export interface StampQueue {
  /** null: the frame has no time of its own; it follows the one before. */
  push(time: number | null): void;
  /** No more times will come. */
  close(): void;
  /** Time of the next frame, seconds. After `close`, frames without a stamp follow each other by a frame's length. */
  next(): Promise<number>;
}

/** @param frameSeconds length of a frame, for frames without a time */
export function stampQueue(frameSeconds: number): StampQueue {
  const times: (number | null)[] = [];
  let last = -frameSeconds;
  let wake: (() => void) | null = null;
  let closed = false;
  const signal = (): void => {
    wake?.();
    wake = null;
  };
  return {
    push(time) {
      times.push(time);
      signal();
    },
    close() {
      closed = true;
      signal();
    },
    async next() {
      while (times.length === 0 && !closed) await new Promise<void>((resolve) => (wake = resolve));
      last = Math.max(0, times.shift() ?? last + frameSeconds);
      return last;
    },
  };
}
