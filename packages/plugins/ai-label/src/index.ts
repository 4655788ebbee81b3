import { definePlugin } from '@shenpian/core';
import { aiLabel } from './ai-label.ts';
import { aiLabels } from './labels-track.ts';

export {
  aigcJson,
  conforms,
  readAigc,
  type AigcMetadata,
  type AigcValues,
  type MetadataProblem,
} from './aigc-metadata.ts';
export { aiLabel } from './ai-label.ts';
export { metadataRule, visibleRule, type DatedRule, type MetadataRule, type VisibleRule } from './label-rules.ts';
export { labelWords, type LabelWords } from './label-text.ts';
export { aiLabels, aiLabelSchema, aiLabelsTrack, type AiLabel } from './labels-track.ts';
export { aiLabelOptionsSchema, type AiLabelOptions } from './options.ts';

export default definePlugin({
  name: '@shenpian/plugin-ai-label',
  tracks: [aiLabels],
  checkers: [aiLabel],
});
