import { levels, type Finding, type Level, type Position } from '@shenpian/core';

function placeRank(at: Position): number {
  return 'episode' in at ? 0 : 'script' in at ? 1 : 2;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function comparePlaces(a: Position, b: Position): number {
  if ('episode' in a && 'episode' in b) return a.episode - b.episode || a.start - b.start;
  if ('script' in a && 'script' in b) return compareText(a.script, b.script) || a.line - b.line || a.column - b.column;
  if ('document' in a && 'document' in b)
    return (
      compareText(a.document, b.document) || compareText(a.sheet ?? '', b.sheet ?? '') || (a.row ?? 0) - (b.row ?? 0)
    );
  return placeRank(a) - placeRank(b);
}

/** Findings by level, then episodes before scripts before documents, each in its own order. */
export function orderFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || comparePlaces(a.at, b.at));
}

/** A key that is equal for findings in the same episode, script or document. */
export function placeKey(at: Position): string {
  return 'episode' in at ? `episode ${at.episode}` : 'script' in at ? `script ${at.script}` : `document ${at.document}`;
}

/** Findings of one episode, script or document. */
export interface PlaceGroup {
  readonly key: string;
  readonly findings: readonly Finding[];
}

/** Findings of one level, split by place, in order. */
export interface LevelGroup {
  readonly level: Level;
  readonly count: number;
  readonly places: readonly PlaceGroup[];
}

/** Groups findings by level, then by place; a level without findings is left out. */
export function groupFindings(findings: readonly Finding[]): LevelGroup[] {
  const ordered = orderFindings(findings);
  return levels.flatMap((level) => {
    const ofLevel = ordered.filter((finding) => finding.level === level);
    if (ofLevel.length === 0) return [];
    const places = new Map<string, Finding[]>();
    for (const finding of ofLevel) {
      const key = placeKey(finding.at);
      const group = places.get(key);
      if (group === undefined) places.set(key, [finding]);
      else group.push(finding);
    }
    return [
      {
        level,
        count: ofLevel.length,
        places: [...places].map(([key, group]) => ({ key, findings: group })),
      },
    ];
  });
}
