import { lstat, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import type { Problem } from '../errors.ts';
import type { DataTable } from '../work/data-table.ts';
import type { Input } from '../work/input.ts';
import type { IndustryEvent } from '../work/event.ts';
import type { Script } from '../work/script.ts';
import type { Episode, EvidenceDocument, Location, Series, SidecarSubtitles } from '../work/series.ts';
import { readDataTable } from './data-table-file.ts';
import { readEmbeddedSubtitles } from './embedded-subtitles.ts';
import { episodeNumber } from './episode-number.ts';
import { examine, findFiles, type FoundFile } from './find-files.ts';
import { hashFile } from './hash-file.ts';
import { readManifest, usualEpisodes, type Manifest } from './manifest.ts';
import { collect, defaultMaxMinutes, readEpisodes } from './read-episodes.ts';
import { readScript } from './script-file.ts';
import { readSubtitles } from './subtitle-file.ts';
import { vocabularyOf } from './vocabulary.ts';

/** The name of the file that describes a submission. */
export const manifestName = 'drama.yaml';

/** What could be read of a submission, and what could not. `series` is null when there is nothing to check. */
export interface Submission {
  /** Absolute. */
  readonly folder: string;
  readonly series: Series | null;
  readonly problems: readonly Problem[];
  /** Episodes handed in, or missing in the numbering, that are not in `series`. */
  readonly unreadEpisodes: number;
}

async function readScripts(folder: string, manifest: Manifest, problems: Problem[]): Promise<Script[]> {
  if (manifest.scripts === undefined) return [];
  const found = await findFiles(folder, manifest.scripts, 'scripts');
  problems.push(...found.problems);
  const scripts: Script[] = [];
  for (const { file, path } of found.files) {
    const script = await collect(problems, () => readScript(file, path));
    if (script !== null) scripts.push(script);
  }
  return scripts;
}

/** Without the keys that were not given. */
function present<Values extends object>(values: Values): { [Key in keyof Values]?: Exclude<Values[Key], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Values]?: Exclude<Values[Key], undefined> };
}

const stem = (path: string): string => basename(path, extname(path));

/** The episode whose file name a subtitle file's name begins with; `10` does not begin with `1`. */
function namesake(path: string, episodes: readonly Episode[]): Episode | undefined {
  const name = stem(path);
  return episodes
    .filter(({ input }) => name.startsWith(stem(input.path)) && !/^\d/.test(name.slice(stem(input.path).length)))
    .toSorted((a, b) => stem(b.input.path).length - stem(a.input.path).length)[0];
}

async function withSubtitles(
  folder: string,
  manifest: Manifest,
  episodes: Episode[],
  problems: Problem[],
): Promise<Episode[]> {
  if (manifest.subtitles === undefined) return episodes;
  const found = await findFiles(folder, manifest.subtitles, 'subtitles');
  problems.push(...found.problems);
  const byEpisode = new Map<Episode, SidecarSubtitles>();
  for (const { file, path } of found.files) {
    const episode = namesake(path, episodes) ?? episodes.find(({ number }) => number === episodeNumber(path));
    if (episode === undefined) {
      problems.push({ code: 'subtitleWithoutEpisode', path, data: {} });
      continue;
    }
    const cues = await collect(problems, () => readSubtitles(file, path));
    if (cues !== null) byEpisode.set(episode, { ...(await hashFile({ file, path })), source: 'sidecar', cues });
  }
  return episodes.map((episode) => ({ ...episode, subtitles: byEpisode.get(episode) ?? null }));
}

/** Episodes for which nothing was handed in take the text stream of their video. */
async function withEmbedded(
  episodes: readonly Episode[],
  problems: Problem[],
  signal: AbortSignal | undefined,
): Promise<Episode[]> {
  const read: Episode[] = [];
  for (const episode of episodes) {
    const { input, subtitles } = episode;
    const found = subtitles === null ? await collect(problems, () => readEmbeddedSubtitles(input, signal)) : null;
    if (found?.problem) problems.push(found.problem);
    const { path, file, sha256, bytes } = input;
    read.push(
      found === null
        ? episode
        : { ...episode, subtitles: { path, file, sha256, bytes, source: 'embedded', cues: found.cues } },
    );
  }
  return read;
}

async function takeIn(
  folder: string,
  given: string | readonly string[],
  key: string,
  problems: Problem[],
): Promise<Input[]> {
  const found = await findFiles(folder, given, key);
  problems.push(...found.problems);
  const inputs: Input[] = [];
  for (const file of found.files) {
    const input = await collect(problems, () => hashFile(file));
    if (input !== null) inputs.push(input);
  }
  return inputs;
}

async function readLocations(folder: string, manifest: Manifest, problems: Problem[]): Promise<Location[]> {
  const locations: Location[] = [];
  for (const { name, district, point, photos, scenes } of manifest.locations) {
    locations.push({
      name,
      district: district ?? null,
      point: point ?? null,
      photos: photos === undefined ? [] : await takeIn(folder, photos, `locations.${name}.photos`, problems),
      scenes: scenes ?? [],
    });
  }
  return locations;
}

async function readEvidence(folder: string, manifest: Manifest, problems: Problem[]): Promise<EvidenceDocument[]> {
  const documents: EvidenceDocument[] = [];
  for (const [type, given] of Object.entries(manifest.evidence)) {
    for (const entry of Array.isArray(given) ? given : [given]) {
      const { file, issued = null } = typeof entry === 'string' ? { file: entry } : entry;
      for (const input of await takeIn(folder, file, `evidence.${type}`, problems)) {
        documents.push({ ...input, type, issued });
      }
    }
  }
  return documents;
}

