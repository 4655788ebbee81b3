import type { FramePicture } from '../src/picture.ts';

/** How the camera and the light behave in a generated shot. */
export interface ShotPlan {
  readonly frames: number;
  /** Which place is seen: shots of the same place share walls and light, framed differently. */
  readonly place: number;
  /** How it begins; the first shot of a film begins with a cut. */
  readonly from?: 'cut' | { readonly dissolve: number } | { readonly fade: number } | { readonly wipe: number };
  /** Camera movement, picture widths per second. */
  readonly pan?: number;
  /** Zoom, share per second. */
  readonly zoom?: number;
  /** Cb and Cr of the whole picture; 128 and 128 when left out. */
  readonly colour?: readonly [blue: number, red: number];
  /** 1 is normal light, 0.2 a dark scene. */
  readonly light?: number;
  /** Frames (from the start of the shot) where a flash begins, and how long it lasts. */
  readonly flashes?: readonly { readonly at: number; readonly frames: number }[];
  /** A lamp at `x`, `y` (shares of the picture) goes on or off within `ramp` frames and stays so: its light washes a part of the picture out. */
  readonly lamp?: {
    readonly at: number;
    readonly ramp: number;
    readonly goes: 'on' | 'off';
    readonly x: number;
    readonly y: number;
  };
  /** A graphic that covers this share of the picture for a second from frame `at`. */
  readonly popUp?: { readonly at: number; readonly share: number };
  /** Someone crosses close to the camera from frame `at`. */
  readonly crossing?: { readonly at: number };
}

/** What really happens in a generated film, in frames. */
export interface Truth {
  readonly cuts: readonly number[];
  readonly graduals: readonly { readonly first: number; readonly last: number }[];
}

export const width = 80;
export const height = 142;
const fps = 25;
const side = 256;

/** A repeatable random number in [0, 1). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Frame numbers where each shot's content begins, with the truth about its boundary. */
export function truthOf(shots: readonly ShotPlan[]): Truth {
  const cuts: number[] = [];
  const graduals: { first: number; last: number }[] = [];
  let frame = 0;
  for (const [index, shot] of shots.entries()) {
    const { from = 'cut' } = shot;
    if (index > 0) {
      if (from === 'cut') cuts.push(frame);
      else if ('dissolve' in from) graduals.push({ first: frame, last: frame + from.dissolve - 1 });
      else if ('wipe' in from) graduals.push({ first: frame, last: frame + from.wipe - 1 });
      else graduals.push({ first: frame - from.fade, last: frame + from.fade - 1 });
    }
    frame += shot.frames;
  }
  return { cuts, graduals };
}

/** Renders a film frame by frame: textured places, a person who moves, sensor noise, subtitles that change. */
export function* renderFilm(shots: readonly ShotPlan[], seed: number): Generator<FramePicture> {
  const places = new Map<number, Float32Array>();
  const placeOf = (number: number): Float32Array => {
    const known = places.get(number);
    if (known) return known;
    const made = makePlace(randomNumbers(seed * 1000 + number));
    places.set(number, made);
    return made;
  };
  const noise = randomNumbers(seed + 77);
  const noiseTable = Float32Array.from({ length: 4096 }, () => (noise() + noise() + noise() - 1.5) * 6);
  const looks = shots.map((_, index) => makeLook(randomNumbers(seed * 7919 + index * 31)));
  for (const [index, shot] of shots.entries()) {
    const { from = 'cut' } = shot;
    const next = shots[index + 1]?.from ?? 'cut';
    for (let frame = 0; frame < shot.frames; frame++) {
      let picture = renderShot(shot, looks[index]!, placeOf(shot.place), frame);
      const before = shots[index - 1];
      if (before && typeof from === 'object' && 'dissolve' in from && frame < from.dissolve) {
        const old = renderShot(before, looks[index - 1]!, placeOf(before.place), before.frames + frame);
        const share = (frame + 1) / (from.dissolve + 1);
        picture = picture.map((luma, pixel) => luma * share + old[pixel]! * (1 - share));
      }
      if (before && typeof from === 'object' && 'wipe' in from && frame < from.wipe) {
        const old = renderShot(before, looks[index - 1]!, placeOf(before.place), before.frames + frame);
        const border = (width * (frame + 1)) / (from.wipe + 1);
        picture = picture.map((luma, pixel) => (pixel % width < border ? luma : old[pixel]!));
      }
      if (typeof from === 'object' && 'fade' in from && frame < from.fade) {
        picture = picture.map((luma) => (luma * frame) / from.fade);
      }
      const left = shot.frames - 1 - frame;
      if (typeof next === 'object' && 'fade' in next && left < next.fade) {
        picture = picture.map((luma) => (luma * left) / next.fade);
      }
      const grain = Math.floor(noise() * 4096);
      const data = Uint8Array.from(picture, (luma, pixel) =>
        Math.max(0, Math.min(255, luma + noiseTable[(grain + pixel * 7) & 4095]!)),
      );
      yield { width, height, data: withColour(data, shot.colour ?? [128, 128]) };
    }
  }
}

