import type { Finding, ScriptStatistics } from '@shenpian/core';
import type { Terminal } from './terminal.ts';

type ScriptPlace = Extract<Finding['at'], { script: string }>;

/** A place in a script with its page or cell where it has one; `place` names file, line and column. */
export function withPageOrCell(place: string, { page, cell }: ScriptPlace, { text }: Terminal): string {
  if (page !== undefined) return text('onPage', { place, page });
  return cell === undefined ? place : text('inCell', { place, cell });
}

/** A script and its counts in one line. */
export function scriptCounts(
  { path, statistics }: { readonly path: string; readonly statistics: ScriptStatistics },
  { text }: Terminal,
): string {
  const { scenes, pages, pagesEstimated, characters, places, cast } = statistics;
  return text('scriptCounts', {
    path,
    scenes,
    pages: text(pagesEstimated ? 'pagesAbout' : 'pagesExactly', { pages }),
    characters,
    places: places.length,
    cast: cast.length,
  });
}
