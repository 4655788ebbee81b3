import { z } from 'zod';
import type { Finding, Report } from '@shenpian/core';

/** Rule whose findings say how a location is used. */
const usedRule = 'local-scene-ratio/locationUsed';

const valuesSchema = z.object({
  location: z.string(),
  district: z.string().optional(),
  side: z.enum(['local', 'elsewhere', 'unknown']),
  longitude: z.number().optional(),
  latitude: z.number().optional(),
  seconds: z.number(),
  shots: z.number(),
  scenes: z.array(z.string()),
  photos: z.number(),
  provenSeconds: z.number(),
  answeredLocalSeconds: z.number(),
  answeredElsewhereSeconds: z.number(),
});

/** A stretch of an episode that shows a location; `picture` is a path below the report folder, null where none was taken. */
export interface ListedStretch {
  readonly episode: number;
  readonly start: number;
  readonly end: number;
  readonly picture: string | null;
}

/** A location that the film shows, as a report holds it. Seconds, and WGS-84 degrees; null where the table gives none. */
export interface ListedLocation extends Omit<z.infer<typeof valuesSchema>, 'longitude' | 'latitude' | 'district'> {
  readonly district: string | null;
  readonly point: readonly [longitude: number, latitude: number] | null;
  readonly episodes: readonly number[];
  /** In order of the film. */
  readonly stretches: readonly ListedStretch[];
}

/** The locations of a report, in the order in which the film first shows them. */
export function listedLocations({ findings }: Report): readonly ListedLocation[] {
  return findings
    .filter(({ rule }) => rule === usedRule)
    .map((finding) => {
      const { longitude, latitude, district, ...values } = valuesSchema.parse(finding.values);
      const stretches = stretchesOf(finding);
      return {
        ...values,
        district: district ?? null,
        point: longitude === undefined || latitude === undefined ? null : ([longitude, latitude] as const),
        episodes: [...new Set(stretches.map(({ episode }) => episode))],
        stretches,
      };
    })
    .toSorted((a, b) => before(a.stretches[0]!, b.stretches[0]!));
}

function stretchesOf({ at, also = [], evidence }: Finding): readonly ListedStretch[] {
  const frames = evidence.filter(({ kind }) => kind === 'frame');
  return [at, ...also]
    .flatMap((place) => ('episode' in place ? [place] : []))
    .map((place) => {
      const own = frames.find(
        ({ path, time }) => time !== undefined && isOf(path, place.episode) && within(time, place),
      );
      return { ...place, picture: own?.path ?? null };
    })
    .toSorted(before);
}

// Stills are one a second: that of a short stretch may lie beside it.
const within = (time: number, { start, end }: { readonly start: number; readonly end: number }): boolean =>
  time >= start - 0.5 && time <= end + 0.5;

const isOf = (path: string | undefined, episode: number): boolean =>
  path
    ?.split('/')
    .at(-1)
    ?.startsWith(`ep${String(episode).padStart(3, '0')}-`) === true;

const before = (a: ListedStretch, b: ListedStretch): number => a.episode - b.episode || a.start - b.start;
