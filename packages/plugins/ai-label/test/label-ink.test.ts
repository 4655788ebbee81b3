import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { Picture } from '@shenpian/core';
import { describe, expect, test } from 'vitest';
import { labelInk } from '../src/label-ink.ts';
import { labelPresence, secondsShown } from '../src/label-presence.ts';

const { resolve } = createRequire(import.meta.url);
GlobalFonts.registerFromPath(
  resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'),
  'label font',
);
const size = { width: 720, height: 300 };
const text = '人工智能生成';

interface Look {
  /** Size of the font, px. */
  readonly font: number;
  readonly colour?: string;
  readonly edge?: 'none' | 'outline' | 'bar';
  /** Where the bright thing behind the label is; null for none. */
  readonly behind?: number | null;
  readonly shown?: boolean;
}

/** A label in the middle of a picture, with where its ink really is. */
function drawn({ font, colour = '#fff', edge = 'none', behind = null, shown = true }: Look) {
  const canvas = createCanvas(size.width, size.height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#456';
  pen.fillRect(0, 0, size.width, size.height);
  if (behind !== null) {
    pen.fillStyle = '#f4f4f4';
    pen.fillRect(behind, 0, 26, size.height);
  }
  pen.font = `${font}px "label font"`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down, width } = pen.measureText(text);
  const [x, y] = [size.width / 2, size.height / 2];
  if (edge === 'bar') {
    pen.fillStyle = 'rgb(0 0 0 / 0.6)';
    pen.fillRect(x - width / 2 - font / 2, y - 0.75 * font, width + font, 1.5 * font);
  }
  if (edge === 'outline') {
    pen.lineJoin = 'round';
    pen.lineWidth = 0.14 * font;
    pen.strokeText(text, x, y);
  }
  pen.fillStyle = colour;
  if (shown) pen.fillText(text, x, y);
  const rgba = canvas.data();
  const data = new Uint8Array(size.width * size.height * 3);
  for (let i = 0; i < size.width * size.height; i++) data.set(rgba.subarray(4 * i, 4 * i + 3), 3 * i);
  const picture: Picture = { ...size, channels: 3, data };
  const ink = up + down;
  // As loosely as lines are found.
  const box = { x: x - width / 2 - 0.15 * ink, y: y - up - 0.18 * ink, width: width + 0.3 * ink, height: 1.36 * ink };
  const columns = [...text].map((_, i) => x - width / 2 + ((i + 0.5) * width) / text.length);
  return { picture, box, columns, ink, top: y - up };
}

describe('labelInk', () => {
  test.each(
    [22, 30, 36, 44, 58].flatMap((font) =>
      (['none', 'outline', 'bar'] as const).flatMap((edge) =>
        ['#fff', '#f4d03f'].map((colour) => ({ font, edge, colour })),
      ),
    ),
  )('measures $colour letters of $font px, edge $edge, to 1.5 px', (look) => {
    const { picture, box, columns, ink, top } = drawn(look);
    const found = labelInk([picture], box, columns);
    expect(Math.abs((found?.bottom ?? 0) - (found?.top ?? 0) - ink)).toBeLessThanOrEqual(1.5);
    expect(Math.abs((found?.top ?? 0) - top)).toBeLessThanOrEqual(1.5);
    expect(found?.light).toBe(true);
  });

  test('measures dark letters', () => {
    const { picture, box, columns, ink } = drawn({ font: 40, colour: '#0a0a0a' });
    const found = labelInk([picture], box, columns);
    expect(found?.light).toBe(false);
    expect(Math.abs((found?.bottom ?? 0) - (found?.top ?? 0) - ink)).toBeLessThanOrEqual(1.5);
  });

  test('bright things that move behind the letters fall away', () => {
    const looks = [250, 330, 400, 470].map((behind) => drawn({ font: 40, behind }));
    const [{ box, columns, ink } = drawn({ font: 40 })] = looks;
    const found = labelInk(
      looks.map(({ picture }) => picture),
      box,
      columns,
    );
    expect(Math.abs((found?.bottom ?? 0) - (found?.top ?? 0) - ink)).toBeLessThanOrEqual(1.5);
  });

  test('is null where there is no ink', () => {
    const { picture, box, columns } = drawn({ font: 40, shown: false });
    expect(labelInk([picture], box, columns)).toBeNull();
  });
});

describe('labelPresence', () => {
  const { picture, box, columns } = drawn({ font: 40 });
  const ink = labelInk([picture], box, columns)!;
  /** Half as large, gray. */
  const small = (shown: boolean, time: number) => {
    const { picture: whole } = drawn({ font: 40, shown, behind: 200 + 10 * time });
    const [width, height] = [size.width / 2, size.height / 2];
    const data = Uint8Array.from({ length: width * height }, (_, i) => {
      const [x, y] = [2 * (i % width), 2 * Math.floor(i / width)];
      return whole.data[3 * (y * size.width + x)]!;
    });
    return { time, width, height, channels: 1 as const, data };
  };
  const frames = Array.from({ length: 30 }, (_, n) => small(n >= 3 && n < 23, n / 10));

  test('knows the frames between which a label shows', () => {
    expect(labelPresence(frames, [0.5, 1.5], ink, size)).toEqual({ start: 0.3, end: 2.3, fromFirst: false });
  });

  test('does not know an end that was not seen', () => {
    expect(labelPresence(frames.slice(0, 20), [0.5], ink, size)).toMatchObject({ start: 0.3, end: null });
    expect(labelPresence(frames, [9], ink, size)).toBeNull();
  });

  test('bounds the time by pictures where frames do not tell', () => {
    const line = { start: 5, end: 7, before: 4, after: 8 };
    expect(secondsShown(null, line)).toEqual({ low: 2, high: 4 });
    expect(secondsShown({ start: 0, end: 2, fromFirst: true }, { start: 0, end: 1, before: null, after: 3 })).toEqual({
      low: 2,
      high: 2,
    });
    expect(secondsShown(null, { ...line, after: null })).toEqual({ low: 2, high: null });
  });
});