function withColour(luma: Uint8Array, [blue, red]: readonly [number, number]): Uint8Array {
  const pixels = Math.ceil(width / 4) * Math.ceil(height / 4);
  const data = new Uint8Array(luma.length + 2 * pixels).fill(blue).fill(red, luma.length + pixels);
  data.set(luma);
  return data;
}

interface Look {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly personX: number;
  readonly personSize: number;
  readonly personLuma: number;
  readonly sway: number;
  readonly subtitle: number;
}

function makeLook(random: () => number): Look {
  return {
    x: random() * side,
    y: random() * side,
    scale: 0.5 + random() * 0.9,
    personX: 0.25 + random() * 0.5,
    personSize: 0.2 + random() * 0.25,
    personLuma: 60 + random() * 140,
    sway: 0.3 + random(),
    subtitle: random() * 1000,
  };
}

// Several octaves of smooth noise with a few hard-edged rectangles: walls, windows, furniture.
function makePlace(random: () => number): Float32Array {
  const place = new Float32Array(side * side).fill(50 + random() * 120);
  for (const [cell, strength] of [
    [64, 45],
    [24, 30],
    [8, 14],
  ] as const) {
    const grid = Math.ceil(side / cell);
    const knots = Float32Array.from({ length: grid * grid }, () => (random() - 0.5) * 2 * strength);
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const column = Math.floor(x / cell);
        const row = Math.floor(y / cell);
        const u = smooth(x / cell - column);
        const v = smooth(y / cell - row);
        const knot = (dx: number, dy: number): number => knots[((row + dy) % grid) * grid + ((column + dx) % grid)]!;
        place[y * side + x]! +=
          (knot(0, 0) * (1 - u) + knot(1, 0) * u) * (1 - v) + (knot(0, 1) * (1 - u) + knot(1, 1) * u) * v;
      }
    }
  }
  for (let box = 0; box < 14; box++) {
    const [left, top, wide, high] = [random() * side, random() * side, 10 + random() * 60, 10 + random() * 60];
    const luma = (random() - 0.5) * 120;
    for (let y = Math.floor(top); y < top + high; y++) {
      for (let x = Math.floor(left); x < left + wide; x++) place[(y & 255) * side + (x & 255)]! += luma;
    }
  }
  return place;
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}

