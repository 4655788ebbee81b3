import type { CueRepair, Vocabulary } from '@shenpian/core';
import type { BurnedIn } from './burned-in.ts';
import { comparable, likeness } from './comparison.ts';
import { oftenMistaken } from './often-mistaken.ts';

/** What a cue reads after repair; nothing when it is as read. */
export interface Repaired {
  readonly text?: string;
  readonly repaired?: CueRepair[];
}

type Read = BurnedIn['characters'][number];

/** Titles that follow a surname: 佘先生 is said of 佘小曼. */
const titles =
  '先生|小姐|女士|太太|夫人|少爷|老师|师傅|师父|医生|护士|队长|局长|主任|经理|总|叔|姨|伯|婶|哥|姐|嫂|爷爷|奶奶|大爷|大妈';
const title = new RegExp(`^(?:${titles})`, 'u');
/** Longer runs are no surname with its title. */
const longestTitle = 2;
/** A piece of the script must be this much like what was read to be what was said. */
const alike = 0.6;
/** In a name at most this share of characters may be put right, and in a piece of the script this. */
const mostOfName = 0.5;
const mostOfLine = 0.34;
/** Pieces of dialogue shorter than this say too little to tell that they were said. */
const shortest = 4;
/** What the network gives at least this probability is on the picture, perhaps. */
const leastSeen = 0.005;
/** A character that the network does not know looks to it like another with less than this probability (缑, 笪 and 禤 had 0.3–0.9). */
const surelyOther = 0.9;
const clause = /[^，。！？；：、…—,.!?;:~～“”"「」『』\n]+/gu;

/**
 * Makes a function that puts misread characters right by names and dialogue, where the picture allows it: what it should be is
 * among the network's own other readings, or the network cannot read it at all, or it is often taken for what was read.
 *
 * @param readable The characters that the network can read; empty when that is not known.
 */
export function repairWith(
  { names, lines }: Vocabulary,
  readable: ReadonlySet<string>,
): (characters: readonly Read[]) => Repaired {
  const surnames = new Set(names.map((name) => [...name][0]!).filter((first) => /\p{Script=Han}/u.test(first)));
  const clauses = [...new Set(lines.flatMap((line) => line.match(clause) ?? []).map((each) => each.trim()))].filter(
    (each) => comparable(each).length >= shortest,
  );
  const allowed = (read: Read, wanted: string): boolean => {
    if (read.text === wanted) return true;
    if (!/\p{Script=Han}/u.test(wanted)) return false;
    const seen = read.alternatives.find(({ text }) => text === wanted)?.confidence ?? 0;
    if (seen >= leastSeen || oftenMistaken(wanted, read.text)) return true;
    const unreadable = readable.size > 0 && !readable.has(wanted);
    return unreadable && (read.text === '' || read.confidence < surelyOther);
  };
  return (characters) => {
    const chosen: (string | null)[] = characters.map(() => null);
    const choose = (from: number, wanted: readonly string[]): void =>
      wanted.forEach((character, n) => {
        if (characters[from + n]!.text !== character) chosen[from + n] = character;
      });
    for (const piece of clauses) {
      const at = placeOf(characters, [...piece], mostOfLine, allowed);
      if (
        at !== null &&
        likeness(comparable(piece), comparable(textOf(characters, at, at + [...piece].length))) >= alike
      ) {
        choose(at, [...piece]);
      }
    }
    for (const name of names) {
      const at = placeOf(characters, [...name], mostOfName, allowed);
      if (at !== null) choose(at, [...name]);
    }
    characters.forEach((read, at) => {
      const after = textOf(characters, at + 1, at + 1 + longestTitle);
      if (chosen[at] !== null || !title.test(after)) return;
      const surname = [...surnames].find(
        (each) => (read.text === '' || oftenMistaken(each, read.text)) && allowed(read, each),
      );
      if (surname && !surnames.has(read.text)) chosen[at] = surname;
    });
    return outcome(characters, chosen);
  };
}

/** Where a text stands among the characters, if some of it was misread and the picture allows it; null if not, or if all was read right. */
function placeOf(
  characters: readonly Read[],
  wanted: readonly string[],
  most: number,
  allowed: (read: Read, wanted: string) => boolean,
): number | null {
  for (let at = 0; at + wanted.length <= characters.length; at++) {
    let wrong = 0;
    const fits = wanted.every((character, n) => {
      const read = characters[at + n]!;
      if (read.text !== character) wrong++;
      return wrong <= most * wanted.length && allowed(read, character);
    });
    if (fits && wrong > 0) return at;
  }
  return null;
}

function textOf(characters: readonly Read[], from: number, to: number): string {
  return characters
    .slice(from, to)
    .map(({ text }) => text)
    .join('');
}

function outcome(characters: readonly Read[], chosen: readonly (string | null)[]): Repaired {
  const repaired: CueRepair[] = [];
  let text = '';
  characters.forEach((read, at) => {
    const to = chosen[at];
    if (to != null) repaired.push({ at: text.length, from: read.text, to });
    text += to ?? read.text;
  });
  return repaired.length === 0 ? {} : { text, repaired };
}
