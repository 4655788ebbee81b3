import type { Point } from './coordinates.ts';

/** How coordinates are meant: as GPS gives them, or shifted as Chinese maps (高德, 腾讯, Google in China) show them. */
export type Datum = 'wgs84' | 'gcj02';

/** The Krasovsky ellipsoid that the shift is computed on: half axis in m, squared eccentricity. */
const halfAxis = 6_378_245;
const eccentricity = 0.006_693_421_622_965_943;

/** Where a WGS-84 point is drawn on a GCJ-02 map: 300–700 m away in China (the published formula of GCJ-02). */
export function toGcj02([longitude, latitude]: Point): Point {
  const [x, y] = [longitude - 105, latitude - 35];
  const waves = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * (2 / 3);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    waves +
    (20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * (2 / 3) +
    (160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * (2 / 3);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    waves +
    (20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * (2 / 3) +
    (150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * (2 / 3);
  const slope = (latitude / 180) * Math.PI;
  const bend = 1 - eccentricity * Math.sin(slope) ** 2;
  const up = (north * 180) / (((halfAxis * (1 - eccentricity)) / (bend * Math.sqrt(bend))) * Math.PI);
  const across = (east * 180) / ((halfAxis / Math.sqrt(bend)) * Math.cos(slope) * Math.PI);
  return [longitude + across, latitude + up];
}

/** The WGS-84 point that a GCJ-02 map draws there, to a centimetre: the shift is taken back until it fits. */
export function toWgs84(drawn: Point): Point {
  let point = drawn;
  for (let round = 0; round < 6; round++) {
    const [longitude, latitude] = toGcj02(point);
    point = [point[0] + drawn[0] - longitude, point[1] + drawn[1] - latitude];
  }
  return point;
}
