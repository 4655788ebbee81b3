import type { Problem } from '../errors.ts';
import { SubmissionError } from '../errors.ts';
import { probe } from '../media/probe.ts';
import type { Episode } from '../work/series.ts';
import { episodeNumber } from './episode-number.ts';
import { findFiles, type FoundFile } from './find-files.ts';
import { hashFile } from './hash-file.ts';
import type { Manifest } from './manifest.ts';

/** Longest file taken for one episode unless told otherwise, minutes. Order 16 art. 2 puts an episode under 20. */
export const defaultMaxMinutes = 60;

interface Candidate extends FoundFile {
  readonly number: number | null;
  readonly title: string | null;
}

async function findCandidates(
  folder: string,
  episodes: Manifest['episodes'],
  problems: Problem[],
): Promise<Candidate[]> {
  const candidates = new Map<string, Candidate>();
  for (const entry of typeof episodes === 'string' ? [episodes] : episodes) {
    const { file: pattern, number = null, title = null } = typeof entry === 'string' ? { file: entry } : entry;
    const found = await findFiles(folder, pattern, 'episodes');
    problems.push(...found.problems);
    for (const file of found.files) {
      candidates.set(file.path, { ...file, number: number ?? episodeNumber(file.path), title });
    }
  }
  const all = [...candidates.values()];
  // Names without any number: their order is their number.
  return all.every(({ number }) => number === null) ? all.map((each, i) => ({ ...each, number: i + 1 })) : all;
}

/** Runs `read`, turning its SubmissionError into a collected problem. */
export async function collect<Value>(problems: Problem[], read: () => Promise<Value>): Promise<Value | null> {
  try {
    return await read();
  } catch (thrown) {
    if (!(thrown instanceof SubmissionError)) throw thrown;
    problems.push({ code: thrown.code, path: thrown.path, data: thrown.data });
    return null;
  }
}

async function readEpisode(candidate: Candidate, maxMinutes: number): Promise<Episode> {
  const { path, file, title } = candidate;
  const found = await probe(file, path);
  const minutes = found.seconds / 60;
  if (minutes > maxMinutes) {
    throw new SubmissionError('tooLong', path, { minutes: Math.round(minutes), limit: maxMinutes });
  }
  const input = await hashFile(candidate);
  return { number: candidate.number ?? 0, title, input: { ...input, probe: found }, subtitles: null };
}

/** Reads the episodes of a submission, in order of number; those that cannot be read become problems. `missing`: numbers without a file. */
export async function readEpisodes(
  folder: string,
  manifest: Pick<Manifest, 'episodes'>,
  maxMinutes: number,
): Promise<{ episodes: Episode[]; missing: readonly number[] | null; problems: Problem[] }> {
  const problems: Problem[] = [];
  const candidates = await findCandidates(folder, manifest.episodes, problems);
  const byNumber = new Map<number, Candidate>();
  let next = Math.max(0, ...candidates.map(({ number }) => number ?? 0));
  for (const candidate of candidates) {
    const number = candidate.number ?? ++next;
    const first = byNumber.get(number);
    if (first === undefined) byNumber.set(number, { ...candidate, number });
    else problems.push({ code: 'episodeTwice', path: candidate.path, data: { number, other: first.path } });
  }
  const numbers = [...byNumber.keys()].toSorted((a, b) => a - b);
  const last = numbers.at(-1) ?? 0;
  // A number far beyond the count of files is not a gap; it may be any size.
  const span = last <= numbers.length * 11 ? last : 0;
  const missing = Array.from({ length: span }, (_, i) => i + 1).filter((number) => !byNumber.has(number));
  if (missing.length > 0) {
    const shown = missing.slice(0, 12).join('、') + (missing.length > 12 ? '…' : '');
    problems.push({ code: 'episodeGap', path: 'episodes', data: { numbers: shown } });
  }
  const episodes: Episode[] = [];
  for (const number of numbers) {
    const episode = await collect(problems, () => readEpisode(byNumber.get(number) as Candidate, maxMinutes));
    if (episode !== null) episodes.push(episode);
  }
  return { episodes, missing: span > 0 ? missing : null, problems };
}
