import type { LoadedPack, PackClause } from '@shenpian/core';

/** A clause that can be applied for, with its pack. */
export interface ChosenClause {
  readonly loaded: LoadedPack;
  readonly clause: PackClause;
}

/**
 * Finds the clauses that a word means: an id (`location-shooting`), a pack and an id (`pingyuan-2025/location-shooting`), an article as the
 * document writes it (`三（一）`), or its numbers (`3.1`), also behind a pack (`pingyuan-2025/3.1`). Several when an article has several clauses.
 */
export function clausesNamed(word: string, packs: readonly LoadedPack[]): ChosenClause[] {
  const slash = word.indexOf('/');
  const [pack, name] = slash < 0 ? [null, word] : [word.slice(0, slash), word.slice(slash + 1)];
  const all = policyClauses(packs).filter(({ loaded }) => pack === null || loaded.pack.id === pack);
  const byId = all.filter(({ clause }) => clause.id === name.trim());
  if (byId.length > 0) return byId;
  const article = articleKey(name);
  return all.filter(({ clause }) => articleKey(clause.article) === article);
}

/** Every clause that can be applied for. */
export function policyClauses(packs: readonly LoadedPack[]): ChosenClause[] {
  return packs
    .filter(({ pack }) => pack.kind === 'policy')
    .flatMap((loaded) => loaded.pack.clauses.map((clause) => ({ loaded, clause })));
}

const digits = '〇一二三四五六七八九';

/** Equal for `三（一）`, `三(一)`, `三、（一）`, `第三条（一）` and `3.1`. */
function articleKey(article: string): string {
  const numbers = article.normalize('NFKC').match(/\d+|[〇一二三四五六七八九十]+/gu) ?? [];
  const key = numbers.map((each) => (/^\d/.test(each) ? String(Number(each)) : String(chineseNumber(each)))).join('.');
  return key === '' ? article.normalize('NFKC').trim() : key;
}

/** Up to 99: no document has more articles within one part. */
function chineseNumber(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (each: string | undefined): number => Math.max(0, digits.indexOf(each?.at(-1) ?? ''));
  return (text.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 : 0) + digit(ones);
}
