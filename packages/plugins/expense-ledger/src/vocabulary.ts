import { readFileSync } from 'node:fs';
import { localizedSchema } from '@shenpian/core';
import { parse } from 'yaml';
import { z } from 'zod';

const fields = ['date', 'item', 'category', 'amount', 'payee', 'invoice', 'evidence', 'remark', 'number'] as const;
/** What a column of a ledger holds. */
export type LedgerField = (typeof fields)[number];

const words = z.array(z.string().min(1));

/** A kind of cost. */
export const costCategorySchema = z.strictObject({
  id: z.string(),
  name: localizedSchema,
  also: words.default([]),
  words: words.default([]),
});
/** See {@link costCategorySchema}. */
export type CostCategory = z.infer<typeof costCategorySchema>;

/** The kinds of cost that a document lists. `open`: the list ends with 等, so it does not refuse others. */
export const costCategoriesSchema = z.strictObject({
  source: z.strictObject({ document: z.string(), article: z.string() }),
  open: z.boolean(),
  categories: z.array(costCategorySchema).min(1),
});
/** See {@link costCategoriesSchema}. */
export type CostCategories = z.infer<typeof costCategoriesSchema>;

const columnsSchema = z.strictObject({ ...Object.fromEntries(fields.map((field) => [field, words])), totals: words });

let categories: CostCategories | undefined;
let columns: Record<string, string[]> | undefined;

const read = (name: string): unknown => parse(readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8'));

/** The kinds of cost that come with the plugin: 平原示范区, 实施意见（征求意见稿）三（四）. */
export function shippedCategories(): CostCategories {
  categories ??= costCategoriesSchema.parse(read('categories.yaml'));
  return categories;
}

function columnNames(): Record<string, string[]> {
  columns ??= columnsSchema.parse(read('columns.yaml')) as unknown as Record<string, string[]>;
  return columns;
}

/** The field of a column by its bare name; null for none. */
export function ledgerField(name: string): LedgerField | null {
  return fields.find((field) => columnNames()[field]?.includes(name)) ?? null;
}

/** Whether a cell says that its row adds up others. */
export function saysTotal(cell: string): boolean {
  return (
    columnNames()['totals']?.includes(
      cell
        .normalize('NFKC')
        .replaceAll(/[\s::]/gu, '')
        .toLowerCase(),
    ) === true
  );
}

/** How a cost got its category. */
export type CategoryBasis = 'column' | 'words';

/** The categories that a line may be of. */
export interface FoundCategories {
  readonly categories: readonly CostCategory[];
  readonly basis: CategoryBasis;
}

/**
 * The categories of a line: by its own category column when that names one, else by what was bought. Several by words leave it
 * open; the one with the longest word wins when it holds the others' words.
 */
export function categoriesOf(
  { category, item }: { readonly category: string; readonly item: string },
  known: CostCategories,
): FoundCategories {
  const named = fold(category);
  if (named !== '') {
    const own = known.categories.filter((category) => foldedNames(category).has(named));
    if (own.length > 0) return { categories: own, basis: 'column' };
    // What the applicant calls otherwise is not put into a category by what the item says.
    const within = byWords(named, known);
    if (within.length > 0) return { categories: within, basis: 'words' };
    return { categories: [], basis: 'column' };
  }
  return { categories: byWords(fold(item), known), basis: 'words' };
}

function byWords(text: string, { categories: known }: CostCategories): readonly CostCategory[] {
  const hits = known.flatMap((category) =>
    foldedWords(category)
      .filter((word) => text.includes(word))
      .map((word) => ({ category, word })),
  );
  // 会议设备 is no 会议 and 设备 at once when one of the words lies within another.
  const outer = hits.filter(
    ({ word }) => !hits.some((other) => other.word.length > word.length && other.word.includes(word)),
  );
  return [...new Set(outer.map(({ category }) => category))];
}

/** What is made of a category once: a ledger asks for every line. */
function once<Made>(make: (category: CostCategory) => Made): (category: CostCategory) => Made {
  const made = new WeakMap<CostCategory, Made>();
  return (category) => {
    const known = made.get(category) ?? make(category);
    made.set(category, known);
    return known;
  };
}

const foldedNames = once(
  ({ name, also }) =>
    new Set([name['zh-CN'], name.en, ...also].flatMap((each) => [each, `${each}费`, `${each}费用`].map(fold))),
);

const foldedWords = once(({ words: listed, also, name }) => [...listed, ...also, name['zh-CN']].map(fold));

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s、,，。/与和及的()（）]/gu, '');
