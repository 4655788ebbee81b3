import {
  duration,
  fingerprint,
  normalText,
  overlap,
  type DecisionSubject,
  type Location,
  type ScriptScene,
  type TimeRange,
} from '@shenpian/core';
import type { Locality } from '@shenpian/plugin-place-evidence';
import { grouped } from './grouped.ts';
import { lookDistance, lookFrom, lookVector, meanVector } from './look.ts';
import type { PictureLook } from './looks-track.ts';
import type { PlacedEpisode, PlacedShot } from './placed-shot.ts';
import { setUpsOf } from './set-ups.ts';

/** A shot of a cluster, with the time of the picture that stands for it; null when none was taken in it. */
export interface ClusteredShot extends TimeRange {
  readonly episode: number;
  readonly picture: number | null;
}

/** Shots of one set-up within one script scene, or of the whole scene where no pictures tell set-ups apart. */
export interface ShotCluster {
  /** Unique in the series. */
  readonly id: string;
  /** What people call it: the scene's heading, or the scenes that the stretch lies between. */
  readonly scene: string;
  readonly scriptScene: ScriptScene | null;
  /** Where no scene explains the shots, the one of the nearest subtitle: a hint for people, no evidence. */
  readonly likelyScene: ScriptScene | null;
  /** What an answer about it is bound to. */
  readonly subject: DecisionSubject;
  /** Clusters with the same location are local or elsewhere together, nearly always. */
  readonly location: string;
  /** The location of the table; null when it names none. */
  readonly claimed: Location | null;
  /** What the table and the zone say. */
  readonly locality: Locality;
  readonly shots: readonly ClusteredShot[];
  readonly seconds: number;
  /** The mean look of its pictures; null when there are none. */
  readonly look: Float64Array | null;
  /** The shot that looks least like the rest, and how far it is from their mean: whether the cluster is one place. */
  readonly oddest: { readonly shot: ClusteredShot; readonly distance: number };
  /** Look of each of `shots`, in their order. */
  readonly shotLooks: readonly (Float64Array | null)[];
}

/** Each shot of a cluster as a cluster of its own, for one whose shots were taken in several places. */
export function singleShots<Cluster extends ShotCluster & { readonly weight: number }>(
  cluster: Cluster,
): readonly Cluster[] {
  const key = singleKey(cluster.subject.scene);
  return cluster.shots.map((shot, index) => {
    const look = cluster.shotLooks[index]!;
    const written = look === null ? null : lookFrom(look);
    return {
      ...cluster,
      id: `${cluster.id}/${index + 1}`,
      subject: { fingerprint: fingerprint('cluster', [key, written ?? String(index)], 0), scene: key, look: written },
      shots: [shot],
      shotLooks: [look],
      seconds: duration(shot),
      weight: (cluster.weight * duration(shot)) / cluster.seconds,
      look,
      oddest: { shot, distance: 0 },
    };
  });
}

/** What answers about single shots of a scene are bound to: those about whole clusters say nothing of them. */
const singleKey = (scene: string): string => `${scene} · 单个镜头`;

/** The id of a location of the table. */
export const locationId = (name: string): string => `location ${name}`;

/** A shot with its episode and the mean look of its pictures. */
interface SeenShot extends ClusteredShot {
  readonly placed: PlacedShot;
  readonly look: Float64Array | null;
}

/** What all pictures of a series have in common; null when there are none. */
export function commonLook(looks: Iterable<readonly PictureLook[]>): Float64Array | null {
  const vectors = [...looks].flat().map(({ look }) => lookVector(look));
  return vectors.length === 0 ? null : meanVector(vectors);
}

/**
 * Groups the shots of all episodes into clusters, each within one script scene or one stretch that no scene explains.
 *
 * @param shotsOf the shots to group; those that do not count are left out before
 * @param looksOf looks of an episode's pictures
 */
