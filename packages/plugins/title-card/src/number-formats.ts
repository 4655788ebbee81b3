import { readFileSync } from 'node:fs';
import { localizedSchema, type Localized, type Standard } from '@shenpian/core';
import { parse } from 'yaml';
import { z } from 'zod';

const date = z.iso.date();
const period = { effectiveFrom: date, effectiveTo: date.nullable() };

/** A list of number formats with its sources, as `formats/numbers.yaml` is written. Dates are inclusive. */
export const numberFormatsSchema = z
  .strictObject({
    sources: z.record(z.string(), z.strictObject({ document: z.string(), article: z.string() })),
    formats: z.array(
      z.strictObject({
        id: z.string(),
        label: localizedSchema,
        /** What stands between the issuer and the year. */
        words: z.string().min(2),
        issuer: z.enum(['authority', 'platform']),
        source: z.string(),
        ...period,
        /** Whether a source gives this form for this time. */
        verified: z.boolean(),
      }),
    ),
    authorities: z.array(z.string()),
    unverifiedAuthorities: z.array(z.string()),
    platforms: z.array(z.string()),
    display: z.array(z.strictObject({ show: z.enum(['title', 'number', 'credits']), source: z.string(), ...period })),
  })
  .superRefine(({ sources, formats, display }, context) => {
    for (const { source } of [...formats, ...display]) {
      if (!(source in sources)) context.addIssue(`no source "${source}" in "sources"`);
    }
  });
/** See {@link numberFormatsSchema}. */
export type NumberFormats = z.infer<typeof numberFormatsSchema>;
/** One form of a number in one period. */
export type NumberFormat = NumberFormats['formats'][number];

let loaded: NumberFormats | undefined;

/** The formats that come with this plugin. Read once. */
export function numberFormats(): NumberFormats {
  const file = new URL('../formats/numbers.yaml', import.meta.url);
  loaded ??= numberFormatsSchema.parse(parse(readFileSync(file, 'utf8'), { schema: 'core' }));
  return loaded;
}

interface Period {
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

/** Whether a rule is in force on an ISO date. */
const inForce = ({ effectiveFrom, effectiveTo }: Period, date: string): boolean =>
  effectiveFrom <= date && (effectiveTo === null || date <= effectiveTo);

/** Whether a rule is in force on the filing date; without one, on any day of a year. */
function applies(rule: Period, date: string | null, year: string): boolean {
  if (date !== null) return inForce(rule, date);
  return rule.effectiveFrom <= `${year}-12-31` && (rule.effectiveTo === null || `${year}-01-01` <= rule.effectiveTo);
}

/** The rule that something must be shown on a filing date; null when none is known for that date. Without a date, the latest. */
export function displayRule(show: 'title' | 'number' | 'credits', date: string | null): Standard | null {
  const { display, sources } = numberFormats();
  const rules = display.filter((rule) => rule.show === show && (date === null || inForce(rule, date)));
  const source = sources[rules.at(-1)?.source ?? ''];
  return source ?? null;
}

/** What is known of the form of a number: `known`, of no known form, or of one that no source gives for that date. */
export interface FormatJudgement {
  readonly form: 'known' | 'unknown' | 'unverified';
  readonly label: Localized | null;
  readonly standard: Standard | null;
}

/** Judges the form of a number by the formats of the filing date; without one, by those of its year if they all agree. */
export function judgeFormat(
  parts: { words: string; issuer: string; year: string },
  date: string | null,
): FormatJudgement {
  const list = numberFormats();
  const authority = [...list.authorities, ...list.unverifiedAuthorities].includes(parts.issuer);
  const fitting = list.formats.filter(
    (format) =>
      format.words === parts.words &&
      format.issuer === (authority ? 'authority' : 'platform') &&
      applies(format, date, parts.year),
  );
  const [format] = fitting;
  if (format === undefined) return { form: 'unknown', label: null, standard: null };
  const sure = fitting.every(({ verified }) => verified) && !list.unverifiedAuthorities.includes(parts.issuer);
  return { form: sure ? 'known' : 'unverified', label: format.label, standard: list.sources[format.source] ?? null };
}

/** Whether the issuer is in a list, so that it cannot be another one misread. */
export function knownIssuer(issuer: string): boolean {
  const { authorities, unverifiedAuthorities, platforms } = numberFormats();
  return [...authorities, ...unverifiedAuthorities, ...platforms].includes(issuer);
}
