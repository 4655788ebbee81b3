import { z } from 'zod';
import { factUnits, factValueSchema, type FactValue } from '../findings/fact.ts';
import { holdsOn, type Period } from './period.ts';
import { treeSchema } from './tree.ts';
import { verdictKinds } from './verdict.ts';
import { wordsSchema } from './words.ts';

const idSchema = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
const dateSchema = z.iso.date();
const statusSchema = z.enum(['draft', 'in-force']);
const unitSchema = z.enum(factUnits);

/**
 * A named value of a rule, used in CEL with underscores for hyphens. `value` is one value or a list of dated ones
 * (ISO dates, both inclusive). `note` says how the source was read and appears wherever the value is used.
 */
export const paramSchema = z.strictObject({
  label: wordsSchema,
  unit: unitSchema,
  value: z.union([
    factValueSchema,
    z.array(z.strictObject({ from: dateSchema, to: dateSchema.optional(), value: factValueSchema })).min(1),
  ]),
  note: wordsSchema.optional(),
});
/** See {@link paramSchema}. */
export type PackParam = z.infer<typeof paramSchema>;

/**
 * A fact that the clauses may name although no checker that is loaded states it: until one does, it is unknown. `from`
 * says who or what states it, and is shown with what is missing.
 */
export const expectedFactSchema = z.strictObject({
  label: wordsSchema,
  unit: unitSchema,
  from: wordsSchema,
});

/** A kind of document that a clause asks for, and who provides it. `type` is the key used in the manifest's evidence. */
export const needSchema = z.strictObject({
  type: idSchema,
  label: wordsSchema,
  from: wordsSchema,
});
/** See {@link needSchema}. */
export type PackNeed = z.infer<typeof needSchema>;

/**
 * A test that the pack carries: given facts (by id; a value, an interval, or null for unknown), documents and the
 * date, the verdict that the clause must give.
 */
export const packTestSchema = z.strictObject({
  name: z.string().min(1),
  date: dateSchema.nullable().default(null),
  facts: z
    .record(z.string(), z.union([factValueSchema, z.strictObject({ low: z.number(), high: z.number() }), z.null()]))
    .default({}),
  evidence: z
    .array(z.union([z.string(), z.strictObject({ type: z.string(), issued: dateSchema.nullable() })]))
    .default([]),
  expect: z.enum(verdictKinds),
});
/** See {@link packTestSchema}. */
export type PackTest = z.infer<typeof packTestSchema>;

/**
 * A clause 条款. `article` and `text` are verbatim. `status` and the dates, when given, take the place of the pack's.
 * `discretionary` is what the text leaves to people (评审, 一事一议): with it a clause never passes by itself, it
 * goes to review. `reported` says who reports the clause when its own words were not to be had: `text` is then a summary,
 * and the clause neither passes nor fails. `cap` is the most the clause pays, RMB; null when it pays nothing.
 */
export const clauseSchema = z.strictObject({
  id: idSchema,
  article: z.string().min(1),
  title: wordsSchema,
  text: z.string().min(1),
  reported: wordsSchema.optional(),
  status: statusSchema.optional(),
  effectiveFrom: dateSchema.optional(),
  effectiveTo: dateSchema.optional(),
  appliesTo: treeSchema.optional(),
  when: treeSchema,
  needs: z.array(needSchema).default([]),
  discretionary: wordsSchema.nullable(),
  cap: z.number().positive().nullable(),
  ambiguities: z.array(wordsSchema).default([]),
  tests: z.array(packTestSchema).min(1),
});
/** See {@link clauseSchema}. */
export type PackClause = z.infer<typeof clauseSchema>;

/**
 * A policy pack 政策包 or a standard 标准 as its YAML file has it. Dates are ISO and inclusive; `effectiveFrom` is null
 * only for a draft whose date of publication is not known, `effectiveTo` null means no end is known. `source.sha256` is
 * of the bytes of the text that the clauses were taken from; `source.file` is that text, relative to the YAML file;
 * `source.via` says where it was republished when it was not taken from the issuing office.
 */
export const packSchema = z.strictObject({
  id: idSchema,
  title: wordsSchema,
  kind: z.enum(['policy', 'standard']),
  region: wordsSchema.optional(),
  status: statusSchema,
  effectiveFrom: dateSchema.nullable(),
  effectiveTo: dateSchema.nullable(),
  source: z.strictObject({
    document: z.string().min(1),
    via: wordsSchema.optional(),
    file: z.string().min(1).optional(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  params: z.record(idSchema, paramSchema).default({}),
  facts: z.record(idSchema, expectedFactSchema).default({}),
  clauses: z.array(clauseSchema).min(1),
});
/** See {@link packSchema}. */
export type Pack = z.infer<typeof packSchema>;

/** A value of a parameter with the time it holds. */
export interface DatedValue extends Period {
  readonly value: FactValue;
}

/** The values of a parameter, one without limits when it is not dated. */
export function datedValues({ value }: PackParam): readonly DatedValue[] {
  return isDated(value) ? value : [{ value }];
}

function isDated(value: PackParam['value']): value is Extract<PackParam['value'], readonly { from: string }[]> {
  return Array.isArray(value) && value.some((each) => typeof each === 'object');
}

/** The value of a parameter on a date; null when none holds on it, or when the value is dated and there is no date. */
export function paramValue(param: PackParam, date: string | null): FactValue | null {
  return datedValues(param).find((dated) => holdsOn(dated, date) === 'true')?.value ?? null;
}
