import { definePlugin } from '@shenpian/core';
import { openingTexts } from './opening-text-track.ts';
import { titleCard } from './title-card.ts';

export { openingLines } from './opening-lines.ts';
export { numberSight, type NumberSight, type ShownNumber } from './number-sight.ts';
export { numberFormats, numberFormatsSchema, type NumberFormat, type NumberFormats } from './number-formats.ts';
export { parseNumber, sameNumber, type NumberParts, type ReadNumber } from './number-text.ts';
export {
  closeUpSchema,
  lineReadingSchema,
  openingTextSchema,
  openingTextTrack,
  type LineCloseUp,
  type LineReading,
  type OpeningText,
} from './opening-text.ts';
export { openingTexts } from './opening-text-track.ts';
export { inAll, noEpisodes } from './answers.ts';
export { isDialogue } from './dialogue.ts';
export {
  openingTextOptionsSchema,
  titleCardOptionsSchema,
  type OpeningTextOptions,
  type TitleCardOptions,
} from './options.ts';
export { titleCard } from './title-card.ts';

export default definePlugin({
  name: '@shenpian/plugin-title-card',
  tracks: [openingTexts],
  checkers: [titleCard],
});
