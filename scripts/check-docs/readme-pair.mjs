// The two READMEs have the same headings by level, the same code blocks but for comments, and the same commands and links in prose.
import { headingsOf, codeOf, readMarkdown } from './markdown.mjs';

/** Comments are words, and words are in two languages. */
const withoutComment = (text) => text.replace(/(^|\s)(?:#|\/\/)\s.*$/, '').trimEnd();

const blockLines = (lines) =>
  lines
    .filter(({ fence }) => fence !== null)
    .map(({ number, text, fence }) => ({ number, text: `${fence}: ${withoutComment(text)}` }));

const spans = (lines) =>
  codeOf(lines)
    .filter(({ fence, text }) => fence === null && /^(?:npx|npm|pnpm|node|shenpian|git|--)\b|^--/.test(text))
    .map(({ number, text }) => ({ number, text }));

/** `x.zh-CN.md` in one is `x.md` in the other. */
const links = (lines) =>
  lines
    .filter(({ fence }) => fence === null)
    .flatMap(({ number, text }) =>
      [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => ({
        number,
        text: match[1].replace('.zh-CN.', '.').replace(/#.*$/, ''),
      })),
    );

const levels = (lines) =>
  headingsOf(lines).map(({ number, level, text }) => ({ number, text: '#'.repeat(level), shown: text }));

function difference(what, first, second, files) {
  const length = Math.max(first.length, second.length);
  for (let i = 0; i < length; i++) {
    const [a, b] = [first[i], second[i]];
    if (a?.text === b?.text) continue;
    const shown = (item) => (item === undefined ? 'nothing' : `"${item.shown ?? item.text}" (line ${item.number})`);
    const line = b?.number ?? second.at(-1)?.number ?? 1;
    return [{ file: files[1], line, text: `${what} differ: ${files[0]} has ${shown(a)}, this file has ${shown(b)}` }];
  }
  return [];
}

/** Problems of a pair of translations, as `{ file, line, text }`. Order of spans and links is free: the languages order words differently. */
export function pairProblems(...files) {
  const [first, second] = files.map(readMarkdown);
  const sorted = (items) => items.toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return [
    ...difference('headings', levels(first), levels(second), files),
    ...difference('code blocks', blockLines(first), blockLines(second), files),
    ...difference('commands in prose', sorted(spans(first)), sorted(spans(second)), files),
    ...difference('links', sorted(links(first)), sorted(links(second)), files),
  ];
}
