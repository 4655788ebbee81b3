import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Episode, EvidenceDocument, Input, Location } from '@shenpian/core';
import { makeEpisode, sampleEpisode } from '@shenpian/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { geotags, type Geotag } from '../src/geotags-track.ts';
import { geotagOptionsSchema } from '../src/options.ts';

const sample = fileURLToPath(new URL('../../../../samples/fenghu-yehua/', import.meta.url));
const tagged = join(sample, 'evidence/fenghu/jetty.jpg');
const untagged = join(sample, 'evidence/fenghu/boats-close.jpg');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shenpian-geotags-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function input(file: string): Promise<Input> {
  const bytes = await readFile(file);
  return { path: file, file, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}

async function written(name: string, content: string | Uint8Array): Promise<Input> {
  const file = join(folder, name);
  await writeFile(file, content);
  return input(file);
}

const park = (photos: readonly Input[]): Location => ({
  name: '凤湖公园',
  district: '平原示范区',
  point: [113.69, 34.98],
  photos,
  scenes: [],
});

async function build(parts: Partial<Episode>, options: unknown = {}): Promise<readonly Geotag[]> {
  const context = { episode: { ...sampleEpisode(1), ...parts }, options: geotagOptionsSchema.parse(options) };
  // The track reads files only: nothing else of the context is looked at.
  return geotags.build({ ...context, signal: AbortSignal.timeout(60_000) } as Parameters<typeof geotags.build>[0]);
}

const ring = (west: number, south: number, east: number, north: number): number[][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const boundary = { type: 'Polygon', coordinates: [ring(113.6, 34.9, 113.8, 35.1)] };
const evidence = async (type: string, given: Input): Promise<EvidenceDocument> => ({ ...given, type, issued: null });

/** A copy of the tagged photo with other coordinates in its EXIF: the three numbers of each are 4-byte pairs of little end. */
async function moved(name: string, change: (exif: Buffer, at: number) => void): Promise<Input> {
  const bytes = await readFile(tagged);
  change(bytes, bytes.indexOf('II*\0', 0, 'latin1'));
  return written(name, bytes);
}

describe('geotags', () => {
  it('reads coordinates and time of photos; without a boundary it does not say inside or outside', async () => {
    const [table, first, second] = await build({ locations: [park([await input(tagged), await input(untagged)])] });
    expect(table).toMatchObject({ source: 'table', point: [113.69, 34.98], inside: null });
    expect(first).toMatchObject({ source: 'photo', taken: '2026-10-12T10:15:42', inside: null, problem: null });
    expect(first!.point![0]).toBeCloseTo(113.6891, 3);
    expect(first!.point![1]).toBeCloseTo(34.9797, 3);
    expect(second).toMatchObject({ point: null, problem: null });
  });

  it('says inside or outside by the boundary of the options or of the evidence', async () => {
    const locations = [park([await input(tagged)])];
    const inside = await build({ locations }, { boundary });
    expect(inside.filter(({ source }) => source !== 'boundary').map((tag) => tag.inside)).toEqual([true, true]);
    const away = { type: 'Polygon', coordinates: [ring(110, 30, 111, 31)] };
    const documents = [await evidence('zone-boundary', await written('away.geojson', JSON.stringify(away)))];
    const outside = await build({ locations, documents });
    expect(outside.filter(({ source }) => source !== 'boundary').map((tag) => tag.inside)).toEqual([false, false]);
  });

  it('tells a boundary that is none and goes on without', async () => {
    for (const content of ['{"type":', '{"type":"Point","coordinates":[1,2]}']) {
      const documents = [await evidence('zone-boundary', await written('bad.geojson', content))];
      const [first, table] = await build({ locations: [park([])], documents });
      expect(first).toMatchObject({ source: 'boundary', problem: 'boundary' });
      expect(table).toMatchObject({ source: 'table', inside: null });
    }
  });

  it('tells zeros and exchanged coordinates, and uses neither', async () => {
    // The two coordinates are six rationals from 148 on; a numerator of zero leaves the denominator whole.
    const zero = await moved('zero.jpg', (exif, at) => {
      for (let i = 0; i < 6; i++) exif.writeUInt32LE(0, at + 148 + i * 8);
    });
    const swapped = await moved('swapped.jpg', (exif, at) => {
      const degrees = (from: number): number => exif.readUInt32LE(from);
      // The first rational of each coordinate holds whole degrees: 34 and 113 change places.
      const places = [...Array(128).keys()].map((i) => at + 128 + i).filter((i) => [34, 113].includes(degrees(i)));
      for (const place of places) exif.writeUInt32LE(degrees(place) === 34 ? 113 : 34, place);
    });
    const items = await build({ locations: [park([zero, swapped])] });
    expect(items.slice(1).map(({ problem, point }) => [problem, point])).toEqual([
      ['zero', null],
      ['swapped', null],
    ]);
  });

  it('tells damaged, mislabelled and HEIC photos', async () => {
    const jpeg = await readFile(untagged);
    const photos = [
      await written('cut.jpg', jpeg.subarray(0, jpeg.length / 2)),
      await written('text.jpg', 'not a picture'),
      await written('phone.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')),
    ];
    const items = await build({ locations: [park(photos)] });
    expect(items.slice(1).map(({ problem }) => problem)).toEqual(['unreadable', 'unreadable', 'heic']);
  });

  it('reads ISO 6709 of raw footage and pictures in evidence, and finds the location they are near', async () => {
    const file = join(folder, 'raw.mp4');
    const options = ['-metadata', 'location=+34.9805+113.6905+075.2/'];
    await makeEpisode(file, { width: 64, height: 64, shots: [{ seconds: 0.4, hue: 10 }], audio: 'none', options });
    const still = join(folder, 'still.jpg');
    await copyFile(tagged, still);
    const silent = await evidence('contract', await written('contract.pdf', '%PDF'));
    const documents = [
      await evidence('raw-footage', await input(file)),
      silent,
      await evidence('stills', await input(still)),
    ];
    const items = await build({ locations: [park([])], documents });
    expect(items.slice(1).map(({ source, location }) => [source, location])).toEqual([
      ['footage', '凤湖公园'],
      ['picture', '凤湖公园'],
    ]);
    expect(items[1]!.point).toEqual([113.6905, 34.9805]);
  });
});
