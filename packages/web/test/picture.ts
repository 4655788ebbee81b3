import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas';

function scene(context: SKRSContext2D, width: number, height: number, seed: number): void {
  const sky = context.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, `hsl(${seed % 360} 45% 62%)`);
  sky.addColorStop(0.6, `hsl(${(seed + 40) % 360} 50% 82%)`);
  sky.addColorStop(1, `hsl(${(seed + 160) % 360} 30% 30%)`);
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  context.fillStyle = `hsl(${(seed + 200) % 360} 30% 25%)`;
  context.beginPath();
  context.moveTo(0, height * 0.62);
  context.lineTo(width * 0.35, height * (0.4 + (seed % 7) / 50));
  context.lineTo(width * 0.7, height * 0.6);
  context.lineTo(width, height * 0.5);
  context.lineTo(width, height);
  context.lineTo(0, height);
  context.fill();
}

/** A frame of an upright video as a JPEG file; the same path gives the same picture. */
export async function drawFrame(path: string, width = 360, height = 640): Promise<Uint8Array> {
  const canvas = createCanvas(width, height);
  const seed = Buffer.from(path).reduce((sum, byte) => (sum * 31 + byte) % 9973, 7);
  scene(canvas.getContext('2d'), width, height, seed);
  return canvas.encode('jpeg', 80);
}

/** A picture of noise, which no codec makes small: about `width × height` bytes. */
export async function drawNoise(width: number, height: number, seed: number): Promise<Uint8Array> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const pixels = context.createImageData(width, height);
  let state = seed;
  for (let index = 0; index < pixels.data.length; index += 1) {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    pixels.data[index] = index % 4 === 3 ? 255 : state >>> 24;
  }
  context.putImageData(pixels, 0, 0);
  return canvas.encode('png');
}

/** How many colours a picture file has. */
export async function countColours(file: Uint8Array): Promise<number> {
  const image = await loadImage(file);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return new Set(new Uint32Array(data.buffer, data.byteOffset, data.length / 4)).size;
}
