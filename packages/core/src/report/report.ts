import { z } from 'zod';
import { factSchema } from '../findings/fact.ts';
import { evidenceSchema, findingSchema, localizedSchema } from '../findings/finding.ts';
import { verdictSchema } from '../policy/verdict.ts';

/** How a checker ended on one episode, or on the series when `episode` is null. `seconds` is its own run time. */
export const checkSchema = z.object({
  id: z.string(),
  title: localizedSchema,
  version: z.number().int(),
  episode: z.number().int().nullable(),
  status: z.enum(['ok', 'failed', 'skipped']),
  reason: localizedSchema.optional(),
  seconds: z.number(),
});
/** See {@link checkSchema}. */
export type Check = z.infer<typeof checkSchema>;

/** Something wrong with what was handed in: names the file and the remedy. Makes `check` exit with 2. */
export const problemSchema = z.object({
  code: z.string(),
  path: z.string(),
  message: localizedSchema,
});
/** See {@link problemSchema}. */
export type ReportedProblem = z.infer<typeof problemSchema>;

/** A number that a clause compares a fact with. */
export const thresholdSchema = z.object({
  fact: z.string(),
  comparison: z.enum(['>=', '>', '<=', '<', '==', '!=']),
  value: z.number(),
  pack: z.string(),
  clause: z.string(),
  article: z.string(),
});

/** A script that was read, with its counts; what they mean is said at `ScriptStatistics`. */
const reportedScriptSchema = z.object({
  path: z.string(),
  sha256: z.string(),
  statistics: z.object({
    scenes: z.number().int(),
    episodes: z.number().int(),
    pages: z.number().int(),
    pagesEstimated: z.boolean(),
    characters: z.number().int(),
    dialogueCharacters: z.number().int(),
    places: z.array(z.object({ name: z.string(), scenes: z.number().int() })),
    cast: z.array(z.object({ name: z.string(), lines: z.number().int(), scenes: z.number().int() })),
    settings: z.object({
      interior: z.number().int(),
      exterior: z.number().int(),
      both: z.number().int(),
      unknown: z.number().int(),
    }),
    times: z.object({
      day: z.number().int(),
      night: z.number().int(),
      twilight: z.number().int(),
      other: z.number().int(),
      unknown: z.number().int(),
    }),
  }),
});
/** The whole report of one submission, as written to report.json. Additive changes only. */
export const reportSchema = z.object({
  schema: z.literal('shenpian/report@1'),
  tool: z.object({ name: z.literal('shenpian'), version: z.string() }),
  generatedAt: z.iso.datetime(),
  series: z.object({
    title: z.string(),
    producer: z.string().nullable(),
    kind: z.string(),
    investment: z.number().nullable(),
    filing: z.object({ date: z.string().nullable(), number: z.string().nullable() }),
    claims: z.array(z.string()),
  }),
  inputs: z.array(
    z.object({
      episode: z.number().int(),
      title: z.string().nullable(),
      path: z.string(),
      sha256: z.string(),
      seconds: z.number(),
      width: z.number().int(),
      height: z.number().int(),
      fps: z.number(),
      /** A picture of the episode for people to know it by. */
      poster: evidenceSchema.optional(),
    }),
  ),
  /** The scripts that could be read; left out by version 0.1.0. */
  scripts: z.array(reportedScriptSchema).optional(),
  /** Documents and tables handed in, by the key of drama.yaml that names them; left out by version 0.1.0. */
  documents: z
    .array(z.object({ key: z.string(), path: z.string(), sha256: z.string(), issued: z.string().nullable() }))
    .optional(),
  problems: z.array(problemSchema),
  checks: z.array(checkSchema),
  facts: z.record(z.string(), factSchema),
  /** Labels and units of the fact ids above. */
  factLabels: z.record(
    z.string(),
    z.object({
      label: localizedSchema,
      unit: z.string(),
      /** True for what a model takes to be likely: no measurement, and no hard bounds. */
      estimate: z.boolean().optional(),
    }),
  ),
  findings: z.array(findingSchema),
  verdicts: z.array(verdictSchema),
  /** Numbers that clauses compare facts with, on the date of the check. */
  thresholds: z.array(thresholdSchema),
  decisions: z.array(z.unknown()),
});
/** See {@link reportSchema}. */
export type Report = z.infer<typeof reportSchema>;
