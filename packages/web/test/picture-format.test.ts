import { expect, test } from 'vitest';
import { readPictureFormat } from '../src/picture-format.ts';
import { drawFrame, drawNoise } from './picture.ts';

test('a JPEG tells its size', async () => {
  expect(readPictureFormat(await drawFrame('a', 90, 160))).toEqual({
    mediaType: 'image/jpeg',
    width: 90,
    height: 160,
  });
});

test('a PNG tells its size', async () => {
  expect(readPictureFormat(await drawNoise(7, 5, 1))).toEqual({
    mediaType: 'image/png',
    width: 7,
    height: 5,
  });
});

test('bytes that lie inside a larger buffer are read from their own start', async () => {
  const jpeg = await drawFrame('a', 90, 160);
  const larger = new Uint8Array(jpeg.length + 10);
  larger.set(jpeg, 10);
  expect(readPictureFormat(larger.subarray(10))?.width).toBe(90);
});

test.each([
  ['nothing', ''],
  ['an SVG, which could carry a script', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
  ['the start of a JPEG', '\u00FF\u00D8\u00FF\u00E0\u0000\u0010'],
  ['a JPEG with an empty segment', '\u00FF\u00D8\u00FF\u00E0\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000'],
])('%s is no picture', (_, bytes) => {
  expect(readPictureFormat(Buffer.from(bytes, 'latin1'))).toBeNull();
});
