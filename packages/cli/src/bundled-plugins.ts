import type { PluginUrl } from '@shenpian/core';

/** The plugins that come with the command line, in the order of their checks. */
export const bundledPlugins: readonly PluginUrl[] = [
  '@shenpian/plugin-shots',
  '@shenpian/plugin-subtitle-ocr',
  '@shenpian/plugin-sensitive-terms',
  '@shenpian/plugin-place-evidence',
  '@shenpian/plugin-local-scene-ratio',
  '@shenpian/plugin-technical-quality',
  '@shenpian/plugin-title-card',
  '@shenpian/plugin-ai-label',
  '@shenpian/plugin-release-data',
  '@shenpian/plugin-expense-ledger',
  '@shenpian/plugin-contact-baits',
  '@shenpian/plugin-visual-safety',
  '@shenpian/plugin-policies',
  '@shenpian/web',
].map((name) => import.meta.resolve(name));