function renderShot(shot: ShotPlan, look: Look, place: Float32Array, frame: number): Float32Array {
  const { pan = 0.02, zoom = 0, light = 1, flashes = [] } = shot;
  const seconds = frame / fps;
  const scale = look.scale * (1 - Math.min(0.6, zoom * seconds));
  const originX = look.x + pan * width * seconds + Math.sin(seconds * 2) * 0.5 + side;
  const originY = look.y + Math.cos(seconds * 1.7) * 0.5 + side;
  const picture = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const v = originY + y * scale;
    const row = Math.floor(v);
    const fy = v - row;
    const upper = (row & 255) * side;
    const lower = ((row + 1) & 255) * side;
    for (let x = 0; x < width; x++) {
      const u = originX + x * scale;
      const column = Math.floor(u);
      const fx = u - column;
      const left = column & 255;
      const right = (column + 1) & 255;
      picture[y * width + x] =
        (place[upper + left]! * (1 - fx) + place[upper + right]! * fx) * (1 - fy) +
        (place[lower + left]! * (1 - fx) + place[lower + right]! * fx) * fy;
    }
  }
  drawPerson(picture, look, seconds);
  drawCrossing(picture, shot, frame);
  const flash = flashes.find(({ at, frames }) => frame >= at && frame < at + frames);
  const glow = flash ? 170 * (1 - (frame - flash.at) / (flash.frames + 1)) : 0;
  for (let pixel = 0; pixel < picture.length; pixel++) picture[pixel] = picture[pixel]! * light + glow;
  drawLamp(picture, shot, frame);
  drawPopUp(picture, shot, frame);
  drawSubtitle(picture, Math.floor((seconds + look.subtitle) / 1.6));
  return picture;
}

function fill(
  picture: Float32Array,
  [left, top, right, bottom]: readonly [number, number, number, number],
  luma: (x: number, y: number) => number | null,
): void {
  for (let y = Math.max(0, Math.ceil(top)); y < Math.min(height, bottom); y++) {
    for (let x = Math.max(0, Math.ceil(left)); x < Math.min(width, right); x++) {
      picture[y * width + x] = luma(x, y) ?? picture[y * width + x]!;
    }
  }
}

function drawPerson(picture: Float32Array, look: Look, seconds: number): void {
  const x = width * (look.personX + 0.04 * Math.sin(seconds * look.sway * 3));
  const y = height * (0.55 + 0.01 * Math.sin(seconds * 5));
  const wide = width * look.personSize;
  const high = height * look.personSize;
  fill(picture, [x - wide, y - high, x + wide, y + high], (column, row) => {
    const dx = (column - x) / wide;
    const dy = (row - y) / high;
    if (dx * dx + dy * dy >= 1) return null;
    return look.personLuma + 25 * Math.sin(dx * 9 + seconds) * Math.cos(dy * 7);
  });
}

function drawCrossing(picture: Float32Array, { crossing }: ShotPlan, frame: number): void {
  if (!crossing || frame < crossing.at) return;
  const left = ((frame - crossing.at) / 12) * width * 2 - width;
  fill(picture, [left, 0, left + width * 0.7, height], (_, y) => 35 + 10 * Math.sin(y / 9));
}

function drawLamp(picture: Float32Array, { lamp }: ShotPlan, frame: number): void {
  if (!lamp) return;
  const done = Math.max(0, Math.min(1, (frame - lamp.at + 1) / lamp.ramp));
  const share = lamp.goes === 'on' ? done : 1 - done;
  const reach = 0.6 * height;
  fill(picture, [0, 0, width, height], (x, y) => {
    const distance = Math.hypot(x - lamp.x * width, y - lamp.y * height);
    return picture[y * width + x]! + share * 260 * Math.max(0, 1 - distance / reach);
  });
}

function drawPopUp(picture: Float32Array, { popUp }: ShotPlan, frame: number): void {
  if (!popUp || frame < popUp.at || frame >= popUp.at + fps) return;
  const top = height * (1 - popUp.share);
  fill(picture, [0, top, width, height], (x) => 230 - ((x >> 3) & 1) * 60);
}

// Strokes in a line near the bottom, another text every 1.6 s.
function drawSubtitle(picture: Float32Array, text: number): void {
  fill(picture, [13, height * 0.8, 68, height * 0.84], (x, y) => ((x * 31 + y * 17 + text * 101) % 7 < 3 ? 245 : null));
}
