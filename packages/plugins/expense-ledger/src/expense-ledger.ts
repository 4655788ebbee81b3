import { defineChecker, unknownFact, type Fact, type FactDeclaration } from '@shenpian/core';
import { yuanText } from './fen.ts';
import { judgeLedger, ledgersOf, type Ledger } from './ledger.ts';
import { messages } from './messages.ts';
import { expenseLedgerOptionsSchema } from './options.ts';

const facts = {
  'ledger-claimed-total': { label: { 'zh-CN': '台账申报合计', en: 'Total claimed in the ledger' }, unit: 'RMB' },
  'ledger-eligible-total': { label: { 'zh-CN': '台账可计入合计', en: 'Eligible total of the ledger' }, unit: 'RMB' },
  'ledger-problem-count': {
    label: { 'zh-CN': '台账有问题的行数', en: 'Lines of the ledger with problems' },
    unit: 'count',
  },
} as const satisfies Readonly<Record<string, FactDeclaration>>;

/** Checker `expense-ledger`: the lines of an event's ledger, their categories and sums. */
export const expenseLedger = defineChecker({
  id: 'expense-ledger',
  title: { 'zh-CN': '费用台账', en: 'Expense ledger' },
  version: 1,
  scope: 'series',
  reads: [],
  options: expenseLedgerOptionsSchema,
  messages,
  facts,
  check({ series, options, report, fact }) {
    const { tables, evidence, event } = series;
    const ledger = judgeLedger({ tables, evidence, event, options });
    for (const finding of ledger.findings) report(finding);
    const [first] = ledgersOf(tables);
    if (first === undefined || ledger.lines.length === 0) {
      for (const id of Object.keys(facts)) fact(id, first === undefined ? notHandedIn : noLines);
      return;
    }
    const { claimed, sums, problems, lines } = ledger;
    report({
      messageId: 'ledgerRead',
      level: 'info',
      at: { document: first.path },
      data: {
        lines: lines.length,
        claimed:
          claimed === null
            ? { 'zh-CN': '未知', en: 'unknown' }
            : { 'zh-CN': `${yuanText(claimed)} 元`, en: `RMB ${yuanText(claimed)}` },
        eligible: yuanText(sums.eligible),
        undecided: yuanText(sums.undecided),
        ineligible: yuanText(sums.ineligible),
        problems,
      },
      identity: ['ledger'],
    });
    fact('ledger-claimed-total', claimed === null ? unreadAmount(ledger) : { value: claimed / 100 });
    fact('ledger-eligible-total', eligibleFact(ledger));
    fact('ledger-problem-count', { value: problems });
  },
});

/** Between what surely counts and what may count besides; a refund that nobody judged may take away. */
function eligibleFact(ledger: Ledger): Fact {
  if (ledger.claimed === null) return unreadAmount(ledger);
  const undecided = ledger.lines.filter(({ eligibility }) => eligibility === 'undecided').map(({ fen }) => fen ?? 0);
  const low = ledger.sums.eligible + undecided.filter((fen) => fen < 0).reduce((sum, fen) => sum + fen, 0);
  const high = ledger.sums.eligible + undecided.filter((fen) => fen > 0).reduce((sum, fen) => sum + fen, 0);
  return low === high ? { value: low / 100 } : { low: low / 100, high: high / 100, coverage: 1 };
}

/** Rows that a reason names. */
const mostRows = 12;

function unreadAmount({ lines }: Ledger): Fact {
  const unread = lines.flatMap(({ fen, at }) => (fen === null ? [at.row ?? 0] : []));
  const rows = unread.slice(0, mostRows).join('、') + (unread.length > mostRows ? '…' : '');
  return unknownFact(
    { 'zh-CN': `台账第 ${rows} 行的金额无法识别`, en: `the amounts in rows ${rows} of the ledger cannot be read` },
    { 'zh-CN': '改正这些行的金额', en: 'correct the amounts of these rows' },
  );
}

const notHandedIn = unknownFact(
  { 'zh-CN': '没有提交可读的费用台账', en: 'no expense ledger that can be read was handed in' },
  {
    'zh-CN': '在 drama.yaml 的 evidence.event-ledger 给出 .xlsx 或 .csv 台账',
    en: 'give the ledger (.xlsx or .csv) as evidence.event-ledger in drama.yaml',
  },
);

const noLines = unknownFact(
  { 'zh-CN': '费用台账里没有可读的行', en: 'the expense ledger has no lines that can be read' },
  {
    'zh-CN': '按 docs/guide/apply.zh-CN.md 的列名重新整理台账',
    en: 'name its columns as docs/guide/apply.zh-CN.md says',
  },
);
