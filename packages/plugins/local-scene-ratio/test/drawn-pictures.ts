import type { Picture } from '@shenpian/core';
import { randomNumbers } from './generated-dialogue.ts';

/** The upper part of a picture: one hue (0–359) above, another below at the right, with noise. */
export function drawPicture(top: number, side: number, seed: number, width = 270, height = 216): Picture {
  const random = randomNumbers(seed + 1);
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const hue = y > height * 0.6 && x > width / 2 ? side : top;
      const light = 0.5 + (random() - 0.5) * 0.1;
      data.set(colour(hue, light), (y * width + x) * 3);
    }
  }
  return { width, height, channels: 3, data };
}

function colour(hue: number, light: number): readonly number[] {
  return [5, 3, 1].map((offset) => {
    const k = (offset + hue / 60) % 6;
    return Math.round(255 * (light - light * 0.6 * Math.max(0, Math.min(k, 4 - k, 1))));
  });
}
