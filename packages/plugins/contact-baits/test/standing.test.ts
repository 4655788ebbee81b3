import { describe, expect, it } from 'vitest';
import { exactTimes } from '../src/standing/exact-times.ts';
import { edgesOf } from '../src/standing/edge-map.ts';
import { frameKeeper, type SmallFrame } from '../src/standing/kept-frames.ts';
import { findMarks } from '../src/standing/standing-marks.ts';
import { qrRanges } from '../src/qr/qr-ranges.ts';

const [width, height] = [90, 160];

/** Numbers in [0, 1) that are the same every time. */
function numbers(seed: number): () => number {
  let state = seed * 2_654_435_761 + 12_345;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Rectangle = readonly [x: number, y: number, wide: number, high: number, gray: number];

/** A picture of rectangles that depend on the scene, with `extra` ones over them. */
function picture(scene: number, extra: readonly Rectangle[] = []): Uint8Array {
  const data = new Uint8Array(width * height).fill(110);
  const next = numbers(scene);
  const scenery = Array.from({ length: 30 }, (): Rectangle => [
    next() * width,
    next() * height,
    4 + next() * 30,
    4 + next() * 40,
    40 + next() * 160,
  ]);
  for (const [left, top, wide, high, gray] of [...scenery, ...extra]) {
    for (let y = Math.floor(top); y < Math.min(height, top + high); y++) {
      data.fill(gray, y * width + Math.floor(left), y * width + Math.min(width, Math.floor(left + wide)));
    }
  }
  return data;
}

const frame = (time: number, data: Uint8Array): SmallFrame => ({ time, width, height, data });
/** Strokes like those of two characters. */
const strokes: readonly Rectangle[] = [
  [64, 8, 12, 2, 250],
  [64, 14, 12, 2, 250],
  [69, 6, 2, 14, 250],
  [78, 8, 8, 2, 250],
  [78, 16, 8, 2, 250],
  [81, 8, 2, 10, 250],
];
const strokesBox = { x: 62 / width, y: 4 / height, width: 26 / width, height: 18 / height };
const seconds = 24;
const times = Array.from({ length: seconds * 2.5 }, (_, n) => n / 2.5);
const shots = Array.from({ length: 8 }, (_, n) => ({ start: n * 3, end: n * 3 + 3 }));
const shotAt = (time: number): number => Math.floor(time / 3);

describe('marks that stand', () => {
  const search = (extra: (time: number) => readonly Rectangle[], scene = shotAt) =>
    findMarks(
      times.map((time) => frame(time, picture(scene(time), extra(time)))),
      { shots, hidden: [], seconds },
    );

  it('are found at their place', () => {
    const result = search(() => strokes);
    expect(result).toMatchObject({ marks: [{ start: 0, end: seconds, share: 1, shots: 8 }] });
    const mark = 'marks' in result ? result.marks[0] : undefined;
    expect(mark?.box.x).toBeCloseTo(strokesBox.x, 1);
    expect(mark?.box.y).toBeCloseTo(strokesBox.y, 1);
  });

  it('are not found where there are none, or in a part of the shots only', () => {
    expect(search(() => [])).toEqual({ marks: [] });
    expect(search((time) => (time < 12 ? strokes : []))).toEqual({ marks: [] });
  });

  it('cannot be told from scenery that is the same in all shots, or in too few', () => {
    expect(
      search(
        () => strokes,
        () => 1,
      ),
    ).toEqual({ undecided: 'alike' });
    const frames = times.map((time) => frame(time, picture(shotAt(time), strokes)));
    expect(findMarks(frames, { shots: shots.slice(0, 3), hidden: [], seconds })).toEqual({ undecided: 'few-shots' });
  });

  it('are no subtitles, whose place is hidden', () => {
    const hidden = shots.map(({ start, end }) => ({ start, end, box: strokesBox }));
    const frames = times.map((time) => frame(time, picture(shotAt(time), strokes)));
    expect(findMarks(frames, { shots, hidden, seconds })).toEqual({ marks: [] });
  });
});

describe('frames that are kept', () => {
  it('are spread over the episode, never more than 240', () => {
    const keeper = frameKeeper();
    const data = new Uint8Array(1);
    for (let time = 0; time < 2000; time++) keeper.offer({ time, width: 1, height: 1, data });
    const gaps = keeper.frames.slice(1).map(({ time }, i) => time - (keeper.frames[i]?.time ?? 0));
    expect(keeper.frames.length).toBeLessThanOrEqual(240);
    expect(keeper.frames.length).toBeGreaterThanOrEqual(120);
    expect(new Set(gaps).size).toBe(1);
    expect(keeper.frames.at(-1)?.time).toBeGreaterThan(1980);
  });
});

describe('exact times of texts', () => {
  const maps = (shown: (time: number) => boolean, scene = shotAt) =>
    times.map((time) => edgesOf(time, frame(time, picture(scene(time), shown(time) ? strokes : []))));
  const box = strokesBox;

  it.each([
    { name: 'over cuts', scene: shotAt },
    { name: 'within a shot', scene: () => 4 },
  ])('are known to half the gap between two pictures, $name', ({ scene }) => {
    const shown = maps((time) => time >= 5.1 && time < 9.3, scene);
    // As the screen text has it: read at 6 and 8.
    const found = exactTimes({ start: 5, end: 9, box }, shown, seconds);
    expect(Math.abs((found?.start ?? 0) - 5.1)).toBeLessThanOrEqual(0.2 + 1e-9);
    expect(Math.abs((found?.end ?? 0) - 9.3)).toBeLessThanOrEqual(0.2 + 1e-9);
  });

  it('reach to the ends of the episode', () => {
    expect(
      exactTimes(
        { start: 0, end: seconds, box },
        maps(() => true),
        seconds,
      ),
    ).toEqual({ start: 0, end: seconds });
  });

  it('are not guessed where no edges stand still', () => {
    const plain = times.map((time) => edgesOf(time, frame(time, new Uint8Array(width * height).fill(90))));
    expect(exactTimes({ start: 5, end: 9, box }, plain, seconds)).toBeNull();
  });
});

describe('ranges of codes', () => {
  const box = { x: 0, y: 0, width: 0.1, height: 0.1 };
  const reading = (time: number, ...texts: string[]) => ({ time, codes: texts.map((text) => ({ text, box })) });

  it('begin and end halfway to the picture without the code; a missed picture does not break them', () => {
    const readings = [reading(0), reading(0.4, 'a'), reading(0.8), reading(1.2, 'a', 'b'), reading(1.6, 'b')];
    expect(qrRanges(readings, { seconds: 2, every: 0.4 })).toEqual([
      { start: 0.2, end: 1.4, text: 'a', box },
      { start: 1, end: 2, text: 'b', box },
    ]);
  });

  it('are apart when the code is gone for long', () => {
    const readings = [reading(0, 'a'), ...[1, 2, 3].map((time) => reading(time)), reading(4, 'a')];
    expect(qrRanges(readings, { seconds: 5, every: 1 })).toEqual([
      { start: 0, end: 0.5, text: 'a', box },
      { start: 3.5, end: 5, text: 'a', box },
    ]);
  });
});
