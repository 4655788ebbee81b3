import type { Picture } from '@shenpian/core';

/** Brightness of every pixel (BT.601 weights); the same bytes when the picture is gray already. */
export function toGray(picture: Picture): Uint8Array {
  if (picture.channels === 1) return picture.data;
  const { data } = picture;
  const gray = new Uint8Array(picture.width * picture.height);
  for (let i = 0, j = 0; i < gray.length; i++, j += 3)
    gray[i] = (data[j]! * 77 + data[j + 1]! * 150 + data[j + 2]! * 29) >> 8;
  return gray;
}
