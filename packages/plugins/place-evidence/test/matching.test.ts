import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { correspondences } from '../src/matching/correspondence.ts';
import { featuresOf, type Features } from '../src/matching/features.ts';
import { matchEpisode, leastInliers, type FilmFrame } from '../src/matching/matcher.ts';
import { photoShelf, type ReferencePhoto } from '../src/matching/photo-shelf.ts';
import { readGray } from '../src/matching/picture-file.ts';
import { agreementOf } from '../src/matching/similarity.ts';
import { samePhoto, squareSketch } from '../src/matching/sketch.ts';

const photo = (path: string): string =>
  fileURLToPath(new URL(`../../../../samples/fenghu-yehua/evidence/${path}`, import.meta.url));
const boats = photo('fenghu/boats-wide.jpg');
const forest = photo('lindai/path-wide.jpg');
const room = photo('minsu/hall.jpg');

const reference = (file: string, location: string): ReferencePhoto => ({ location, path: file, file, sha256: file });

/** An upright crop of a photo, as a film would show it. */
const filmed = async (file: string, left = 0.3, quality = 60): Promise<Buffer> => {
  const { width, height } = await sharp(file).metadata();
  const wide = Math.floor((height * 9) / 16);
  return sharp(file)
    .extract({ left: Math.floor((width - wide) * left), top: 0, width: wide, height })
    .resize(360, 640)
    .modulate({ brightness: 0.8, saturation: 0.7 })
    .blur(0.7)
    .jpeg({ quality })
    .toBuffer();
};

const frame = (jpeg: Uint8Array, time: number, masked: FilmFrame['masked'] = []): FilmFrame => ({
  time,
  sha256: String(time),
  jpeg,
  masked,
});

const inliers = (from: Features, to: Features): number =>
  agreementOf(from, to, correspondences(from, to))?.inliers.length ?? 0;

describe('features', () => {
  it('are found again after a turn, a scale and a grade, where they should be', async () => {
    const plain = featuresOf(await readGray(boats));
    const turned = featuresOf(
      await readGray(await sharp(boats).rotate(20).resize(500).linear(0.7, 20).jpeg().toBuffer()),
    );
    const agreement = agreementOf(plain, turned, correspondences(plain, turned));
    expect(agreement?.inliers.length).toBeGreaterThan(40);
    const { a, b } = agreement!.similarity;
    expect((Math.atan2(b, a) * 180) / Math.PI).toBeCloseTo(20, -1);
  });

  it('of other places do not agree', async () => {
    const [a, b, c] = await Promise.all([boats, forest, room].map(async (file) => featuresOf(await readGray(file))));
    for (const [from, to] of [
      [a, b],
      [b, c],
      [a, c],
    ] as const)
      expect(inliers(from!, to!)).toBeLessThan(leastInliers);
  });

  it('are not taken from masked rows', async () => {
    const { y, height, count } = featuresOf(await readGray(boats), [{ top: 0, bottom: 0.6 }]);
    expect(count).toBeGreaterThan(50);
    expect(Math.min(...y)).toBeGreaterThanOrEqual(0.6 * height);
  });

  it('of a flat picture are none, and match nothing', async () => {
    const flat = featuresOf({ width: 64, height: 64, data: new Uint8Array(4096).fill(90) });
    expect(flat.count).toBe(0);
    expect(inliers(flat, featuresOf(await readGray(boats)))).toBe(0);
  });
});

describe('matchEpisode', () => {
  let lake: Buffer;
  let wood: Buffer;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shenpian-match-'));
    lake = await filmed(boats);
    wood = await filmed(forest);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const shots = [
    { start: 0, end: 3 },
    { start: 3, end: 6 },
  ];

  it('finds the shots of a place and no others', async () => {
    const frames = [lake, lake, lake, wood, wood, wood].map((jpeg, time) => frame(jpeg, time));
    const set = await photoShelf().open([reference(boats, 'lake'), reference(room, 'room')]);
    const found = await matchEpisode(frames, shots, set);
    expect(
      found.map(({ shot, photo: { location }, frames: agreeing }) => [shot.start, location, agreeing.length]),
    ).toEqual([[0, 'lake', 2]]);
    expect(found[0]!.frames.every((each) => each.inliers >= leastInliers && !each.copy)).toBe(true);
  });

  it('lets a shot with one picture lean on another of its set-up, and not on nothing', async () => {
    const set = await photoShelf().open([reference(boats, 'lake')]);
    const single = await matchEpisode([frame(lake, 1)], shots, set);
    expect(single.map(({ frames }) => frames.length)).toEqual([1]);
    const twice = await matchEpisode([frame(lake, 1), frame(lake, 4)], shots, set);
    expect(twice.map(({ frames }) => frames.length)).toEqual([2, 2]);
  });

  it('sees that a photo was cut out of the film', async () => {
    const file = join(folder, 'grab.jpg');
    await sharp(lake)
      .extract({ left: 10, top: 20, width: 340, height: 430 })
      .resize(700)
      .jpeg({ quality: 70 })
      .toFile(file);
    const found = await matchEpisode(
      [frame(lake, 1), frame(lake, 2)],
      shots,
      await photoShelf().open([reference(file, 'lake')]),
    );
    expect(found[0]?.frames[0]).toMatchObject({ copy: true });
  });

  it('goes on without a photo that cannot be read', async () => {
    const set = await photoShelf().open([reference('/nowhere.jpg', 'gone'), reference(boats, 'lake')]);
    expect(set.photos.map(({ location }) => location)).toEqual(['lake']);
    await expect(matchEpisode([], shots, set)).resolves.toEqual([]);
    await expect(matchEpisode([frame(lake, 1)], shots, await photoShelf().open([]))).resolves.toEqual([]);
  });
});

describe('sketches', () => {
  it('know a photo that was saved again, and tell others apart', async () => {
    const again = await sharp(await readFile(boats))
      .resize(400)
      .modulate({ brightness: 1.2 })
      .jpeg({ quality: 40 })
      .toBuffer();
    const plain = squareSketch(await readGray(boats));
    expect(samePhoto(plain, squareSketch(await readGray(again)))).toBe(true);
    expect(samePhoto(plain, squareSketch(await readGray(forest)))).toBe(false);
  });
});
