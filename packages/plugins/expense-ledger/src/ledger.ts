import {
  fillMessage,
  normalText,
  type DataTable,
  type EvidenceDocument,
  type IndustryEvent,
  type Localized,
} from '@shenpian/core';
import { yuanText, type Fen } from './fen.ts';
import { readLedger, type LedgerFinding, type LedgerLine, type LedgerTotal } from './ledger-line.ts';
import { messages, type MessageId } from './messages.ts';
import type { ExpenseLedgerOptions } from './options.ts';
import { categoriesOf, shippedCategories, type CostCategories, type CostCategory } from './vocabulary.ts';

/** Whether a cost counts; `undecided` is for people to say. */
export type Eligibility = 'eligible' | 'undecided' | 'ineligible';

/** A line with what was found about it. */
export interface JudgedLine extends LedgerLine {
  /** null when none, or more than one, fits. */
  readonly cost: CostCategory | null;
  readonly eligibility: Eligibility;
  /** Why, one sentence each; empty for a line that nothing is wrong with. */
  readonly reasons: readonly Localized[];
  /** Whether anything is wrong with it. */
  readonly problem: boolean;
}

/** Ledgers with their sums in fen. `claimed` is null when an amount could not be read. */
export interface Ledger {
  readonly lines: readonly JudgedLine[];
  readonly findings: readonly LedgerFinding[];
  readonly categories: CostCategories;
  readonly claimed: Fen | null;
  /** Sum of the amounts that could be read, by eligibility. */
  readonly sums: Readonly<Record<Eligibility, Fen>>;
  /** Lines, and totals, with something wrong. */
  readonly problems: number;
}

/** What ledgers are judged on. */
export interface LedgerGround {
  readonly tables: readonly DataTable[];
  readonly evidence: readonly EvidenceDocument[];
  readonly event: IndustryEvent | null;
  readonly options: ExpenseLedgerOptions;
}

/** What is said about a line, and what that means for it. */
interface Remark {
  readonly messageId: MessageId;
  readonly data: Readonly<Record<string, string | number | Localized>>;
  /** `undecided` and `ineligible` outweigh what others leave. */
  readonly makes: Eligibility;
  readonly info?: boolean;
}

/** The tables of the submission that are ledgers: evidence of a type that ends in `-ledger`, such as `expense-ledger`. */
export function ledgersOf(tables: readonly DataTable[]): readonly DataTable[] {
  return tables.filter(({ key }) => /^evidence\..*-ledger$/.test(key));
}

/** Reads and judges the ledgers of a submission. Pure. */
export function judgeLedger({ tables, evidence, event, options }: LedgerGround): Ledger {
  const read = readLedger(ledgersOf(tables));
  const categories = options.categories ?? shippedCategories();
  const handedIn = new Set(evidence.flatMap(({ path }) => [path, path.split('/').at(-1) ?? path]));
  const findings: LedgerFinding[] = [...read.findings];
  const lines = read.lines.map((line, index): JudgedLine => {
    const { cost, remark } = costOf(line, categories);
    const remarks = [
      ...amountRemarks(line),
      ...(remark === null ? [] : [remark]),
      ...duplicateRemarks(line, read.lines.slice(0, index)),
      ...dateRemarks(line, event, options),
      ...proofRemarks(line, handedIn),
    ];
    for (const { messageId, data, info } of remarks) {
      findings.push({ messageId, level: info ? 'info' : 'warning', at: line.at, data });
    }
    return {
      ...line,
      cost,
      eligibility: worst(remarks.map(({ makes }) => makes)),
      reasons: remarks.map(({ messageId, data }) => fillMessage(messages[messageId], data)),
      problem: remarks.some(({ info }) => !info),
    };
  });
  const differing = read.totals.flatMap(totalFinding);
  const sumOf = (chosen: readonly JudgedLine[]): Fen => chosen.reduce((sum, { fen }) => sum + (fen ?? 0), 0);
  const ofKind = (kind: Eligibility): Fen => sumOf(lines.filter(({ eligibility }) => eligibility === kind));
  return {
    lines,
    findings: [...findings, ...differing],
    categories,
    claimed: lines.some(({ fen }) => fen === null) ? null : sumOf(lines),
    sums: { eligible: ofKind('eligible'), undecided: ofKind('undecided'), ineligible: ofKind('ineligible') },
    problems: lines.filter(({ problem }) => problem).length + differing.length,
  };
}

const order: readonly Eligibility[] = ['eligible', 'undecided', 'ineligible'];

function worst(kinds: readonly Eligibility[]): Eligibility {
  return order[Math.max(0, ...kinds.map((kind) => order.indexOf(kind)))]!;
}

function amountRemarks({ item, amount, fen }: LedgerLine): Remark[] {
  if (amount === '') return [{ messageId: 'amountMissing', data: { item }, makes: 'undecided' }];
  if (fen === null) return [{ messageId: 'amountBad', data: { item, amount }, makes: 'undecided' }];
  if (fen < 0) return [{ messageId: 'amountNegative', data: { item, amount: yuanText(fen) }, makes: 'undecided' }];
  return [];
}

