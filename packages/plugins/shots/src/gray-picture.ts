/** A gray picture: rows top to bottom, no padding. */
export interface GrayPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A gray picture with its mean and variance of luma (0–255). */
export interface MeasuredPicture extends GrayPicture {
  readonly mean: number;
  readonly variance: number;
}

/** Averages squares of 2 × 2 pixels; an odd last column or row is left out. */
export function halve(picture: GrayPicture): GrayPicture {
  const { width: sourceWidth, data: source } = picture;
  const width = sourceWidth >> 1;
  const height = picture.height >> 1;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    let upper = 2 * y * sourceWidth;
    let lower = upper + sourceWidth;
    for (let x = 0; x < width; x++) {
      const sum = source[upper]! + source[upper + 1]! + source[lower]! + source[lower + 1]!;
      data[y * width + x] = (sum + 2) >> 2;
      upper += 2;
      lower += 2;
    }
  }
  return { width, height, data };
}

/** Mean and variance of a picture. */
export function measured(picture: GrayPicture): MeasuredPicture {
  const { data } = picture;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < data.length; i++) {
    const luma = data[i]!;
    sum += luma;
    squares += luma * luma;
  }
  const mean = sum / data.length;
  return { ...picture, mean, variance: Math.max(0, squares / data.length - mean * mean) };
}
