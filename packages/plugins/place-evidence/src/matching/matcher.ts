import type { TimeRange } from '@shenpian/core';
import { correspondences } from './correspondence.ts';
import { featuresOf, type MaskedRows } from './features.ts';
import { candidatesFor } from './photo-index.ts';
import { thumbnailSide, type KnownPhoto, type KnownPicture, type PhotoSet } from './photo-shelf.ts';
import { readGray } from './picture-file.ts';
import { likenessToFrame } from './same-picture.ts';
import { setUpsOf, sketchOf, type SetUp } from './set-up.ts';
import { agreementOf } from './similarity.ts';
import { thumbnailOf } from './thumbnail.ts';

/** A picture of the film: a JPEG shown at `time` seconds, with the rows that are subtitles. */
export interface FilmFrame {
  readonly time: number;
  readonly sha256: string;
  readonly jpeg: Uint8Array;
  readonly masked: readonly MaskedRows[];
}

/** A frame of the film that shows what a photo shows. */
export interface MatchedFrame {
  readonly time: number;
  readonly sha256: string;
  /** Keypoints that agree. */
  readonly inliers: number;
  /** How many times larger the photo shows the place than the frame. */
  readonly scale: number;
  /** How alike both are where the photo lies on the frame, −1 to 1; null when it shows more than the frame. */
  readonly likeness: number | null;
}

/** A shot and a photo that show the same place. */
export interface ShotMatch {
  readonly shot: TimeRange;
  readonly photo: KnownPhoto;
  /** In order of time. One of them may lie in another shot of the same set-up. */
  readonly frames: readonly MatchedFrame[];
}

/** Least keypoints that agree: MEASURED.md section 6, and again on the bench `place-matching`. */
export const leastInliers = 6;
/** Set-ups of one shot that are looked for: a fast pan has many. */
const mostSetUpsPerShot = 2;
/** Frames of one shot and set-up that are compared with a photo that its first frame matched. */
const framesPerShot = 2;

/** Finds the photos that show a place of an episode. Every picture is measured once. */
export async function matchEpisode(
  frames: readonly FilmFrame[],
  shots: readonly TimeRange[],
  { photos, index }: PhotoSet,
): Promise<readonly ShotMatch[]> {
  if (photos.length === 0 || frames.length === 0) return [];
  const sketches = [];
  for (const { jpeg } of frames) sketches.push(sketchOf(await readGray(jpeg)));
  const shotOf = frames.map(({ time }) => shots.findIndex(({ start, end }) => time >= start && time < end));

  const pictures = new Map<number, KnownPicture>();
  const pictureOf = async (frame: number): Promise<KnownPicture> => {
    const known = pictures.get(frame) ?? (await measured(frames[frame]!));
    pictures.set(frame, known);
    return known;
  };
  const matched = new Map<KnownPhoto, Map<number, MatchedFrame | null>>();
  const match = async (frame: number, photo: KnownPhoto): Promise<MatchedFrame | null> => {
    const known = matched.get(photo) ?? new Map<number, MatchedFrame | null>();
    matched.set(photo, known);
    const found = known.get(frame) ?? compared(frames[frame]!, await pictureOf(frame), photo.picture);
    known.set(frame, found);
    return found;
  };

  const leaders = new Map<number, number>();
  const proven: { readonly setUp: SetUp; readonly photo: KnownPhoto }[] = [];
  for (const setUp of setUpsOf(sketches)) {
    const first = setUp[0]!;
    const shot = shotOf[first]!;
    const before = leaders.get(shot) ?? 0;
    if (shot < 0 || before === mostSetUpsPerShot) continue;
    leaders.set(shot, before + 1);
    for (const candidate of candidatesFor(index, (await pictureOf(first)).features)) {
      const photo = photos[candidate]!;
      if ((await match(first, photo)) !== null) proven.push({ setUp, photo });
    }
  }
  for (const { setUp, photo } of proven) {
    for (const [shot] of shots.entries()) {
      const inShot = setUp.filter((frame) => shotOf[frame] === shot);
      const spread = [inShot[0], inShot.at(-1)].slice(0, framesPerShot);
      for (const frame of new Set(spread)) if (frame !== undefined) await match(frame, photo);
    }
  }
  return shots.flatMap((shot, number) =>
    [...matched].flatMap(([photo, byFrame]) => agreeing(shot, number, photo, byFrame)),
  );

  function agreeing(
    shot: TimeRange,
    number: number,
    photo: KnownPhoto,
    byFrame: ReadonlyMap<number, MatchedFrame | null>,
  ): ShotMatch[] {
    const good = [...byFrame].flatMap(([frame, found]) => (found === null ? [] : [{ frame, found }]));
    const own = good.filter(({ frame }) => shotOf[frame] === number);
    if (own.length === 0) return [];
    // A shot with a single picture may lean on another shot of its set-up.
    const setUp = proven.find((each) => each.photo === photo && each.setUp.includes(own[0]!.frame))?.setUp ?? [];
    const other = own.length > 1 ? [] : good.filter(({ frame }) => setUp.includes(frame) && shotOf[frame] !== number);
    const all = [...own, ...other.slice(0, 1)].map(({ found }) => found);
    return [{ shot, photo, frames: all.toSorted((a, b) => a.time - b.time) }];
  }
}

async function measured({ jpeg, masked }: FilmFrame): Promise<KnownPicture> {
  const gray = await readGray(jpeg);
  const { width, height } = gray;
  return { width, height, features: featuresOf(gray, masked), thumbnail: thumbnailOf(gray, thumbnailSide) };
}

function compared({ time, sha256 }: FilmFrame, frame: KnownPicture, photo: KnownPicture): MatchedFrame | null {
  const pairs = correspondences(frame.features, photo.features);
  const agreement = agreementOf(frame.features, photo.features, pairs);
  if (agreement === null || agreement.inliers.length < leastInliers) return null;
  const { similarity, inliers } = agreement;
  return {
    time,
    sha256,
    inliers: inliers.length,
    scale: Math.hypot(similarity.a, similarity.b),
    likeness: likenessToFrame(frame, photo, similarity),
  };
}
