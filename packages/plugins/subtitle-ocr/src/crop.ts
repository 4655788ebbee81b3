import type { Box, Picture, Region } from '@shenpian/core';
import type Sharp from 'sharp';

let loading: Promise<typeof Sharp> | undefined;

/** Loaded by who resizes or decodes a picture: the main thread, which only crops, does without. */
function loadSharp(): Promise<typeof Sharp> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    // Pictures here are small and never seen twice: libvips' own cache and threads only cost memory.
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  });
  return loading;
}

/** A rectangle in px of the picture it lies on. */
export interface PixelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of `box` that lies on a picture of this size, in whole px; at least 1 × 1. */
export function clampBox(box: PixelBox, width: number, height: number): PixelBox {
  const x = Math.min(width - 1, Math.max(0, Math.round(box.x)));
  const y = Math.min(height - 1, Math.max(0, Math.round(box.y)));
  const right = Math.min(width, Math.max(x + 1, Math.round(box.x + box.width)));
  const bottom = Math.min(height, Math.max(y + 1, Math.round(box.y + box.height)));
  return { x, y, width: right - x, height: bottom - y };
}

/** A box on a picture that shows `region` of a larger one, as fractions of the larger one. */
export function fractionsOf(
  box: PixelBox,
  { width, height }: { readonly width: number; readonly height: number },
  region: Region = { x: 0, y: 0, width: 1, height: 1 },
): Box {
  return {
    x: region.x + (box.x / width) * region.width,
    y: region.y + (box.y / height) * region.height,
    width: (box.width / width) * region.width,
    height: (box.height / height) * region.height,
  };
}

/** Copies a part of a picture; `box` is clamped to it. */
export function cropPicture(picture: Picture, box: PixelBox): Picture {
  const { x, y, width, height } = clampBox(box, picture.width, picture.height);
  const { channels } = picture;
  const data = new Uint8Array(width * height * channels);
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * picture.width + x) * channels;
    data.set(picture.data.subarray(from, from + width * channels), row * width * channels);
  }
  return { width, height, channels, data };
}

/** Stretches a picture to an exact size. */
export async function resizePicture(picture: Picture, width: number, height: number): Promise<Picture> {
  if (picture.width === width && picture.height === height) return picture;
  const sharp = await loadSharp();
  const data = await sharp(picture.data, {
    raw: { width: picture.width, height: picture.height, channels: picture.channels },
  })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .toColourspace(picture.channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer();
  return { width, height, channels: picture.channels, data };
}

/** Decodes an encoded picture (JPEG, PNG) to RGB. Rejects when the bytes are not a picture. */
export async function decodePicture(bytes: Uint8Array): Promise<Picture> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 3, data };
}

/** Encodes a picture as PNG without effort to make it small. */
export async function encodePicture(picture: Picture): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(picture.data, {
    raw: { width: picture.width, height: picture.height, channels: picture.channels },
  })
    .png({ compressionLevel: 1 })
    .toBuffer();
}
