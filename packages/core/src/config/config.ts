import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { EnvironmentError } from '../errors.ts';

const configSchema = z.strictObject({
  /** npm packages or paths of `.ts` / `.js` files, relative to the configuration. */
  plugins: z.array(z.string().min(1)).default([]),
  /** Policy packs and standards of your own: YAML files, relative to the configuration. */
  policies: z.array(z.string().min(1)).default([]),
  /** Options by track or checker id. */
  options: z.record(z.string(), z.unknown()).default({}),
  /** Ids of checkers to leave out. */
  disable: z.array(z.string()).default([]),
});

/** What shenpian.config.ts may say. */
export type Config = z.input<typeof configSchema>;

/** A configuration that was read. `folder` is where its relative names start. */
export interface LoadedConfig extends z.output<typeof configSchema> {
  readonly folder: string;
}

/** Types a configuration file: `export default defineConfig({ … })`. */
export function defineConfig(config: Config): Config {
  return config;
}

const names = ['shenpian.config.ts', 'shenpian.config.js', 'shenpian.config.mjs'];

/**
 * Reads the configuration: the file named, else the one in the working folder. Never one inside a submission: a
 * configuration is code, and a submission comes from a stranger.
 *
 * @param importModule how a module, TypeScript too, is imported by URL
 * @throws EnvironmentError when the named file is missing or its content is not valid.
 */
export async function loadConfig(
  named: string | undefined,
  importModule: (url: string) => Promise<unknown>,
): Promise<LoadedConfig> {
  const candidates = named === undefined ? names.map((name) => join(process.cwd(), name)) : [resolve(named)];
  for (const file of candidates) {
    if ((await stat(file).catch(() => null)) === null) continue;
    const module = await importModule(pathToFileURL(file).href).catch((cause: Error) => {
      throw new EnvironmentError('configInvalid', { file, detail: cause.message.split('\n')[0] ?? '' }, { cause });
    });
    const result = configSchema.safeParse((module as { default?: unknown }).default);
    if (!result.success) {
      throw new EnvironmentError('configInvalid', {
        file,
        detail: z.prettifyError(result.error).replaceAll('\n', ' '),
      });
    }
    return { ...result.data, folder: dirname(file) };
  }
  if (named !== undefined) throw new EnvironmentError('configInvalid', { file: named, detail: 'no such file' });
  return { ...configSchema.parse({}), folder: process.cwd() };
}
