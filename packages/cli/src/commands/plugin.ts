import { cp, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvironmentError, loadPlugins, pluginContract, resolvePlugin } from '@shenpian/core';
import type { CommandModule } from 'yargs';
import { bundledPlugins } from '../bundled-plugins.ts';
import { exitCodes } from '../exit-code.ts';
import { runCommand } from '../run-command.ts';
import { openSession, type GlobalOptions } from '../session.ts';
import type { Terminal } from '../output/terminal.ts';

interface PluginArguments extends GlobalOptions {
  readonly action: string;
  readonly name: string | undefined;
  readonly dir: string | undefined;
}

/** In the published package, then in the repository. */
const templates = ['../../templates/plugin/', '../../../../templates/plugin/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

async function fillIn(folder: string, words: Readonly<Record<string, string>>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const fill = (text: string): string =>
      text.replaceAll(/__(\w+?)__/g, (whole, word: string) => words[word] ?? whole);
    await writeFile(file, fill(await readFile(file, 'utf8')));
    await rename(file, join(entry.parentPath, fill(entry.name)));
  }
}

async function makePlugin(name: string, given: string | undefined, terminal: Terminal): Promise<void> {
  const folder = resolve(given ?? name);
  if ((await readdir(folder).catch(() => [])).length > 0) {
    throw new EnvironmentError('outputUnwritable', { path: folder, detail: terminal.text('pluginExists') });
  }
  for (const template of templates) {
    if ((await stat(template).catch(() => null)) === null) continue;
    await mkdir(folder, { recursive: true });
    await cp(template, folder, { recursive: true });
    const camel = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    await fillIn(folder, { name, camelName: camel });
    terminal.result(terminal.text('pluginMade', { folder }));
    return;
  }
  throw new EnvironmentError('pluginMissing', { plugin: 'templates/plugin', detail: 'not installed' });
}

/** `shenpian plugin list|new|test` */
export const plugin: CommandModule<GlobalOptions, PluginArguments> = {
  command: 'plugin <action> [name]',
  describe: 'plugins: list, new, test · 插件',
  builder: (yargs) =>
    yargs
      .positional('action', {
        type: 'string',
        choices: ['list', 'new', 'test'],
        demandOption: true,
        describe: 'list, new or test · 列出、新建、测试',
      })
      .positional('name', { type: 'string', describe: 'name, package or file · 名称、包或文件' })
      .option('dir', { type: 'string', describe: 'folder of a new plugin · 新插件的位置' }),
  handler: (given) =>
    runCommand(given, async (terminal) => {
      if (given.action === 'new') {
        if (given.name === undefined || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(given.name)) {
          terminal.complain(terminal.text('pluginName'));
          return exitCodes.unreadable;
        }
        await makePlugin(given.name, given.dir, terminal);
        return exitCodes.clean;
      }
      if (given.action === 'test') {
        const urls = given.name === undefined ? bundledPlugins : [resolvePlugin(given.name, process.cwd())];
        let failed = 0;
        for (const loaded of await loadPlugins(urls)) {
          for (const { title, broken } of await pluginContract(loaded)) {
            if (broken !== null) failed += 1;
            terminal.result(
              `${broken === null ? '✓' : '✗'} ${loaded.name}: ${title}${broken === null ? '' : `  ${broken}`}`,
            );
          }
        }
        return failed === 0 ? exitCodes.clean : exitCodes.violations;
      }
      const { registry, json } = await openSession(given);
      const plugins = (await loadPlugins(registry.plugins)).map((each) => ({
        name: each.name,
        tracks: each.tracks.map(({ type }) => type.id),
        checkers: each.checkers.map(({ id }) => id),
        reporters: each.reporters.map(({ id }) => id),
        packs: each.policyPacks.length + each.standards.length,
      }));
      if (json) terminal.result(JSON.stringify(plugins));
      else {
        for (const { name, tracks, checkers, reporters, packs } of plugins) {
          const lists = {
            tracks: tracks.join(', ') || '—',
            checkers: checkers.join(', ') || '—',
            reporters: reporters.join(', ') || '—',
          };
          terminal.result(terminal.text('pluginLine', { name, ...lists, packs }));
        }
      }
      return exitCodes.clean;
    }),
};
