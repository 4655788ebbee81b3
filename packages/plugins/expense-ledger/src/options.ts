import { z } from 'zod';
import { costCategoriesSchema } from './vocabulary.ts';

/**
 * Options of the checker `expense-ledger`.
 *
 * - `categories`: the kinds of cost that count, in the shape of `data/categories.yaml`; left out: those of 平原示范区.
 * - `period`: ISO dates between which a cost must lie, both inclusive. The policy sets none, so there is none by default.
 */
export const expenseLedgerOptionsSchema = z.strictObject({
  categories: costCategoriesSchema.optional(),
  period: z
    .strictObject({ from: z.iso.date(), to: z.iso.date() })
    .refine(({ from, to }) => from <= to, 'from is after to')
    .optional(),
});
/** See {@link expenseLedgerOptionsSchema}. */
export type ExpenseLedgerOptions = z.infer<typeof expenseLedgerOptionsSchema>;
