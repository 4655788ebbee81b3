/**
 * A frame as it comes: rows of luma (0–255) top to bottom without padding and, when it has colour, Cb and then Cr after
 * them at a quarter of the width and height, rounded up (128 is no colour).
 */
export interface FramePicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The size of a colour plane, px. */
export function colourSize({ width, height }: FramePicture): { readonly width: number; readonly height: number } {
  return { width: Math.ceil(width / 4), height: Math.ceil(height / 4) };
}

/** Whether Cb and Cr follow the luma. */
export function hasColour(picture: FramePicture): boolean {
  const plane = colourSize(picture);
  return picture.data.length >= picture.width * picture.height + 2 * plane.width * plane.height;
}
