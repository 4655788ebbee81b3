import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { defineTrack, defineTrackType, type Episode, type EvidenceDocument, type Location } from '@shenpian/core';
import { z } from 'zod';
import { metresBetween, problemOf, type Point } from './geo/coordinates.ts';
import { boundarySchema, zoneBoundary, type ZoneBoundary } from './geo/zone-boundary.ts';
import { geotagOptionsSchema } from './options.ts';
import { takenPicture, takenVideo, type Taken } from './taken.ts';

const point = z.tuple([z.number(), z.number()]).readonly();

/**
 * What a file or the table says about where something was taken. The same items for every episode; they have no time.
 *
 * - `source`: a reference photo, a picture or a video handed in as evidence, the `point` of the location table, or the boundary.
 * - `location`: the one that the photo belongs to; for evidence the nearest within 1 km, else null.
 * - `point`: WGS-84; null when nothing (usable) is said. `inside`: whether it is in the zone; null when that cannot be known.
 * - `problem`: what is wrong: the file (`unreadable`, `heic`, `boundary`), or its coordinates (`zero`, `range`, `swapped`).
 * - `sketch`: the picture as 16×16 gray values in hex, to see whether two are the same; null when it is none.
 */
export const geotagSchema = z.object({
  start: z.literal(0),
  end: z.literal(0),
  source: z.enum(['photo', 'picture', 'footage', 'table', 'boundary']),
  location: z.string().nullable(),
  path: z.string().nullable(),
  sha256: z.string().nullable(),
  point: point.nullable(),
  taken: z.string().nullable(),
  inside: z.boolean().nullable(),
  problem: z.enum(['unreadable', 'heic', 'boundary', 'zero', 'range', 'swapped']).nullable(),
  detail: z.string(),
  sketch: z.string().nullable(),
});
/** See {@link geotagSchema}. */
export type Geotag = z.infer<typeof geotagSchema>;

/** Coordinates of photos, evidence and the location table, checked against the zone's boundary. */
export const geotagsTrack = defineTrackType('geotags', geotagSchema);

/** Evidence of this type is the zone's boundary as GeoJSON. */
const boundaryType = 'zone-boundary';
const pictures = new Set(['.jpg', '.jpeg', '.png', '.webp', '.tif', '.tiff', '.heic', '.heif']);
const videos = new Set(['.mp4', '.mov', '.m4v', '.mkv', '.avi', '.mts', '.mxf']);
/** Evidence taken within this distance of a location's point belongs to it, m. */
const nearLocation = 1000;

/** Builds `geotags` from files alone: it needs no picture of the episode. */
export const geotags = defineTrack({
  type: geotagsTrack,
  version: 1,
  options: geotagOptionsSchema,
  basis: ({ locations = [], documents = [] }) => [
    locations.map(({ name, point: at, photos }) => [name, at, photos.map(({ path, sha256 }) => [path, sha256])]),
    documents.map(({ type, path, sha256 }) => [type, path, sha256]),
  ],
  async build({ episode, options, signal }) {
    const { locations = [], documents = [] } = episode;
    const items: Geotag[] = [];
    const boundary = await boundaryOf(episode, options, items);
    const add = (item: Partial<Geotag> & Pick<Geotag, 'source'>, taken: Taken): void => {
      const wrong = taken.point === null ? null : problemOf(taken.point);
      const usable = wrong === null ? taken.point : null;
      items.push({
        ...nothing,
        ...item,
        point: usable,
        taken: taken.time,
        inside: usable === null || boundary === null ? null : boundary.contains(usable),
        problem: taken.problem ?? wrong,
        detail: wrong === null ? taken.detail : (taken.point ?? []).join(', '),
        sketch: taken.sketch,
        location: item.location ?? (usable === null ? null : nearestLocation(usable, locations)),
      });
    };
    for (const { name, point: at, photos } of locations) {
      if (at !== null) add({ source: 'table', location: name }, { ...saysNothing, point: at });
      for (const photo of photos) {
        signal.throwIfAborted();
        const { path, sha256 } = photo;
        add({ source: 'photo', location: name, path, sha256 }, await takenPicture(photo));
      }
    }
    for (const document of documents) {
      signal.throwIfAborted();
      const source = kindOf(document);
      if (source === null) continue;
      const taken = await (source === 'picture' ? takenPicture(document) : takenVideo(document));
      // A document without coordinates says nothing about a place, and need not.
      if (taken.point !== null) add({ source, path: document.path, sha256: document.sha256 }, taken);
    }
    return items;
  },
});

const saysNothing: Taken = { point: null, time: null, problem: null, detail: '', sketch: null };
const nothing: Geotag = {
  start: 0,
  end: 0,
  source: 'boundary',
  location: null,
  path: null,
  sha256: null,
  point: null,
  taken: null,
  inside: null,
  problem: null,
  detail: '',
  sketch: null,
};

function kindOf({ type, path }: EvidenceDocument): 'picture' | 'footage' | null {
  if (type === boundaryType) return null;
  const extension = extname(path).toLowerCase();
  return pictures.has(extension) ? 'picture' : videos.has(extension) ? 'footage' : null;
}

function nearestLocation(at: Point, locations: readonly Location[]): string | null {
  const near = locations
    .flatMap(({ name, point: middle }) => (middle === null ? [] : [{ name, metres: metresBetween(at, middle) }]))
    .toSorted((a, b) => a.metres - b.metres)[0];
  return near !== undefined && near.metres <= nearLocation ? near.name : null;
}

async function boundaryOf(
  { documents = [] }: Episode,
  { boundary, datum }: z.infer<typeof geotagOptionsSchema>,
  items: Geotag[],
): Promise<ZoneBoundary | null> {
  if (boundary !== undefined) {
    items.push({ ...nothing, detail: 'options' });
    return zoneBoundary(boundary, datum);
  }
  const document = documents.find(({ type }) => type === boundaryType);
  if (document === undefined) return null;
  const { path, sha256 } = document;
  try {
    const parsed = boundarySchema.parse(JSON.parse((await readFile(document.file, 'utf8')).replace(/^\uFEFF/, '')));
    items.push({ ...nothing, path, sha256 });
    return zoneBoundary(parsed, datum);
  } catch (thrown) {
    const detail = thrown instanceof z.ZodError ? 'no Polygon or MultiPolygon' : (thrown as Error).message;
    items.push({ ...nothing, path, sha256, problem: 'boundary', detail });
    return null;
  }
}
