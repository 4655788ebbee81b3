import exifr from 'exifr';
import { z } from 'zod';
import { toWgs84 } from './china-datum.ts';
import type { Point } from './coordinates.ts';

/** Where and when a picture says that it was taken. */
export interface PhotoPosition {
  /** WGS-84; null when it does not say. */
  readonly point: Point | null;
  /** ISO time without a zone, as the camera's clock showed it; null when it does not say. */
  readonly taken: string | null;
}

const tags = z.looseObject({
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  GPSMapDatum: z.string().optional(),
  DateTimeOriginal: z.string().optional(),
});

const wanted = ['GPSLatitude', 'GPSLatitudeRef', 'GPSLongitude', 'GPSLongitudeRef', 'GPSMapDatum', 'DateTimeOriginal'];

/** Reads EXIF of a JPEG, HEIC, PNG or TIFF; damaged or absent EXIF says nothing. */
export async function photoPosition(file: string): Promise<PhotoPosition> {
  const read: unknown = await exifr.parse(file, { pick: wanted, reviveValues: false }).catch(() => null);
  const result = tags.safeParse(read ?? {});
  if (!result.success) return { point: null, taken: null };
  const { latitude, longitude, GPSMapDatum: datum = '', DateTimeOriginal: time } = result.data;
  const point: Point | null = latitude === undefined || longitude === undefined ? null : [longitude, latitude];
  const clock = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(time ?? '');
  return {
    // EXIF 4.6.6: the datum is named in its own tag; phones sold in China may write the shifted one.
    point: point !== null && /gcj/i.test(datum) ? toWgs84(point) : point,
    taken: clock === null ? null : `${clock[1]}-${clock[2]}-${clock[3]}T${clock[4]}`,
  };
}