export function clusterShots(
  episodes: readonly PlacedEpisode[],
  shotsOf: (episode: PlacedEpisode) => readonly PlacedShot[],
  looksOf: (episode: PlacedEpisode) => readonly PictureLook[],
  common: Float64Array | null,
): readonly ShotCluster[] {
  const seen = episodes.flatMap((episode) => {
    const looks = looksOf(episode);
    const keys = stretchKeys(episode);
    return shotsOf(episode).map((placed) => ({ key: keys.get(placed)!, shot: seenShot(episode, placed, looks) }));
  });
  return [...grouped(seen, ({ key }) => key)].flatMap(([key, members]) => {
    const shots = members.map(({ shot }) => shot);
    return splitBySetUp(shots, common).map((part, index) => clusterOf(key, part, index, common));
  });
}

// Scenes are told apart by id and place; stretches without a scene by their neighbours, which a re-cut keeps.
function stretchKeys({ episode, shots }: PlacedEpisode): ReadonlyMap<PlacedShot, string> {
  return new Map(
    shots.map((shot, index) => {
      if (shot.scene) return [shot, `${shot.scene.id} ${shot.scene.place ?? shot.scene.heading}`];
      const before = shots.slice(0, index).findLast(({ scene }) => scene)?.scene?.id ?? '—';
      const after = shots.slice(index + 1).find(({ scene }) => scene)?.scene?.id ?? '—';
      return [shot, `${episode.number}: ${before} … ${after}`];
    }),
  );
}

function seenShot({ episode }: PlacedEpisode, placed: PlacedShot, looks: readonly PictureLook[]): SeenShot {
  const { start, end } = placed;
  const inside = looks.filter(({ time }) => time >= start && time < end);
  const middle = inside[inside.length >> 1];
  return {
    episode: episode.number,
    start,
    end,
    placed,
    picture: middle?.time ?? null,
    look: inside.length === 0 ? null : meanVector(inside.map(({ look }) => lookVector(look))),
  };
}

function splitBySetUp(shots: readonly SeenShot[], common: Float64Array | null): readonly (readonly SeenShot[])[] {
  const pictured = shots.filter(({ look }) => look !== null);
  if (pictured.length === 0 || common === null) return [shots];
  const groups = setUpsOf(
    pictured.map(({ look }) => look!),
    common,
  ).map((indices) => indices.map((index) => pictured[index]!));
  // A shot too short for a picture goes with its neighbour in the scene.
  for (const shot of shots) {
    if (shot.look !== null) continue;
    const nearest = pictured.toSorted((a, b) => gap(a, shot) - gap(b, shot))[0]!;
    groups.find((group) => group.includes(nearest))!.push(shot);
  }
  return groups;
}

const gap = (a: SeenShot, b: SeenShot): number =>
  a.episode === b.episode && overlap(a, b) === 0 ? Math.max(a.start - b.end, b.start - a.end) : Infinity;

function clusterOf(key: string, seen: readonly SeenShot[], index: number, common: Float64Array | null): ShotCluster {
  const shots = seen.toSorted((a, b) => a.episode - b.episode || a.start - b.start);
  const { scene, likely, location, locality } = shots[0]!.placed;
  const looks = shots.flatMap(({ look }) => (look === null ? [] : [look]));
  const look = looks.length === 0 ? null : meanVector(looks);
  const distances = shots.map((shot) => (shot.look && look && common ? lookDistance(shot.look, look, common) : 0));
  const distance = Math.max(...distances);
  const plain = shots.map(({ episode, start, end, picture }) => ({ episode, start, end, picture }));
  const written = look === null ? null : lookFrom(look);
  const place = scene?.place ?? '';
  return {
    id: `${key} #${index + 1}`,
    scene: scene?.heading ?? key,
    scriptScene: scene,
    likelyScene: likely,
    subject: { fingerprint: fingerprint('cluster', [key, written ?? ''], 0), scene: key, look: written },
    location: location ? locationId(location.name) : place === '' ? `scene ${key}` : `place ${normalText(place)}`,
    claimed: location,
    locality,
    shots: plain,
    seconds: shots.reduce((sum, shot) => sum + duration(shot), 0),
    look,
    oddest: { shot: plain[distances.indexOf(distance)]!, distance },
    shotLooks: shots.map((shot) => shot.look),
  };
}
