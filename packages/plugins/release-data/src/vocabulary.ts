import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** Measures of a table of release data. `reach` counts people; all others count occurrences. */
export const metrics = [
  'plays',
  'likes',
  'comments',
  'favourites',
  'shares',
  'danmaku',
  'impressions',
  'reach',
] as const;
/** See {@link metrics}. */
export type Metric = (typeof metrics)[number];

const fields = ['platform', 'date', 'episode', 'title', ...metrics] as const;
/** What a column of a table of release data holds. */
export type MetricField = (typeof fields)[number];

const commentFields = ['text', 'user', 'date', 'platform'] as const;
/** What a column of a table of comments holds. */
export type CommentField = (typeof commentFields)[number];

const words = z.array(z.string());

/** Shape of `data/columns.yaml`. */
const vocabularySchema = z.strictObject({
  before: words,
  after: words,
  cumulative: words,
  daily: words,
  fields: z.record(z.enum(fields), z.strictObject({ names: words.default([]), stems: words.default([]) })),
  platforms: z.record(z.string(), words),
  totals: words,
  comment: z.record(z.enum(commentFields), words),
});
type Vocabulary = z.infer<typeof vocabularySchema>;

let loaded: Vocabulary | undefined;

function vocabulary(): Vocabulary {
  const file = new URL('../data/columns.yaml', import.meta.url);
  loaded ??= vocabularySchema.parse(parse(readFileSync(file, 'utf8')));
  return loaded;
}

/** Whether a dated number counts from the beginning or for that day alone; null when its column does not say. */
export type Tense = 'cumulative' | 'daily' | null;

/** The field of a column by its bare name; null for a name that is none of the usual ones. */
export function metricField(name: string): MetricField | null {
  const { fields: known } = vocabulary();
  const whole = fields.find((field) => known[field].names.includes(name));
  if (whole !== undefined) return whole;
  const stem = strip(name).stem;
  return fields.find((field) => known[field].stems.includes(stem)) ?? null;
}

/** What the words before a column's name say of the days that it counts. */
export function tenseOf(name: string): Tense {
  const { cumulative, daily } = vocabulary();
  const { before } = strip(
    name
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, ''),
  );
  if (before.some((word) => daily.includes(word))) return 'daily';
  return before.some((word) => cumulative.includes(word)) ? 'cumulative' : null;
}

function strip(name: string): { readonly stem: string; readonly before: readonly string[] } {
  const { before: prefixes, after } = vocabulary();
  const longest = prefixes.toSorted((a, b) => b.length - a.length);
  const before: string[] = [];
  let stem = name;
  for (;;) {
    const word = longest.find((each) => stem.startsWith(each) && stem.length > each.length);
    if (word === undefined) break;
    before.push(word);
    stem = stem.slice(word.length);
  }
  const tail = after
    .toSorted((a, b) => b.length - a.length)
    .find((each) => stem.endsWith(each) && stem.length > each.length);
  return { stem: tail === undefined ? stem : stem.slice(0, -tail.length), before };
}

/** The field of a column of comments; null for none. */
export function commentField(name: string): CommentField | null {
  const { comment } = vocabulary();
  return commentFields.find((field) => comment[field].includes(name)) ?? null;
}

/** One name for each platform, whichever of its names is written. */
export function platformName(written: string): string {
  const plain = fold(written);
  for (const [name, others] of Object.entries(vocabulary().platforms)) {
    if (plain === fold(name) || others.some((other) => plain === fold(other))) return name;
  }
  return written.trim();
}

/** The platform that the name of a file or sheet mentions; null when it mentions none or several. */
export function platformWithin(text: string): string | null {
  const plain = fold(text);
  const found = Object.entries(vocabulary().platforms).filter(([name, others]) =>
    [name, ...others].some((each) => each.length > 1 && plain.includes(fold(each))),
  );
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}

/** Whether a cell says that its row adds up others. */
export function saysTotal(cell: string): boolean {
  return vocabulary().totals.includes(fold(cell));
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