/** Evidence of such a type is read as a table: `expense-ledger`, `event-ledger`. */
const isLedger = (type: string): boolean => type.endsWith('-ledger');

async function readTables(
  folder: string,
  { release }: Manifest,
  evidence: readonly EvidenceDocument[],
  problems: Problem[],
): Promise<DataTable[]> {
  const named: { key: string; found: FoundFile }[] = [];
  for (const [key, given] of [
    ['release.metrics', release?.metrics],
    ['release.comments', release?.comments],
  ] as const) {
    if (given === undefined) continue;
    const { files, problems: missing } = await findFiles(folder, given, key);
    problems.push(...missing);
    named.push(...files.map((found) => ({ key, found })));
  }
  for (const found of evidence) {
    if (isLedger(found.type)) named.push({ key: `evidence.${found.type}`, found });
  }
  const tables: DataTable[] = [];
  for (const { key, found } of named) {
    const table = await collect(problems, () => readDataTable(found, key));
    if (table !== null) tables.push(table);
  }
  return tables;
}

/** Scene ids that a location names and no script has: a typo there would silently cost local minutes. */
function checkScenes(locations: readonly Location[], scripts: readonly Script[], problems: Problem[]): void {
  if (scripts.length === 0) return;
  const known = scripts.flatMap(({ scenes }) => scenes.map(({ id }) => id));
  for (const { name, scenes } of locations) {
    for (const scene of scenes) {
      const prefix = scene.endsWith('*') ? scene.slice(0, -1) : null;
      if (known.some((id) => (prefix === null ? id === scene : id.startsWith(prefix)))) continue;
      problems.push({ code: 'sceneUnknown', path: manifestName, data: { location: name, scene } });
    }
  }
}

/** An event needs no series: where drama.yaml names no videos, none are missed. */
function isEventAlone({ event, episodes }: Manifest): boolean {
  return event !== undefined && episodes === usualEpisodes;
}

function eventOf({ event }: Manifest): IndustryEvent | null {
  if (event === undefined) return null;
  const { name, place = null, start = null, end = null } = event;
  return { name, place, start, end };
}

/**
 * Reads a submission folder. What cannot be read is in `problems`; the rest is still there to be checked.
 *
 * @throws the abort reason when cancelled while a video's text stream is read
 */
export async function readSubmission(
  given: string,
  { maxMinutes = defaultMaxMinutes, signal }: { readonly maxMinutes?: number; readonly signal?: AbortSignal } = {},
): Promise<Submission> {
  const folder = resolve(given);
  const nothing = (...problems: Problem[]): Submission => ({ folder, series: null, problems, unreadEpisodes: 0 });
  const info = await stat(folder).catch(() => null);
  if (info === null || !info.isDirectory()) return nothing({ code: 'submissionMissing', path: given, data: {} });
  const manifestFile = join(folder, manifestName);
  if ((await lstat(manifestFile).catch(() => null)) === null) {
    return nothing({ code: 'manifestMissing', path: given, data: {} });
  }
  const found = await examine(folder, await realpath(folder), manifestFile);
  if ('code' in found) return nothing(found);
  const manifest = await readManifest(manifestFile, manifestName);
  if (Array.isArray(manifest)) return nothing(...manifest);

  const read = await readEpisodes(folder, manifest, maxMinutes);
  const { episodes: videos, missing } = read;
  const problems = read.problems.filter(({ code }) => !(code === 'patternMatchedNothing' && isEventAlone(manifest)));
  const unreadEpisodes = problems.length;
  const scripts = await readScripts(folder, manifest, problems);
  const withFiles = await withSubtitles(folder, manifest, videos, problems);
  const episodes = await withEmbedded(withFiles, problems, signal);
  const locations = await readLocations(folder, manifest, problems);
  const evidence = await readEvidence(folder, manifest, problems);
  const tables = await readTables(folder, manifest, evidence, problems);
  checkScenes(locations, scripts, problems);
  if (episodes.length === 0 && scripts.length === 0 && manifest.event === undefined) {
    const patterns = typeof manifest.episodes === 'string' ? manifest.episodes : 'episodes';
    return nothing({ code: 'noEpisodes', path: given, data: { patterns } }, ...problems);
  }
  const series: Series = {
    title: manifest.title,
    producer: { name: manifest.producer?.name ?? null, licence: manifest.producer?.licence ?? null },
    kind: manifest.kind,
    ...(manifest.subject === undefined ? {} : { subjects: manifest.subject }),
    investment: manifest.investment ?? null,
    ...(manifest.costs === undefined ? {} : { costs: present(manifest.costs) }),
    episodes: episodes.map((episode) => ({
      ...episode,
      vocabulary: vocabularyOf(episode, { scripts, locations, episodes: episodes.length }),
      locations,
      documents: evidence,
    })),
    ...(missing === null ? {} : { missingEpisodes: missing }),
    scripts,
    locations,
    filing: {
      date: manifest.filing?.date ?? null,
      number: manifest.filing?.number ?? null,
      ...present({ tier: manifest.filing?.tier }),
    },
    claims: manifest.claims,
    evidence,
    release: {
      platforms: manifest.release?.platforms ?? [],
      ...present({ recommended: manifest.release?.recommended, revenue: manifest.release?.revenue }),
    },
    event: eventOf(manifest),
    tables,
  };
  return { folder, series, problems, unreadEpisodes };
}
