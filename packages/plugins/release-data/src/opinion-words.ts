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
  const byFirst = new Map<string, string[]>();
  // Of several words that begin at a place the longest is tried first.
  for (const word of [...groupOf.keys()].toSorted((a, b) => b.length - a.length)) {
    const same = byFirst.get(word[0]!);
    if (same === undefined) byFirst.set(word[0]!, [word]);
    else same.push(word);
  }
  return {
    groupsIn(text) {
      const found = new Map<string, number>();
      for (let at = 0; at < text.length; at++) {
        const word = byFirst.get(text[at]!)?.find((each) => text.startsWith(each, at));
        if (word === undefined) continue;
        const group = groupOf.get(word)!;
        found.set(group, (found.get(group) ?? 0) + 1);
        at += word.length - 1;
      }
      return found;
    },
  };
}
