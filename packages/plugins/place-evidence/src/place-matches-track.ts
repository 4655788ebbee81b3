import {
  cuesTrack,
  defineTrack,
  defineTrackType,
  shotsTrack,
  stillsTrack,
  type Cue,
  type Episode,
  type Still,
} from '@shenpian/core';
import { z } from 'zod';
import type { MaskedRows } from './matching/features.ts';
import type { MatchAnswer } from './matching/matcher-api.ts';
import type { FilmFrame } from './matching/matcher.ts';
import type { ReferencePhoto } from './matching/photo-shelf.ts';
import { matchInThread } from './matching/matcher-thread.ts';

/**
 * A shot that shows the place of a reference photo.
 *
 * - `proof`: two frames agree and the photo is not a frame of the film. No item, or one that is no proof, proves nothing.
 * - `copy`: the photo is a frame of this episode, or cut out of one. It is no evidence of its own.
 * - `inliers`: keypoints of the frame that agrees least; `scale`: how many times larger the photo shows the place.
 */
export const placeMatchSchema = z.object({
  start: z.number().min(0),
  end: z.number().min(0),
  location: z.string(),
  photo: z.object({ path: z.string(), sha256: z.string() }),
  frames: z.array(z.object({ time: z.number(), sha256: z.string(), inliers: z.number().int() })),
  inliers: z.number().int(),
  scale: z.number().positive(),
  proof: z.boolean(),
  copy: z.boolean(),
});
/** See {@link placeMatchSchema}. */
export type PlaceMatch = z.infer<typeof placeMatchSchema>;

/** Shots that show what a reference photo shows, in order of start. */
export const placeMatchesTrack = defineTrackType('place-matches', placeMatchSchema);

/** Builds `place-matches` from the stills that are kept anyway: other photos need no other decode. */
export const placeMatches = defineTrack({
  type: placeMatchesTrack,
  version: 1,
  options: z.strictObject({}),
  reads: [stillsTrack, shotsTrack, cuesTrack],
  basis: (episode) => photosOf(episode).map(({ location, path, sha256 }) => [location, path, sha256]),
  async build({ episode, signal, read, kept }) {
    const photos = photosOf(episode);
    if (photos.length === 0) return [];
    const shots = await read(shotsTrack);
    const cues = await read(cuesTrack);
    const frames: FilmFrame[] = [];
    for (const still of await read(stillsTrack)) {
      const jpeg = await kept?.(still.sha256);
      if (jpeg) frames.push({ ...still, jpeg, masked: maskedAt(still, cues) });
    }
    const times = shots.map(({ start, end }) => ({ start, end }));
    const answers = await matchInThread({ photos, frames, shots: times }, signal);
    return answers
      .map(itemOf)
      .filter(({ proof, copy }) => proof || copy)
      .toSorted((a, b) => a.start - b.start);
  },
});

function photosOf({ locations = [] }: Episode): readonly ReferencePhoto[] {
  return locations.flatMap(({ name, photos }) =>
    photos.map(({ path, file, sha256 }) => ({ location: name, path, file, sha256 })),
  );
}

/** A still may lie a little beside the moment at which a subtitle comes or goes, seconds. */
const cueSlack = 0.2;

function maskedAt({ time }: Still, cues: readonly Cue[]): readonly MaskedRows[] {
  return cues
    .filter(({ start, end }) => time >= start - cueSlack && time < end + cueSlack)
    .map(({ box }) => ({ top: box.y - box.height / 4, bottom: box.y + box.height * 1.25 }));
}

function itemOf({ shot, location, path, sha256, frames }: MatchAnswer): PlaceMatch {
  const least = frames.reduce((a, b) => (b.inliers < a.inliers ? b : a));
  const copy = frames.some((frame) => frame.copy);
  return {
    ...shot,
    location,
    photo: { path, sha256 },
    frames: frames.map(({ time, sha256: frame, inliers }) => ({ time, sha256: frame, inliers })),
    inliers: least.inliers,
    scale: least.scale,
    proof: frames.length >= 2 && !copy,
    copy,
  };
}
