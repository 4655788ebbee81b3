import { featuresOf, type Features } from './features.ts';
import { buildIndex, type PhotoIndex } from './photo-index.ts';
import { readGray } from './picture-file.ts';
import type { Reduced } from './same-picture.ts';
import { thumbnailOf } from './thumbnail.ts';

/** A reference photo of a location, as the submission names it. */
export interface ReferencePhoto {
  readonly location: string;
  readonly path: string;
  readonly file: string;
  readonly sha256: string;
}

/** What is remembered of a picture: about 120 KB. */
export interface KnownPicture extends Reduced {
  readonly features: Features;
}

/** A photo with what is known of it. */
export interface KnownPhoto extends ReferencePhoto {
  readonly picture: KnownPicture;
}

/** Photos that could be read, and the index over them. */
export interface PhotoSet {
  readonly photos: readonly KnownPhoto[];
  readonly index: PhotoIndex;
}

/** Remembers reference photos by their sha256, so that a series of 100 episodes reads each once. */
export interface PhotoShelf {
  /** The photos that can be read; the others are told by the `geotags` track. */
  open(photos: readonly ReferencePhoto[]): Promise<PhotoSet>;
}

/** Longer side of what is kept to see whether a photo is a frame of the film, px. */
export const thumbnailSide = 160;
/** Photos that are remembered: 60 MB. */
const mostRemembered = 500;

/** A shelf that forgets the photos used longest ago beyond 500. */
export function photoShelf(): PhotoShelf {
  const known = new Map<string, KnownPicture | null>();
  let last: { readonly key: string; readonly set: PhotoSet } | null = null;

  const pictureOf = async ({ file, sha256 }: ReferencePhoto): Promise<KnownPicture | null> => {
    const found = known.has(sha256) ? (known.get(sha256) ?? null) : await readPicture(file);
    known.delete(sha256);
    known.set(sha256, found);
    for (const oldest of known.keys()) if (known.size > mostRemembered) known.delete(oldest);
    return found;
  };

  return {
    async open(photos) {
      const key = JSON.stringify(photos.map(({ location, path, sha256 }) => [location, path, sha256]));
      if (last?.key === key) return last.set;
      const readable: KnownPhoto[] = [];
      for (const photo of photos) {
        const picture = await pictureOf(photo);
        if (picture !== null) readable.push({ ...photo, picture });
      }
      const names = [...new Set(readable.map(({ location }) => location))];
      const index = buildIndex(
        readable.map(({ picture }) => picture.features),
        readable.map(({ location }) => names.indexOf(location)),
      );
      last = { key, set: { photos: readable, index } };
      return last.set;
    },
  };
}

async function readPicture(file: string): Promise<KnownPicture | null> {
  const gray = await readGray(file).catch(() => null);
  if (gray === null) return null;
  const { width, height } = gray;
  return { width, height, features: featuresOf(gray), thumbnail: thumbnailOf(gray, thumbnailSide) };
}
