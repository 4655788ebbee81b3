/**
 * A frame as it comes: rows of luma (0–255) top to bottom without padding and, when it has colour, Cb and then Cr after
 * them at half the width and height (128 is no colour).
 */
export interface FramePicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Whether Cb and Cr follow the luma. */
export function hasColour({ width, height, data }: FramePicture): boolean {
  return data.length >= width * height + 2 * (width >> 1) * (height >> 1);
}
