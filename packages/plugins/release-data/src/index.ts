import { definePlugin } from '@shenpian/core';
import { releaseData } from './release-data.ts';

export {
  commentFeatures,
  opinions,
  trainClassifier,
  type CommentClassifier,
  type LabelledComment,
  type Opinion,
} from './comment-classifier.ts';
export { parseCount, type Count } from './count-text.ts';
export {
  classifierOf,
  measure,
  shippedClassifier,
  shippedComments,
  type LabelledComments,
  type MeasuredClassifier,
  type MeasuredErrors,
} from './labelled-comments.ts';
export { releaseDataOptionsSchema, type ReleaseDataOptions } from './options.ts';
export { positiveShare, type ShareEstimate } from './positive-share.ts';
export { releaseData } from './release-data.ts';

export default definePlugin({ name: '@shenpian/plugin-release-data', checkers: [releaseData] });
