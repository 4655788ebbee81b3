// Backgrounds: soft light and dark, hard bright things, fine texture, foliage, signs. What makes subtitles hard to read.
import { createCanvas } from '@napi-rs/canvas';
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
  pen.fillStyle = `hsl(${next() * 360} 15% ${15 + 45 * next()}%)`;
  pen.fillRect(0, 0, w, h);
  for (let n = 0; n < 260; n++) {
    const size = (20 + next() ** 2 * 260) * unit;
    const [x, y] = [next() * w, next() * h];
    const glow = pen.createRadialGradient(x, y, 0, x, y, size);
    const tone = `${next() * 360} ${25 * next()}% ${8 + 80 * next()}%`;
    glow.addColorStop(0, `hsl(${tone} / 0.6)`);
    glow.addColorStop(1, `hsl(${tone} / 0)`);
    pen.fillStyle = glow;
    pen.fillRect(x - size, y - size, 2 * size, 2 * size);
  }
  for (let n = 0; n < 45; n++) {
    pen.fillStyle = `hsl(${next() * 360} ${30 * next()}% ${20 + 75 * next()}% / 0.8)`;
    if (n % 3 === 0) pen.fillRect(next() * w, next() * h, (4 + next() * 160) * unit, (3 + next() * 50) * unit);
    else {
      pen.beginPath();
      pen.ellipse(next() * w, next() * h, (3 + next() * 34) * unit, (3 + next() * 34) * unit, 0, 0, 7);
      pen.fill();
    }
  }
  // Foliage, railings, cloth: many thin strokes in one corner of the picture.
  const [cx, cy] = [next() * w, next() * h];
  pen.lineWidth = 2 * unit;
  for (let n = 0; n < 220; n++) {
    const [x, y] = [cx + (next() - 0.5) * 500 * unit, cy + (next() - 0.5) * 500 * unit];
    pen.strokeStyle = `hsl(${60 + 80 * next()} 25% ${15 + 75 * next()}%)`;
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x + (next() - 0.5) * 50 * unit, y + (next() - 0.5) * 50 * unit);
    pen.stroke();
  }
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
