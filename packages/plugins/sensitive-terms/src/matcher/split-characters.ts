import { readFileSync } from 'node:fs';
import { foldText } from './fold-table.ts';

/** A character written by its parts 拆字. */
export interface SplitCharacter {
  /** The parts in a row, folded: 贝者. */
  readonly parts: string;
  /** The whole: 赌. */
  readonly character: string;
}

/** Forms that a part takes at the side of a character, and the characters that people type for them. */
const sideForms: ReadonlyMap<string, string> = new Map([
  ['氵', '水シ'],
  ['扌', '手才'],
  ['亻', '人イ'],
  ['讠', '言'],
  ['钅', '金'],
  ['饣', '食'],
  ['纟', '糸丝'],
  ['犭', '犬'],
  ['忄', '心小'],
  ['礻', '示'],
  ['衤', '衣'],
  ['艹', '草'],
  ['月', '肉'],
  ['阝', '耳'],
  ['刂', '刀'],
  ['灬', '火'],
  ['罒', '四'],
  ['攵', '文'],
  ['⺮', '竹'],
]);

/** Vulgar characters that surround or stack their parts, which the source table describes in another way. */
const others = ['屌 尸吊', '屄 尸穴', '肏 入肉', '毒 主母', '逼 畐辶', '逼 辶畐', '冰 冫水', '嫖 女西示', '赌 贝老日'];

let table: ReadonlyMap<string, readonly SplitCharacter[]> | undefined;

/** Characters by the first of their parts. Read once, when first asked for. */
export function splitCharacters(): ReadonlyMap<string, readonly SplitCharacter[]> {
  table ??= readTable();
  return table;
}

function readTable(): Map<string, SplitCharacter[]> {
  const text = readFileSync(new URL('../../data/split-characters.txt', import.meta.url), 'utf8');
  const byFirst = new Map<string, SplitCharacter[]>();
  for (const line of [...text.split('\n'), ...others]) {
    const [character, ...spellings] = line.split(' ');
    if (character === undefined || character === '' || character === '#') continue;
    for (const spelling of spellings) {
      for (const first of [spelling.charAt(0), ...(sideForms.get(spelling.charAt(0)) ?? '')]) {
        for (const last of [spelling.slice(1), ...lastForms(spelling)]) {
          const parts = foldText(first + last);
          const known = byFirst.get(parts.charAt(0)) ?? [];
          known.push({ parts, character });
          byFirst.set(parts.charAt(0), known);
        }
      }
    }
  }
  return byFirst;
}

/** The spelling after its first part, with the last part in its other forms. */
function lastForms(spelling: string): string[] {
  return Array.from(sideForms.get(spelling.slice(-1)) ?? '', (form) => spelling.slice(1, -1) + form);
}
