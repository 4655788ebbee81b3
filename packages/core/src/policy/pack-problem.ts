import type { Localized, MessageTable } from '../findings/message.ts';
import { fillMessage } from '../findings/message.ts';

/** What can be wrong with a pack, with the remedy. */
export const packMessages = {
  unreadable: {
    'zh-CN': '无法读取（{{detail}}）。请检查路径与权限。',
    en: 'cannot be read ({{detail}}). Check path and permissions.',
  },
  syntax: {
    'zh-CN': 'YAML 写法有误（{{detail}}）。请改正。',
    en: 'not valid YAML ({{detail}}). Correct it.',
  },
  unknownKey: {
    'zh-CN': '不认识的键 “{{name}}”。请删去，或改为：{{suggestion}}；若它是一句话的后半句，请给整句加引号。',
    en: 'unknown key "{{name}}". Remove it, or use: {{suggestion}}. If it is the second half of a text, put the text in quotes.',
  },
  invalid: {
    'zh-CN': '值不对（{{detailZh}}）。请对照 docs/reference/policy-pack.md 修改。',
    en: 'the value is not valid ({{detailEn}}). See docs/reference/policy-pack.md.',
  },
  missing: {
    'zh-CN': '缺少这一项。请补上，写法见 docs/reference/policy-pack.md。',
    en: 'is missing. Add it; see docs/reference/policy-pack.md.',
  },
  nodeForm: {
    'zh-CN': '条件节点须且只须有 {{keys}} 之一（says 只能与 is 同用，look 只能与 judge 同用）。请拆成几个节点。',
    en: 'a node has exactly one of {{keys}} ("says" only beside "is", "look" only beside "judge"). Split it into several nodes.',
  },
  atLeastTooMany: {
    'zh-CN': '要求至少满足 {{count}} 项，但只列了 {{size}} 项。请改小 count 或补齐条件。',
    en: 'asks for {{count}} but lists only {{size}}. Lower "count" or add conditions.',
  },
  factUnknown: {
    'zh-CN':
      '“{{name}}” 既不是已加载检查器的事实，也不是本包的参数。最接近的是 {{suggestion}}；若由插件提供，请先启用该插件，或在本包 facts 中声明它由谁给出。',
    en: '"{{name}}" is neither a fact of a loaded checker nor a parameter of this pack. Closest: {{suggestion}}. If a plugin provides it, enable that plugin, or declare under "facts" who states it.',
  },
  factUnit: {
    'zh-CN': '“{{name}}” 由已加载的检查器给出，单位为 {{unit}}。请把 unit 改为 {{unit}}。',
    en: '"{{name}}" is stated by a loaded checker in the unit {{unit}}. Write that unit.',
  },
  factUnused: {
    'zh-CN': '“{{name}}” 没有被任何条件用到。请删去，或核对条件里的写法。',
    en: 'no condition names "{{name}}". Remove it, or check how the conditions write it.',
  },
  hyphenated: {
    'zh-CN': '表达式里 “{{name}}” 的连字符要写成下划线：{{suggestion}}。',
    en: 'in an expression "{{name}}" is written with underscores: {{suggestion}}.',
  },
  notCel: {
    'zh-CN': '表达式 “{{expression}}” 不成立（{{detail}}）。请改为返回真假的 CEL 表达式；与小数运算的整数写成 2.0。',
    en: 'the expression "{{expression}}" is refused ({{detail}}). Write CEL that gives true or false; in arithmetic with decimals write 2.0, not 2.',
  },
  withoutFact: {
    'zh-CN': '表达式 “{{expression}}” 没有用到任何事实，结果恒定。请写入事实，或删去。',
    en: 'the expression "{{expression}}" names no fact and is always the same. Name a fact, or remove it.',
  },
  severalNumbers: {
    'zh-CN':
      '表达式 “{{expression}}” 须是一个数值事实与一个不含事实的值的单个比较（数值可能是区间）。请用 all/any/not 拆成几个 is。',
    en: 'the expression "{{expression}}" must be one comparison of one number fact, alone on its side, with a value without facts (a number may be an interval). Split it into several "is" under all/any/not.',
  },
  evidenceUndeclared: {
    'zh-CN': '材料类型 “{{name}}” 未列入本条 needs。请在 needs 中声明，或改为：{{suggestion}}。',
    en: 'the evidence type "{{name}}" is not in the clause\'s needs. Declare it there, or use: {{suggestion}}.',
  },
  twice: { 'zh-CN': '“{{name}}” 出现两次。请改名。', en: '"{{name}}" is there twice. Rename one.' },
  paramIsFact: {
    'zh-CN': '参数 “{{name}}” 与事实同名。请给参数改名。',
    en: 'the parameter "{{name}}" has the name of a fact. Rename the parameter.',
  },
  paramKind: {
    'zh-CN': '参数的值与单位 {{unit}} 不符。请改正值或单位。',
    en: 'the value of the parameter does not fit its unit {{unit}}. Correct one of them.',
  },
  periodReversed: {
    'zh-CN': '起始日期 {{from}} 晚于终止日期 {{to}}。请改正。',
    en: 'begins on {{from}}, after its end {{to}}. Correct the dates.',
  },
  periodsOverlap: {
    'zh-CN': '第 {{index}} 段与前面的时段重叠。请使各时段互不重叠。',
    en: 'period {{index}} overlaps one before it. Keep the periods apart.',
  },
  inForceUndated: {
    'zh-CN': '状态为 in-force，须写明 effectiveFrom。若仅为征求意见稿，请改为 draft。',
    en: 'is in-force, so effectiveFrom must be given. If it is only a draft for comment, say draft.',
  },
  sourceMissing: {
    'zh-CN': '来源文件 {{name}} 无法读取（{{detail}}）。请补上文件，或删去 source.file。',
    en: 'the source {{name}} cannot be read ({{detail}}). Add the file, or remove source.file.',
  },
  sourceChanged: {
    'zh-CN': '来源文件 {{name}} 的 sha256 为 {{actual}}，与所载不符。请核对条文后更新。',
    en: 'the source {{name}} has the sha256 {{actual}}, not the one given. Compare the clauses with it, then update.',
  },
} satisfies MessageTable;

/** Codes of {@link packMessages}. */
export type PackProblemCode = keyof typeof packMessages;

/** One thing wrong with a pack file. `line` and `column` are 1-based; `key` is the path, such as `clauses.0.when`. */
export interface PackProblem {
  readonly code: PackProblemCode;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly key: string;
  /** What is wrong and what to do. */
  readonly message: Localized;
}

/** A problem with where it is, as one line; a file that could not be read has no lines. */
export function describePackProblem(problem: PackProblem): Localized {
  const { code, file, line, column, key, message } = problem;
  const place = code === 'unreadable' ? file : `${file}:${line}:${column}`;
  const at = key === '' ? place : `${place} ${key}`;
  return fillMessage({ 'zh-CN': '{{at}}：{{zh}}', en: '{{at}}: {{en}}' }, { at, zh: message['zh-CN'], en: message.en });
}
