import { Environment, serialize, type ASTNode } from '@marcbachmann/cel-js';
import type { FactDeclaration, FactValue } from '../findings/fact.ts';
import type { Localized } from '../findings/message.ts';
import type { PackParam } from './pack.ts';
import type { Truth } from './kleene.ts';

/** How a number is compared with its threshold. `>=` takes the boundary in, `>` leaves it out. */
export type Comparison = '>=' | '>' | '<=' | '<' | '==' | '!=';

/** Values of names in an expression, by CEL name. */
export type Values = Readonly<Record<string, FactValue>>;

/** A number fact against a threshold. The only form in which a fact may be an interval. */
export interface ComparisonCondition {
  readonly kind: 'comparison';
  readonly expression: string;
  readonly fact: string;
  /** As seen from the fact, also when the expression has the fact on the right. */
  readonly comparison: Comparison;
  /** Parameter ids that the threshold is made of. */
  readonly params: readonly string[];
  threshold(params: Values): number;
  /** The comparison over `[low, high]`: true or false when it is so for every value in between, else unknown. */
  holdsOver(low: number, high: number, params: Values): Truth;
}

/** Any CEL condition over facts that are texts, yes/no or lists. */
export interface StatementCondition {
  readonly kind: 'statement';
  readonly expression: string;
  readonly facts: readonly string[];
  readonly params: readonly string[];
  /** How the pack words it; null when it does not. */
  readonly says: Localized | null;
  holds(values: Values): boolean;
}

/** One leaf of a condition tree. */
export type Condition =
  | ComparisonCondition
  | StatementCondition
  | { readonly kind: 'evidence'; readonly type: string }
  | {
      readonly kind: 'judge';
      readonly question: Localized;
      /** Facts that the person who answers needs to see. */
      readonly look: readonly string[];
    };

/** Why an expression was refused. */
export type ExpressionFault =
  | { readonly code: 'unknownName'; readonly name: string }
  | { readonly code: 'hyphenated'; readonly name: string }
  | { readonly code: 'notValid'; readonly detail: string }
  | { readonly code: 'withoutFact' }
  | { readonly code: 'severalNumbers' };

/** A fact or parameter id as CEL can write it: `local-scene-ratio` is `local_scene_ratio`. */
export function celName(id: string): string {
  return id.replaceAll('-', '_');
}

const celTypes = {
  ratio: 'double',
  count: 'double',
  seconds: 'double',
  RMB: 'double',
  LUFS: 'double',
  text: 'string',
  boolean: 'bool',
  list: 'list<string>',
} as const;

const flipped: Readonly<Record<string, Comparison | undefined>> = {
  '>=': '<=',
  '>': '<',
  '<=': '>=',
  '<': '>',
  '==': '==',
  '!=': '!=',
};

/** Compiles `is` leaves against the facts and parameters that a pack may name. */
export interface ExpressionCompiler {
  /** CEL names that an expression may use. */
  readonly names: readonly string[];
  compile(expression: string, says: Localized | null): ComparisonCondition | StatementCondition | ExpressionFault;
}

/**
 * Makes a compiler. Every expression is type-checked here, so that a pack with a wrong leaf never loads.
 *
 * @throws TypeError when a fact and a parameter have the same CEL name; the caller checks that first.
 */
