import { normalText } from '@shenpian/core';
import { cellId, type LedgerLine } from './ledger-line.ts';
import type { Remark } from './remark.ts';

/** The first line under a key, and the first one whose mark is another. */
interface Firsts {
  readonly line: LedgerLine;
  readonly mark: string;
  other?: LedgerLine;
}

/** Lines by a key, of which only those are kept that may be named: looking one up takes the same time however many there are. */
function openIndex() {
  const kept = new Map<string, Firsts>();
  return {
    add(key: string, mark: string, line: LedgerLine): void {
      const firsts = kept.get(key);
      if (firsts === undefined) kept.set(key, { line, mark });
      else if (firsts.mark !== mark) firsts.other ??= line;
    },
    /** The first line under the key with another mark. */
    besides(key: string, mark: string): LedgerLine | undefined {
      const firsts = kept.get(key);
      return firsts?.mark === mark ? firsts.other : firsts?.line;
    },
  };
}

const row = ({ at }: LedgerLine): number => at.row ?? 0;

/** Compares each line that it is given with those given before. */
export function openDuplicates(): (line: LedgerLine) => Remark[] {
  const invoices = openIndex();
  const payeesOfInvoice = openIndex();
  const amountsOfInvoice = openIndex();
  const payments = openIndex();
  const unnumbered = openIndex();
  return (line) => {
    const { item, invoice, fen, isoDate, sharesAmount } = line;
    const remarks: Remark[] = [];
    // Excel keeps 15 digits of a number.
    const rounded = /^\d{16,}$/.test(invoice) && /^0+$/.test(invoice.slice(15));
    if (rounded) remarks.push({ messageId: 'invoiceRounded', data: { invoice }, makes: 'undecided' });
    const payee = normalText(line.payee);
    if (invoice !== '' && !rounded) {
      // One cell over several rows is one invoice in several lines.
      const cell = cellId(line, line.invoiceRow);
      const paid = JSON.stringify([invoice, payee, fen]);
      const repeated = sharesAmount === null ? amountsOfInvoice.besides(paid, cell) : undefined;
      const foreign = payeesOfInvoice.besides(invoice, payee);
      const shared = invoices.besides(invoice, cell);
      invoices.add(invoice, cell, line);
      payeesOfInvoice.add(invoice, payee, line);
      if (sharesAmount === null) amountsOfInvoice.add(paid, cell, line);
      if (repeated !== undefined) {
        remarks.push({ messageId: 'invoiceTwice', data: { item, row: row(repeated), invoice }, makes: 'ineligible' });
      } else if (foreign !== undefined) {
        const data = { invoice, row: row(foreign), other: foreign.payee || '—' };
        remarks.push({ messageId: 'invoiceOfTwo', data, makes: 'undecided' });
      } else if (shared !== undefined && sharesAmount === null) {
        remarks.push({ messageId: 'invoiceSplit', data: { invoice, row: row(shared) }, makes: 'eligible', info: true });
      }
    }
    if (line.payee === '' || fen === null || isoDate === null || sharesAmount !== null) return remarks;
    const payment = JSON.stringify([payee, fen, isoDate]);
    const own = cellId(line);
    // Two tickets of one price and day have two numbers.
    const again = (invoice === '' || rounded ? payments : unnumbered).besides(payment, own);
    payments.add(payment, own, line);
    if (invoice === '') unnumbered.add(payment, own, line);
    if (again !== undefined && !remarks.some(({ messageId }) => messageId === 'invoiceTwice'))
      remarks.push({ messageId: 'lineAgain', data: { item, row: row(again) }, makes: 'undecided' });
    return remarks;
  };
}
