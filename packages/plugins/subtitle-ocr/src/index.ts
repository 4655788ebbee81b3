import { definePlugin } from '@shenpian/core';
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
  type PixelRow,
  type StillReading,
  type TextLine,
} from './engine.ts';
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
export { cuesOptionsSchema, regionSchema, type CuesOptions } from './options.ts';
export { subtitleMessages } from './messages.ts';
export { toPlainText, toSrt, toVtt, type TimedText } from './formats.ts';
export { comparable, similarity } from './comparison.ts';
export { borrowReader, closeReaders, type Reader } from './reader.ts';

export default definePlugin({
  name: '@shenpian/plugin-subtitle-ocr',
  tracks: [subtitleCues, screenTexts, soundActivity],
  checkers: [subtitlesChecker],
});
