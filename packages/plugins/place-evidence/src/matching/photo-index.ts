import { distanceOf, likeness } from './correspondence.ts';
import { descriptorLength, descriptorNorm } from './descriptor.ts';
import type { Features } from './features.ts';

/** All descriptors of all reference photos, in lists of those that look alike. */
export interface PhotoIndex {
  /** One descriptor per list, its middle. */
  readonly middles: Uint8Array;
  /** Per list: descriptors one after another, and the number of the photo that each is of. */
  readonly lists: readonly { readonly descriptors: Uint8Array; readonly photo: Uint16Array }[];
  /** Per photo, the number of its location. */
  readonly locations: readonly number[];
}

/** Descriptors in a list on average, lists that a descriptor is looked for in, and rounds of k-means on a sample. */
const listLength = 250;
const mostLists = 256;
const probes = 3;
const rounds = 4;
const sampleSize = 6000;
/** A descriptor counts for a photo when no photo of another location has one nearly as close: looser than the proof that follows. */
const leastRatio = 0.9;
/** Photos with fewer descriptors are not looked at, and of the others only the best. Chosen on the bench. */
const leastVotes = 4;
const mostCandidates = 4;

/**
 * Puts the features of photos into an index. The same photos give the same index.
 *
 * @param locations per photo, the number of the location that it shows
 */
export function buildIndex(photos: readonly Features[], locations: readonly number[]): PhotoIndex {
  const total = photos.reduce((sum, { count }) => sum + count, 0);
  const all = new Uint8Array(total * descriptorLength);
  const owner = new Uint16Array(total);
  let used = 0;
  for (const [photo, { count, descriptors }] of photos.entries()) {
    all.set(descriptors, used * descriptorLength);
    owner.fill(photo, used, used + count);
    used += count;
  }
  const middles = middlesOf(all, total);
  const members: number[][] = Array.from({ length: middles.length / descriptorLength }, () => []);
  for (let i = 0; i < total; i++) members[nearestMiddles(middles, all, i, 1)[0]!]!.push(i);
  const lists = members.map((list) => {
    const descriptors = new Uint8Array(list.length * descriptorLength);
    for (const [at, i] of list.entries()) descriptors.set(descriptorAt(all, i), at * descriptorLength);
    return { descriptors, photo: Uint16Array.from(list, (i) => owner[i]!) };
  });
  return { middles, lists, locations };
}

const descriptorAt = (all: Uint8Array, i: number): Uint8Array =>
  all.subarray(i * descriptorLength, (i + 1) * descriptorLength);

function middlesOf(all: Uint8Array, total: number): Uint8Array {
  const count = Math.min(total, mostLists, Math.max(1, Math.round(total / listLength)));
  const sample = Array.from({ length: Math.min(total, sampleSize) }, (_, i) =>
    Math.floor((i * total) / Math.min(total, sampleSize)),
  );
  const middles = new Uint8Array(count * descriptorLength);
  for (let list = 0; list < count; list++) {
    middles.set(descriptorAt(all, Math.floor((list * total) / count)), list * descriptorLength);
  }
  for (let round = 0; round < rounds; round++) {
    const sums = new Float64Array(middles.length);
    for (const i of sample) {
      const list = nearestMiddles(middles, all, i, 1)[0]!;
      for (let k = 0; k < descriptorLength; k++) sums[list * descriptorLength + k]! += all[i * descriptorLength + k]!;
    }
    for (let list = 0; list < count; list++) {
      const sum = sums.subarray(list * descriptorLength, (list + 1) * descriptorLength);
      const length = Math.hypot(...sum);
      // An empty list keeps its middle.
      if (length === 0) continue;
      const scale = Math.sqrt(descriptorNorm) / length;
      for (let k = 0; k < descriptorLength; k++) middles[list * descriptorLength + k] = Math.min(255, sum[k]! * scale);
    }
  }
  return middles;
}

function nearestMiddles(middles: Uint8Array, all: Uint8Array, i: number, count: number): number[] {
  const best: { list: number; product: number }[] = [];
  for (let list = 0; list * descriptorLength < middles.length; list++) {
    const product = likeness(all, i * descriptorLength, middles, list * descriptorLength);
    if (best.length === count && product <= best[count - 1]!.product) continue;
    best.push({ list, product });
    best.sort((a, b) => b.product - a.product);
    best.length = Math.min(count, best.length);
  }
  return best.map(({ list }) => list);
}

/** Photos that may show what a picture shows, by number, the likeliest first: those worth a proof. */
export function candidatesFor({ middles, lists, locations }: PhotoIndex, picture: Features): readonly number[] {
  const votes = new Uint16Array(locations.length);
  for (let i = 0; i < picture.count; i++) {
    let [first, second, best] = [-1, -1, -1];
    for (const list of nearestMiddles(middles, picture.descriptors, i, probes)) {
      const { descriptors, photo } = lists[list]!;
      for (let j = 0; j < photo.length; j++) {
        const product = likeness(picture.descriptors, i * descriptorLength, descriptors, j * descriptorLength);
        const elsewhere = locations[photo[j]!] !== locations[best];
        if (product > first) {
          if (elsewhere) second = first;
          first = product;
          best = photo[j]!;
        } else if (product > second && elsewhere) second = product;
      }
    }
    if (best >= 0 && distanceOf(first) < leastRatio ** 2 * distanceOf(second)) votes[best]!++;
  }
  return [...votes.keys()]
    .filter((photo) => votes[photo]! >= leastVotes)
    .toSorted((a, b) => votes[b]! - votes[a]!)
    .slice(0, mostCandidates);
}
