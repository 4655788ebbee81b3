import type { Localized } from '@shenpian/core';
import { metadataRule, type MetadataRule } from './label-rules.ts';

/** What is wrong with a field of the metadata, or only unusual (`note`). */
export interface MetadataProblem {
  readonly level: 'error' | 'note';
  /** Null when it is about the whole. */
  readonly field: string | null;
  readonly text: Localized;
}

/**
 * The AIGC metadata of a file. `shape`: `wrapped` is `{"AIGC": {…}}`, `bare` the object alone; both are in use. `fields` hold what
 * is there, as written.
 */
export interface AigcMetadata {
  readonly shape: 'wrapped' | 'bare' | 'none';
  readonly fields: Readonly<Record<string, unknown>>;
  readonly problems: readonly MetadataProblem[];
}

const error = (field: string | null, zh: string, en: string): MetadataProblem => ({
  level: 'error',
  field,
  text: { 'zh-CN': zh, en },
});
const note = (field: string | null, zh: string, en: string): MetadataProblem => ({
  level: 'note',
  field,
  text: { 'zh-CN': zh, en },
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Codes as they were seen: 00, 1, 1 (organisation) or 2 (person), 18 characters of the credit code, 5 of the service. No source makes it a rule. */
const seenCode = /^001[12][0-9A-Z]{23}$/;
/** Characters that one implementation allows; no source makes it a rule. */
const plainCharacters = /^[\u0021\u0023-\u005B\u005D-\u007E]*$/;
const producers = new Set(['ContentProducer', 'ContentPropagator']);
const maker = new Set(['ContentProducer', 'ProduceID']);

/** Reads and checks the value of the tag `AIGC`. */
export function readAigc(value: string, rule: MetadataRule = metadataRule(null).rule): AigcMetadata {
  let data: unknown;
  try {
    data = JSON.parse(value);
  } catch {
    return { shape: 'none', fields: {}, problems: [error(null, '不是 JSON', 'it is not JSON')] };
  }
  if (!isObject(data))
    return { shape: 'none', fields: {}, problems: [error(null, '不是 JSON 对象', 'it is no JSON object')] };
  const inner = data[rule.key];
  if (rule.key in data && !isObject(inner))
    return { shape: 'none', fields: {}, problems: [error(rule.key, '里面不是 JSON 对象', 'it holds no JSON object')] };
  const fields = isObject(inner) ? inner : data;
  const problems = rule.fields.flatMap((field) => fieldProblems(field, fields, rule));
  const more = Object.keys(fields).filter((key) => !rule.fields.includes(key));
  if (more.length > 0)
    problems.push(
      note(more[0]!, `标准中没有这一项（${more.join('、')}）`, `the standard has no such field (${more.join(', ')})`),
    );
  return { shape: isObject(inner) ? 'wrapped' : 'bare', fields, problems };
}

function fieldProblems(
  field: string,
  fields: Readonly<Record<string, unknown>>,
  { labels }: MetadataRule,
): MetadataProblem[] {
  const value = fields[field];
  if (value === undefined) return [error(field, '缺少', 'it is missing')];
  if (typeof value !== 'string') return [error(field, '不是字符串', 'it is no string')];
  if (field === 'Label' && !labels.includes(value)) {
    const shown = value.slice(0, 40);
    return [
      error(
        field,
        `应为 ${labels.join('、')} 之一，实为 “${shown}”`,
        `it must be one of ${labels.join(', ')} and is "${shown}"`,
      ),
    ];
  }
  if (maker.has(field) && value.trim() === '') return [error(field, '是空的', 'it is empty')];
  if (producers.has(field) && value !== '' && !seenCode.test(value)) {
    return [
      note(
        field,
        '不是常见的 27 位编码（00、1、1 或 2、18 位统一社会信用代码、5 位服务代码）',
        'it is not the usual code of 27 characters (00, 1, 1 or 2, 18 of the credit code, 5 of the service)',
      ),
    ];
  }
  if (!plainCharacters.test(value))
    return [
      note(
        field,
        '含有空格、引号或中文等字符，有的读取程序不接受',
        'it has spaces, quotes or other characters that some readers refuse',
      ),
    ];
  return [];
}

/** Whether the metadata has no error. */
export const conforms = ({ problems }: AigcMetadata): boolean => problems.every(({ level }) => level !== 'error');

/** Values for the metadata of a file. */
export interface AigcValues {
  readonly label: string;
  readonly producer: string;
  readonly produceId: string;
  /** Left out: those of the producer, as at the first writing. */
  readonly propagator?: string | undefined;
  readonly propagateId?: string | undefined;
}

/** The metadata as JSON, wrapped, in the order of the standard; reserved fields are empty. */
export function aigcJson({ label, producer, produceId, propagator, propagateId }: AigcValues): string {
  return JSON.stringify({
    AIGC: {
      Label: label,
      ContentProducer: producer,
      ProduceID: produceId,
      ReservedCode1: '',
      ContentPropagator: propagator ?? producer,
      PropagateID: propagateId ?? produceId,
      ReservedCode2: '',
    },
  });
}
