import type { Localized, MessageTable } from '../findings/message.ts';
import type { Comparison } from './condition.ts';
import type { Truth } from './kleene.ts';
import type { VerdictKind } from './verdict.ts';

/** Lines of the reason chain and of what is missing. */
export const reasonMessages = {
  source: { 'zh-CN': '依据：{{document}}，{{article}}。', en: 'Rule: {{document}}, {{article}}.' },
  draft: {
    'zh-CN': '该文件为征求意见稿，尚未生效，判定仅供准备材料参考。',
    en: 'The document is a draft for comment (征求意见稿) and not in force; the verdict only helps to prepare.',
  },
  date: {
    'zh-CN': '按 {{date}} 适用的规定判定。',
    en: 'Judged by the rules that hold on {{date}}.',
  },
  outOfPeriod: {
    'zh-CN': '本条适用期为 {{from}} 至 {{to}}，{{date}} 不在其内。',
    en: 'The clause holds from {{from}} to {{to}}; {{date}} is outside.',
  },
  dateMissing: {
    'zh-CN': '本条适用期为 {{from}} 至 {{to}}，未填写备案日期，无法确定是否适用。',
    en: 'The clause holds from {{from}} to {{to}}; without a filing date it cannot be told whether it applies.',
  },
  needDate: {
    'zh-CN': '备案日期：请在 drama.yaml 的 filing.date 填写。',
    en: 'The filing date: give it as filing.date in drama.yaml.',
  },
  applicability: { 'zh-CN': '适用条件：', en: 'Whether the clause applies:' },
  compared: {
    'zh-CN': '{{label}}：{{value}}；条件“{{comparison}} {{threshold}}”{{outcome}}。',
    en: '{{label}}: {{value}}; the condition "{{comparison}} {{threshold}}" {{outcome}}.',
  },
  comparedInterval: {
    'zh-CN': '{{label}}：{{value}}（依据 {{coverage}} 的素材）；条件“{{comparison}} {{threshold}}”{{outcome}}。',
    en: '{{label}}: {{value}} (from {{coverage}} of the material); the condition "{{comparison}} {{threshold}}" {{outcome}}.',
  },
  stated: {
    'zh-CN': '{{values}}；条件“{{condition}}”{{outcome}}。',
    en: '{{values}}; the condition "{{condition}}" {{outcome}}.',
  },
  statedValue: { 'zh-CN': '{{label}}：{{value}}', en: '{{label}}: {{value}}' },
  factUnknown: {
    'zh-CN': '{{label}}：未知（{{reason}}）。',
    en: '{{label}}: unknown ({{reason}}).',
  },
  factSettle: { 'zh-CN': '{{label}}：{{remedy}}', en: '{{label}}: {{remedy}}' },
  factAbsent: { 'zh-CN': '{{label}}：没有检查结果。', en: '{{label}}: no check has given it.' },
  needFact: {
    'zh-CN': '{{label}}：请启用能得出该数据的检查器，并使其完成检查。',
    en: '{{label}}: enable the checker that measures it and let it finish.',
  },
  factWrongKind: {
    'zh-CN': '{{label}}：检查器给出的值不合规格，不予采用。',
    en: '{{label}}: the value that the checker gave is not of its declared kind and is not used.',
  },
  needNarrower: {
    'zh-CN': '{{label}}：目前为 {{value}}，跨越 {{threshold}}，请补充标注或材料缩小范围。',
    en: '{{label}}: now {{value}}, on both sides of {{threshold}}; label more or add material to narrow it.',
  },
  paramUndated: {
    'zh-CN': '“{{label}}”在该日期没有规定的数值，条件无法判断。',
    en: '"{{label}}" has no value for that date, so the condition cannot be judged.',
  },
  needParam: {
    'zh-CN': '适用“{{label}}”的日期：请核对 drama.yaml 的 filing.date。',
    en: 'A date for which "{{label}}" is laid down: check filing.date in drama.yaml.',
  },
  evidenceFound: {
    'zh-CN': '已提交“{{label}}”：{{documents}}。内容由受理部门核验。',
    en: '"{{label}}" was handed in: {{documents}}. The office verifies what it says.',
  },
  evidenceDated: { 'zh-CN': '{{path}}（{{issued}} 签发）', en: '{{path}} (issued {{issued}})' },
  evidenceTooLate: {
    'zh-CN': '“{{label}}”的签发日期 {{issued}} 晚于 {{date}}，不计入（{{path}}）。',
    en: '"{{label}}" was issued on {{issued}}, after {{date}}, and does not count ({{path}}).',
  },
  evidenceMissing: { 'zh-CN': '未提交“{{label}}”。', en: '"{{label}}" was not handed in.' },
  needEvidence: { 'zh-CN': '{{label}}（由{{from}}提供）', en: '{{label}} (from {{from}})' },
  factFrom: { 'zh-CN': '{{label}}（由{{from}}提供）', en: '{{label}} (from {{from}})' },
  asComparison: { 'zh-CN': '{{label}}{{comparison}} {{threshold}}', en: '{{label}} {{comparison}} {{threshold}}' },
  asEvidence: {
    'zh-CN': '提交“{{label}}”（{{type}}，由{{from}}提供）',
    en: 'hand in "{{label}}" ({{type}}, from {{from}})',
  },
  asJudge: { 'zh-CN': '{{question}}（可参考：{{facts}}）', en: '{{question}} (to look at: {{facts}})' },
  listAll: { 'zh-CN': '以下 {{count}} 项同时满足：', en: 'all of the next {{count}}:' },
  listAny: { 'zh-CN': '以下 {{count}} 项满足其一：', en: 'any one of the next {{count}}:' },
  listAtLeast: { 'zh-CN': '以下 {{count}} 项至少满足 {{least}} 项：', en: 'at least {{least}} of the next {{count}}:' },
  listNot: { 'zh-CN': '不得出现：', en: 'not:' },
  toHold: {
    'zh-CN': '{{end}}再{{move}}{{amount}}{{time}}，条件即成立。',
    en: '{{end}} {{move}} by {{amount}}{{time}}: the condition holds.',
  },
  toFail: {
    'zh-CN': '{{end}}再{{move}}{{amount}}{{time}}，条件即不成立。',
    en: '{{end}} {{move}} by {{amount}}{{time}}: the condition does not hold.',
  },
  margin: { 'zh-CN': '{{end}}尚有{{amount}}{{time}}的余量。', en: '{{end}} can lose {{amount}}{{time}}.' },
  endLow: { 'zh-CN': '下限', en: 'lower end' },
  endHigh: { 'zh-CN': '上限', en: 'upper end' },
  endValue: { 'zh-CN': '现值', en: 'value' },
  moveUp: { 'zh-CN': '提高', en: 'up' },
  moveDown: { 'zh-CN': '降低', en: 'down' },
  amountLeast: { 'zh-CN': '至少 {{value}}', en: 'at least {{value}}' },
  amountBeyond: { 'zh-CN': '超过 {{value}}', en: 'more than {{value}}' },
  amountMargin: { 'zh-CN': ' {{value}}', en: '{{value}}' },
  amountAny: { 'zh-CN': '任意幅度', en: 'any amount' },
  amountNone: { 'zh-CN': '零', en: 'nothing' },
  points: { 'zh-CN': '{{points}} 个百分点', en: '{{points}} percentage points' },
  noTime: { 'zh-CN': '', en: '' },
  timeOfTotal: { 'zh-CN': '（即总时长 {{total}}中的 {{time}}）', en: ' ({{time}} of {{total}})' },
  minutes: { 'zh-CN': '{{value}} 分钟', en: '{{value}} min' },
  seconds: { 'zh-CN': '{{value}} 秒', en: '{{value}} s' },
  judgeFrom: { 'zh-CN': '受理或复核人员', en: 'the office or a reviewer' },
  via: {
    'zh-CN': '条文取自{{via}}，未与发文机关原件核对。',
    en: 'The text was taken from {{via}} and was not compared with the original.',
  },
  reported: {
    'zh-CN': '未见条文原文，以下据{{by}}转述，不作为符合或不符合的依据。',
    en: 'The words of the clause were not to be had; they are as reported by {{by}} and decide nothing by themselves.',
  },
  needOriginal: {
    'zh-CN': '条文原文：请与发文机关公布的文本核对后认定。',
    en: 'The words of the clause: compare with what the issuing office published.',
  },
  judge: { 'zh-CN': '须由人认定：{{question}}', en: 'For people to judge: {{question}}' },
  look: { 'zh-CN': '可参考：{{label}}：{{value}}', en: 'To look at: {{label}}: {{value}}' },
  lookMissing: { 'zh-CN': '可参考但尚无：{{missing}}', en: 'To look at, not there yet: {{missing}}' },
  discretionary: { 'zh-CN': '须经评审：{{question}}', en: 'Decided by assessment: {{question}}' },
  groupAny: {
    'zh-CN': '以下 {{count}} 项满足其一即可，{{outcome}}：',
    en: 'Any one of the next {{count}}, {{outcome}}:',
  },
  groupAll: {
    'zh-CN': '以下 {{count}} 项须同时满足，{{outcome}}：',
    en: 'All of the next {{count}}, {{outcome}}:',
  },
  groupAtLeast: {
    'zh-CN': '以下 {{count}} 项至少满足 {{least}} 项，{{outcome}}：',
    en: 'At least {{least}} of the next {{count}}, {{outcome}}:',
  },
  groupNot: {
    'zh-CN': '不得出现以下情形，{{outcome}}：',
    en: 'The next must not be so, {{outcome}}:',
  },
  note: { 'zh-CN': '说明：{{note}}', en: 'Note: {{note}}' },
  ambiguity: { 'zh-CN': '原文疑义：{{text}}', en: 'Unclear in the text: {{text}}' },
} satisfies MessageTable;

