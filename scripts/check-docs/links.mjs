// Every relative link and anchor of a Markdown file leads somewhere, and so does every docs/ path that the code names.
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { filesBelow, headingsOf, readMarkdown, root } from './markdown.mjs';

const anchors = new Map();

function anchorsOf(path) {
  if (!anchors.has(path)) {
    const lines = readMarkdown(path);
    const named = lines.flatMap(({ text }) =>
      [...text.matchAll(/<a\s+(?:id|name)="([^"]+)"/g)].map((match) => match[1]),
    );
    anchors.set(path, new Set([...headingsOf(lines).map(({ anchor }) => anchor), ...named]));
  }
  return anchors.get(path);
}

const exists = (path) => statSync(join(root, path), { throwIfNoEntry: false }) !== undefined;

function targetsOf(text) {
  const prose = text.replaceAll(/(`+).+?\1(?!`)/g, (code) => ' '.repeat(code.length));
  const inline = [...prose.matchAll(/!?\[(?:[^\][]|\[[^\]]*\])*\]\(\s*(<[^>]*>|[^\s)]+)/g)];
  const reference = [...prose.matchAll(/^\s{0,3}\[[^\]]+\]:\s*(\S+)/g)];
  const html = [...prose.matchAll(/<(?:a|img)\s[^>]*(?:href|src)="([^"]+)"/g)];
  return [...inline, ...reference, ...html].map((match) => match[1].replaceAll(/^<|>$/g, ''));
}

function brokenLink(path, target) {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) return null;
  const [file, anchor] = target.split('#');
  const to =
    file === ''
      ? path
      : normalize(join(dirname(path), decodeURIComponent(file)))
          .split(sep)
          .join('/');
  if (to.startsWith('..')) return `leads out of the repository: ${target}`;
  if (!exists(to)) return `no such file: ${target}`;
  if (anchor === undefined || !to.endsWith('.md')) return null;
  return anchorsOf(to).has(decodeURIComponent(anchor)) ? null : `no such heading: ${target}`;
}

/** Problems as `{ file, line, text }`. */
export function linkProblems(markdownFiles) {
  const links = markdownFiles.flatMap((file) =>
    readMarkdown(file)
      .filter(({ fence }) => fence === null)
      .flatMap(({ number, text }) =>
        targetsOf(text).flatMap((target) => {
          const broken = brokenLink(file, target);
          return broken === null ? [] : [{ file, line: number, text: broken }];
        }),
      ),
  );
  const sources = ['packages', 'scripts', 'templates'].flatMap((folder) => filesBelow(folder, '.ts', '.mjs'));
  const mentions = sources.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((text, index) =>
        [...text.matchAll(/\bdocs\/(?:guide|reference|decisions|architecture)[\w./-]*\.(?:md|json)\b/g)]
          .filter(([path]) => !exists(path))
          .map(([path]) => ({ file, line: index + 1, text: `no such file: ${path}` })),
      ),
  );
  return [...links, ...mentions];
}