function costOf(line: LedgerLine, known: CostCategories): { cost: CostCategory | null; remark: Remark | null } {
  const { categories, basis } = categoriesOf(line, known);
  const [first, second] = categories;
  const { item } = line;
  const category = line.category === '' ? { 'zh-CN': '未填', en: 'not given' } : line.category;
  if (first === undefined) {
    const source = `${known.source.document}${known.source.article}`;
    const data = { item, category, source, known: known.categories.map(({ name }) => name['zh-CN']).join('、') };
    return {
      cost: null,
      remark: known.open
        ? { messageId: 'categoryUnknown', data, makes: 'undecided' }
        : { messageId: 'categoryRefused', data, makes: 'ineligible' },
    };
  }
  if (second !== undefined) {
    const names = categories.map(({ name }) => name['zh-CN']).join('、');
    return {
      cost: null,
      remark: { messageId: 'categoryUnclear', data: { item, categories: names }, makes: 'undecided' },
    };
  }
  if (basis === 'column') return { cost: first, remark: null };
  const data = { item, category: first.name };
  return { cost: first, remark: { messageId: 'categoryByWords', data, makes: 'eligible', info: true } };
}

const row = ({ at }: LedgerLine): number => at.row ?? 0;

function duplicateRemarks(line: LedgerLine, earlier: readonly LedgerLine[]): Remark[] {
  const { item, invoice, fen, payee, isoDate } = line;
  const remarks: Remark[] = [];
  // Excel keeps 15 digits of a number.
  const rounded = /^\d{16,}$/.test(invoice) && /^0+$/.test(invoice.slice(15));
  if (rounded) remarks.push({ messageId: 'invoiceRounded', data: { invoice }, makes: 'undecided' });
  const samePayee = (other: LedgerLine): boolean => normalText(other.payee) === normalText(payee);
  const sameInvoice = invoice === '' || rounded ? [] : earlier.filter((other) => other.invoice === invoice);
  const repeated = sameInvoice.find((other) => other.fen === fen && samePayee(other));
  const foreign = sameInvoice.find((other) => !samePayee(other));
  const shared = sameInvoice[0];
  if (repeated !== undefined) {
    remarks.push({ messageId: 'invoiceTwice', data: { item, row: row(repeated), invoice }, makes: 'ineligible' });
    return remarks;
  }
  if (foreign !== undefined) {
    const data = { invoice, row: row(foreign), other: foreign.payee || '—' };
    remarks.push({ messageId: 'invoiceOfTwo', data, makes: 'undecided' });
  } else if (shared !== undefined) {
    remarks.push({ messageId: 'invoiceSplit', data: { invoice, row: row(shared) }, makes: 'eligible', info: true });
  }
  const again = earlier.find(
    (other) =>
      payee !== '' &&
      fen !== null &&
      isoDate !== null &&
      other.fen === fen &&
      other.isoDate === isoDate &&
      samePayee(other) &&
      // Two tickets of one price and day have two numbers.
      (other.invoice === '' || invoice === '' || rounded),
  );
  if (again !== undefined)
    remarks.push({ messageId: 'lineAgain', data: { item, row: row(again) }, makes: 'undecided' });
  return remarks;
}

function dateRemarks(
  { item, date, isoDate }: LedgerLine,
  event: IndustryEvent | null,
  { period }: ExpenseLedgerOptions,
): Remark[] {
  const makes: Eligibility = period === undefined ? 'eligible' : 'undecided';
  if (date === '') return [{ messageId: 'dateMissing', data: { item }, makes }];
  if (isoDate === null) return [{ messageId: 'dateBad', data: { item, date }, makes }];
  if (period !== undefined && (isoDate < period.from || isoDate > period.to)) {
    return [{ messageId: 'outsidePeriod', data: { item, date: isoDate, ...period }, makes: 'ineligible' }];
  }
  const from = event?.start ?? event?.end;
  const to = event?.end ?? event?.start;
  if (from == null || to == null || (isoDate >= from && isoDate <= to)) return [];
  return [{ messageId: 'outsideEvent', data: { item, date: isoDate, from, to }, makes: 'eligible', info: true }];
}

function proofRemarks({ item, invoice, proofs }: LedgerLine, handedIn: ReadonlySet<string>): Remark[] {
  if (proofs.length === 0 && invoice === '') return [{ messageId: 'noProof', data: { item }, makes: 'undecided' }];
  return proofs
    .filter((file) => !handedIn.has(file))
    .map((file) => ({ messageId: 'proofMissing', data: { item, file }, makes: 'undecided' }));
}

/** A total may add up everything above it or what follows the subtotal before it; beside an amount that cannot be read it says nothing. */
function totalFinding({ at, fen, lines, since }: LedgerTotal): LedgerFinding[] {
  const sumOf = (chosen: readonly LedgerLine[]): Fen => chosen.reduce((sum, line) => sum + (line.fen ?? 0), 0);
  const all = sumOf(lines);
  if (
    fen === null ||
    lines.some((line) => line.fen === null) ||
    fen === all ||
    (since.length > 0 && fen === sumOf(since))
  )
    return [];
  const data = { stated: yuanText(fen), sum: yuanText(all), difference: yuanText(Math.abs(fen - all)) };
  return [{ messageId: 'totalDiffers', level: 'warning', at, data }];
}
