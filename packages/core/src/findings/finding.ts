import { z } from 'zod';
import { factValueSchema } from './fact-value.ts';

/** How serious a finding is. Only `violation` makes `check` exit with 1. */
export const levels = ['violation', 'warning', 'info'] as const;
/** See {@link levels}. */
export type Level = (typeof levels)[number];

/** A text in every language, as reports and packs hold it. */
export const localizedSchema = z.object({ 'zh-CN': z.string(), en: z.string() });

/**
 * Where a finding is: in an episode (seconds), in a script (1-based line and column, UTF-16 length; the page of a .pdf, the cell of an .xlsx), or
 * in a document (1-based row of a table, and its sheet where a workbook has several).
 */
export const positionSchema = z.union([
  z.object({
    episode: z.number().int(),
    start: z.number().min(0),
    end: z.number().min(0),
  }),
  z.object({
    script: z.string(),
    line: z.number().int().min(1),
    column: z.number().int().min(1),
    length: z.number().int().min(0),
    page: z.number().int().min(1).optional(),
    cell: z.string().optional(),
  }),
  z.object({
    document: z.string(),
    sheet: z.string().optional(),
    row: z.number().int().min(1).optional(),
  }),
]);
/** See {@link positionSchema}. */
export type Position = z.infer<typeof positionSchema>;

/**
 * A pointer to what proves a finding. `path` is relative to the report folder (pictures) or to the submission
 * (documents); `sha256` is of that file's bytes; `time` is in seconds.
 */
export const evidenceSchema = z.object({
  kind: z.enum(['frame', 'cue', 'script', 'document']),
  path: z.string().optional(),
  sha256: z.string().optional(),
  time: z.number().optional(),
  text: z.string().optional(),
});
/** See {@link evidenceSchema}. */
export type Evidence = z.infer<typeof evidenceSchema>;

/** A rule of the outside world that a finding or clause refers to: document and article, as the document writes them. */
export const standardSchema = z.object({ document: z.string(), article: z.string() });
/** See {@link standardSchema}. */
export type Standard = z.infer<typeof standardSchema>;

/** A located notice with evidence. `fingerprint` survives a re-cut; `id` is its position in this report. */
export const findingSchema = z.object({
  id: z.string(),
  fingerprint: z.string(),
  checker: z.string(),
  rule: z.string(),
  level: z.enum(levels),
  message: localizedSchema,
  matched: z.string().optional(),
  confidence: z.number().min(0).max(1),
  at: positionSchema,
  /** Further places that it is about, such as every other time a shot is used. */
  also: z.array(positionSchema).optional(),
  /** What the message says in words, for programs: the checker's documentation names the keys. */
  values: z.record(z.string(), factValueSchema).optional(),
  evidence: z.array(evidenceSchema),
  standards: z.array(standardSchema),
});
/** See {@link findingSchema}. */
export type Finding = z.infer<typeof findingSchema>;
