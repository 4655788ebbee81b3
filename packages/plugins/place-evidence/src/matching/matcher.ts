import type { TimeRange } from '@shenpian/core';
import { correspondences } from './correspondence.ts';
import { featuresOf, type MaskedRows } from './features.ts';
import type { GrayPicture } from './gray-picture.ts';
import { candidatesFor } from './photo-index.ts';
import { thumbnailSide, type KnownPhoto, type KnownPicture, type PhotoSet } from './photo-shelf.ts';
import { readGray, roughSide } from './picture-file.ts';
import { copyOf } from './same-picture.ts';
import { setUpsOf, sketchOf, type SetUp } from './set-up.ts';
import { agreementOf, type Similarity } from './similarity.ts';
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
  /** How many times larger the photo shows the place than the frame, their longer sides taken as equal. */
  readonly scale: number;
  /** How alike both are where the photo lies on the frame, −1 to 1; null when it shows more than the frame. */
  readonly likeness: number | null;
  /** Whether the photo is this frame or one a moment away, or cut out of it. */
  readonly copy: boolean;
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
/** Keypoints that agree at the rough size before a pair that is no match there is compared at full size. */
const leastRough = 4;

/** Finds the photos that show a place of an episode. Every picture is measured once. */
export async function matchEpisode(
  frames: readonly FilmFrame[],
  shots: readonly TimeRange[],
  { photos, index }: PhotoSet,
): Promise<readonly ShotMatch[]> {
  if (photos.length === 0 || frames.length === 0) return [];
  const rough: GrayPicture[] = [];
  for (const { jpeg } of frames) rough.push(await readGray(jpeg, roughSide));
  const shotOf = frames.map(({ time }) => shots.findIndex(({ start, end }) => time >= start && time < end));

  // Small first, and large only where the small picture leaves it open.
  const small = new Map<number, KnownPicture>();
  const smallOf = (frame: number): KnownPicture => {
    const known = small.get(frame) ?? measured(rough[frame]!, frames[frame]!.masked);
    small.set(frame, known);
    return known;
  };
  const large = new Map<number, KnownPicture>();
  const largeOf = async (frame: number): Promise<KnownPicture> => {
    const known = large.get(frame) ?? measured(await readGray(frames[frame]!.jpeg), frames[frame]!.masked);
    large.set(frame, known);
    return known;
  };
  const matched = new Map<KnownPhoto, Map<number, MatchedFrame | null>>();
  const match = async (frame: number, photo: KnownPhoto): Promise<MatchedFrame | null> => {
    const known = matched.get(photo) ?? new Map<number, MatchedFrame | null>();
    matched.set(photo, known);
    const before = known.get(frame);
    if (before !== undefined) return before;
    let agreement = agreementWith(smallOf(frame), photo.picture);
    let picture = smallOf(frame);
    if (agreement.inliers < leastInliers && agreement.inliers >= leastRough) {
      picture = await largeOf(frame);
      agreement = agreementWith(picture, photo.picture);
    }
    const found =
      agreement.inliers < leastInliers ? null : matchedFrame(frames[frame]!, picture, photo.picture, agreement);
    known.set(frame, found);
    return found;
  };

  const leaders = new Map<number, number>();
  const proven: { readonly setUp: SetUp; readonly photo: KnownPhoto }[] = [];
  for (const setUp of setUpsOf(rough.map(sketchOf))) {
    const first = setUp[0]!;
    const shot = shotOf[first]!;
    const before = leaders.get(shot) ?? 0;
    if (shot < 0 || before === mostSetUpsPerShot) continue;
    leaders.set(shot, before + 1);
    for (const candidate of candidatesFor(index, smallOf(first).features)) {
      const photo = photos[candidate]!;
      if ((await match(first, photo)) !== null) proven.push({ setUp, photo });
    }
  }
  // A second frame of the first shot; of the other shots of the set-up one is enough, because it agrees with those.
  for (const { setUp, photo } of proven) {
    for (const shot of new Set(setUp.map((frame) => shotOf[frame]!))) {
      if (shot < 0) continue;
      const frame = setUp.findLast((each) => shotOf[each] === shot);
      if (frame !== undefined) await match(frame, photo);
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
    // A shot with a single frame that was compared leans on another shot of its set-up.
    const setUp = proven.find((each) => each.photo === photo && each.setUp.includes(own[0]!.frame))?.setUp ?? [];
    const other = own.length > 1 ? [] : good.filter(({ frame }) => setUp.includes(frame) && shotOf[frame] !== number);
    const all = [...own, ...other.slice(0, 1)].map(({ found }) => found);
    return [{ shot, photo, frames: all.toSorted((a, b) => a.time - b.time) }];
  }
}

function measured(gray: GrayPicture, masked: readonly MaskedRows[]): KnownPicture {
  const { width, height } = gray;
  return { width, height, features: featuresOf(gray, masked), thumbnail: thumbnailOf(gray, thumbnailSide) };
}

interface CountedAgreement {
  readonly inliers: number;
  readonly similarity: Similarity | null;
}

function agreementWith(frame: KnownPicture, photo: KnownPicture): CountedAgreement {
  const agreement = agreementOf(frame.features, photo.features, correspondences(frame.features, photo.features));
  return { inliers: agreement?.inliers.length ?? 0, similarity: agreement?.similarity ?? null };
}

function matchedFrame(
  { time, sha256 }: FilmFrame,
  frame: KnownPicture,
  photo: KnownPicture,
  { inliers, similarity }: CountedAgreement,
): MatchedFrame | null {
  if (similarity === null) return null;
  const longer = ({ width, height }: KnownPicture): number => Math.max(width, height);
  const scale = (Math.hypot(similarity.a, similarity.b) * longer(frame)) / longer(photo);
  return { time, sha256, inliers, scale, ...copyOf(frame, photo, similarity) };
}
