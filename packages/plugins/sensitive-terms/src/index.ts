import { definePlugin } from '@shenpian/core';
import { sensitiveTerms } from './sensitive-terms.ts';

export { reportHit, type HitPlace } from './hit-report.ts';
export { LexiconError, type LexiconErrorCode } from './lexicon/lexicon-error.ts';
export { lexiconSchema, termSchema, type Lexicon, type Term } from './lexicon/lexicon.ts';
export { measureNoise, type LexiconNoise } from './lexicon/lexicon-noise.ts';
export { loadLexicon } from './lexicon/load-lexicon.ts';
export { starterLexicons } from './lexicon/starter-lexicons.ts';
export type { PictureReading } from './matcher/disguise-finder.ts';
export { digitForms } from './matcher/digit-forms.ts';
export { foldCharacter } from './matcher/fold-table.ts';
export { createMatcher, type Match, type Matcher } from './matcher/matcher.ts';
export { messages, type MessageId } from './messages.ts';
export { optionsSchema, type Options } from './options.ts';
export { screenLines, screenText, type ScreenedLine, type ScreenOptions } from './screening/screen-text.ts';
export type { LoweringReason, PathStep, TermHit } from './screening/term-hit.ts';
export { sensitiveTerms } from './sensitive-terms.ts';

// The plugin loader takes the default export of a plugin module.
export default definePlugin({ name: '@shenpian/plugin-sensitive-terms', checkers: [sensitiveTerms] });
