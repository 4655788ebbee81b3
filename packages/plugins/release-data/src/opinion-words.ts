import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** Words that speak for an opinion, in groups. */
export interface OpinionWords {
  /** Groups that a text in lower case has words of, with how many. */
  groupsIn(text: string): ReadonlyMap<string, number>;
}

let loaded: OpinionWords | undefined;

/** The words of `data/opinion-words.yaml`. */
export function opinionWords(): OpinionWords {
  loaded ??= readWords();
  return loaded;
}

function readWords(): OpinionWords {
  const file = new URL('../data/opinion-words.yaml', import.meta.url);
  const groups = z.record(z.string(), z.array(z.string().min(1))).parse(parse(readFileSync(file, 'utf8')));
  const groupOf = new Map(Object.entries(groups).flatMap(([group, words]) => words.map((word) => [word, group])));
  // Of several words that begin at a place the longest is tried first.
  const longest = [...groupOf.keys()].toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(longest.map((word) => escaped(word)).join('|'), 'gu');
  return {
    groupsIn(text) {
      const found = new Map<string, number>();
      for (const [word] of text.matchAll(pattern)) {
        const group = groupOf.get(word)!;
        found.set(group, (found.get(group) ?? 0) + 1);
      }
      return found;
    },
  };
}

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
