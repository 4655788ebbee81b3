import { fileURLToPath } from 'node:url';
import { loadImage, type Image, type SKRSContext2D } from '@napi-rs/canvas';

/** The field that is drawn in, px. */
export const width = 360;
export const height = 640;

const folder = fileURLToPath(new URL('../../../../samples/fenghu-yehua/make/backgrounds/', import.meta.url));
const names = ['cafe-room', 'forest-path', 'golden-stalks', 'green-blades', 'lake-boats', 'lake-dusk', 'lake-jetty'];
const photographs: readonly Image[] = await Promise.all(names.map((name) => loadImage(`${folder}${name}.jpg`)));

/** Draws the picture at a time, seconds. */
export type Draw = (context: SKRSContext2D, time: number) => void;

/** How a place is filmed. */
export interface Filming {
  /** How far the camera moves, px per second, and how much it shakes, px. */
  readonly pan?: number;
  readonly shake?: number;
  /** Growth per second, 0–1. */
  readonly zoom?: number;
  /** Whether someone walks about. */
  readonly person?: boolean;
  /** Light, 1 is as photographed. */
  readonly light?: number;
}

/** A photographed place, with someone in front. */
export function place(
  number: number,
  { pan = 14, shake = 1.5, zoom = 0, person = true, light = 1 }: Filming = {},
): Draw {
  const photograph = photographs[number % photographs.length]!;
  return (context, time) => {
    const scale = (Math.max(width / photograph.width, height / photograph.height) * 1.25 + 0.01) * (1 + zoom * time);
    const [w, h] = [photograph.width * scale, photograph.height * scale];
    const x = (width - w) / 2 - pan * (time - 3) + shake * Math.sin(time * 7.3);
    const y = (height - h) / 2 + shake * Math.cos(time * 5.1);
    context.drawImage(photograph, Math.min(0, Math.max(width - w, x)), Math.min(0, Math.max(height - h, y)), w, h);
    if (person) {
      const [px, py] = [
        width * (0.5 + 0.22 * Math.sin(time * 1.9 + number)),
        height * (0.55 + 0.02 * Math.sin(time * 6)),
      ];
      context.fillStyle = '#2c3550';
      context.fillRect(px - 60, py, 120, height);
      context.fillStyle = '#d9b08c';
      context.beginPath();
      context.ellipse(px, py - 50, 42, 58, 0, 0, 7);
      context.fill();
      context.fillStyle = '#3a2a20';
      context.fillRect(px - 42, py - 110, 84, 34);
      context.fillRect(px - 12, py - 22, 24, 4 + 7 * Math.abs(Math.sin(time * 9)));
    }
    if (light < 1) shade(context, 1 - light);
  };
}

/** Covers the picture with black, 0–1. */
export function shade(context: SKRSContext2D, share: number): void {
  fill(context, `rgba(0,0,0,${share})`);
}

/** Covers the picture with a colour. */
export function fill(context: SKRSContext2D, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
}

/** A card with a line that a picture of letters stands for. */
export const card: Draw = (context) => {
  fill(context, '#101418');
  context.fillStyle = '#e8e0c8';
  for (let i = 0; i < 5; i++) context.fillRect(70 + i * 46, 280 + (i % 2) * 6, 34, 60);
  context.fillRect(90, 380, 180, 6);
};

const noise = Int8Array.from({ length: 1 << 18 }, (_, i) => {
  const mixed = Math.imul(i + 1, 2_654_435_761) >>> 0;
  return ((mixed ^ (mixed >>> 15)) % 201) - 100;
});

/** Adds grain, ± `strength` (0–255), another one for every `seed`. */
export function addGrain(pixels: Uint8ClampedArray, strength: number, seed: number): void {
  if (strength === 0) return;
  let at = (Math.imul(seed + 7, 40_503) >>> 0) % noise.length;
  for (let i = 0; i < pixels.length; i += 4) {
    const grain = (noise[at]! * strength) / 100;
    at = at + 1 < noise.length ? at + 1 : 0;
    pixels[i] = pixels[i]! + grain;
    pixels[i + 1] = pixels[i + 1]! + grain;
    pixels[i + 2] = pixels[i + 2]! + grain;
  }
}

/** Sound at a time (seconds): one value per channel, 1 is full scale. */
export type Sound = (time: number) => readonly number[];

/** Something like music without a pause, at about −20 dBFS, in wide stereo. */
export const music: Sound = (time) => {
  const swell = 0.8 + 0.2 * Math.sin(time * 2.2);
  const tone = (hertz: number): number => Math.sin(2 * Math.PI * hertz * time);
  const middle = 0.08 * swell * (tone(196) + tone(247) + 0.7 * tone(392));
  return [middle + 0.02 * tone(1319), middle + 0.02 * tone(1175)];
};

/** Something like talk over a room, at about −20 dBFS, with its own voice for every `voice`. */
export function talk(voice = 0, gain = 1): Sound {
  const pitch = 140 + 37 * voice;
  return (time) => {
    const syllable = Math.max(0, Math.sin(time * (21 + voice)) + 0.5 * Math.sin(time * (3.1 + 0.7 * voice)));
    let value = 0;
    for (let n = 1; n <= 5; n++) value += Math.sin(2 * Math.PI * pitch * n * time) / n;
    const room = 0.004 * Math.sin(time * 12_345.6 + 40 * Math.sin(time * 3210.9));
    const mono = gain * (0.13 * syllable * value + room);
    return [mono + 0.002 * Math.sin(time * 998.7), mono + 0.002 * Math.sin(time * 1203.1)];
  };
}
