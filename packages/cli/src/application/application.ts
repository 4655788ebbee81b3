import type { EvidenceDocument, Input, LoadedPack, PackClause, Report, Series, Verdict } from '@shenpian/core';
import type { Ledger } from '@shenpian/plugin-expense-ledger';
import type { ShotList } from './shot-list.ts';

/** A still for the summary. */
export interface ApplicationStill {
  /** In the package. */
  readonly path: string;
  readonly caption: string;
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A copy of a document in the package. */
export interface CopiedDocument extends Input {
  /** What it is, for people. */
  readonly kind: string;
  readonly issued: string | null;
  /** Where it lies in the package. */
  readonly copy: string;
}

/** Everything that a package says about one clause. */
export interface Application {
  readonly series: Series;
  readonly report: Report;
  readonly loaded: LoadedPack;
  readonly clause: PackClause;
  readonly verdict: Verdict;
  /** ISO date whose rules were applied. */
  readonly date: string;
  /** null unless the clause is about where the series was shot. */
  readonly shots: ShotList | null;
  /** null unless the clause is about costs. */
  readonly ledger: Ledger | null;
  readonly stills: readonly ApplicationStill[];
  readonly documents: readonly CopiedDocument[];
}

/** Facts of the release: shown with whatever clause, where data was handed in. */
const releaseFacts = ['release-plays', 'release-reach', 'positive-comment-share', 'composite-score'];

/** Fact ids that a package shows: those that the conditions of its clause name, and those of a release that data was handed in for. */
export function shownFacts({ series, loaded, clause }: Application): string[] {
  const released = series.tables.some(({ key }) => key.startsWith('release.'));
  return [...new Set([...factsOfClause(loaded, clause), ...(released ? releaseFacts : [])])];
}

/** Fact ids that the conditions of a clause name. */
export function factsOfClause({ conditions }: LoadedPack, { id }: PackClause): string[] {
  const trees = conditions.get(id);
  if (trees === undefined) return [];
  const leaves = [trees.appliesTo, trees.when].flatMap((tree) => (tree === null ? [] : leavesOf(tree)));
  return [
    ...new Set(
      leaves.flatMap((leaf) => {
        if (leaf.kind === 'comparison') return [leaf.fact];
        if (leaf.kind === 'statement') return leaf.facts;
        // What a person who judges needs to see.
        return leaf.kind === 'judge' ? leaf.look : [];
      }),
    ),
  ];
}

type Conditions = NonNullable<ReturnType<LoadedPack['conditions']['get']>>['when'];
type Leaf = Extract<Conditions, { kind: 'leaf' }>['leaf'];

function leavesOf(tree: Conditions): readonly Leaf[] {
  return tree.kind === 'leaf' ? [tree.leaf] : tree.of.flatMap(leavesOf);
}

/** Documents of a clause's needs, by type; empty for one that was not handed in. */
export function documentsFor(series: Series, type: string): readonly EvidenceDocument[] {
  return series.evidence.filter((document) => document.type === type);
}
