import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { z } from 'zod';
import { toWgs84, type Datum } from './china-datum.ts';
import type { Point } from './coordinates.ts';

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number());
/** A ring returns to where it began. */
const ring = z
  .array(position)
  .min(4)
  .refine((points) => points[0]![0] === points.at(-1)![0] && points[0]![1] === points.at(-1)![1], {
    message: 'a ring must end where it begins',
  });
const polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) });
const multiPolygon = z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) });
const geometry = z.union([polygon, multiPolygon]);
const feature = z.object({ type: z.literal('Feature'), geometry });

/** GeoJSON (RFC 7946) of one or more areas: a geometry, a feature or a collection. */
export const boundarySchema = z.union([
  geometry,
  feature,
  z.object({ type: z.literal('FeatureCollection'), features: z.array(feature).min(1) }),
]);
/** See {@link boundarySchema}. */
export type BoundaryDocument = z.infer<typeof boundarySchema>;

/** The zone on the map, WGS-84. */
export interface ZoneBoundary {
  /** Whether a WGS-84 point lies in the zone; on the line counts as inside. */
  contains(point: Point): boolean;
}

/** @param datum how the document's coordinates are meant */
export function zoneBoundary(document: BoundaryDocument, datum: Datum): ZoneBoundary {
  const areas = geometriesOf(document).flatMap(({ type, coordinates }) =>
    type === 'Polygon' ? [coordinates] : coordinates,
  );
  const polygons = areas.map((rings) => ({
    type: 'Polygon' as const,
    coordinates: rings.map((points) =>
      points.map(([longitude, latitude]) => {
        const point: Point = [longitude, latitude];
        return [...(datum === 'gcj02' ? toWgs84(point) : point)];
      }),
    ),
  }));
  return { contains: (point) => polygons.some((area) => booleanPointInPolygon([...point], area)) };
}

function geometriesOf(document: BoundaryDocument): readonly z.infer<typeof geometry>[] {
  switch (document.type) {
    case 'FeatureCollection':
      return document.features.map(({ geometry: area }) => area);
    case 'Feature':
      return [document.geometry];
    default:
      return [document];
  }
}
