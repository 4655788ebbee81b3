import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { EnvironmentError, loadPlugins, loadRegistry, resolvePlugin } from '../../dist/index.js';
import { temporaryFolder } from '../made-episodes.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const folder = await temporaryFolder();
const fixture = (name: string) => resolvePlugin(`./${name}`, fixtures);

async function refusal(promise: () => Promise<unknown>): Promise<EnvironmentError> {
  const thrown: unknown = await promise().catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(EnvironmentError);
  return thrown as EnvironmentError;
}

describe('resolvePlugin', () => {
  test.each(['./three-tracks.ts', './misbehaving.mjs'])('a path: %s', (name) => {
    expect(resolvePlugin(name, fixtures)).toBe(new URL(`fixtures/${name.slice(2)}`, import.meta.url).href);
  });

  test('a package, from the folder of the configuration', async () => {
    const home = join(folder, 'node_modules', 'some-plugin');
    await mkdir(home, { recursive: true });
    await writeFile(
      join(home, 'package.json'),
      JSON.stringify({ name: 'some-plugin', type: 'module', exports: './plugin.js' }),
    );
    await writeFile(
      join(home, 'plugin.js'),
      "export default { name: 'some-plugin', tracks: [], checkers: [], reporters: [], policyPacks: [], standards: [] };",
    );
    const url = resolvePlugin('some-plugin', folder);
    expect((await loadPlugins([url])).map(({ name }) => name)).toEqual(['some-plugin']);
  });

  test.each(['not-installed', '@scope/not-installed', './not-there.ts'])('%s is missing', async (name) => {
    const error = await refusal(async () => loadPlugins([resolvePlugin(name, folder)]));
    expect(error.code).toBe('pluginMissing');
    expect(error.message).toContain(name.replace('./', ''));
  });
});

describe('loadPlugins', () => {
  test('JavaScript and TypeScript, with the core and zod of this program', async () => {
    const plugins = await loadPlugins([fixture('misbehaving.mjs'), fixture('three-tracks.ts')]);
    expect(plugins.map(({ name, tracks, checkers }) => [name, tracks.length, checkers.length])).toEqual([
      ['misbehaving', 0, 14],
      ['three-tracks', 3, 2],
    ]);
  });

  test.each([
    ['no-default.mjs', 'pluginInvalid', 'no default export'],
    ['wrong-shape.mjs', 'pluginInvalid', 'checkers'],
    ['throws.mjs', 'pluginMissing', 'broken while loading'],
  ])('%s is refused, by name and with the reason', async (name, code, reason) => {
    const error = await refusal(() => loadPlugins([fixture(name)]));
    expect(error.code).toBe(code);
    expect(error.message).toContain(name);
    expect(error.message).toContain(reason);
  });

  test('a TypeScript plugin with an error in it', async () => {
    const file = join(folder, 'broken.ts');
    await writeFile(file, 'export default {{{');
    expect((await refusal(() => loadPlugins([resolvePlugin('./broken.ts', folder)]))).code).toBe('pluginMissing');
  });
});

describe('loadRegistry', () => {
  test('tracks in order, facts declared, the json reporter always there', async () => {
    const registry = await loadRegistry([fixture('three-tracks.ts')]);
    expect(registry.tracks.map(({ type }) => type.id)).toEqual(['stills', 'brightness', 'band', 'loudness']);
    expect(registry.checkers.map(({ id }) => id)).toEqual(['frame-count', 'loud']);
    expect(Object.keys(registry.factDeclarations)).toContain('frames');
    expect(registry.reporters.map(({ id }) => id)).toEqual(['json']);
  });

  test('a disabled checker is left out, with the tracks that only it reads; its facts stay declared', async () => {
    const registry = await loadRegistry([fixture('three-tracks.ts')], ['frame-count']);
    expect(registry.tracks.map(({ type }) => type.id)).toEqual(['stills', 'loudness']);
    expect(registry.checkers.map(({ id }) => id)).toEqual(['loud']);
    expect(Object.keys(registry.factDeclarations)).toContain('frames');
  });

  test.each<[string, readonly string[], readonly string[], string, string]>([
    ['a track that nobody provides', ['unknown-track.mjs'], [], 'trackUnknown', 'nobody-makes-this'],
    ['a plugin twice', ['misbehaving.mjs', 'misbehaving.mjs'], [], 'checkerTwice', 'good-before'],
    ['disabling a checker that is not there', ['three-tracks.ts'], ['lout'], 'checkerUnknown', 'lout'],
  ])('%s is an error before any video is opened', async (_, names, disabled, code, word) => {
    const error = await refusal(() => loadRegistry(names.map(fixture), disabled));
    expect(error.code).toBe(code);
    expect(error.message).toContain(word);
  });
});
