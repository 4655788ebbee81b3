// Backgrounds: soft light and dark, hard bright things, fine texture, foliage, signs. What makes subtitles hard to read.
import { createCanvas } from '@napi-rs/canvas';
import { paintPlace } from '../../../packages/testing/dist/scenery.js';
import { random } from './random.mjs';

const signs = ['幸福超市', '老张理发店', '建设银行', '停车场入口', '春风照相馆', '禁止吸烟', '人民医院', '惠民药房'];
/** px around the picture for the camera to move in. */
export const margin = 160;

/** A picture larger than the clip by {@link margin} on every side. */
export function scenery({ width, height }, seed) {
  const next = random(seed);
  const [w, h] = [width + 2 * margin, height + 2 * margin];
  const canvas = createCanvas(w, h);
  const pen = canvas.getContext('2d');
  const unit = Math.min(width, height) / 720;
  paintPlace(pen, { width: w, height: h, unit, glows: 260 }, next);
  // Two of five places have a sign, anywhere: some stand right beside the subtitles, some behind them.
  if (seed % 5 < 2) {
    pen.font = `${Math.round((30 + 30 * next()) * unit)}px noto`;
    pen.fillStyle = next() < 0.5 ? '#fff' : '#c22';
    pen.fillText(signs[seed % signs.length], (0.1 + 0.6 * next()) * w, (0.3 + 0.5 * next()) * h);
  }
  // Grain.
  const image = pen.getImageData(0, 0, w, h);
  const { data } = image;
  for (let i = 0; i < data.length; i += 4) {
    const grain = (next() - 0.5) * 14;
    for (let c = 0; c < 3; c++) data[i + c] += grain;
  }
  pen.putImageData(image, 0, 0);
  return canvas;
}
