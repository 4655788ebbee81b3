import { definePlugin } from '@shenpian/core';
import { burnedIn } from './burned-in.ts';
import { subtitleCues } from './cues.ts';
import { screenTexts } from './screen-text.ts';
import { soundActivity } from './sound-activity.ts';
import { subtitlesChecker } from './subtitles.ts';

export { describeEngines, openEngine, type EngineChoice } from './engine-choice.ts';
export {
  EngineError,
  engineIds,
  type Engine,
  type EngineId,
  type EngineStatus,
  type StillReading,
  type TextLine,
} from './engine.ts';
export { burnedIn, burnedInSchema, burnedInTrack, type BurnedIn } from './burned-in.ts';
export { subtitleCues } from './cues.ts';
export { screenTexts, screenTextOptionsSchema, type ScreenTextOptions } from './screen-text.ts';
export {
  soundActivity,
  soundActivityOptionsSchema,
  soundActivityTrack,
  type SoundActivity,
  type SoundActivityOptions,
} from './sound-activity.ts';
export { subtitlesChecker } from './subtitles.ts';
export { subtitlesOptionsSchema, type SubtitlesOptions } from './subtitles-options.ts';
export {
  cuesOptionsSchema,
  readingOptionsSchema,
  regionSchema,
  type CuesOptions,
  type ReadingOptions,
} from './options.ts';
export { subtitleMessages } from './messages.ts';
export { toPlainText, toSrt, toVtt, type TimedText } from './formats.ts';
export { comparable, similarity } from './comparison.ts';
export { cropPicture, decodePicture, encodePicture, fractionsOf, resizePicture, type PixelBox } from './crop.ts';
export type { LineText } from './line-text.ts';
export { boxOverlap } from './reading.ts';
export type { Alternative, Character } from './recognition.ts';
export { borrowReader, closeReaders, openReaders, type Reader } from './reader.ts';

export default definePlugin({
  name: '@shenpian/plugin-subtitle-ocr',
  tracks: [burnedIn, subtitleCues, screenTexts, soundActivity],
  checkers: [subtitlesChecker],
});
