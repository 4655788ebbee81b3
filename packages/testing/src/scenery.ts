import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';

/** px around the picture for the camera to move in. */
const margin = 120;

function random(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const drawn = new Map<string, Canvas>();

/**
 * Paints a place as restless as a street: soft light, hard bright things, and thin strokes in one corner as of foliage or railings.
 *
 * @param size `unit` is px of 1/720 of the shorter side of what will be shown; `glows` how many lights
 * @param next random numbers, 0–1
 */
export function paintPlace(
  pen: SKRSContext2D,
  size: { readonly width: number; readonly height: number; readonly unit: number; readonly glows: number },
  next: () => number,
): void {
  const { width, height, unit, glows } = size;
  pen.fillStyle = `hsl(${next() * 360} 15% ${15 + 45 * next()}%)`;
  pen.fillRect(0, 0, width, height);
  for (let n = 0; n < glows; n++) {
    const size = (20 + next() ** 2 * 260) * unit;
    const [x, y] = [next() * width, next() * height];
    const glow = pen.createRadialGradient(x, y, 0, x, y, size);
    const tone = `${next() * 360} ${25 * next()}% ${8 + 80 * next()}%`;
    glow.addColorStop(0, `hsl(${tone} / 0.6)`);
    glow.addColorStop(1, `hsl(${tone} / 0)`);
    pen.fillStyle = glow;
    pen.fillRect(x - size, y - size, 2 * size, 2 * size);
  }
  for (let n = 0; n < 45; n++) {
    pen.fillStyle = `hsl(${next() * 360} ${30 * next()}% ${20 + 75 * next()}% / 0.8)`;
    if (n % 3 === 0) pen.fillRect(next() * width, next() * height, (4 + next() * 160) * unit, (3 + next() * 50) * unit);
    else {
      pen.beginPath();
      pen.ellipse(next() * width, next() * height, (3 + next() * 34) * unit, (3 + next() * 34) * unit, 0, 0, 7);
      pen.fill();
    }
  }
  const [cx, cy] = [next() * width, next() * height];
  pen.lineWidth = 2 * unit;
  for (let n = 0; n < 220; n++) {
    const [x, y] = [cx + (next() - 0.5) * 500 * unit, cy + (next() - 0.5) * 500 * unit];
    pen.strokeStyle = `hsl(${60 + 80 * next()} 25% ${15 + 75 * next()}%)`;
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x + (next() - 0.5) * 50 * unit, y + (next() - 0.5) * 50 * unit);
    pen.stroke();
  }
}

/** A painted place. The same seed gives the same one. */
function place(width: number, height: number, seed: number): Canvas {
  const key = `${width} ${height} ${seed}`;
  const known = drawn.get(key);
  if (known) return known;
  const next = random(seed);
  const [w, h] = [width + 2 * margin, height + 2 * margin];
  const canvas = createCanvas(w, h);
  const pen = canvas.getContext('2d');
  paintPlace(pen, { width: w, height: h, unit: Math.min(width, height) / 720, glows: 160 }, next);
  if (drawn.size > 8) drawn.clear();
  drawn.set(key, canvas);
  return canvas;
}

/** Draws a film-like background; the camera moves slowly. */
export function drawScenery(
  pen: { drawImage(image: Canvas, x: number, y: number): void },
  seed: number,
  time: number,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const drift = Math.min(margin, time * 14 * (seed % 3));
  pen.drawImage(place(width, height, seed), -((seed * 37) % margin) - drift, -((seed * 53) % margin) - drift / 4);
}
