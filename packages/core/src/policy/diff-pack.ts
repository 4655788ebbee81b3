import type { LoadedPack } from './compile-pack.ts';
import { verdictInTest } from './pack-tests.ts';
import type { Pack, PackClause } from './pack.ts';
import type { VerdictKind } from './verdict.ts';

/**
 * One thing that differs between two packs. `clause` is null for the pack itself; `key` is the path inside it, such as
 * `cap` or `params.local-share.value`. `before` is null for what is new, `after` for what is gone; values as JSON, texts as they are.
 */
export interface PackChange {
  readonly clause: string | null;
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A situation that the older pack carries as a test and that the two packs judge differently. `after` is null when the clause is gone. */
export interface VerdictChange {
  readonly clause: string;
  readonly test: string;
  readonly before: VerdictKind;
  readonly after: VerdictKind | null;
}

/** What changed from one pack to another, the pack first and then clause by clause. Tests are not compared: they are no rules. */
export function diffPacks(before: Pack, after: Pack): PackChange[] {
  const clauses = [...new Set([...before.clauses, ...after.clauses].map(({ id }) => id))];
  const clauseOf = (pack: Pack, id: string): object | null => {
    const found = pack.clauses.find((clause) => clause.id === id);
    return found === undefined ? null : ruleOf(found);
  };
  return [
    ...changesIn(null, headOf(before), headOf(after)),
    ...clauses.flatMap((id): readonly PackChange[] => {
      const [old, fresh] = [clauseOf(before, id), clauseOf(after, id)];
      if (old === null || fresh === null) return [{ clause: id, key: '', before: shown(old), after: shown(fresh) }];
      return changesIn(id, old, fresh);
    }),
  ];
}

/** Tests of the older pack that the newer one judges differently: what the changes mean. */
export function changedVerdicts(before: LoadedPack, after: LoadedPack): VerdictChange[] {
  return before.pack.clauses.flatMap((clause) =>
    clause.tests.flatMap((test): readonly VerdictChange[] => {
      const old = verdictInTest(before, clause.id, test);
      const fresh = after.pack.clauses.some(({ id }) => id === clause.id)
        ? verdictInTest(after, clause.id, test)
        : null;
      if (old === null || old.verdict === fresh?.verdict) return [];
      return [{ clause: clause.id, test: test.name, before: old.verdict, after: fresh?.verdict ?? null }];
    }),
  );
}

function headOf(pack: Pack): object {
  return { ...pack, clauses: undefined };
}

function ruleOf(clause: PackClause): object {
  return { ...clause, tests: undefined };
}

// Split where people compare value by value; a condition is one thing.
const divided = new Set(['params', 'facts', 'source', 'title', 'region']);

function changesIn(clause: string | null, before: object, after: object, path = ''): readonly PackChange[] {
  const [old, fresh] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key): readonly PackChange[] => {
    const [from, to]: [unknown, unknown] = [old.get(key) ?? null, fresh.get(key) ?? null];
    const [was, is] = [shown(from), shown(to)];
    if (was === is) return [];
    const full = path === '' ? key : `${path}.${key}`;
    const isDivided = divided.has(full) || path === 'params' || path === 'facts';
    if (isDivided && isObject(from) && isObject(to)) return changesIn(clause, from, to, full);
    return [{ clause, key: full, before: was, after: is }];
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
