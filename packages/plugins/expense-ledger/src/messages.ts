import type { MessageTable } from '@shenpian/core';

/** What is said about a line, a total or a whole ledger, in both languages. */
export const messages = {
  noColumns: {
    'zh-CN':
      '没有找到台账的列（第一行是：{{found}}），这张表没有读取。请保留表头，至少有“项目”和“金额”两列，最好还有日期、类别、收款方、发票号码、凭证。',
    en: 'No columns of a ledger were found (the first row has: {{found}}), so this sheet was not read. Keep the row of column names, with 项目 and 金额 at least, better also 日期, 类别, 收款方, 发票号码, 凭证.',
  },
  amountMissing: { 'zh-CN': '“{{item}}” 没有金额。', en: '"{{item}}" has no amount.' },
  amountBad: {
    'zh-CN': '“{{item}}” 的金额 “{{amount}}” 无法识别或不是整分，没有计入合计。可写 1234.50。',
    en: 'The amount "{{amount}}" of "{{item}}" cannot be read or is no whole number of fen; it is in no sum. Write 1234.50.',
  },
  amountMerged: {
    'zh-CN': '“{{item}}” 的金额与第 {{row}} 行是同一个合并单元格，只在第 {{row}} 行计一次。',
    en: 'The amount of "{{item}}" is in one merged cell with row {{row}}: it is counted once, in row {{row}}.',
  },
  amountShared: {
    'zh-CN':
      '“{{item}}” 的金额与下面的行合并为一格，其中第 {{row}} 行待核实或不可计入，合计的金额无法拆开。请逐行填写金额。',
    en: 'The amount of "{{item}}" is merged with rows below, of which row {{row}} is to be checked or does not count, and cannot be split. Give each row its amount.',
  },
  cellError: {
    'zh-CN': '“{{item}}” 的“{{column}}”是公式错误 {{error}}。请在 Excel 或 WPS 里改正公式，保存后重新提交。',
    en: '"{{column}}" of "{{item}}" is the error {{error}} of a formula. Correct the formula in Excel or WPS, save and hand in again.',
  },
  amountNegative: {
    'zh-CN': '“{{item}}” 的金额是负数（{{amount}}），请核实是退款、红字发票还是写错；退款应与原支出对应。',
    en: 'The amount of "{{item}}" is negative ({{amount}}): a refund, a credit note or a mistake? A refund should go with what it refunds.',
  },
  categoryUnknown: {
    'zh-CN': '“{{item}}”（类别：{{category}}）不在{{source}}列举的类别之内，能否计入须由人认定。列举的是：{{known}}。',
    en: '"{{item}}" (category: {{category}}) is in none of the categories that {{source}} lists; whether it counts is for people to say. They are: {{known}}.',
  },
  categoryRefused: {
    'zh-CN': '“{{item}}”（类别：{{category}}）不在{{source}}列举的类别之内。列举的是：{{known}}。',
    en: '"{{item}}" (category: {{category}}) is in none of the categories that {{source}} lists: {{known}}.',
  },
  categoryUnclear: {
    'zh-CN': '“{{item}}” 可归入几个类别（{{categories}}）。请在台账的“类别”一列写明。',
    en: '"{{item}}" fits several categories ({{categories}}). Name one in the column 类别 of the ledger.',
  },
  categoryByWords: {
    'zh-CN': '“{{item}}” 按用语归入“{{category}}”。请核对，并写进台账的“类别”一列。',
    en: '"{{item}}" was put into "{{category}}" by its words. Check it, and name it in the column 类别 of the ledger.',
  },
  invoiceTwice: {
    'zh-CN': '“{{item}}” 与第 {{row}} 行重复：发票号码 {{invoice}} 和金额相同。只计一次。',
    en: '"{{item}}" repeats row {{row}}: the same invoice {{invoice}} and the same amount. It is counted once.',
  },
  invoiceOfTwo: {
    'zh-CN': '发票号码 {{invoice}} 在第 {{row}} 行是另一个收款方（{{other}}）。请核实发票。',
    en: 'Row {{row}} has the invoice {{invoice}} with another payee ({{other}}). Check the invoice.',
  },
  invoiceSplit: {
    'zh-CN': '发票号码 {{invoice}} 与第 {{row}} 行相同而金额不同，按一张发票分列处理。请核对各行之和等于票面金额。',
    en: 'Invoice {{invoice}} is also in row {{row}} with another amount: taken for one invoice in several lines. Check that they add up to it.',
  },
  invoiceRounded: {
    'zh-CN':
      '发票号码 {{invoice}} 像是被 Excel 截断过（超过 15 位的数字末尾变成 0），无法据此查重。请把该列设为文本后重新填写。',
    en: 'The invoice number {{invoice}} looks cut off by Excel (digits beyond the 15th become 0), so duplicates cannot be found by it. Set the column to text and enter it again.',
  },
  lineAgain: {
    'zh-CN': '“{{item}}” 与第 {{row}} 行的收款方、金额和日期都相同。请核实是不是同一笔。',
    en: '"{{item}}" has the payee, amount and date of row {{row}}. Check whether it is the same payment.',
  },
  dateMissing: { 'zh-CN': '“{{item}}” 没有日期。', en: '"{{item}}" has no date.' },
  dateBad: {
    'zh-CN': '“{{item}}” 的日期 “{{date}}” 无法识别。可写 2026-10-01。',
    en: 'The date "{{date}}" of "{{item}}" cannot be read. Write 2026-10-01.',
  },
  outsidePeriod: {
    'zh-CN': '“{{item}}” 的日期 {{date}} 不在规定期间 {{from}} 至 {{to}} 之内。',
    en: 'The date {{date}} of "{{item}}" is outside the period {{from}} to {{to}}.',
  },
  outsideEvent: {
    'zh-CN':
      '“{{item}}” 的日期 {{date}} 不在活动期间（{{from}} 至 {{to}}）。政策没有规定费用发生的期间，请说明与活动的关系。',
    en: 'The date {{date}} of "{{item}}" is not within the days of the event ({{from}} to {{to}}). The policy sets no period for costs; say how it belongs to the event.',
  },
  noProof: {
    'zh-CN': '“{{item}}” 既没有发票号码，也没有凭证文件。请补上其中之一。',
    en: '"{{item}}" has neither an invoice number nor a file that proves it. Add one of them.',
  },
  proofMissing: {
    'zh-CN': '“{{item}}” 的凭证 “{{file}}” 没有随材料提交。请放进送审文件夹，并写进 drama.yaml 的 evidence。',
    en: 'The file "{{file}}" that proves "{{item}}" was not handed in. Put it into the folder and name it under "evidence" in drama.yaml.',
  },
  totalDiffers: {
    'zh-CN': '合计行是 {{stated}} 元，各行相加是 {{sum}} 元，相差 {{difference}} 元。',
    en: 'The total is given as RMB {{stated}}; the lines add up to {{sum}}, a difference of {{difference}}.',
  },
  ledgerRead: {
    'zh-CN':
      '台账 {{lines}} 行：申报合计 {{claimed}}；可计入 {{eligible}} 元，待核实 {{undecided}} 元，不可计入 {{ineligible}} 元；有问题的 {{problems}} 行。',
    en: '{{lines}} lines: claimed {{claimed}}; RMB {{eligible}} eligible, {{undecided}} to be checked, {{ineligible}} not eligible; {{problems}} lines with problems.',
  },
} satisfies MessageTable;
/** Ids of {@link messages}. */
export type MessageId = keyof typeof messages;
