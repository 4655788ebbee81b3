import { readFile, stat } from 'node:fs/promises';
import { closest, distance } from 'fastest-levenshtein';
import { isAlias, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../errors.ts';
import type { Localized } from '../findings/message.ts';
import { seriesKinds } from '../work/series.ts';
import { parseMoney } from './money.ts';
import { decodeText } from './text-file.ts';

const patterns = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const isoDate = z.iso.date();

const eventReversed = { 'zh-CN': 'start 晚于 end', en: 'start is after end' };

const document = z.union([z.string(), z.strictObject({ file: z.string(), issued: isoDate.optional() })]);

/** Where the videos are when drama.yaml does not say. */
export const usualEpisodes = 'episodes/*';

/** RMB: a number, or a text such as 85万元. */
const money = z.union([z.number(), z.string()]).transform((value, context) => {
  const rmb = parseMoney(value);
  if (rmb === null) context.addIssue('not an amount');
  return rmb ?? 0;
});

/** drama.yaml as written. Unknown keys are errors. */
export const manifestSchema = z.strictObject({
  title: z.string().min(1).max(200),
  producer: z.strictObject({ name: z.string().optional(), licence: z.string().optional() }).optional(),
  kind: z.enum(seriesKinds).default('live-action'),
  /** What the story is mainly about; an empty list is an ordinary subject. */
  subject: z
    .union([
      z
        .string()
        .min(1)
        .transform((one) => [one]),
      z.array(z.string().min(1)),
    ])
    .optional(),
  investment: money.optional(),
  costs: z.strictObject({ total: money.optional(), actors: money.optional(), leads: money.optional() }).optional(),
  episodes: z
    .union([
      z.string().min(1),
      z
        .array(
          z.union([
            z.string().min(1),
            z.strictObject({
              file: z.string().min(1),
              number: z.number().int().min(1).optional(),
              title: z.string().optional(),
            }),
          ]),
        )
        .min(1),
    ])
    .default(usualEpisodes),
  scripts: patterns.optional(),
  subtitles: patterns.optional(),
  locations: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        district: z.string().optional(),
        /** `[longitude, latitude]`, WGS-84 degrees. */
        point: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).optional(),
        photos: patterns.optional(),
        scenes: z.array(z.union([z.string(), z.number().transform(String)])).optional(),
      }),
    )
    .default([]),
  filing: z
    .strictObject({ date: isoDate.optional(), number: z.string().optional(), tier: z.string().min(1).optional() })
    .optional(),
  claims: z.array(z.string()).default([]),
  /** Evidence type → document or documents. */
  evidence: z.record(z.string(), z.union([document, z.array(document)])).default({}),
  release: z
    .strictObject({
      platforms: z.array(z.string()).default([]),
      metrics: patterns.optional(),
      comments: patterns.optional(),
      recommended: z.boolean().optional(),
      revenue: money.optional(),
    })
    .optional(),
  /** The industry event that support is applied for. */
  event: z
    .strictObject({
      name: z.string().min(1).max(200),
      place: z.string().optional(),
      start: isoDate.optional(),
      end: isoDate.optional(),
    })
    .refine(({ start, end }) => start === undefined || end === undefined || start <= end, {
      error: 'event.start is after event.end',
      params: { detail: eventReversed },
    })
    .optional(),
});

/** See {@link manifestSchema}. */
export type Manifest = z.infer<typeof manifestSchema>;

type Path = readonly PropertyKey[];

