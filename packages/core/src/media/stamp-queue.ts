/** Times of the frames of one output, in order. They come by the log, the frames by a pipe; either may be first. */
export interface StampQueue {
  /** null: the frame has no time of its own; it follows the one before. */
  push(time: number | null): void;
  /** No more times will come. */
  close(): void;
  /** Time of the next frame, seconds; a promise when it has not come yet. After `close`, frames without a stamp follow each other by a frame's length. */
  next(): number | Promise<number>;
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
  const take = (): number => {
    last = Math.max(0, times.shift() ?? last + frameSeconds);
    return last;
  };
  const later = async (): Promise<number> => {
    while (times.length === 0 && !closed) await new Promise<void>((resolve) => (wake = resolve));
    return take();
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
    next: () => (times.length > 0 || closed ? take() : later()),
  };
}
