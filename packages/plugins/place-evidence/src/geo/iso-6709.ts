import type { Point } from './coordinates.ts';

const pattern = /^([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)?(?:CRS[^/]*)?\/?$/;

/**
 * Reads a point as cameras write it into a video, such as `+35.0512+113.9268+075.200/`: degrees, degrees and minutes, or degrees,
 * minutes and seconds (ISO 6709, annex H). Null when it is none.
 */
export function parseIso6709(text: string): Point | null {
  const found = pattern.exec(text.trim());
  if (found === null) return null;
  const latitude = degreesOf(found[1]!, 2);
  const longitude = degreesOf(found[2]!, 3);
  return latitude === null || longitude === null ? null : [longitude, latitude];
}

/** @param digits of whole degrees: 2 for a latitude, 3 for a longitude */
function degreesOf(text: string, digits: number): number | null {
  const sign = text.startsWith('-') ? -1 : 1;
  const [whole = '', fraction = ''] = text.slice(1).split('.');
  const rest = fraction === '' ? 0 : Number(`0.${fraction}`);
  const part = (from: number): number => Number(whole.slice(from, from + 2));
  switch (whole.length) {
    case digits + 2:
      return sign * (Number(whole.slice(0, digits)) + (part(digits) + rest) / 60);
    case digits + 4:
      return sign * (Number(whole.slice(0, digits)) + part(digits) / 60 + (part(digits + 2) + rest) / 3600);
    default:
      return whole.length <= digits ? sign * (Number(whole) + rest) : null;
  }
}