function lineOf(yaml: Document, lines: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = yaml.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** Line of the key itself, which `getIn` does not give. */
function lineOfKey(yaml: Document, lines: LineCounter, path: Path, key: string): number {
  const parent = (path.length === 0 ? yaml.contents : yaml.getIn(path, true)) as {
    items?: { key?: { value?: unknown; range?: [number, number, number] } }[];
  } | null;
  const range = parent?.items?.find((pair) => pair.key?.value === key)?.key?.range;
  return range ? lines.linePos(range[0]).line : lineOf(yaml, lines, path);
}

/** Line of the first alias that names nothing; of the first alias when all name something. */
function lineOfAlias(yaml: Document, lines: LineCounter): number {
  const anchors = new Set<string>();
  let first: number | null = null;
  let nameless: number | null = null;
  visit(yaml, {
    Node(_, node) {
      if (isAlias(node)) {
        const line = lines.linePos(node.range?.[0] ?? 0).line;
        first ??= line;
        if (!anchors.has(node.source)) nameless ??= line;
      } else if (node.anchor !== undefined) anchors.add(node.anchor);
    },
  });
  return nameless ?? first ?? 1;
}

interface ObjectSchema {
  readonly shape?: Record<string, unknown>;
  readonly def?: {
    readonly innerType?: unknown;
    readonly element?: unknown;
    readonly valueType?: unknown;
    readonly options?: readonly unknown[];
  };
}

/** Keys that the schema knows at a path, for suggestions. */
function knownKeys(schema: unknown, path: Path): string[] {
  const node = schema as ObjectSchema | undefined;
  if (node === undefined) return [];
  if (node.def?.innerType) return knownKeys(node.def.innerType, path);
  if (node.def?.valueType && path.length > 0) return knownKeys(node.def.valueType, path.slice(1));
  if (node.def?.options) return node.def.options.flatMap((option) => knownKeys(option, path));
  const [head, ...rest] = path;
  if (head === undefined) return node.shape ? Object.keys(node.shape) : [];
  if (typeof head === 'number') return knownKeys(node.def?.element, rest);
  return knownKeys(node.shape?.[String(head)], rest);
}

/** A series of 1,000 episodes listed one by one takes about 100 KB. */
const largestManifest = 4 * 1024 * 1024;

/** Within this many edits a key is taken for a typo. */
const typoDistance = 3;

function unknownKey(yaml: Document, lines: LineCounter, file: string, path: Path, key: string): Problem {
  const known = knownKeys(manifestSchema, path);
  const nearest = known.length === 0 ? '' : closest(key, known);
  const typo = nearest !== '' && distance(key, nearest) <= typoDistance;
  return {
    code: 'manifestUnknownKey',
    path: file,
    data: {
      line: lineOfKey(yaml, lines, path, key),
      key,
      suggestion: typo
        ? { 'zh-CN': `是不是 “${nearest}”？`, en: `Did you mean "${nearest}"?` }
        : { 'zh-CN': `可用的键：${known.join('、')}。`, en: `Known keys: ${known.join(', ')}.` },
    },
  };
}

/** Inside a union an unknown key says what is wrong, else the deepest complaint. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const nested = issue.errors.flat().map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  const unknown = nested.find(({ code }) => code === 'unrecognized_keys');
  const deepest = unknown ?? nested.toSorted((a, b) => b.path.length - a.path.length)[0];
  return deepest === undefined ? issue : innermost(deepest);
}

const amount = { 'zh-CN': '无法识别为金额，可写 850000 或 85万元', en: 'not an amount; write 850000 or 85万元' };
const absent = { 'zh-CN': '缺少这一项', en: 'it is missing' };

/** What is wrong with a value, in every language. */
function complaint(issue: z.core.$ZodIssue, chinese: z.core.$ZodIssue | undefined): Localized {
  if (issue.code === 'custom') return (issue.params?.['detail'] as Localized | undefined) ?? amount;
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return absent;
  return { 'zh-CN': chinese?.message ?? issue.message, en: issue.message };
}

/**
 * Reads drama.yaml.
 *
 * @param path how messages name the file
 * @returns the manifest, or what is wrong with it, by line
 */
export async function readManifest(file: string, path: string): Promise<Manifest | Problem[]> {
  const lines = new LineCounter();
  let text: string;
  try {
    const { size } = await stat(file);
    if (size > largestManifest)
      return [{ code: 'manifestTooLarge', path, data: { megabytes: Math.round(size / 2 ** 20) } }];
    text = decodeText(await readFile(file));
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    return [{ code: 'fileUnreadable', path, data: { detail: code ?? message } }];
  }
  const yaml = parseDocument(text, { lineCounter: lines });
  if (yaml.errors.length > 0) {
    return yaml.errors.map((error) => ({
      code: 'manifestSyntax',
      path,
      data: {
        line: error.linePos?.[0].line ?? 1,
        detail: error.message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? '',
      },
    }));
  }
  let content: unknown;
  try {
    content = yaml.toJS();
  } catch (thrown) {
    // An alias that names nothing (a star without quotes), or too many of them.
    return [
      { code: 'manifestSyntax', path, data: { line: lineOfAlias(yaml, lines), detail: (thrown as Error).message } },
    ];
  }
  const result = manifestSchema.safeParse(content ?? {});
  if (result.success) return result.data;
  const inChinese = manifestSchema
    .safeParse(content ?? {}, { error: z.locales.zhCN().localeError })
    .error?.issues.map(innermost);
  return result.error.issues.map(innermost).flatMap((issue, i): Problem[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => unknownKey(yaml, lines, path, issue.path, key));
    }
    const detail = complaint(issue, inChinese?.[i]);
    const data = { line: lineOf(yaml, lines, issue.path), key: issue.path.join('.') || 'drama.yaml', detail };
    return [{ code: 'manifestInvalid', path, data }];
  });
}
