import type { Picture } from '@shenpian/core';
import { toGray } from './gray.ts';
import { inkOf, inkReach } from './ink.ts';

/**
 * How letters become the brightest thing of a gray picture, whatever their colour: by brightness, by the strongest of red, green
 * and blue (`vivid`: a strong red is dark to the eye), or turned over (`dark`).
 */
export interface Tone {
  readonly channel: 'luma' | 'vivid' | 'dark';
  /** Factor that lifts faint letters to full brightness. */
  readonly gain: number;
}

/** White or yellow letters with something darker around them, as nearly all subtitles are. */
export const usualTone: Tone = { channel: 'luma', gain: 1 };

const channels = ['luma', 'vivid', 'dark'] as const;
/** Brightness that letters are lifted to when they are fainter than the second value, 0–255. */
const full = 235;
const faint = 195;

/** Factor by which letters must be brighter than need be to count as seen. */
const spare = 0.9;
const dimmer = Uint8Array.from({ length: 256 }, (_, value) => spare * value);

/** The tones in which letters may be bright, the usual one first, each lifted to what is brightest on these pictures of lines. */
export function tonesFor(lines: readonly Picture[]): Tone[] {
  return channels.map((channel): Tone => {
    const brightest = lines.map((line) => upperBrightness(toned(line, { channel, gain: 1 })));
    const level = brightest.toSorted((a, b) => a - b)[brightest.length >> 1] ?? 255;
    return { channel, gain: level < faint ? full / Math.max(1, level) : 1 };
  });
}

/** Only what counts as ink in a tone, the rest black: if the letters can still be read, the tone shows them. */
export function inkAlone(line: Picture, tone: Tone, glyph: number): Picture {
  const picture = toned(line, tone);
  const { width, height } = picture;
  // Letters that are only just bright enough will not be on other frames.
  const ink = inkOf({ ...picture, data: mapped(picture.data, dimmer) }, glyph);
  const data = new Uint8Array(width * height);
  const reach = inkReach(glyph) + ink.step;
  for (let at = 0; at < ink.data.length; at++) {
    if (ink.data[at] === 0) continue;
    const [x, y] = [(at % ink.width) * ink.step, Math.floor(at / ink.width) * ink.step];
    for (let row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row++) {
      const [from, to] = [row * width + Math.max(0, x - reach), row * width + Math.min(width - 1, x + reach) + 1];
      data.set(picture.data.subarray(from, to), from);
    }
  }
  return { ...picture, data };
}

/** Whether the band must be decoded in colour. */
export function needsColour({ channel }: Tone): boolean {
  return channel === 'vivid';
}

/** A gray picture on which letters of this tone are bright. The picture itself when it is that already. */
export function toned(picture: Picture, { channel, gain }: Tone): Picture {
  const gray = channel === 'vivid' ? strongest(picture) : toGray(picture);
  if (channel !== 'dark' && gain === 1) return { ...picture, channels: 1, data: gray };
  const table = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.min(255, Math.round((channel === 'dark' ? 255 - value : value) * gain)),
  );
  return { ...picture, channels: 1, data: mapped(gray, table) };
}

/** Each byte by a table of 256: several times as fast as `map`, which calls a function for each. */
function mapped(bytes: Uint8Array, table: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) result[at] = table[bytes[at]!]!;
  return result;
}

function strongest({ data, channels: planes, width, height }: Picture): Uint8Array {
  if (planes === 1) return data;
  const gray = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < gray.length; i++, j += 3) gray[i] = Math.max(data[j]!, data[j + 1]!, data[j + 2]!);
  return gray;
}

/** The brightness that one pixel of twenty exceeds: letters fill a fifth of their line. */
function upperBrightness({ data }: Picture): number {
  return data.toSorted()[Math.floor(0.95 * (data.length - 1))] ?? 0;
}
