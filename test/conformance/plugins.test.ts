import { loadPlugins, pluginContract } from '@shenpian/core';
import { bundledPlugins } from '../../packages/cli/dist/bundled-plugins.js';
import { access } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const plugins = await loadPlugins(bundledPlugins);

describe.each(plugins.map((plugin, i) => ({ name: plugin.name, plugin, url: bundledPlugins[i] ?? '' })))(
  '$name',
  ({ plugin, url }) => {
    it('keeps the contract', async () => {
      const broken = (await pluginContract(plugin)).filter((result) => result.broken !== null);
      expect(broken).toEqual([]);
    });

    it('has a README beside its package.json', async () => {
      await expect(access(new URL('../README.md', url))).resolves.toBeUndefined();
    });
  },
);