export function expressionCompiler(
  facts: Readonly<Record<string, FactDeclaration>>,
  params: Readonly<Record<string, PackParam>>,
): ExpressionCompiler {
  // CEL knows no "double == int", and every rule author writes "count == 0".
  const environment = new Environment().registerOperator(
    'double == int',
    (left: number, right: bigint) => left === Number(right),
  );
  const factIds = new Map<string, string>();
  const paramIds = new Map<string, string>();
  const declare = (
    ids: Map<string, string>,
    declared: Readonly<Record<string, Pick<FactDeclaration, 'unit'>>>,
  ): void => {
    for (const [id, { unit }] of Object.entries(declared)) {
      if (factIds.has(celName(id))) throw new TypeError(`two names for CEL: ${celName(id)}`);
      environment.registerVariable(celName(id), celTypes[unit]);
      ids.set(celName(id), id);
    }
  };
  declare(factIds, facts);
  declare(paramIds, params);
  const isNumber = (name: string): boolean => {
    const unit = facts[factIds.get(name) ?? '']?.unit;
    return unit !== undefined && celTypes[unit] === 'double';
  };

  return {
    names: [...factIds.keys(), ...paramIds.keys()],
    compile(expression, says) {
      const checked = environment.check(expression);
      if (!checked.valid) {
        return faultOf(checked.error?.message ?? 'not a CEL expression', expression, [
          ...factIds.values(),
          ...paramIds.values(),
        ]);
      }
      if (checked.type !== 'bool') return { code: 'notValid', detail: `${checked.type}, expected bool` };
      const program = environment.parse(expression);
      const used = namesIn(program.ast);
      const usedFacts = used.filter((name) => factIds.has(name));
      const idsOf = (names: readonly string[], ids: ReadonlyMap<string, string>): readonly string[] =>
        names.flatMap((name) => ids.get(name) ?? []);
      if (usedFacts.length === 0) return { code: 'withoutFact' };

      if (!usedFacts.some(isNumber)) {
        return {
          kind: 'statement',
          expression,
          facts: idsOf(usedFacts, factIds),
          params: idsOf(used, paramIds),
          says,
          holds: (values) => program({ ...values }) as boolean,
        };
      }

      const name = usedFacts[0] ?? '';
      const compared = usedFacts.length === 1 ? comparisonOf(name, program.ast) : null;
      if (compared === null) return { code: 'severalNumbers' };
      const limit = environment.parse(serialize(compared.threshold));
      const holdsAt = (value: number, values: Values): boolean => program({ ...values, [name]: value }) as boolean;
      const threshold = (values: Values): number => Number(limit({ ...values }));
      return {
        kind: 'comparison',
        expression,
        fact: factIds.get(name) ?? name,
        comparison: compared.comparison,
        params: idsOf(used, paramIds),
        threshold,
        holdsOver(low, high, values) {
          const [first, last] = [holdsAt(low, values), holdsAt(high, values)];
          if (first !== last) return 'unknown';
          // Order comparisons are monotone, so the ends speak for all between; equality is not.
          const equality = compared.comparison === '==' || compared.comparison === '!=';
          const limitInside = low < threshold(values) && threshold(values) < high;
          return equality && limitInside ? 'unknown' : first ? 'true' : 'false';
        },
      };
    },
  };
}

function faultOf(message: string, expression: string, ids: readonly string[]): ExpressionFault {
  const hyphenated = ids.find((id) => id.includes('-') && expression.includes(id));
  if (hyphenated !== undefined) return { code: 'hyphenated', name: hyphenated };
  const summary = message.split('\n')[0] ?? message;
  const unknown = /^Unknown variable: (\w+)/.exec(summary)?.[1];
  return unknown === undefined ? { code: 'notValid', detail: summary } : { code: 'unknownName', name: unknown };
}

/** A comparison with the named fact alone on one side and not on the other; null for any other expression. */
function comparisonOf(
  fact: string,
  ast: ASTNode,
): { readonly comparison: Comparison; readonly threshold: ASTNode } | null {
  const mirrored = flipped[ast.op as Comparison];
  if (mirrored === undefined) return null;
  const [left, right] = ast.args as [ASTNode, ASTNode];
  const isFact = (node: ASTNode): boolean => node.op === 'id' && node.args === fact;
  if (isFact(left) && !namesIn(right).includes(fact)) {
    return { comparison: ast.op as Comparison, threshold: right };
  }
  return isFact(right) && !namesIn(left).includes(fact) ? { comparison: mirrored, threshold: left } : null;
}

function namesIn(node: unknown): string[] {
  if (Array.isArray(node)) return [...new Set(node.flatMap(namesIn))];
  if (typeof node !== 'object' || node === null || !('op' in node) || !('args' in node)) return [];
  return node.op === 'id' ? [String(node.args)] : namesIn(node.args);
}
