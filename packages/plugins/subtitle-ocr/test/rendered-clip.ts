import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Picture, Region, Sample, ScoutedPicture, TimeRange } from '@shenpian/core';

const { resolve } = createRequire(import.meta.url);
const fonts = {
  noto: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  xiaowei: '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
  kuaile: '@expo-google-fonts/zcool-kuaile/400Regular/ZCOOLKuaiLe_400Regular.ttf',
  mashan: '@expo-google-fonts/ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf',
};
for (const [family, file] of Object.entries(fonts)) GlobalFonts.registerFromPath(resolve(file), family);

/** How subtitles of a clip look. Sizes and positions are fractions of the picture. */
export interface Style {
  readonly font: keyof typeof fonts;
  /** Character height as a share of the short side; `y` is the middle of a single line. */
  readonly size: number;
  readonly y: number;
  readonly colour: string;
  readonly edge: 'outline' | 'shadow' | 'bar' | 'none';
  /** Seconds to appear. */
  readonly fade?: number;
}

/** Any other text on the picture. `x` and `y` are its middle. */
export interface Caption extends TimeRange {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour?: string;
}

export interface ClipScript {
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  readonly style: Style;
  readonly cues: readonly (TimeRange & { readonly text: string })[];
  readonly captions?: readonly Caption[];
  /** Seconds between cuts of the background. */
  readonly cut?: number;
  /** 0: flat gray, 1: as restless as a street. */
  readonly noise?: number;
  readonly seed?: number;
}

/** A drama-like clip whose pictures are drawn when they are asked for. */
export function renderedClip(script: ClipScript) {
  const { width, height } = script;
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const backgrounds = [0, 1, 2].map((n) => background(script, (script.seed ?? 1) * 7 + n));

  const draw = (time: number): void => {
    const shot = Math.floor(time / (script.cut ?? 2.7));
    const drift = (time % (script.cut ?? 2.7)) * width * 0.02 * (shot % 3);
    pen.drawImage(backgrounds[shot % 3]!, -((shot * 37) % 60) - drift, -((shot * 53) % 60) - drift / 3);
    for (const caption of script.captions ?? []) {
      if (time < caption.start || time >= caption.end) continue;
      pen.font = `${caption.size * Math.min(width, height)}px noto`;
      write(pen, caption.text, caption.x * width, caption.y * height, caption.colour ?? '#fff', 'shadow');
    }
    for (const cue of script.cues) {
      if (time < cue.start || time >= cue.end) continue;
      const { style } = script;
      const size = style.size * Math.min(width, height);
      pen.font = `${size}px ${style.font}`;
      pen.globalAlpha = style.fade ? Math.min(1, (time - cue.start) / style.fade + 0.15) : 1;
      const rows = cue.text.split('\n');
      rows.forEach((row, n) => {
        const y = style.y * height - (rows.length - 1 - n) * size * 1.25;
        write(pen, row, width / 2, y, style.colour, style.edge);
      });
      pen.globalAlpha = 1;
    }
  };
  const picture = (time: number, region: Region, format: 'gray' | 'rgb'): Picture => {
    draw(time);
    const x = Math.round(region.x * width);
    const y = Math.round(region.y * height);
    const w = Math.round(region.width * width);
    const h = Math.round(region.height * height);
    return pack(pen.getImageData(x, y, w, h).data, w, h, format);
  };
  return {
    script,
    picture,
    scouted(count: number, wide: number): ScoutedPicture[] {
      const high = Math.round((height * wide) / width);
      const small = createCanvas(wide, high);
      const brush = small.getContext('2d', { willReadFrequently: true });
      return Array.from({ length: count }, (_, n) => {
        const time = ((n + 0.5) * script.seconds) / count;
        draw(time);
        brush.drawImage(canvas, 0, 0, wide, high);
        return { time, ...pack(brush.getImageData(0, 0, wide, high).data, wide, high, 'rgb') };
      });
    },
    /** Band samples at the times given; by default `rate` per second. */
    async *band(region: Region, rate: number, format: 'gray' | 'rgb', times?: number[]): AsyncGenerator<Sample> {
      const all = times ?? Array.from({ length: Math.floor(script.seconds * rate) }, (_, n) => n / rate);
      for (const time of all) yield { request: 'band0', kind: 'band', time, ...picture(time, region, format) };
    },
    async *stills(wide: number, rate: number): AsyncGenerator<Sample> {
      const small = createCanvas(wide, Math.round((height * wide) / width));
      for (let n = 0; n / rate < script.seconds; n++) {
        draw(n / rate);
        small.getContext('2d').drawImage(canvas, 0, 0, small.width, small.height);
        yield { request: 'still', kind: 'still', time: n / rate, data: await small.encode('jpeg', 85) };
      }
    },
  };
}

