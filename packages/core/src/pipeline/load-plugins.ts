import { fileURLToPath, pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import type * as Jiti from 'jiti';
import { z } from 'zod';
import { EnvironmentError } from '../errors.ts';
import { localizedSchema } from '../findings/finding.ts';
import type { Plugin } from './plugin.ts';

/** A plugin module by absolute file URL, so that the main thread and a worker load the same one. */
export type PluginUrl = string;

const array = z.array(z.looseObject({}));
const pluginSchema = z.looseObject({
  name: z.string().min(1),
  tracks: array,
  checkers: z.array(
    z.looseObject({ id: z.string(), title: localizedSchema, version: z.number(), reads: z.array(z.unknown()) }),
  ),
  reporters: array,
  policyPacks: array,
  standards: array,
});

/** A local plugin may import core and zod without installing them: it gets those of this program. */
const alias = {
  '@shenpian/core': fileURLToPath(new URL('../index.js', import.meta.url)),
  zod: fileURLToPath(import.meta.resolve('zod')),
};

const isTypeScript = (url: string): boolean => /\.[cm]?tsx?$/.test(url);

/** Imports a module by URL, TypeScript too. */
export async function importModule(url: string): Promise<unknown> {
  if (!isTypeScript(url) && url.includes('/node_modules/')) return import(url);
  const { createJiti } = await import('jiti');
  return createJiti(import.meta.url, { alias, interopDefault: false }).import(fileURLToPath(url));
}

/**
 * The URL of a plugin named by package name or by path.
 *
 * @param from folder that relative names start from
 * @throws EnvironmentError when there is none.
 */
export function resolvePlugin(specifier: string, from: string): PluginUrl {
  // Here and not at the top: only who names a plugin of their own waits for it.
  const { createJiti } = createRequire(import.meta.url)('jiti') as typeof Jiti;
  try {
    return createJiti(pathToFileURL(`${from}/`).href).esmResolve(specifier);
  } catch (cause) {
    throw new EnvironmentError(
      'pluginMissing',
      { plugin: specifier, detail: (cause as Error).message.split('\n')[0] ?? '' },
      { cause },
    );
  }
}

/**
 * Loads plugins. The default export of each module must be made by `definePlugin`.
 *
 * @throws EnvironmentError naming the plugin that cannot be loaded or has another shape.
 */
export async function loadPlugins(urls: readonly PluginUrl[]): Promise<Plugin[]> {
  return Promise.all(
    urls.map(async (url) => {
      const module = await importModule(url).catch((cause: Error) => {
        throw new EnvironmentError(
          'pluginMissing',
          { plugin: url, detail: cause.message.split('\n')[0] ?? '' },
          { cause },
        );
      });
      const plugin = (module as { default?: unknown }).default;
      const result = pluginSchema.safeParse(plugin);
      if (!result.success) {
        const detail = plugin === undefined ? 'no default export' : z.prettifyError(result.error).replaceAll('\n', ' ');
        throw new EnvironmentError('pluginInvalid', { plugin: url, detail });
      }
      return plugin as Plugin;
    }),
  );
}
