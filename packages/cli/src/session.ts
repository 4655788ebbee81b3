import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  defaultStoreFolder,
  importModule,
  loadConfig,
  loadRegistry,
  loadTracks,
  openTrackStore,
  resolvePlugin,
  type LoadedConfig,
  type PluginUrl,
  type Registry,
  type TrackStore,
} from '@shenpian/core';
import { bundledPlugins } from './bundled-plugins.ts';
import { detectLanguage } from './output/language.ts';
import { openTerminal, type Terminal } from './output/terminal.ts';

/** Options that every command has, as yargs declares them. */
export interface GlobalOptions {
  readonly lang: string | undefined;
  readonly json: boolean | undefined;
  readonly quiet: boolean | undefined;
  readonly config: string | undefined;
  readonly 'cache-dir': string | undefined;
}

/** Options that every command has, as a handler gets them. */
export type GlobalArguments = Omit<GlobalOptions, 'cache-dir'> & { readonly cacheDir?: string | undefined };

/** What every command works with. */
interface Basics {
  readonly terminal: Terminal;
  readonly json: boolean;
  readonly config: LoadedConfig;
  readonly store: TrackStore;
}

/** What a command works with. */
export interface Session extends Basics {
  readonly registry: Registry;
}

/** What a command that reads one track works with. */
export interface TrackSession extends Basics, Pick<Registry, 'provided'> {}

/** The terminal of a command, before anything is loaded. */
export function terminalFor(given: GlobalArguments): Terminal {
  return openTerminal(detectLanguage(given.lang, process.env), given.quiet === true);
}

/**
 * Loads the configuration and the plugins.
 *
 * @param disabled checkers to leave out, besides those of the configuration
 * @param policies YAML files of packs and standards, besides those of the configuration
 */
export async function openSession(
  given: GlobalArguments,
  disabled: readonly string[] = [],
  policies: readonly string[] = [],
): Promise<Session> {
  const config = await loadConfig(given.config, importModule);
  const packs = [
    ...config.policies.map((file) => resolve(config.folder, file)),
    ...policies.map((file) => resolve(file)),
  ];
  const registry = await loadRegistry(
    [...bundledPlugins, ...ownPlugins(config)],
    [...config.disable, ...disabled],
    packs.map((file) => ({ file: pathToFileURL(file) })),
  );
  return { ...basics(given, config), registry };
}

/**
 * Loads the configuration and what one track needs.
 *
 * @param plugin the bundled plugin that brings the track and all that it reads
 */
export async function openTrackSession(given: GlobalArguments, plugin: PluginUrl): Promise<TrackSession> {
  const config = await loadConfig(given.config, importModule);
  const own = ownPlugins(config);
  // A plugin of the user's may stand in for any track, and read any other.
  const provided = await loadTracks(own.length === 0 ? [plugin] : [...bundledPlugins, ...own]);
  return { ...basics(given, config), provided };
}

function ownPlugins({ plugins, folder }: LoadedConfig): PluginUrl[] {
  return plugins.map((specifier) => resolvePlugin(specifier, folder));
}

function basics(given: GlobalArguments, config: LoadedConfig): Basics {
  return {
    terminal: terminalFor(given),
    json: given.json === true,
    config,
    store: openTrackStore(given.cacheDir ?? defaultStoreFolder()),
  };
}