/** A source of numbers in [0, 1) that gives the same ones every time. */
export function random(seed: number): () => number {
  let state = seed * 2654435761 + 12345;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

// Soft blobs of light and dark with hard bright stripes and discs between: what makes subtitles hard to read.
function background(script: ClipScript, seed: number): Canvas {
  const width = script.width + 200;
  const height = script.height + 200;
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  const next = random(seed);
  const noise = script.noise ?? 1;
  pen.fillStyle = `hsl(${next() * 360} 15% ${30 + 20 * next()}%)`;
  pen.fillRect(0, 0, width, height);
  for (let n = 0; n < 400 * noise; n++) {
    const size = 20 + next() ** 2 * 240;
    const x = next() * width;
    const y = next() * height;
    const glow = pen.createRadialGradient(x, y, 0, x, y, size);
    const tone = `${next() * 360} ${20 * next()}% ${15 + 70 * next()}%`;
    glow.addColorStop(0, `hsl(${tone} / 0.6)`);
    glow.addColorStop(1, `hsl(${tone} / 0)`);
    pen.fillStyle = glow;
    pen.fillRect(x - size, y - size, 2 * size, 2 * size);
  }
  for (let n = 0; n < 60 * noise; n++) {
    pen.fillStyle = `hsl(${next() * 360} ${30 * next()}% ${20 + 75 * next()}% / 0.8)`;
    if (n % 3 === 0) pen.fillRect(next() * width, next() * height, 4 + next() * 120, 3 + next() * 40);
    else {
      pen.beginPath();
      pen.ellipse(next() * width, next() * height, 3 + next() * 30, 3 + next() * 30, 0, 0, 7);
      pen.fill();
    }
  }
  return canvas;
}

function write(pen: SKRSContext2D, text: string, x: number, y: number, colour: string, edge: Style['edge']): void {
  const size = Number.parseFloat(pen.font);
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.save();
  if (edge === 'bar') {
    const width = pen.measureText(text).width + size;
    pen.fillStyle = 'rgb(0 0 0 / 0.6)';
    pen.fillRect(x - width / 2, y - size * 0.7, width, size * 1.4);
  }
  if (edge === 'outline') {
    pen.strokeStyle = '#000';
    pen.lineJoin = 'round';
    pen.lineWidth = size * 0.14;
    pen.strokeText(text, x, y);
  }
  if (edge === 'shadow') {
    pen.shadowColor = 'rgb(0 0 0 / 0.9)';
    pen.shadowBlur = size * 0.12;
    pen.shadowOffsetX = pen.shadowOffsetY = size * 0.05;
  }
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
  pen.restore();
}

function pack(rgba: Uint8ClampedArray, width: number, height: number, format: 'gray' | 'rgb'): Picture {
  const channels = format === 'gray' ? 1 : 3;
  const data = new Uint8Array(width * height * channels);
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    const [r, g, b] = [rgba[from]!, rgba[from + 1]!, rgba[from + 2]!];
    if (channels === 1) data[to++] = Math.round(0.299 * r + 0.587 * g + 0.114 * b);
    else {
      data[to++] = r;
      data[to++] = g;
      data[to++] = b;
    }
  }
  return { width, height, channels, data };
}
