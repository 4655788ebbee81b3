import {
  cellOf,
  dateCellOf,
  filledCellOf,
  isCellError,
  mergedAbove,
  namedTable,
  type DataRow,
  type DataTable,
  type FindingReport,
  type NamedTable,
  type Position,
} from '@shenpian/core';
import { parseFen, type Fen } from './fen.ts';
import type { MessageId } from './messages.ts';
import { ledgerField, saysTotal, type LedgerField } from './vocabulary.ts';

/** A finding of the checker. */
export type LedgerFinding = FindingReport<MessageId>;

/** A line of a ledger, as written. */
export interface LedgerLine {
  readonly at: Extract<Position, { document: string }>;
  /** Its sheet among those of all ledgers, from 0: a file may be handed in twice. */
  readonly sheet: number;
  /** As written; `isoDate` is null when it is none. */
  readonly date: string;
  readonly isoDate: string | null;
  readonly item: string;
  readonly category: string;
  /** As written; `fen` is null when it is no amount. */
  readonly amount: string;
  readonly fen: Fen | null;
  /** Row of the amount that is merged over this line too; it is in that row's line, and `fen` is 0 here. null for a line with its own. */
  readonly sharesAmount: number | null;
  readonly payee: string;
  readonly invoice: string;
  /** Row in which the cell of the invoice number begins: above the line's own where it is merged over several. */
  readonly invoiceRow: number;
  /** Names of files that prove it. */
  readonly proofs: readonly string[];
  readonly remark: string;
  /** Cells that show an error of a formula; they count as empty. */
  readonly errors: readonly { readonly field: LedgerField; readonly column: string; readonly error: string }[];
}

/** Tells cells of all sheets apart: by the row, unless told that of the line, that a cell of some column begins in. */
export function cellId({ sheet, at }: LedgerLine, begins = at.row ?? 0): string {
  return `${sheet}/${begins}`;
}

/** A row that adds up the lines above it, back to the subtotal or total before it. */
export interface LedgerTotal {
  readonly at: LedgerLine['at'];
  readonly fen: Fen | null;
  /** Sum of the lines of the sheet above it; null when an amount of them cannot be read. */
  readonly all: Fen | null;
  /** Sum of the lines since the total before it; null when there are none. */
  readonly since: Fen | null;
}

/** What ledgers say. */
export interface LedgerLines {
  readonly lines: readonly LedgerLine[];
  readonly totals: readonly LedgerTotal[];
  readonly findings: readonly LedgerFinding[];
}

const suffices = (fields: ReadonlySet<LedgerField>): boolean => fields.has('amount') && fields.size >= 2;

/** Reads the lines of ledgers. */
export function readLedger(tables: readonly DataTable[]): LedgerLines {
  const lines: LedgerLine[] = [];
  const totals: LedgerTotal[] = [];
  const findings: LedgerFinding[] = [];
  let count = -1;
  for (const { path, sheets } of tables) {
    const named = sheets.map((sheet) => ({ sheet, table: namedTable(sheet, ledgerField, suffices) }));
    for (const { sheet, table } of named) {
      const name = sheets.length > 1 && sheet.name !== null ? { sheet: sheet.name } : {};
      if (table === null) {
        // A cover sheet beside the ledger is no fault.
        if (named.some((each) => each.table !== null)) continue;
        const found = (sheet.rows[0]?.cells ?? []).filter(Boolean).slice(0, 8).join('、');
        findings.push({ messageId: 'noColumns', level: 'warning', at: { document: path, ...name }, data: { found } });
        continue;
      }
      const power = Math.round(Math.log10(table.columns.find(({ field }) => field === 'amount')?.factor ?? 1));
      count++;
      let all: Fen | null = 0;
      let since: Fen | null = null;
      for (const row of table.rows) {
        const at = { document: path, row: row.line, ...name };
        if (row.cells.some(saysTotal)) {
          totals.push({ at, fen: parseFen(cellOf(table, row, 'amount'), power), all, since });
          since = null;
          continue;
        }
        const line = lineOf(table, row, { at, sheet: count, power });
        if (line === null) continue;
        lines.push(line);
        all = all === null || line.fen === null ? null : all + line.fen;
        since = (since ?? 0) + (line.fen ?? 0);
      }
    }
  }
  return { lines, totals, findings };
}

/** The line of a row; null for remarks and signatures below the lines. */
function lineOf(
  table: NamedTable<LedgerField>,
  row: DataRow,
  { at, sheet, power }: Pick<LedgerLine, 'at' | 'sheet'> & { readonly power: number },
): LedgerLine | null {
  const above = (field: LedgerField) => mergedAbove(table, row, field);
  const own = (field: LedgerField): string => cellOf(table, row, field);
  const errors = table.columns.flatMap(({ field, name, index }) => {
    const error = (row.cells[index] ?? '').trim();
    return field !== null && isCellError(error) ? [{ field, column: name, error }] : [];
  });
  const right = (text: string): string => (isCellError(text) ? '' : text);
  const filled = (field: LedgerField): string => right(filledCellOf(table, row, field));
  // A number or a file beside a cell that is merged sideways is none of its own.
  const down = (field: LedgerField): string => right(own(field) || (above(field)?.text.trim() ?? ''));

  const lends = Object.values(row.merged ?? {}).filter(({ line }) => line < row.line).length;
  const cells = row.cells.filter((each) => each.trim() !== '').length + lends;
  if (own('amount') === '' && (own('item') === '' || cells < 2)) return null;
  const sharesAmount = own('amount') === '' ? (above('amount')?.line ?? null) : null;
  const amount = right(own('amount'));
  const date = dateCellOf(table, row, 'date');
  return {
    at,
    sheet,
    date: right(date.text),
    isoDate: date.isoDate,
    item: filled('item') || filled('category') || filled('payee') || '—',
    category: filled('category'),
    amount,
    fen: sharesAmount === null ? parseFen(amount, power) : 0,
    sharesAmount,
    payee: filled('payee'),
    invoice: down('invoice').replaceAll(/\s/gu, ''),
    invoiceRow: own('invoice') === '' ? (above('invoice')?.line ?? row.line) : row.line,
    proofs: down('evidence')
      .split(/[;；,，、\n]/u)
      .map((each) => each.trim())
      .filter((each) => each !== ''),
    remark: own('remark'),
    errors,
  };
}
