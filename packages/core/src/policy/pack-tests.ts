import type { Fact } from '../findings/fact.ts';
import type { LoadedPack } from './compile-pack.ts';
import { evaluatePack } from './evaluate.ts';
import type { PackTest } from './pack.ts';
import type { Verdict, VerdictKind } from './verdict.ts';

/** How one test of a pack ended. `verdict` is what the clause gave, with its reason chain. */
export interface PackTestResult {
  readonly pack: string;
  readonly clause: string;
  readonly name: string;
  readonly expected: VerdictKind;
  readonly verdict: Verdict;
  readonly passed: boolean;
}

/** Runs the tests that a pack carries, clause by clause. */
export function runPackTests(loaded: LoadedPack): PackTestResult[] {
  return loaded.pack.clauses.flatMap((clause) =>
    clause.tests.map((test) => {
      const verdict = verdictInTest(loaded, clause.id, test);
      if (verdict === null) throw new TypeError(`no verdict for clause "${clause.id}"`);
      return {
        pack: loaded.pack.id,
        clause: clause.id,
        name: test.name,
        expected: test.expect,
        verdict,
        passed: verdict.verdict === test.expect,
      };
    }),
  );
}

/** What a clause gives in the situation of a test; null when the pack has no such clause. */
export function verdictInTest(loaded: LoadedPack, clause: string, test: PackTest): Verdict | null {
  const only = { ...loaded.pack, clauses: loaded.pack.clauses.filter(({ id }) => id === clause) };
  const [verdict] = evaluatePack(
    { ...loaded, pack: only },
    {
      facts: Object.fromEntries(Object.entries(test.facts).map(([id, given]) => [id, factOf(given)])),
      evidence: test.evidence.map((document) =>
        typeof document === 'string'
          ? { type: document, path: document, issued: null }
          : { ...document, path: document.type },
      ),
      date: test.date,
      claims: [clause],
    },
  );
  return verdict ?? null;
}

function factOf(given: PackTest['facts'][string]): Fact {
  if (given === null) {
    return {
      unknown: {
        reason: { 'zh-CN': '测试设为未知', en: 'unknown in this test' },
        wouldSettle: { 'zh-CN': '给出数值', en: 'give a value' },
      },
    };
  }
  if (typeof given === 'object' && 'low' in given) return { ...given, coverage: 1 };
  return { value: given };
}
