import { definePlugin } from '@shenpian/core';
import { contactBaits } from './contact-baits.ts';
import { qrCodes } from './qr/qr-codes-track.ts';
import { standingMarks } from './standing/standing-marks-track.ts';
import { textTimes } from './standing/text-times-track.ts';

export { contactBaits } from './contact-baits.ts';
export {
  contactKinds,
  contactPatternSchema,
  contactPatternsSchema,
  type ContactKind,
  type ContactPattern,
  type ContactPatterns,
} from './contacts/contact-pattern.ts';
export { contactSearch, type ContactSearch, type FoundContact } from './contacts/contact-search.ts';
export { foldContactText, type FoldedText } from './contacts/folded-text.ts';
export { starterPatterns } from './contacts/starter-patterns.ts';
export { contactBaitsOptionsSchema, type ContactBaitsOptions } from './options.ts';
export { qrCodes, qrCodeSchema, qrCodesOptionsSchema, qrCodesTrack, type QrCode } from './qr/qr-codes-track.ts';
export { openQrReader, type QrReader } from './qr/qr-reader.ts';
export {
  standingMarks,
  standingMarkSchema,
  standingMarksTrack,
  type StandingMark,
} from './standing/standing-marks-track.ts';
export { textTimes, textTimesTrack, timedTextSchema, type TimedText } from './standing/text-times-track.ts';

export default definePlugin({
  name: '@shenpian/plugin-contact-baits',
  tracks: [qrCodes, textTimes, standingMarks],
  checkers: [contactBaits],
});
