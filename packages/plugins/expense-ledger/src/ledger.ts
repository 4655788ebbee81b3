import { fillMessage, type DataTable, type EvidenceDocument, type IndustryEvent, type Localized } from '@shenpian/core';
import { yuanText, type Fen } from './fen.ts';
import { openDuplicates } from './duplicate.ts';
import { cellId, readLedger, type LedgerFinding, type LedgerLine, type LedgerTotal } from './ledger-line.ts';
import { messages } from './messages.ts';
import type { ExpenseLedgerOptions } from './options.ts';
import { worst, type Eligibility, type Remark } from './remark.ts';
import { categoriesOf, shippedCategories, type CostCategories, type CostCategory } from './vocabulary.ts';

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
  const duplicates = openDuplicates();
  const judged = read.lines.map((line) => {
    const { cost, remark } = costOf(line, categories);
    const remarks = [
      ...amountRemarks(line),
      ...errorRemarks(line),
      ...(remark === null ? [] : [remark]),
      ...duplicates(line),
      ...dateRemarks(line, event, options),
      ...proofRemarks(line, handedIn),
    ];
    return { line, cost, remarks };
  });
  const doubtful = doubtfulShares(judged);
  const lines = judged.map(({ line, cost, remarks: own }): JudgedLine => {
    const remarks = [...own, ...sharedRemarks(line, doubtful)];
    for (const { messageId, data, info } of remarks) {
      findings.push({ messageId, level: info ? 'info' : 'warning', at: line.at, data });
    }
    return {
      ...line,
      cost,
      eligibility: worst(remarks),
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

function amountRemarks({ item, amount, fen, sharesAmount, errors }: LedgerLine): Remark[] {
  if (sharesAmount !== null) {
    return [{ messageId: 'amountMerged', data: { item, row: sharesAmount }, makes: 'eligible', info: true }];
  }
  if (errors.some(({ field }) => field === 'amount')) return [];
  if (amount === '') return [{ messageId: 'amountMissing', data: { item }, makes: 'undecided' }];
  if (fen === null) return [{ messageId: 'amountBad', data: { item, amount }, makes: 'undecided' }];
  if (fen < 0) return [{ messageId: 'amountNegative', data: { item, amount: yuanText(fen) }, makes: 'undecided' }];
  return [];
}

/** What a formula that failed should have said is not known: no line with one is settled by the rest of it. */
function errorRemarks({ item, errors }: LedgerLine): Remark[] {
  return errors.map(({ column, error }) => ({
    messageId: 'cellError',
    data: { item, column, error },
    makes: 'undecided',
  }));
}

interface LineWithRemarks {
  readonly line: LedgerLine;
  readonly remarks: readonly Remark[];
}

/** Lines under a merged amount that do not surely count, the first of each, by the cell of the amount. */
function doubtfulShares(judged: readonly LineWithRemarks[]): ReadonlyMap<string, LedgerLine> {
  const doubtful = new Map<string, LedgerLine>();
  for (const { line, remarks } of judged) {
    if (line.sharesAmount === null || worst(remarks) === 'eligible') continue;
    const cell = cellId(line, line.sharesAmount);
    if (!doubtful.has(cell)) doubtful.set(cell, line);
  }
  return doubtful;
}

/** An amount of several lines cannot be split: when one of them is in doubt, all of it is. */
function sharedRemarks(line: LedgerLine, doubtful: ReadonlyMap<string, LedgerLine>): Remark[] {
  const { item, sharesAmount } = line;
  const other = sharesAmount === null ? doubtful.get(cellId(line)) : undefined;
  if (other === undefined) return [];
  return [{ messageId: 'amountShared', data: { item, row: other.at.row ?? 0 }, makes: 'undecided' }];
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

function dateRemarks(
  { item, date, isoDate, errors }: LedgerLine,
  event: IndustryEvent | null,
  { period }: ExpenseLedgerOptions,
): Remark[] {
  const makes: Eligibility = period === undefined ? 'eligible' : 'undecided';
  if (errors.some(({ field }) => field === 'date')) return [];
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
function totalFinding({ at, fen, all, since }: LedgerTotal): LedgerFinding[] {
  if (fen === null || all === null || fen === all || fen === since) return [];
  const data = { stated: yuanText(fen), sum: yuanText(all), difference: yuanText(Math.abs(fen - all)) };
  return [{ messageId: 'totalDiffers', level: 'warning', at, data }];
}
