import type { Position } from '@shenpian/core';
import type { Geotag } from './geotags-track.ts';
import type { Mention } from './mentions.ts';
import type { PlaceMatch } from './place-matches-track.ts';

/** Kinds of evidence that this plugin finds. */
export const placeEvidenceKinds = ['gps', 'sign-text', 'photo-match'] as const;

/**
 * A piece of evidence about where something was shot.
 *
 * - `grade`: `proof` leaves no reasonable doubt that the shot shows what the photo shows, or that the file was taken there;
 *   `strong` and `weak` are hints. What a grade weighs is for the reader to decide.
 * - `local`: true when it lies in the zone, false when outside, null when this evidence does not say (a photo match says that
 *   the shot is at its location, and the location's district says whether that is local).
 */
export interface PlaceEvidenceItem {
  readonly kind: (typeof placeEvidenceKinds)[number];
  readonly grade: 'proof' | 'strong' | 'weak';
  readonly local: boolean | null;
  /** The location of the table that it speaks about; null when it names none. */
  readonly location: string | null;
  /** Where it comes from, for people: a file, a text on screen. */
  readonly source: string;
  readonly picture: { readonly path: string | null; readonly sha256: string } | null;
  /** In which shot; null when it speaks about the location as a whole. */
  readonly at: Extract<Position, { episode: number }> | null;
  readonly detail: string;
}

/** What the tracks and texts of a series say, by episode number. */
export interface PlaceFindings {
  readonly matches: ReadonlyMap<number, readonly PlaceMatch[]>;
  readonly geotags: readonly Geotag[];
  readonly mentions: readonly Mention[];
}

/** Photos (sha256) that are frames of the film in any episode: what they match proves nothing. */
export function copiedPhotos(matches: PlaceFindings['matches']): ReadonlySet<string> {
  return new Set([...matches.values()].flat().flatMap(({ copy, photo }) => (copy ? [photo.sha256] : [])));
}

/** The evidence of a series as plain items. Nothing is inferred from what was not found. Pure. */
export function evidenceItems({ matches, geotags, mentions }: PlaceFindings): readonly PlaceEvidenceItem[] {
  const copies = copiedPhotos(matches);
  return [
    ...[...matches].flatMap(([episode, items]) =>
      items.filter(({ proof, photo }) => proof && !copies.has(photo.sha256)).map((match) => ofMatch(episode, match)),
    ),
    // The table's own point is a claim, not evidence.
    ...geotags.filter(({ source, sha256 }) => source !== 'table' && !copies.has(sha256 ?? '')).flatMap(ofGeotag),
    ...mentions.filter(({ entry }) => entry.kind !== 'culture').map(ofMention),
  ];
}

function ofMatch(episode: number, { start, end, location, photo, inliers, frames }: PlaceMatch): PlaceEvidenceItem {
  return {
    kind: 'photo-match',
    grade: 'proof',
    local: null,
    location,
    source: photo.path,
    picture: photo,
    at: { episode, start, end },
    detail: `${frames.length} frames, at least ${inliers} keypoints`,
  };
}

function ofGeotag({ source, location, path, sha256, point, inside }: Geotag): readonly PlaceEvidenceItem[] {
  if (point === null || path === null || sha256 === null) return [];
  return [
    {
      kind: 'gps',
      // Coordinates are data in a file, which anyone can write; footage is harder to come by than a photo.
      grade: source === 'footage' ? 'strong' : 'weak',
      local: inside,
      location,
      source: path,
      picture: { path, sha256 },
      at: null,
      detail: `${point[0].toFixed(5)}, ${point[1].toFixed(5)}`,
    },
  ];
}

/** Townships and landmarks lie in the zone by the gazetteer's sources; an institution has branches, a location its own district. */
function ofMention({ episode, start, end, entry, source, text, exact }: Mention): PlaceEvidenceItem {
  return {
    kind: 'sign-text',
    // A caption names the place of the story; a line of dialogue may name any place.
    grade: source === 'sign' && exact ? 'strong' : 'weak',
    local: entry.kind === 'township' || entry.kind === 'landmark' ? true : null,
    location: entry.kind === 'location' ? entry.name : null,
    source: text,
    picture: null,
    at: { episode, start, end },
    detail: entry.name,
  };
}
