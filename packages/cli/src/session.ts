import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  defaultStoreFolder,
  importModule,
  loadConfig,
  loadRegistry,
  openTrackStore,
  resolvePlugin,
  type LoadedConfig,
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

/** What a command works with. */
export interface Session {
  readonly terminal: Terminal;
  readonly json: boolean;
  readonly config: LoadedConfig;
  readonly registry: Registry;
  readonly store: TrackStore;
}

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
  const own = config.plugins.map((specifier) => resolvePlugin(specifier, config.folder));
  const packs = [
    ...config.policies.map((file) => resolve(config.folder, file)),
    ...policies.map((file) => resolve(file)),
  ];
  const registry = await loadRegistry(
    [...bundledPlugins, ...own],
    [...config.disable, ...disabled],
    packs.map((file) => ({ file: pathToFileURL(file) })),
  );
  return {
    terminal: terminalFor(given),
    json: given.json === true,
    config,
    registry,
    store: openTrackStore(given.cacheDir ?? defaultStoreFolder()),
  };
}
