import { definePlugin, type Plugin } from '@shenpian/core';

/** Policy packs 政策包 and dated national standards 标准, as data. */
const policies: Plugin = definePlugin({
  name: '@shenpian/plugin-policies',
  policyPacks: [{ file: new URL('../packs/pingyuan-2025.yaml', import.meta.url) }],
  standards: [{ file: new URL('../standards/nrta-order-16.yaml', import.meta.url) }],
});

export default policies;
