export { pluginContract as checkerContract, type ContractResult } from '@shenpian/core';
export {
  sampleEpisode,
  sampleSeries,
  testChecker,
  type CheckerCase,
  type ExpectedFinding,
  type TestRunner,
} from './checker-tester.ts';
export { makeEpisode, type EpisodePlan, type MadeShot, type MadeSubtitle } from './make-episode.ts';
export { inkHeight, type MadeText } from './drawn-text.ts';
