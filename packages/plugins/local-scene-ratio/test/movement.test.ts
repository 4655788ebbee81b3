import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveFfmpeg, type Shot } from '@shenpian/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repeatedFootage } from '../src/footage-uses.ts';
import { createMovementMeter, type ShotMovement } from '../src/movement.ts';

interface Drawn {
  readonly place: number;
  readonly take: number;
  /** Frames left out at the beginning; how often each picture is shown; whether it stands; how it was graded. */
  readonly skip?: number;
  readonly repeat?: number;
  readonly still?: boolean;
  readonly contrast?: number;
  readonly mirrored?: boolean;
}

/** A film of 3 s shots: someone walks over a textured ground. */
const drawn: Readonly<Record<string, Drawn>> = {
  lake: { place: 1, take: 1 },
  street: { place: 2, take: 2 },
  'lake, another take': { place: 1, take: 3 },
  'lake graded, later': { place: 1, take: 1, skip: 10, contrast: 0.8 },
  'a still': { place: 3, take: 1, still: true },
  'every picture twice': { place: 4, take: 4, repeat: 2 },
  'street mirrored': { place: 2, take: 2, mirrored: true },
};
const names = Object.keys(drawn);
const seconds = 3;
const [width, height] = [160, 284];

function pictureOf(
  { place, take, skip = 0, repeat = 1, still = false, contrast = 1, mirrored = false }: Drawn,
  frame: number,
): Buffer {
  const time = still ? 0 : Math.floor((frame + skip) / repeat) / 25;
  const x = width * (0.5 + 0.35 * Math.sin(time * (1.1 + 0.37 * take) + 2 * take));
  const y = height * (0.35 + 0.2 * Math.cos(time * (0.7 + 0.23 * take) + take));
  const picture = Buffer.alloc(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const ground = 100 + 40 * Math.sin(row * 0.03 * place + column * 0.05) + 20 * Math.sin(column * 0.11 * place);
      const person = (row - y) ** 2 + (column - x) ** 2 < (width / 6) ** 2 ? 60 : 0;
      picture[row * width + (mirrored ? width - 1 - column : column)] = Math.min(
        235,
        Math.max(16, 20 + contrast * (ground + person)),
      );
    }
  }
  return picture;
}

describe('movement of real frames', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shenpian-movement-'));
  const file = join(folder, 'film.mp4');
  let shots: ShotMovement[];
  const shot = (name: string): ShotMovement => shots[names.indexOf(name)]!;

  beforeAll(async () => {
    const { ffmpeg } = await resolveFfmpeg();
    const run = (words: readonly string[], input?: Buffer): Buffer => {
      const given = input === undefined ? {} : { input };
      const { status, stdout, stderr } = spawnSync(ffmpeg.file, ['-v', 'error', '-y', ...words], {
        maxBuffer: 1e9,
        ...given,
      });
      if (status !== 0) throw new Error(String(stderr));
      return stdout;
    };
    const film = Buffer.concat(
      Object.values(drawn).flatMap((shot) =>
        Array.from({ length: 25 * seconds }, (_, frame) => pictureOf(shot, frame)),
      ),
    );
    const raw = ['-f', 'rawvideo', '-pix_fmt', 'gray'];
    run(
      [
        ...raw,
        '-s',
        `${width}x${height}`,
        '-r',
        '25',
        '-i',
        'pipe:0',
        '-c:v',
        'libx264',
        '-preset',
        'ultrafast',
        '-crf',
        '28',
        '-pix_fmt',
        'yuv420p',
        file,
      ],
      film,
    );
    const frames = run(['-i', file, ...raw, '-']);
    const meter = createMovementMeter();
    const size = width * height;
    for (let frame = 0; (frame + 1) * size <= frames.length; frame++) {
      meter.push(frame / 25, { width, height, channels: 1, data: frames.subarray(frame * size, (frame + 1) * size) });
    }
    const list = names.map((_, i): Shot => ({
      start: i * seconds,
      end: (i + 1) * seconds,
      transition: 'cut',
      confidence: 1,
    }));
    shots = [...meter.shots(list)];
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('finds what stands still, and nothing else', () => {
    expect(shots.filter(({ still }) => still.length > 0)).toEqual([shot('a still')]);
    const [run] = shot('a still').still;
    // All but the first frames, which coding sharpens; how many differs by one or two between processors.
    expect(run!.end - run!.start).toBeGreaterThan(2.7);
  });

  it('finds pictures that were repeated, and nothing else', () => {
    expect(shots.map(({ slowed }) => slowed)).toEqual(names.map((name) => (name.includes('twice') ? 2 : 1)));
  });

  it('finds footage that is used again: graded, trimmed or mirrored', () => {
    const printed = shots.map((each) => ({ ...each, episode: 1, scene: '', locality: 'local' as const }));
    const groups = repeatedFootage(printed).map((uses) => uses.map(({ shot: { start } }) => names[start / seconds]));
    expect(groups).toEqual([
      ['lake', 'lake graded, later'],
      ['street', 'street mirrored'],
    ]);
    const [first, again] = repeatedFootage(printed)[0]!;
    // Ten frames were trimmed off.
    expect(first!.start).toBeCloseTo(0.4, 1);
    expect(again!.start).toBeCloseTo(9, 1);
  });
});
