import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildTracks,
  emptySeries,
  openTrackStore,
  probe,
  runChecker,
  shotsTrack,
  trackItems,
  type CheckerOutput,
  type Episode,
  type Series,
} from '@shenpian/core';
import shotsPlugin from '../../shots/dist/index.js';
import plugin, { signalTrack, technicalQuality } from '../dist/index.js';

/** A new folder, and how to remove it. */
export async function temporaryFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'shenpian-quality-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A file as the n-th episode. */
export async function episodeOf(file: string, number = 1): Promise<Episode> {
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  const path = `episodes/${file.split(/[\\/]/).at(-1)}`;
  const input = { path, file, sha256, bytes: (await stat(file)).size, probe: await probe(file, path) };
  return { number, title: null, subtitles: null, input };
}

/** Decodes files as the episodes of a series and runs the checker over them. */
export async function checkFiles(
  files: readonly string[],
  cache: string,
  { options = {}, ...parts }: Partial<Series> & { readonly options?: unknown } = {},
): Promise<CheckerOutput & { readonly tracks: Readonly<Record<number, Record<string, readonly unknown[]>>> }> {
  const episodes = await Promise.all(files.map((file, i) => episodeOf(file, i + 1)));
  const tracks: Record<number, Record<string, readonly unknown[]>> = {};
  for (const episode of episodes) {
    const built = await buildTracks(episode, [...shotsPlugin.tracks, ...plugin.tracks], {
      store: openTrackStore(cache),
      options: {},
      signal: new AbortController().signal,
    });
    const track = built.tracks.get('signal');
    if (track !== undefined && 'error' in track) throw track.error;
    tracks[episode.number] = {
      signal: trackItems(built, signalTrack) ?? [],
      shots: trackItems(built, shotsTrack) ?? [],
    };
  }
  const series = { ...emptySeries, ...parts, episodes };
  const output = await runChecker(technicalQuality, { series, episodes, options, tracks });
  return { ...output, tracks };
}
