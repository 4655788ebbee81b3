import { z } from 'zod';
import { isValueOf, type FactDeclaration } from '../findings/fact.ts';
import { celName, expressionCompiler, type Condition, type ExpressionCompiler } from './condition.ts';
import {
  clauseSchema,
  datedValues,
  expectedFactSchema,
  needSchema,
  packSchema,
  packTestSchema,
  paramSchema,
  type Pack,
  type PackClause,
} from './pack.ts';
import { closestName, type KeyPath, type PackDocument } from './pack-document.ts';
import type { PackProblem } from './pack-problem.ts';
import { periodsOverlap, type Period } from './period.ts';
import { nodeKeys, type RawTree, type Tree } from './tree.ts';

/** Facts that a pack may name, by id, with label and unit. */
export type FactDeclarations = Readonly<Record<string, FactDeclaration>>;

/** The conditions of one clause, type-checked; `appliesTo` is null when the clause applies to everything. */
export interface ClauseConditions {
  readonly when: Tree<Condition>;
  readonly appliesTo: Tree<Condition> | null;
}

/**
 * A pack that can be evaluated. `conditions` is by clause id; `declarations` are the facts it was checked against, those
 * that it expects itself among them.
 */
export interface LoadedPack {
  readonly pack: Pack;
  readonly conditions: ReadonlyMap<string, ClauseConditions>;
  readonly declarations: FactDeclarations;
}

/** A pack, or everything that is wrong with it. */
export type PackResult =
  | { readonly ok: true; readonly pack: LoadedPack }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** Checks the content of a pack file and compiles its conditions. Never throws for what the file says. */
export function compilePack(document: PackDocument, loaded: FactDeclarations): PackResult {
  if (document.syntaxProblems.length > 0) return { ok: false, problems: document.syntaxProblems };
  const shape = packSchema.safeParse(document.content, { error: z.locales.en().localeError });
  if (!shape.success) return { ok: false, problems: shapeProblems(document, shape.error.issues) };

  const pack = shape.data;
  // What a checker declares stands before what a pack expects of it.
  const declarations: FactDeclarations = { ...pack.facts, ...loaded };
  const problems: PackProblem[] = paramProblems(document, pack, declarations);
  const report: Report = (code, path, data) => problems.push(document.problem(code, path, data));
  checkExpected(pack, loaded, report);
  if (pack.status === 'in-force' && pack.effectiveFrom === null) report('inForceUndated', ['effectiveFrom']);
  checkPeriod({ from: pack.effectiveFrom, to: pack.effectiveTo }, ['effectiveTo'], report);
  if (problems.length > 0) return { ok: false, problems };

  const expressions = expressionCompiler(declarations, pack.params);
  const conditions = new Map<string, ClauseConditions>();
  const named = new Set<string>();
  for (const [index, clause] of pack.clauses.entries()) {
    const at: KeyPath = ['clauses', index];
    if (conditions.has(clause.id)) report('twice', [...at, 'id'], { name: clause.id });
    checkClause(pack, clause, at, declarations, report);
    const compile = (tree: RawTree, key: string): Tree<Condition> =>
      compileTree(tree, [...at, key], { clause, declarations, expressions, report, named });
    conditions.set(clause.id, {
      when: compile(clause.when, 'when'),
      appliesTo: clause.appliesTo === undefined ? null : compile(clause.appliesTo, 'appliesTo'),
    });
  }
  if (problems.length === 0) {
    for (const id of Object.keys(pack.facts)) if (!named.has(id)) report('factUnused', ['facts', id], { name: id });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pack: { pack, conditions, declarations } };
}

type Report = (...problem: Parameters<PackDocument['problem']>) => void;

const knownKeys = [
  ...[packSchema, clauseSchema, needSchema, packTestSchema, paramSchema, expectedFactSchema].flatMap((schema) =>
    Object.keys(schema.shape),
  ),
  ...nodeKeys,
];

function shapeProblems(document: PackDocument, issues: readonly z.core.$ZodIssue[]): PackProblem[] {
  const inChinese = packSchema.safeParse(document.content, { error: z.locales.zhCN().localeError });
  return issues.flatMap((issue, index) => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((name) =>
        document.problem('unknownKey', [...path, name], {
          name,
          suggestion: closestName(name, knownKeys),
        }),
      );
    }
    if (path.length > 0 && valueAt(document.content, path) === undefined) return [document.problem('missing', path)];
    const detailZh = inChinese.error?.issues[index]?.message ?? issue.message;
    return [document.problem('invalid', path, { detailZh, detailEn: issue.message })];
  });
}

function valueAt(content: unknown, path: KeyPath): unknown {
  return path.reduce((value, step) => (value as Readonly<Record<string | number, unknown>> | null)?.[step], content);
}

function paramProblems(document: PackDocument, pack: Pack, declarations: FactDeclarations): PackProblem[] {
  const problems: PackProblem[] = [];
  const report: Report = (code, path, data) => problems.push(document.problem(code, path, data));
  const factNames = new Set(Object.keys(declarations).map(celName));
  for (const [id, param] of Object.entries(pack.params)) {
    const at: KeyPath = ['params', id];
    if (factNames.has(celName(id))) report('paramIsFact', at, { name: id });
    const dated = datedValues(param);
    if (dated.some(({ value }) => !isValueOf(value, param.unit))) {
      report('paramKind', [...at, 'value'], { unit: param.unit });
    }
    for (const [index, period] of dated.entries()) {
      checkPeriod(period, [...at, 'value', index], report);
      if (dated.slice(0, index).some((earlier) => periodsOverlap(earlier, period))) {
        report('periodsOverlap', [...at, 'value', index], { index: index + 1 });
      }
    }
  }
  return problems;
}

