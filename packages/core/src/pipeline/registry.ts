import { fileURLToPath } from 'node:url';
import { EnvironmentError } from '../errors.ts';
import type { CheckerDefinition } from '../checkers/define-checker.ts';
import type { FactDeclaration } from '../findings/fact.ts';
import type { Localized } from '../findings/message.ts';
import type { PackSource } from '../policy/define-pack.ts';
import { loadPack } from '../policy/load-pack.ts';
import type { LoadedPack } from '../policy/compile-pack.ts';
import { describePackProblem } from '../policy/pack-problem.ts';
import { seriesFactDeclarations } from '../policy/series-facts.ts';
import type { ReporterDefinition } from '../report/define-reporter.ts';
import { jsonReporter } from '../report/json-reporter.ts';
import type { TrackDefinition } from '../tracks/define-track.ts';
import { planTracks, type ProvidedTrack } from '../tracks/plan-tracks.ts';
import { stillsTrack } from '../tracks/standard-tracks.ts';
import { stills } from '../tracks/stills-track.ts';
import { loadPlugins, type PluginUrl } from './load-plugins.ts';
import type { Plugin } from './plugin.ts';

/** Everything that the loaded plugins bring, checked against each other. */
export interface Registry {
  readonly plugins: readonly PluginUrl[];
  readonly provided: readonly ProvidedTrack[];
  /** In an order that satisfies `reads`. */
  readonly tracks: readonly TrackDefinition[];
  readonly checkers: readonly CheckerDefinition[];
  /** Those that were left out on request; the report says so. */
  readonly disabled: readonly CheckerDefinition[];
  readonly reporters: readonly ReporterDefinition[];
  readonly packs: readonly LoadedPack[];
  readonly factDeclarations: Readonly<Record<string, FactDeclaration>>;
}

/** The facts of a checker, each with who states it. */
function statedFacts({ id, title, facts }: CheckerDefinition): Record<string, FactDeclaration> {
  return withSource(facts, {
    'zh-CN': `检查器“${title['zh-CN']}”（${id}）`,
    en: `the checker "${title.en}" (${id})`,
  });
}

const applicant: Localized = { 'zh-CN': '申报单位', en: 'the applicant' };

function withSource(
  facts: Readonly<Record<string, FactDeclaration>>,
  from: Localized,
): Record<string, FactDeclaration> {
  return Object.fromEntries(Object.entries(facts).map(([id, declared]) => [id, { from, ...declared }]));
}

function tracksOf(plugins: readonly Plugin[]): ProvidedTrack[] {
  return [
    { plugin: '@shenpian/core', track: stills },
    ...plugins.flatMap(({ name, tracks }) => tracks.map((track) => ({ plugin: name, track }))),
  ];
}

/**
 * The tracks of plugins, for who reads a track and judges nothing: policy packs are not read, which takes as long as everything else.
 *
 * @throws EnvironmentError naming the plugin that cannot be loaded or has another shape.
 */
export async function loadTracks(urls: readonly PluginUrl[]): Promise<ProvidedTrack[]> {
  return tracksOf(await loadPlugins(urls));
}

/**
 * Loads plugins and checks that they fit together, before any video is opened.
 *
 * @param disabled ids of checkers to leave out
 * @param policies packs and standards besides those of the plugins
 * @throws EnvironmentError for a plugin, track, checker or pack that is missing, double, circular or invalid.
 */
export async function loadRegistry(
  urls: readonly PluginUrl[],
  disabled: readonly string[] = [],
  policies: readonly PackSource[] = [],
): Promise<Registry> {
  const plugins = await loadPlugins(urls);
  const owners = new Map<string, string>();
  const all: CheckerDefinition[] = [];
  for (const { name, checkers } of plugins) {
    for (const checker of checkers) {
      const first = owners.get(checker.id);
      if (first !== undefined) throw new EnvironmentError('checkerTwice', { id: checker.id, first, second: name });
      owners.set(checker.id, name);
      all.push(checker);
    }
  }
  for (const id of disabled) {
    if (!owners.has(id)) throw new EnvironmentError('checkerUnknown', { id, known: [...owners.keys()].join(', ') });
  }
  const checkers = all.filter(({ id }) => !disabled.includes(id));
  const provided = tracksOf(plugins);
  const tracks = planTracks(provided, [
    { id: stillsTrack.id, reader: 'report' },
    ...checkers.flatMap(({ id, reads, mayRead = [] }) =>
      [...reads, ...mayRead.filter((type) => provided.some(({ track }) => track.type.id === type.id))].map((type) => ({
        id: type.id,
        reader: id,
      })),
    ),
  ]);
  // A disabled checker's facts stay declared: a clause that needs them is open, not an error of the pack.
  const factDeclarations: Record<string, FactDeclaration> = Object.assign(
    withSource(seriesFactDeclarations, applicant),
    ...all.map(statedFacts),
  );
  const sources = [...plugins.flatMap(({ policyPacks, standards }) => [...policyPacks, ...standards]), ...policies];
  const packs = await Promise.all(
    sources.map(async ({ file }) => {
      const result = await loadPack(file, factDeclarations);
      if (result.ok) return result.pack;
      const [first] = result.problems;
      throw new EnvironmentError('packInvalid', {
        file: fileURLToPath(file),
        detail: first === undefined ? '' : describePackProblem(first),
      });
    }),
  );
  const ids = packs.map(({ pack }) => pack.id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new EnvironmentError('packTwice', { id: twice });
  return {
    plugins: urls,
    provided,
    tracks,
    checkers,
    disabled: all.filter(({ id }) => disabled.includes(id)),
    reporters: [jsonReporter, ...plugins.flatMap(({ reporters }) => reporters)],
    packs,
    factDeclarations,
  };
}
