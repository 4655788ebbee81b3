import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  EnvironmentError,
  formatTime,
  nearestStill,
  stillName,
  type BuiltSubmission,
  type TrackStore,
} from '@shenpian/core';
import { doubtfulDistance, type CountedCluster, type LocalSceneRatioOptions } from '@shenpian/plugin-local-scene-ratio';
import type { Terminal } from '../output/terminal.ts';
import type { Standing } from './label-session.ts';

/** A share of 0–1 as people write it. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** A question as it is shown: the shots, their pictures, what is known, and why it is asked. */
export function questionText(
  cluster: CountedCluster,
  pictures: readonly string[],
  { survey, estimate }: Standing,
  { options, number }: { readonly options: LocalSceneRatioOptions; readonly number: number },
  { text }: Terminal,
): string {
  const total = survey.clusters.reduce((sum, { weight }) => sum + weight, survey.unreadWeight);
  const times = cluster.shots.map(({ episode, start, end }) =>
    text('labelShot', { episode, start: formatTime(start), end: formatTime(end) }),
  );
  const known = survey.evidence
    .filter(({ about }) => ('location' in about ? about.location === cluster.location : about.cluster === cluster.id))
    .map(({ kind, local, source }) =>
      text('labelEvidence', {
        kind: text(`evidence-${kind}`),
        side: text(local ? 'sideLocal' : 'sideElsewhere'),
        source,
      }),
    );
  const tied = [
    ...new Map(
      survey.ties.filter((tie) => tie.cluster.id === cluster.id).map((tie) => [tie.match.photo.sha256, tie]),
    ).values(),
  ];
  return [
    '',
    text('labelQuestion', { number, scene: cluster.scene }),
    text('labelShots', {
      count: cluster.shots.length,
      seconds: cluster.seconds.toFixed(1),
      share: percent(cluster.weight / total),
      times: times.slice(0, 3).join('、') + (times.length > 3 ? ' …' : ''),
    }),
    ...pictures.map((file) => text('labelPicture', { file })),
    ...(cluster.oddest.distance < doubtfulDistance ? [] : [text('labelMixed')]),
    ...(cluster.likelyScene === null ? [] : [text('labelLikely', { scene: cluster.likelyScene.heading })]),
    ...tied.map(({ location, match }) => text('labelTied', { photo: match.photo.path, location: location.name })),
    text('labelKnown', { evidence: known.length === 0 ? text('labelNothingKnown') : known.join('；') }),
    text('labelWhy', {
      chance: percent(estimate.chances.get(cluster.id)!),
      share: percent(cluster.weight / total),
      low: percent(estimate.low),
      high: percent(estimate.high),
      certifiedLow: percent(estimate.certified.low),
      certifiedHigh: percent(estimate.certified.high),
      threshold: percent(options.threshold),
      probability: percent(estimate.probability),
    }),
    text('labelKeys', { zone: options.zone.name }),
  ].join('\n');
}

/**
 * Writes the pictures of a cluster and says where they are.
 *
 * @throws EnvironmentError when they cannot be written.
 */
export async function writePictures(
  { shots, oddest }: CountedCluster,
  { built, store, folder }: { readonly built: BuiltSubmission; readonly store: TrackStore; readonly folder: string },
): Promise<string[]> {
  const longest = shots.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0]!;
  // The second one shows whether the group is one place.
  const chosen = [...new Set([longest, oddest.shot])];
  const files: string[] = [];
  for (const { episode, start, end, picture } of chosen) {
    const still = nearestStill(built.tracks.get(episode), picture ?? (start + end) / 2);
    const bytes = still === null ? null : await store.bytes(still.sha256);
    if (still === null || bytes === null) continue;
    const file = join(folder, stillName(episode, still));
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(file, bytes);
    } catch (cause) {
      const detail = (cause as NodeJS.ErrnoException).code ?? String(cause);
      throw new EnvironmentError('outputUnwritable', { path: file, detail }, { cause });
    }
    files.push(file);
  }
  return files;
}
