import type { FramePool } from './frame-pool.ts';

/** Cuts a stream of bytes into items. A rest at the end is an unfinished item. */
export interface FrameSplitter {
  push(chunk: Uint8Array): Uint8Array[];
  /** Bytes of the unfinished item. */
  rest(): Uint8Array;
}

/** Frames of a fixed number of bytes. Each frame is a buffer of its own, so that it can be transferred. */
export function rawFrames(bytes: number, pool: FramePool): FrameSplitter {
  let frame = pool.take(bytes);
  let filled = 0;
  return {
    push(chunk) {
      const frames: Uint8Array[] = [];
      for (let at = 0; at < chunk.length;) {
        const taken = Math.min(bytes - filled, chunk.length - at);
        frame.set(chunk.subarray(at, at + taken), filled);
        filled += taken;
        at += taken;
        if (filled === bytes) {
          frames.push(frame);
          frame = pool.take(bytes);
          filled = 0;
        }
      }
      return frames;
    },
    rest: () => frame.slice(0, filled),
  };
}

/** JPEG files in ffmpeg's multipart format, whose part headers give the length. */
export function multipartJpegs(): FrameSplitter {
  let rest: Buffer = Buffer.alloc(0);
  return {
    push(chunk) {
      rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
      const files: Uint8Array[] = [];
      for (;;) {
        const headerEnd = rest.indexOf('\r\n\r\n');
        if (headerEnd < 0) break;
        const length = Number(/Content-length: (\d+)/i.exec(rest.toString('latin1', 0, headerEnd))?.[1]);
        if (!Number.isInteger(length)) throw new TypeError('multipart JPEG stream without a length');
        const start = headerEnd + 4;
        if (rest.length < start + length) break;
        files.push(new Uint8Array(rest.subarray(start, start + length)));
        rest = rest.subarray(start + length);
      }
      return files;
    },
    rest: () => rest,
  };
}
