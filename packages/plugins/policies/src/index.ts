import { definePlugin, type PackSource, type Plugin } from '@shenpian/core';

const inFolder = (folder: string, ids: readonly string[]): PackSource[] =>
  ids.map((id) => ({ file: new URL(`../${folder}/${id}.yaml`, import.meta.url) }));

/** Policy packs 政策包 and dated national standards 标准, as data. */
const policies: Plugin = definePlugin({
  name: '@shenpian/plugin-policies',
  policyPacks: inFolder('packs', ['pingyuan-2025', 'foshan-2024', 'datong-2025']),
  standards: inFolder('standards', [
    'nrta-order-16',
    'nrta-ai-tiers-2026',
    'nrta-tiers-2026',
    'gb-45438-2025',
    'nrta-title-2024',
    'nrta-2024-35',
    'nrta-2020-10',
  ]),
});

export default policies;
