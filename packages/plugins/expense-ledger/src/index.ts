import { definePlugin } from '@shenpian/core';
import { expenseLedger } from './expense-ledger.ts';

export { expenseLedger } from './expense-ledger.ts';
export { parseFen, yuanText, type Fen } from './fen.ts';
export { judgeLedger, ledgersOf, type JudgedLine, type Ledger, type LedgerGround } from './ledger.ts';
export type { LedgerFinding, LedgerLine } from './ledger-line.ts';
export type { Eligibility } from './remark.ts';
export { expenseLedgerOptionsSchema, type ExpenseLedgerOptions } from './options.ts';
export { shippedCategories, type CostCategories, type CostCategory } from './vocabulary.ts';

export default definePlugin({ name: '@shenpian/plugin-expense-ledger', checkers: [expenseLedger] });
