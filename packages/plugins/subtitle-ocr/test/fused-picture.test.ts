import { expect, it } from 'vitest';
import { fusedPicture } from '../src/fused-picture.ts';

const frame = (...data: number[]) => ({
  width: data.length,
  height: 1,
  channels: 1 as const,
  data: Uint8Array.from(data),
});

it('keeps the text and lets what moves behind it go dark', () => {
  const { add, picture } = fusedPicture();
  add(frame(250, 200, 30), 10);
  add(frame(250, 30, 200), 10);
  expect([...picture()!.data]).toEqual([250, 30, 30]);
});

it('leaves fading frames out, at both ends', () => {
  const { add, picture } = fusedPicture();
  add(frame(120, 30), 4);
  add(frame(250, 30), 10);
  add(frame(250, 30), 10);
  add(frame(90, 30), 3);
  expect([...picture()!.data]).toEqual([250, 30]);
});

it('is nothing without frames', () => {
  expect(fusedPicture().picture()).toBeNull();
});
