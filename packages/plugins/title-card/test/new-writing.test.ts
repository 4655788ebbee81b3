import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { Picture } from '@shenpian/core';
import { describe, expect, test } from 'vitest';
import { fineDetail, sharedDetail, type FineDetail } from '../src/fine-detail.ts';
import { lineFollower } from '../src/line-follower.ts';
import { writingWatch, type Band } from '../src/new-writing.ts';

const { resolve } = createRequire(import.meta.url);
GlobalFonts.registerFromPath(
  resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'),
  'card font',
);
const size = { width: 720, height: 1280 };
const number = '（豫）网微剧备字（2026）第012号';
/** Where the number is drawn: its middle row, px. */
const row = 640;

/** A film of bars that run across the picture, with a number over it where `shown` is not 0. */
function filmed(at: number, shown: number): Picture {
  const canvas = createCanvas(size.width, size.height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#345';
  pen.fillRect(0, 0, size.width, size.height);
  pen.fillStyle = '#9ab';
  for (let n = -1; n < 12; n++) pen.fillRect(n * 64 + ((at * 23) % 64), 0, 20, size.height);
  pen.globalAlpha = shown;
  pen.font = '24px "card font"';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.lineWidth = 3;
  pen.strokeText(number, size.width / 2, row);
  pen.fillStyle = '#fff';
  pen.fillText(number, size.width / 2, row);
  const { data } = pen.getImageData(0, 0, size.width, size.height);
  const gray = Uint8Array.from({ length: size.width * size.height }, (_, i) => data[4 * i + 1]!);
  return { ...size, channels: 1, data: gray };
}

/** Bands that each picture after the first gives. */
function watched(shown: readonly number[]): Band[][] {
  const watch = writingWatch();
  let last: FineDetail | null = null;
  return shown.flatMap((each, at) => {
    const detail = fineDetail(filmed(at, each));
    const bands = last && watch.next(detail, sharedDetail(last.change, detail.change));
    last = detail;
    return bands === null ? [] : [bands];
  });
}

describe('new writing', () => {
  test('a film that moves holds none', () => {
    expect(watched([0, 0, 0, 0]).flat()).toEqual([]);
  });
  test('a number is looked for once, when two pictures have shown it', () => {
    const bands = watched([0, 1, 1, 1, 1]);
    expect(bands.map((each) => each.length)).toEqual([0, 1, 0, 0]);
    const [band] = bands[1]!;
    expect(band!.top).toBeLessThan(row / 2 - 12);
    expect(band!.bottom).toBeGreaterThan(row / 2 + 12);
    expect(band!.bottom - band!.top).toBeLessThan(100);
    expect(band!.long).not.toEqual([]);
  });
  test('it is looked for again when it comes back, and when it has faded in', () => {
    expect(watched([1, 1, 0, 0, 1, 1]).map((each) => each.length)).toEqual([1, 0, 0, 0, 1]);
    expect(watched([0.4, 0.4, 1, 1]).map((each) => each.length)).toEqual([1, 0, 1]);
  });
});

describe('lines that are followed', () => {
  test('a line begins on the first picture that shows it and ends on the last', async () => {
    // Where the number is on the small picture: the network finds it there (test/bench/title-card.mjs).
    const follower = lineFollower(async ({ width, height }) => [
      { x: 60, y: height / 2 - 8, width: width - 120, height: 16 },
    ]);
    for (const [at, shown] of [0, 0, 1, 1, 1, 1, 0, 0, 0].entries()) await follower.next(at / 2, filmed(at, shown));
    const { lines } = follower.finish();
    expect(lines).toMatchObject([{ start: 1, end: 2.5, before: 0.5, after: 3, upright: false }]);
    expect(lines[0]!.closeUps.map(({ time }) => time)).toEqual([1, 1.5, 2, 2.5]);
    expect(Math.abs((lines[0]!.rows.top + lines[0]!.rows.bottom) / 2 - row)).toBeLessThan(6);
  });
});
