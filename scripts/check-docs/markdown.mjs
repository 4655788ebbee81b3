// What the checks need to know of a Markdown file: prose lines, code, headings.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository, absolute. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Folders that hold nothing written by hand. `report` is what `check` writes into a submission. */
const leftOut = new Set(['node_modules', 'dist', '.git', 'report', '.tmp', 'coverage', 'test-results']);

/** Files below a folder with one of the endings, relative to the repository, with `/`. */
export function filesBelow(folder, ...endings) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return leftOut.has(entry.name) ? [] : filesBelow(path, ...endings);
      return endings.some((ending) => entry.name.endsWith(ending))
        ? [relative(root, join(root, path)).split(sep).join('/')]
        : [];
    })
    .toSorted();
}

/**
 * Reads a file line by line. Each line is `{ number, text, fence }`: `fence` is null in prose, else the language of the
 * fenced block that the line is in ('' when it names none). The fences themselves are left out.
 */
export function readMarkdown(path) {
  const lines = [];
  let open = null;
  readFileSync(join(root, path), 'utf8')
    .split(/\r?\n/)
    .forEach((text, index) => {
      const fence = /^\s*(`{3,}|~{3,})\s*([^\s`]*)/.exec(text);
      if (open === null && fence !== null) open = { mark: fence[1], language: fence[2], block: index + 1 };
      else if (open !== null && fence !== null && fence[1].startsWith(open.mark) && fence[2] === '') open = null;
      else lines.push({ number: index + 1, text, fence: open?.language ?? null, block: open?.block ?? null });
    });
  return lines;
}

/** A heading's anchor as GitHub makes it, without the number that a repeated one gets. */
function slug(heading) {
  return heading
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** Headings in order: `{ number, level, text, anchor }`. */
export function headingsOf(lines) {
  const seen = new Map();
  return lines.flatMap(({ number, text, fence }) => {
    const match = fence === null ? /^(#{1,6})\s+(.+?)\s*#*$/.exec(text) : null;
    if (match === null) return [];
    const base = slug(match[2]);
    const times = seen.get(base) ?? 0;
    seen.set(base, times + 1);
    return [{ number, level: match[1].length, text: match[2], anchor: times === 0 ? base : `${base}-${times}` }];
  });
}

/** Pieces of code in a file: whole lines of fenced blocks, and spans in prose. */
export function codeOf(lines) {
  return lines.flatMap(({ number, text, fence }) => {
    if (fence !== null) return [{ number, text, fence }];
    return [...text.matchAll(/(`+)(.+?)\1(?!`)/g)].map(([, , code]) => ({ number, text: code.trim(), fence: null }));
  });
}
