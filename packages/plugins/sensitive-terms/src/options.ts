import { z } from 'zod';
import { lexiconSchema } from './lexicon/lexicon.ts';

/** Options of the checker `sensitive-terms`. */
export const optionsSchema = z.strictObject({
  /** Whether to use the lexicons that come with the plugin. */
  starter: z.boolean().default(true),
  /** Lexicons of the user's, as `loadLexicon` gives them; they override the starter lexicons term by term. */
  lexicons: z.array(lexiconSchema).default([]),
  /** Whether words that sound like a term are found, as `info`, also for terms that do not ask for it. */
  homophones: z.boolean().default(false),
  /** Whether the context model may lower levels. */
  context: z.boolean().default(true),
  /** Characters above which a title gets an `info`. Off when null: the tips on titles publish no number. */
  maxTitleCharacters: z.number().int().min(1).nullable().default(null),
});
/** See {@link optionsSchema}. */
export type Options = z.infer<typeof optionsSchema>;
