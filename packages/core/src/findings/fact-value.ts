import { z } from 'zod';

/** A known value of a fact: a number, a text, yes/no, or a list of texts. */
export const factValueSchema = z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]);
/** See {@link factValueSchema}. */
export type FactValue = z.infer<typeof factValueSchema>;
