import { defineReporter } from '@shenpian/core';
import { routeOf } from './route.ts';

const mainFile = 'route.geojson';

/**
 * Writes `route.geojson` (RFC 7946, WGS-84): a feature for every place inside the zone, geometry null where the table gives no
 * coordinates, and a line through those that have them.
 */
export const routeGeojson = defineReporter({
  id: 'route-geojson',
  mainFile,
  async write(report, output) {
    const { title, stops, line, lineTitle } = routeOf(report, output.language);
    const places = stops.map((stop, index) => ({
      type: 'Feature',
      geometry: stop.point === null ? null : { type: 'Point', coordinates: stop.point },
      properties: {
        order: index + 1,
        name: stop.location,
        description: stop.description,
        district: stop.district,
        minutes: Number((stop.seconds / 60).toFixed(2)),
        shots: stop.shots,
        scenes: stop.scenes,
        episodes: stop.episodes,
        pictures: stop.pictures,
        stretches: stop.stretches,
      },
    }));
    const way = {
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: line },
      properties: { name: title, description: lineTitle },
    };
    const collection = {
      type: 'FeatureCollection',
      name: title,
      features: line.length > 1 ? [...places, way] : places,
    };
    await output.write(mainFile, `${JSON.stringify(collection, null, 2)}\n`);
  },
});
