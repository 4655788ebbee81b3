import type { Picture } from '@shenpian/core';
import { resizePicture } from './crop.ts';
import { toGray } from './gray.ts';

const columns = 96;
/** A patch of the sketch has changed when it differs by this much in brightness, 0–255. */
const changed = 24;
/** Two pictures are told apart when this many points changed: a small sign covers about as much. */
const leastPoints = 12;

/** A gray miniature by which two pictures can be compared. */
export async function sketchOf(picture: Picture): Promise<Uint8Array> {
  const rows = Math.max(1, Math.round((picture.height * columns) / picture.width));
  return Uint8Array.from(toGray(await resizePicture(picture, columns, rows)));
}

/** Whether two sketches show different pictures. */
export function sketchDiffers(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return true;
  let points = 0;
  for (let i = 0; i < a.length; i++) if (Math.abs(a[i]! - b[i]!) > changed) points++;
  return points >= leastPoints;
}
