import sharp from 'sharp';
import type { GrayPicture } from './gray-picture.ts';

/** Longer side at which places are compared, px: what MEASURED was measured at; stills of upright films have it. */
const comparedSide = 640;
/** Longer side at which it is worked out which photos to compare with, px: a third of the CPU, and no place less on the bench. */
export const roughSide = 400;

// One picture at a time, and none kept: memory stays flat over thousands of pictures.
sharp.cache(false);
sharp.concurrency(1);

/**
 * Reads a picture file, upright and gray, its longer side at most `side` px.
 *
 * @param source a path or the bytes of a JPEG, PNG, WebP, AVIF, GIF or TIFF
 * @throws Error when it is damaged or of another kind, such as HEIC.
 */
export async function readGray(source: string | Uint8Array, side = comparedSide): Promise<GrayPicture> {
  const { data, info } = await sharp(source, { failOn: 'error' })
    .rotate()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#808080' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data.buffer, data.byteOffset, data.length) };
}
