import { defineReporter } from '@shenpian/core';
import { routeOf, type RouteStop } from './route.ts';

const mainFile = 'route.kml';

/** Writes `route.kml` (OGC KML 2.2, WGS-84): a placemark for every place inside the zone, and a line through them. */
export const routeKml = defineReporter({
  id: 'route-kml',
  mainFile,
  async write(report, output) {
    const { title, stops, line, lineTitle } = routeOf(report, output.language);
    const way = `<Placemark><name>${text(title)}</name><description>${text(lineTitle)}</description><LineString><tessellate>1</tessellate><coordinates>${line.map(coordinates).join(' ')}</coordinates></LineString></Placemark>`;
    const lines = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<kml xmlns="http://www.opengis.net/kml/2.2">',
      `<Document><name>${text(title)}</name>`,
      ...stops.map(placemark),
      ...(line.length > 1 ? [way] : []),
      '</Document>',
      '</kml>',
    ];
    await output.write(mainFile, `${lines.join('\n')}\n`);
  },
});

function placemark({ location, description, pictures, point, seconds, scenes, episodes }: RouteStop): string {
  // The description is a piece of HTML, itself escaped.
  const images = pictures.map((path) => `<br><img src="${text(path)}" width="240">`);
  const data = {
    minutes: (seconds / 60).toFixed(2),
    scenes: scenes.join(' '),
    episodes: episodes.join(' '),
  };
  const extended = Object.entries(data).map(
    ([name, value]) => `<Data name="${name}"><value>${text(value)}</value></Data>`,
  );
  const place = point === null ? '' : `<Point><coordinates>${coordinates(point)}</coordinates></Point>`;
  const html = text(`${text(description)}${images.join('')}`);
  return `<Placemark><name>${text(location)}</name><description>${html}</description><ExtendedData>${extended.join('')}</ExtendedData>${place}</Placemark>`;
}

const coordinates = ([longitude, latitude]: readonly [number, number]): string => `${longitude},${latitude}`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function text(value: string): string {
  return value.replaceAll(/\p{Cc}/gu, ' ').replaceAll(/[&<>"']/g, (character) => entities[character]!);
}
