import { describe, expect, test } from 'vitest';
import { framePool } from '../../src/media/frame-pool.ts';
import { multipartJpegs, rawFrames, type FrameSplitter } from '../../src/media/frame-splitter.ts';

/** Pushes bytes in pieces of a size; gives all items as arrays. */
function feed(splitter: FrameSplitter, bytes: Uint8Array, piece: number): number[][] {
  const items: number[][] = [];
  for (let at = 0; at < bytes.length; at += piece) {
    items.push(...splitter.push(bytes.subarray(at, at + piece)).map((item) => [...item]));
  }
  return items;
}

describe('rawFrames', () => {
  const bytes = Uint8Array.from({ length: 11 }, (_, i) => i);
  test.each([1, 2, 3, 4, 5, 11])('pieces of %i bytes: whole frames only, an unfinished one is dropped', (piece) => {
    expect(feed(rawFrames(4, framePool()), bytes, piece)).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ]);
  });

  test('each frame has a buffer of its own', () => {
    const [a, b] = rawFrames(2, framePool()).push(Uint8Array.of(1, 2, 3, 4));
    expect(a?.buffer.byteLength).toBe(2);
    expect(a?.buffer).not.toBe(b?.buffer);
  });

  test('a chunk that is used again by its owner does not change a frame', () => {
    const chunk = Uint8Array.of(1, 2);
    const [frame] = rawFrames(2, framePool()).push(chunk);
    chunk.fill(9);
    expect(frame).toEqual(Uint8Array.of(1, 2));
  });
});

describe('multipartJpegs', () => {
  // A picture whose bytes hold what looks like a header must not be cut there.
  const pictures = [
    Buffer.from('first'),
    Buffer.from('a\r\n\r\nContent-length: 3\r\n\r\nb'),
    Buffer.from([0xff, 0xd8, 0, 0xff, 0xd9]),
  ];
  const stream = Buffer.concat(
    pictures.flatMap((picture) => [
      Buffer.from(`--ffmpeg\r\nContent-type: image/jpeg\r\nContent-length: ${picture.length}\r\n\r\n`),
      picture,
      Buffer.from('\r\n'),
    ]),
  );
  test.each([1, 7, 40, 1000])('pieces of %i bytes', (piece) => {
    expect(feed(multipartJpegs(), stream, piece)).toEqual(pictures.map((picture) => [...picture]));
  });
  test('an unfinished picture is dropped', () => {
    expect(feed(multipartJpegs(), stream.subarray(0, stream.length - 4), 10)).toHaveLength(2);
  });
  test('a part without a length is an error, not an endless wait', () => {
    expect(() => multipartJpegs().push(Buffer.from('--x\r\nContent-type: image/jpeg\r\n\r\n'))).toThrow(TypeError);
  });
});
