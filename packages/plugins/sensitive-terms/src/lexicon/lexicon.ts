import { levels, standardSchema } from '@shenpian/core';
import { z } from 'zod';

/** Characters that may stand between the words of an `all` term when it does not say. */
const usualDistance = 20;

const termFields = z.strictObject({
  /** As people write it; any form will do, it is folded. For an `all` term its name. */
  text: z.string().min(1),
  /** Level of a plain hit; false-alarm rules may lower it, never raise it. */
  level: z.enum(levels),
  /** Words that must all stand near each other, in any order; one alone is no hit. */
  all: z.array(z.string().min(1)).min(2).optional(),
  /** Characters that may stand between two words of `all`. */
  within: z.number().int().min(0).max(1000).optional(),
  /** Other words for the same thing: slang, split characters, deliberate misspellings. */
  variants: z.array(z.string().min(1)).default([]),
  /** A word that segmenters do not know (牛逼): its hits are not compared with word boundaries. */
  slang: z.boolean().default(false),
  /** Whether words that sound the same are found too, as `info`; that of the lexicon when left out. */
  homophones: z.boolean().optional(),
  /** Whether a term of digits only is found in other digits (八九 for 89); terms with other characters always are. */
  digits: z.boolean().default(false),
  /** What the term is about, when not what the lexicon is. */
  category: z.string().min(1).optional(),
  /** Harmless phrases that contain the term; a hit inside one is none. */
  allow: z.array(z.string().min(1)).default([]),
  /** Lines in which the term must be found; run when the lexicon is loaded. */
  match: z.array(z.string().min(1)).default([]),
  /** Lines in which it must not be found above level `info`. */
  noMatch: z.array(z.string().min(1)).default([]),
  /** Rules that this term goes against, when not those of the lexicon. */
  standards: z.array(standardSchema).optional(),
});

/** A term 敏感词 of a lexicon. */
export const termSchema = z.preprocess((given) => {
  if (typeof given !== 'object' || given === null || !('all' in given) || !Array.isArray(given.all)) return given;
  return { text: given.all.join(' & '), within: usualDistance, ...given };
}, termFields);
/** See {@link termSchema}. */
export type Term = z.infer<typeof termSchema>;

/** A lexicon 词表: the terms of one category. */
export const lexiconSchema = z.strictObject({
  id: z.string().min(1),
  /** Category for people, such as 赌博. */
  title: z.strictObject({ 'zh-CN': z.string(), en: z.string() }),
  /** `text`: dialogue, scripts and text on screen; `title`: names of series and episodes 片名 only. */
  scope: z.enum(['text', 'title']).default('text'),
  standards: z.array(standardSchema).default([]),
  /** Terms of earlier lexicons that are switched off. */
  disable: z.array(z.string()).default([]),
  /** Allow phrases for every term of this lexicon. */
  allow: z.array(z.string()).default([]),
  /** Whether words that sound like its terms are found too. */
  homophones: z.boolean().default(false),
  terms: z.array(termSchema),
});
/** See {@link lexiconSchema}. */
export type Lexicon = z.infer<typeof lexiconSchema>;
