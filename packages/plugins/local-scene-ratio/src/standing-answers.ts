import { standingLabels, type Decision, type LabelDecision } from '@shenpian/core';
import { lookDistance, lookVector } from './look.ts';
import { setUpCut } from './set-ups.ts';
import type { ShotCluster } from './shot-cluster.ts';

/**
 * The label that stands for each cluster, by its id. A label binds to the script scene and to how the pictures look, so it is
 * found again after a re-cut, when times, files and the cluster's own shots have changed: of the labels of its scene the one
 * with the nearest look, no farther than pictures of one set-up are.
 */
export function answersOf(
  clusters: readonly ShotCluster[],
  decisions: readonly Decision[],
  common: Float64Array | null,
): ReadonlyMap<string, LabelDecision> {
  const labels = standingLabels(decisions);
  const answers = new Map<string, LabelDecision>();
  for (const cluster of clusters) {
    let nearest = setUpCut;
    for (const label of labels) {
      if (label.subject.scene !== cluster.subject.scene) continue;
      const distance = distanceTo(label, cluster, common);
      if (distance > nearest) continue;
      nearest = distance;
      answers.set(cluster.id, label);
    }
  }
  return answers;
}

/**
 * The label that stands for each single shot of clusters that were answered `mixed`. A label is one shot's alone, the nearest in look;
 * after a re-cut it is found again like that of a cluster.
 */
export function answersOfShots(
  shots: readonly ShotCluster[],
  decisions: readonly Decision[],
  common: Float64Array | null,
): ReadonlyMap<string, LabelDecision> {
  const pairs = standingLabels(decisions).flatMap((label) =>
    shots
      .filter(({ subject }) => subject.scene === label.subject.scene)
      .map((shot) => ({ shot, label, distance: distanceTo(label, shot, common) })),
  );
  const answers = new Map<string, LabelDecision>();
  const used = new Set<LabelDecision>();
  for (const { shot, label, distance } of pairs.toSorted((a, b) => a.distance - b.distance)) {
    if (distance > setUpCut || answers.has(shot.id) || used.has(label)) continue;
    answers.set(shot.id, label);
    used.add(label);
  }
  return answers;
}

// A label of the whole scene fits only a whole scene: pictures that came later may show what nobody was asked about.
function distanceTo({ subject }: LabelDecision, { look }: ShotCluster, common: Float64Array | null): number {
  if (subject.look === null || look === null || common === null) {
    return (subject.look === null) === (look === null) ? 0 : Infinity;
  }
  return lookDistance(lookVector(subject.look), look, common);
}
