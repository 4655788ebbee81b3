/** `[longitude, latitude]` in degrees, as drama.yaml and GeoJSON write it. */
export type Point = readonly [longitude: number, latitude: number];

/** What is wrong with coordinates: none at all but zeros, out of range, or most likely the two exchanged. */
export type CoordinateProblem = 'zero' | 'range' | 'swapped';

/** Rough bounds of China, degrees: every latitude in it is below every longitude. */
const china = { west: 73, east: 136, south: 3, north: 54 };

const inChina = ([longitude, latitude]: Point): boolean =>
  longitude >= china.west && longitude <= china.east && latitude >= china.south && latitude <= china.north;

/** What is wrong with a point; null when nothing is. Exchanged ones are told, never put right. */
export function problemOf([longitude, latitude]: Point): CoordinateProblem | null {
  if (longitude === 0 && latitude === 0) return 'zero';
  if (!inChina([longitude, latitude]) && inChina([latitude, longitude])) return 'swapped';
  const fits = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  return fits ? null : 'range';
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Distance of two points on the ground, m (sphere of 6,371 km: 0.5 % off at most). */
export function metresBetween(a: Point, b: Point): number {
  const [up, across] = [radians(b[1] - a[1]), radians(b[0] - a[0])];
  const half = Math.sin(up / 2) ** 2 + Math.cos(radians(a[1])) * Math.cos(radians(b[1])) * Math.sin(across / 2) ** 2;
  return 2 * 6_371_000 * Math.asin(Math.min(1, Math.sqrt(half)));
}