function checkExpected(pack: Pack, loaded: FactDeclarations, report: Report): void {
  for (const [id, { unit }] of Object.entries(pack.facts)) {
    const stated = loaded[id]?.unit;
    if (stated !== undefined && stated !== unit) report('factUnit', ['facts', id, 'unit'], { name: id, unit: stated });
  }
}

function checkPeriod({ from, to }: Period, path: KeyPath, report: Report): void {
  if (from != null && to != null && from > to) report('periodReversed', path, { from, to });
}

function checkClause(
  pack: Pack,
  clause: PackClause,
  at: KeyPath,
  declarations: FactDeclarations,
  report: Report,
): void {
  const from = clause.effectiveFrom ?? pack.effectiveFrom;
  checkPeriod({ from, to: clause.effectiveTo ?? pack.effectiveTo }, at, report);
  if ((clause.status ?? pack.status) === 'in-force' && from === null) report('inForceUndated', [...at, 'status']);
  const types = clause.needs.map(({ type }) => type);
  for (const [index, type] of types.entries()) {
    if (types.indexOf(type) !== index) report('twice', [...at, 'needs', index, 'type'], { name: type });
  }
  for (const [index, test] of clause.tests.entries()) {
    for (const name of Object.keys(test.facts)) {
      if (Object.hasOwn(declarations, name)) continue;
      const suggestion = closestName(name, Object.keys(declarations));
      report('factUnknown', [...at, 'tests', index, 'facts', name], { name, suggestion });
    }
    for (const [place, document] of test.evidence.entries()) {
      const name = typeof document === 'string' ? document : document.type;
      if (types.includes(name)) continue;
      const suggestion = closestName(name, types);
      report('evidenceUndeclared', [...at, 'tests', index, 'evidence', place], {
        name,
        suggestion,
      });
    }
  }
}

interface TreeContext {
  readonly clause: PackClause;
  readonly declarations: FactDeclarations;
  readonly expressions: ExpressionCompiler;
  readonly report: Report;
  /** Ids of the facts that conditions name. */
  readonly named: Set<string>;
}

function compileTree(raw: RawTree, path: KeyPath, context: TreeContext): Tree<Condition> {
  const { report } = context;
  const present = nodeKeys.filter((key) => raw[key] !== undefined);
  if (
    present.length !== 1 ||
    (raw.says !== undefined && raw.is === undefined) ||
    (raw.look !== undefined && raw.judge === undefined)
  ) {
    report('nodeForm', path, { keys: nodeKeys.join('/') });
    return refused;
  }
  const list = (children: readonly RawTree[], at: KeyPath): readonly Tree<Condition>[] =>
    children.map((child, index) => compileTree(child, [...at, index], context));
  if (raw.all !== undefined) return { kind: 'all', of: list(raw.all, [...path, 'all']) };
  if (raw.any !== undefined) return { kind: 'any', of: list(raw.any, [...path, 'any']) };
  if (raw.not !== undefined) return { kind: 'not', of: [compileTree(raw.not, [...path, 'not'], context)] };
  if (raw.atLeast !== undefined) {
    const { count, of } = raw.atLeast;
    if (count > of.length) report('atLeastTooMany', [...path, 'atLeast', 'count'], { count, size: of.length });
    return { kind: 'atLeast', count, of: list(of, [...path, 'atLeast', 'of']) };
  }
  return { kind: 'leaf', leaf: compileLeaf(raw, path, context) };
}

// Stands in for a node that was reported; a pack with a problem is never evaluated.
const refusedLeaf: Condition = { kind: 'judge', question: { 'zh-CN': '', en: '' }, look: [] };
const refused: Tree<Condition> = { kind: 'leaf', leaf: refusedLeaf };

function compileLeaf(
  raw: RawTree,
  path: KeyPath,
  { clause, declarations, expressions, report, named }: TreeContext,
): Condition {
  if (raw.judge !== undefined) {
    const look = raw.look ?? [];
    for (const [index, name] of look.entries()) {
      named.add(name);
      if (Object.hasOwn(declarations, name)) continue;
      const suggestion = closestName(name, Object.keys(declarations));
      report('factUnknown', [...path, 'look', index], { name, suggestion });
    }
    return { kind: 'judge', question: raw.judge, look };
  }
  if (raw.evidence !== undefined) {
    const types = clause.needs.map(({ type }) => type);
    if (!types.includes(raw.evidence)) {
      const suggestion = closestName(raw.evidence, types);
      report('evidenceUndeclared', [...path, 'evidence'], { name: raw.evidence, suggestion });
    }
    return { kind: 'evidence', type: raw.evidence };
  }
  const expression = raw.is ?? '';
  const compiled = expressions.compile(expression, raw.says ?? null);
  if ('kind' in compiled) {
    for (const id of compiled.kind === 'comparison' ? [compiled.fact] : compiled.facts) named.add(id);
    return compiled;
  }
  const at = [...path, 'is'];
  switch (compiled.code) {
    case 'unknownName':
      report('factUnknown', at, {
        name: compiled.name,
        suggestion: closestName(compiled.name, expressions.names),
      });
      break;
    case 'hyphenated':
      report('hyphenated', at, { name: compiled.name, suggestion: celName(compiled.name) });
      break;
    case 'notValid':
      report('notCel', at, { expression, detail: compiled.detail });
      break;
    default:
      report(compiled.code, at, { expression });
  }
  return refusedLeaf;
}