/** Ids of {@link reasonMessages}. */
export type ReasonId = keyof typeof reasonMessages;

/** The closing line of a reason chain. */
export const conclusions: Readonly<Record<VerdictKind, Localized>> = {
  pass: { 'zh-CN': '各项条件均成立：符合。', en: 'Every condition holds: met.' },
  fail: {
    'zh-CN': '有条件不成立，补充其他材料也不能改变结果：不符合。',
    en: 'A condition does not hold and no further material changes that: not met.',
  },
  review: {
    'zh-CN': '能自动核对的已核对，其余须由人认定：待人工复核。',
    en: 'What can be checked has been checked; the rest is for people: review.',
  },
  open: {
    'zh-CN': '材料或数据不足，尚不能判断：需补证据。',
    en: 'Material or data are missing: open.',
  },
  notApplicable: { 'zh-CN': '本条不适用。', en: 'The clause does not apply.' },
};

/** What a condition came to, as the end of a sentence. */
export const outcomes: Readonly<Record<Truth, Localized>> = {
  true: { 'zh-CN': '成立', en: 'holds' },
  false: { 'zh-CN': '不成立', en: 'does not hold' },
  unknown: { 'zh-CN': '尚不能判断', en: 'cannot be told yet' },
  judgement: { 'zh-CN': '须由人认定', en: 'is for people to judge' },
};

/** Boundary words: 不低于 and 不高于 take the boundary in, 高于 and 低于 leave it out. */
export const comparisons: Readonly<Record<Comparison, Localized>> = {
  '>=': { 'zh-CN': '不低于', en: 'at least' },
  '>': { 'zh-CN': '高于', en: 'more than' },
  '<=': { 'zh-CN': '不高于', en: 'at most' },
  '<': { 'zh-CN': '低于', en: 'less than' },
  '==': { 'zh-CN': '等于', en: 'exactly' },
  '!=': { 'zh-CN': '不等于', en: 'other than' },
};

/** An open side of a period. */
export const unlimited: Readonly<Record<'from' | 'to', Localized>> = {
  from: { 'zh-CN': '（未载明）', en: '(not stated)' },
  to: { 'zh-CN': '（未规定终止）', en: '(no end)' },
};
