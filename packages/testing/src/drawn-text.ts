import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';

/** Text drawn on a made episode; times in seconds, places as fractions of the picture. */
export interface MadeText {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Middle of the text. */
  readonly x: number;
  readonly y: number;
  /** Size of the font as a share of the shorter side. */
  readonly size: number;
  /** A TrueType file; that of the plan when left out. What it lacks is drawn in that of the plan. */
  readonly font?: string;
  /** CSS colour; white when left out. */
  readonly colour?: string;
  /** `box` stands on a bar of `boxColour`. None when left out. */
  readonly edge?: 'none' | 'outline' | 'shadow' | 'box';
  readonly boxColour?: string;
  /** 0–1; 1 when left out. */
  readonly opacity?: number;
  /** Seconds in which it appears; at once when left out. */
  readonly fade?: number;
}

/** The name under which canvases know a font file. Loads it when it is new. */
export function fontFamily(file: string): string {
  const family = `made ${file.replaceAll(/[^\w]/g, ' ')}`;
  if (!GlobalFonts.has(family)) GlobalFonts.registerFromPath(file, family);
  return family;
}

const fontOf = (size: number, files: readonly (string | undefined)[]): string =>
  `${size}px ${files.flatMap((file) => (file === undefined ? [] : [`"${fontFamily(file)}"`])).join(', ')}`;

/**
 * Height of the ink of a text, px: from the top of its highest to the bottom of its lowest stroke, without outlines. Counted on a
 * drawing, to the pixel: the boxes of `measureText` are up to 3 % too high.
 *
 * @param size of the font, px
 */
export function inkHeight(text: string, size: number, font: string): number {
  const side = Math.ceil(2 * size);
  const pen = createCanvas(side, side).getContext('2d');
  pen.font = fontOf(size, [font]);
  for (const character of text) pen.fillText(character, size / 2, 1.4 * size);
  const { data } = pen.getImageData(0, 0, side, side);
  const rows = Array.from({ length: side }, (_, y) => y).filter((y) => {
    for (let x = 0; x < side; x++) if (data[4 * (y * side + x) + 3]! >= 128) return true;
    return false;
  });
  return rows.length === 0 ? 0 : rows.at(-1)! + 1 - rows[0]!;
}

/** Draws a text as it is at `time`; nothing when it does not show then. */
export function drawText(
  pen: SKRSContext2D,
  made: MadeText,
  time: number,
  { width, height, font }: { readonly width: number; readonly height: number; readonly font?: string | undefined },
): void {
  if (time < made.start - 1e-6 || time >= made.end - 1e-6) return;
  const size = made.size * Math.min(width, height);
  const [x, y] = [made.x * width, made.y * height];
  const { edge = 'none', fade = 0, opacity = 1 } = made;
  pen.save();
  pen.globalAlpha = opacity * (fade > 0 ? Math.min(1, (time - made.start) / fade) : 1);
  pen.font = fontOf(size, [made.font, font]);
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  if (edge === 'box') {
    const wide = pen.measureText(made.text).width + size;
    pen.fillStyle = made.boxColour ?? 'rgb(0 0 0 / 0.6)';
    pen.fillRect(x - wide / 2, y - size * 0.75, wide, size * 1.5);
  }
  if (edge === 'outline') {
    pen.strokeStyle = made.boxColour ?? '#000';
    pen.lineJoin = 'round';
    pen.lineWidth = size * 0.14;
    pen.strokeText(made.text, x, y);
  }
  if (edge === 'shadow') {
    pen.shadowColor = 'rgb(0 0 0 / 0.9)';
    pen.shadowBlur = size * 0.12;
    pen.shadowOffsetX = pen.shadowOffsetY = size * 0.05;
  }
  pen.fillStyle = made.colour ?? '#fff';
  pen.fillText(made.text, x, y);
  pen.restore();
}
