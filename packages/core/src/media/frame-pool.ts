import { freeBytes } from './free-bytes.ts';

/** Memory of pictures that nobody looks at any more, to be filled again. */
export interface FramePool {
  /** Bytes of any content, alone in their buffer. */
  take(bytes: number): Uint8Array<ArrayBuffer>;
  /** Whoever gives bytes must not look at them again. Views of a part of a buffer are left alone. */
  give(bytes: Uint8Array): void;
}

/** Bytes of pictures of one size that are kept for later: nearly as many as may wait for three tracks at one time. */
const mostKept = 32 * 1024 * 1024;

/** New memory for every picture of three minutes of a 1080p band makes 14 full collections of garbage more, 40 ms each. */
export function framePool(): FramePool {
  const kept = new Map<number, Uint8Array<ArrayBuffer>[]>();
  return {
    take: (bytes) => kept.get(bytes)?.pop() ?? new Uint8Array(bytes),
    give(bytes) {
      const { buffer, byteLength } = bytes;
      if (!(buffer instanceof ArrayBuffer) || byteLength === 0 || byteLength !== buffer.byteLength) return;
      const same = kept.get(byteLength) ?? [];
      kept.set(byteLength, same);
      if ((same.length + 1) * byteLength <= mostKept) same.push(new Uint8Array(buffer));
      else freeBytes(bytes);
    },
  };
}
