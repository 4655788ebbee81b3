import { definePlugin } from '@shenpian/core';
import { lookedAtStills } from './visual-safety-track.ts';
import { visualSafety } from './visual-safety.ts';

export { openClassifier, type PictureClasses, type PictureClassifier } from './classifier/classifier.ts';
export { visualSafetyOptionsSchema, type VisualSafetyOptions } from './options.ts';
export { lookedAtSchema, lookedAtStills, visualSafetyTrack, type LookedAt } from './visual-safety-track.ts';
export { visualSafety } from './visual-safety.ts';

export default definePlugin({
  name: '@shenpian/plugin-visual-safety',
  tracks: [lookedAtStills],
  checkers: [visualSafety],
});
