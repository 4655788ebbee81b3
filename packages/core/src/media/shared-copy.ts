/**
 * A copy of bytes in shared memory, for what a track holds for long: V8 counts all other memory of pictures as garbage to come, and
 * looks through the whole heap for every six megabytes more of it (101 frames of an opening: nine times, 40 ms each).
 */
export function sharedCopy(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
