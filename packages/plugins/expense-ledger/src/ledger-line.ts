import { cellOf, namedTable, parseDateText, type DataTable, type FindingReport, type Position } from '@shenpian/core';
import { parseFen, type Fen } from './fen.ts';
import type { MessageId } from './messages.ts';
import { ledgerField, saysTotal, type LedgerField } from './vocabulary.ts';

/** A finding of the checker. */
export type LedgerFinding = FindingReport<MessageId>;

/** A line of a ledger, as written. */
export interface LedgerLine {
  readonly at: Extract<Position, { document: string }>;
  /** As written; `isoDate` is null when it is none. */
  readonly date: string;
  readonly isoDate: string | null;
  readonly item: string;
  readonly category: string;
  /** As written; `fen` is null when it is no amount. */
  readonly amount: string;
  readonly fen: Fen | null;
  readonly payee: string;
  readonly invoice: string;
  /** Names of files that prove it. */
  readonly proofs: readonly string[];
  readonly remark: string;
}

/** A row that adds up the lines above it, back to the subtotal or total before it. */
export interface LedgerTotal {
  readonly at: LedgerLine['at'];
  readonly fen: Fen | null;
  /** Lines of the sheet above it. */
  readonly lines: readonly LedgerLine[];
  /** Lines since the total before it. */
  readonly since: readonly LedgerLine[];
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
      const begin = lines.length;
      let since = begin;
      for (const row of table.rows) {
        const cell = (field: LedgerField): string => cellOf(table, row, field);
        const at = { document: path, row: row.line, ...name };
        const fen = parseFen(cell('amount'), power);
        if (row.cells.some(saysTotal)) {
          totals.push({ at, fen, lines: lines.slice(begin), since: lines.slice(since) });
          since = lines.length;
          continue;
        }
        // Remarks and signatures below the lines.
        if (cell('amount') === '' && (cell('item') === '' || row.cells.filter((each) => each.trim() !== '').length < 2))
          continue;
        const line: LedgerLine = {
          at,
          date: cell('date'),
          isoDate: parseDateText(cell('date')),
          item: cell('item') || cell('category') || cell('payee') || '—',
          category: cell('category'),
          amount: cell('amount'),
          fen,
          payee: cell('payee'),
          invoice: cell('invoice').replaceAll(/\s/gu, ''),
          proofs: cell('evidence')
            .split(/[;；,，、\n]/u)
            .map((each) => each.trim())
            .filter((each) => each !== ''),
          remark: cell('remark'),
        };
        lines.push(line);
      }
    }
  }
  return { lines, totals, findings };
}
