import type { Decision } from '../findings/decision.ts';
import type { Fact, FactDeclaration } from '../findings/fact.ts';
import { levels, type Evidence, type Finding } from '../findings/finding.ts';
import type { Threshold } from '../policy/thresholds.ts';
import type { Verdict } from '../policy/verdict.ts';
import type { Script, ScriptStatistics } from '../work/script.ts';
import type { Series } from '../work/series.ts';
import type { Check, Report, ReportedProblem } from './report.ts';

/** What a report is made of. */
export interface ReportParts {
  readonly tool: string;
  /** ISO date and time. */
  readonly generatedAt: string;
  readonly series: Series;
  /** Posters by episode number. */
  readonly posters: ReadonlyMap<number, Evidence>;
  /** Counts of the scripts of the series. */
  readonly statistics: ReadonlyMap<Script, ScriptStatistics>;
  readonly problems: readonly ReportedProblem[];
  readonly checks: readonly Check[];
  readonly facts: Readonly<Record<string, Fact>>;
  readonly declarations: Readonly<Record<string, FactDeclaration>>;
  readonly findings: readonly Omit<Finding, 'id'>[];
  readonly verdicts: readonly Verdict[];
  readonly thresholds: readonly Threshold[];
  /** Left out: none. */
  readonly decisions?: readonly Decision[];
}

/** Episodes first, then scripts, then documents; each from its beginning. */
function placeOf({ at }: Omit<Finding, 'id'>): readonly [number, string, number] {
  if ('episode' in at) return [0, String(at.episode).padStart(6, '0'), at.start];
  if ('script' in at) return [1, at.script, at.line + at.column / 1e6];
  return [2, `${at.document} ${at.sheet ?? ''}`, at.row ?? 0];
}

function byLevelAndPlace(a: Omit<Finding, 'id'>, b: Omit<Finding, 'id'>): number {
  const level = levels.indexOf(a.level) - levels.indexOf(b.level);
  if (level !== 0) return level;
  const [placeA, placeB] = [placeOf(a), placeOf(b)];
  return placeA[0] - placeB[0] || placeA[1].localeCompare(placeB[1]) || placeA[2] - placeB[2];
}

function documentsOf({ evidence, tables }: Series): NonNullable<Report['documents']> {
  const handedIn = evidence.map(({ type, issued, path, sha256 }) => ({
    key: `evidence.${type}`,
    path,
    sha256,
    issued,
  }));
  const known = new Set(handedIn.map(({ key, path }) => `${key} ${path}`));
  const others = tables.filter(({ key, path }) => !known.has(`${key} ${path}`));
  return [...handedIn, ...others.map(({ key, path, sha256 }) => ({ key, path, sha256, issued: null }))];
}

/** Puts a report together: findings ordered and numbered, fact labels beside the facts. */
export function buildReport(parts: ReportParts): Report {
  const { series } = parts;
  return {
    schema: 'shenpian/report@1',
    tool: { name: 'shenpian', version: parts.tool },
    generatedAt: parts.generatedAt,
    series: {
      title: series.title,
      producer: series.producer.name,
      kind: series.kind,
      investment: series.investment,
      filing: { ...series.filing },
      claims: [...series.claims],
    },
    inputs: series.episodes.map(({ number, title, input }) => {
      const poster = parts.posters.get(number);
      const { seconds, width, height, fps } = input.probe;
      const { path, sha256 } = input;
      return { episode: number, title, path, sha256, seconds, width, height, fps, ...(poster ? { poster } : {}) };
    }),
    scripts: [...parts.statistics].map(([{ path, sha256 }, counts]) => {
      const { places, cast } = counts;
      return { path, sha256, statistics: { ...counts, places: [...places], cast: [...cast] } };
    }),
    documents: documentsOf(series),
    problems: [...parts.problems],
    checks: [...parts.checks],
    facts: { ...parts.facts },
    factLabels: Object.fromEntries(
      Object.keys(parts.facts).flatMap((id) => {
        const declared = parts.declarations[id];
        return declared === undefined
          ? []
          : [
              [
                id,
                { label: { ...declared.label }, unit: declared.unit, ...(declared.estimate ? { estimate: true } : {}) },
              ],
            ];
      }),
    ),
    findings: parts.findings.toSorted(byLevelAndPlace).map((finding, i) => ({ id: `F${i + 1}`, ...finding })),
    verdicts: [...parts.verdicts],
    thresholds: [...parts.thresholds],
    decisions: [...(parts.decisions ?? [])],
  };
}
