import type { Location } from '@shenpian/core';
import { copiedPhotos, type PlaceMatch } from '@shenpian/plugin-place-evidence';
import { clustersAt } from './collected-evidence.ts';
import type { ShotCluster } from './shot-cluster.ts';

/** A photo of a location that shows the same place as shots of a cluster: the table's claim with a picture, whatever the place is. */
export interface PhotoTie<Cluster extends ShotCluster = ShotCluster> {
  readonly cluster: Cluster;
  readonly location: Location;
  readonly episode: number;
  readonly match: PlaceMatch;
}

/** Which photos prove which clusters. Photos that are frames of the film, and a photo of two locations, prove nothing. */
export function photoTies<Cluster extends ShotCluster>(
  clusters: readonly Cluster[],
  matches: ReadonlyMap<number, readonly PlaceMatch[]>,
  locations: readonly Location[],
): readonly PhotoTie<Cluster>[] {
  const copies = copiedPhotos(matches);
  return [...matches].flatMap(([episode, items]) =>
    items
      .filter(({ proof, photo }) => proof && !copies.has(photo.sha256))
      .flatMap((match) => {
        const named = locations.filter(({ photos }) => photos.some(({ sha256 }) => sha256 === match.photo.sha256));
        const location = named.length === 1 ? named[0]! : undefined;
        if (location === undefined) return [];
        return clustersAt(clusters, { episode, ...match }).map((cluster) => ({ cluster, location, episode, match }));
      }),
  );
}
