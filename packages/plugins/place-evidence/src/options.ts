import { z } from 'zod';
import { gazetteerSchema } from './gazetteer/gazetteer.ts';
import { boundarySchema } from './geo/zone-boundary.ts';

/**
 * Options of the track `geotags`.
 *
 * - `boundary`: GeoJSON of the zone; left out: the submission's `evidence: {zone-boundary: FILE}`, or none. None is shipped: no
 *   source with a licence was found.
 * - `datum`: how the boundary's coordinates are meant. GeoJSON is WGS-84 (RFC 7946), but files from Chinese maps are GCJ-02.
 */
export const geotagOptionsSchema = z.strictObject({
  boundary: boundarySchema.optional(),
  datum: z.enum(['wgs84', 'gcj02']).default('wgs84'),
});

/**
 * Options of the checker `place-evidence`.
 *
 * - `starter`: whether to use the names of 平原示范区 that come with the plugin; `gazetteers`: the user's own, as `loadGazetteer`
 *   gives them, which add to them.
 * - `farMetres`: a photo taken further than this from the location's `point` contradicts it. Chosen, not measured: a park is
 *   seldom longer, and the shift between GPS and Chinese maps is below 0.7 km.
 */
export const placeEvidenceOptionsSchema = z.strictObject({
  starter: z.boolean().default(true),
  gazetteers: z.array(gazetteerSchema).default([]),
  farMetres: z.number().positive().default(2000),
});
/** See {@link placeEvidenceOptionsSchema}. */
export type PlaceEvidenceOptions = z.infer<typeof placeEvidenceOptionsSchema>;
