import type { Localized } from '@shenpian/core';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { localityOf } from './gazetteer/locality.ts';
import { zoneOf, type Zone } from './gazetteer/zone.ts';
import { toGcj02, toWgs84 } from './geo/china-datum.ts';
import { metresBetween, type CoordinateProblem, type Point } from './geo/coordinates.ts';
import type { Geotag } from './geotags-track.ts';
import { samePhoto } from './matching/sketch.ts';
import type { PlaceContext } from './place-evidence.ts';

const problems: Readonly<Record<CoordinateProblem, Localized>> = {
  zero: { 'zh-CN': '为零（相机没有定位）', en: 'they are zero (the camera had no fix)' },
  range: { 'zh-CN': '超出经纬度范围', en: 'they are out of range' },
  swapped: { 'zh-CN': '经度和纬度很可能写反了', en: 'longitude and latitude are most likely exchanged' },
};

/** A photo counts as exactly the shift away when it is this near to where the shift would put it, m: a large garden. */
const nearShift = 120;

/** Reports files and coordinates that cannot be used, and those that contradict the location table or the boundary. */
export function geotagFindings(
  context: PlaceContext,
  geotags: readonly Geotag[],
  gazetteers: readonly Gazetteer[],
): void {
  const { report } = context;
  const zone = gazetteers.map(zoneOf).find((each) => each !== null);
  const zoneName = zone?.name ?? '该区域';
  for (const tag of geotags) {
    const { path, problem, location, detail, sha256 } = tag;
    const file = path ?? 'drama.yaml';
    const at = { document: file };
    const evidence = path === null ? [] : [{ kind: 'document' as const, path, ...(sha256 === null ? {} : { sha256 }) }];
    if (problem === 'boundary') {
      report({ messageId: 'boundaryUnreadable', level: 'warning', data: { file, detail }, at });
    } else if (problem === 'heic') {
      report({ messageId: 'photoHeic', level: 'warning', data: { photo: file, location: location ?? '' }, at });
    } else if (problem === 'unreadable') {
      report({
        messageId: 'photoUnreadable',
        level: 'warning',
        data: { photo: file, location: location ?? '', detail },
        at,
      });
    } else if (problem !== null) {
      report({
        messageId: 'coordinatesBad',
        level: 'warning',
        data: { file, coordinates: detail, problem: problems[problem] },
        at,
        evidence,
      });
    }
    if (tag.inside === false && location !== null && claimsZone(context, location, zone)) {
      report({ messageId: 'outsideZone', level: 'warning', data: { file, location, zone: zoneName }, at, evidence });
    }
  }
  tableFindings(context, geotags);
  sameTwice(context, geotags);
  const placed = geotags.filter(({ source, point }) => source !== 'table' && point !== null).length;
  const bounded = geotags.some(({ source, problem }) => source === 'boundary' && problem === null);
  if (placed > 0 && !bounded) {
    const data = { count: placed, zone: zoneName };
    report({ messageId: 'boundaryUnknown', level: 'info', data, at: { document: 'drama.yaml' } });
  }
}

function claimsZone({ series }: PlaceContext, location: string, zone: Zone | undefined): boolean {
  const claimed = series.locations.find(({ name }) => name === location);
  return zone !== undefined && localityOf(claimed?.district ?? null, zone) === 'local';
}

/** Photos against the point of their own location: far away, or off by exactly the shift of Chinese maps. */
function tableFindings({ series, options, report }: PlaceContext, geotags: readonly Geotag[]): void {
  for (const { name, point } of series.locations) {
    if (point === null) continue;
    const photos = geotags.filter(
      ({ source, location, point: at }) => source === 'photo' && location === name && at !== null,
    );
    for (const { path, sha256, point: taken } of photos) {
      const metres = metresBetween(taken as Point, point);
      if (path === null || sha256 === null || metres <= options.farMetres) continue;
      report({
        messageId: 'gpsFarFromPoint',
        level: 'warning',
        data: { file: path, location: name, kilometres: (metres / 1000).toFixed(1) },
        at: { document: path },
        evidence: [{ kind: 'document', path, sha256 }],
      });
    }
    const shifted = photos.find(({ point: taken }) => {
      const [plain, drawn] = [metresBetween(taken as Point, point), metresBetween(toGcj02(taken as Point), point)];
      return drawn <= nearShift && plain > 2 * nearShift;
    });
    if (shifted?.path === undefined || shifted.path === null) continue;
    const [longitude, latitude] = toWgs84(point);
    report({
      messageId: 'pointIsShifted',
      level: 'info',
      data: { location: name, file: shifted.path, longitude: longitude.toFixed(5), latitude: latitude.toFixed(5) },
      at: { document: 'drama.yaml' },
    });
  }
}

/** The same picture for two locations, to the byte or saved again. */
function sameTwice({ report }: PlaceContext, geotags: readonly Geotag[]): void {
  const photos = geotags.filter(({ source }) => source === 'photo');
  for (const [i, photo] of photos.entries()) {
    const other = photos
      .slice(0, i)
      .find(
        (each) =>
          each.location !== photo.location &&
          (each.sha256 === photo.sha256 ||
            (each.sketch !== null && photo.sketch !== null && samePhoto(each.sketch, photo.sketch))),
      );
    if (other === undefined || photo.path === null || other.path === null) continue;
    report({
      messageId: 'samePhotoTwice',
      level: 'warning',
      data: {
        photo: photo.path,
        location: photo.location ?? '',
        other: other.path,
        otherLocation: other.location ?? '',
      },
      at: { document: photo.path },
      evidence: [photo, other].map(({ path, sha256 }) => ({
        kind: 'document',
        path: path ?? '',
        sha256: sha256 ?? '',
      })),
    });
  }
}
