import type { Picture } from '@shenpian/core';
import { resizePicture, type PixelBox } from './crop.ts';
import type { Network, Tensor } from './runtime.ts';

/** Character height, px, at which PP-OCRv4 detection works best (23–36 were measured good; the middle). */
const bestGlyph = 30;
/** Longest side of the detection input, px: bounds memory and time on a wrong guess of the character height. */
const longestSide = 1600;
/** PaddleOCR's published settings for this model: pixel threshold, box score, growth of the shrunken box. */
const pixelThreshold = 0.3;
const boxThreshold = 0.5;
const unclip = 1.6;
/** Further growth of boxes of one or two characters, as a share of their height; 0.2 read all of 90 short lines, 0 and 0.5 lost one. */
const shortLineMargin = 0.2;

/**
 * Finds upright lines of text with PP-OCRv4 detection, in reading order.
 *
 * @param glyph Expected character height, px of the picture.
 */
export async function detectLines(network: Network, picture: Picture, glyph: number): Promise<PixelBox[]> {
  const longest = Math.max(picture.width, picture.height);
  const scale = Math.min(2, bestGlyph / glyph, longestSide / longest);
  const width = Math.max(16, Math.round(picture.width * scale));
  const height = Math.max(16, Math.round(picture.height * scale));
  const small = await resizePicture(picture, width, height);
  const map = await network.run(detectionInput(small));
  const boxes = boxesOf(map, width, height).map((box) => ({
    x: (box.x * picture.width) / width,
    y: (box.y * picture.height) / height,
    width: (box.width * picture.width) / width,
    height: (box.height * picture.height) / height,
  }));
  return joinRows(boxes);
}

/** ImageNet mean and deviation applied to BGR in that order, as PaddleOCR does; sides padded to a multiple of 32. */
function detectionInput(picture: Picture): Tensor {
  const { data, channels } = picture;
  const width = Math.ceil(picture.width / 32) * 32;
  const height = Math.ceil(picture.height / 32) * 32;
  const plane = width * height;
  const input = new Float32Array(3 * plane);
  const blue = channels === 1 ? 0 : 2;
  const green = channels === 1 ? 0 : 1;
  for (let y = 0; y < picture.height; y++) {
    let from = y * picture.width * channels;
    let to = y * width;
    for (let x = 0; x < picture.width; x++, from += channels, to++) {
      input[to] = (data[from + blue]! / 255 - 0.485) / 0.229;
      input[to + plane] = (data[from + green]! / 255 - 0.456) / 0.224;
      input[to + 2 * plane] = (data[from]! / 255 - 0.406) / 0.225;
    }
  }
  return { data: input, dims: [1, 3, height, width] };
}

// Lines are upright, so the bounding boxes of connected pixels are enough: no contours, no rotated rectangles.
function boxesOf(map: Tensor, pictureWidth: number, pictureHeight: number): PixelBox[] {
  const width = map.dims[3]!;
  const height = map.dims[2]!;
  const { data } = map;
  const seen = new Uint8Array(width * height);
  const stack: number[] = [];
  const boxes: PixelBox[] = [];
  for (let seed = 0; seed < width * height; seed++) {
    if (seen[seed] || data[seed]! <= pixelThreshold) continue;
    let [left, right, top, bottom, pixels, sum] = [width, -1, height, -1, 0, 0];
    seen[seed] = 1;
    stack.push(seed);
    while (stack.length > 0) {
      const at = stack.pop()!;
      const x = at % width;
      const y = (at - x) / width;
      pixels++;
      sum += data[at]!;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      const visit = (next: number, inside: boolean): void => {
        if (!inside || seen[next] || data[next]! <= pixelThreshold) return;
        seen[next] = 1;
        stack.push(next);
      };
      visit(at - 1, x > 0);
      visit(at + 1, x < width - 1);
      visit(at - width, y > 0);
      visit(at + width, y < height - 1);
    }
    const w = right - left + 1;
    const h = bottom - top + 1;
    if (Math.min(w, h) < 3 || sum / pixels < boxThreshold) continue;
    // What detection leaves of one or two characters is so small that the usual growth cuts their strokes off.
    const grow = (w * h * unclip) / (2 * (w + h)) + (w < 2.5 * h ? shortLineMargin * h : 0);
    const x0 = Math.max(0, left - grow);
    const y0 = Math.max(0, top - grow);
    const x1 = Math.min(pictureWidth, right + 1 + grow);
    const y1 = Math.min(pictureHeight, bottom + 1 + grow);
    if (x1 > x0 && y1 > y0) boxes.push({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 });
  }
  return boxes;
}

/**
 * Sorts boxes into rows and joins neighbours on a row that are less than a character apart: detection breaks widely
 * spaced lines, and a whole line is read better than its pieces.
 */
export function joinRows(boxes: readonly PixelBox[]): PixelBox[] {
  const rows: PixelBox[][] = [];
  for (const box of boxes.toSorted((a, b) => a.y + a.height / 2 - (b.y + b.height / 2))) {
    const row = rows.at(-1);
    if (row && sameRow(row[0]!, box)) row.push(box);
    else rows.push([box]);
  }
  return rows.flatMap((row) => {
    const joined: PixelBox[] = [];
    for (const box of row.toSorted((a, b) => a.x - b.x)) {
      const last = joined.at(-1);
      const gap = last ? box.x - (last.x + last.width) : Infinity;
      if (last && sameRow(last, box) && gap < Math.min(last.height, box.height)) {
        const y = Math.min(last.y, box.y);
        const right = Math.max(last.x + last.width, box.x + box.width);
        const bottom = Math.max(last.y + last.height, box.y + box.height);
        joined[joined.length - 1] = { x: last.x, y, width: right - last.x, height: bottom - y };
      } else joined.push(box);
    }
    return joined;
  });
}

/** Whether two boxes are one line: they overlap by more than half of the lower one, and are of similar height. */
export function sameRow(a: PixelBox, b: PixelBox): boolean {
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const low = Math.min(a.height, b.height);
  return shared > low / 2 && Math.max(a.height, b.height) < 2 * low;
}
