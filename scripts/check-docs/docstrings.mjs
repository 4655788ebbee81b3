// Every exported symbol of a package that its entry reaches has a docstring.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { filesBelow, root } from './markdown.mjs';

/** Files whose exports need no docstring, with the reason. */
const leftOut = new Map([]);

/** Where a package begins. */
const entries = ['src/index.ts', 'src/cli.ts'];

const read = (file) => readFileSync(join(root, file), 'utf8');

/** Files that an entry reaches by relative imports, worker URLs included. */
function reachable(entry) {
  const found = new Set();
  const visit = (file) => {
    if (found.has(file) || !existsSync(join(root, file))) return;
    found.add(file);
    const specifiers = read(file).matchAll(/(?:from|import\(|import|new URL\()\s*'(\.{1,2}\/[^']+\.[tj]s)'/g);
    for (const [, specifier] of specifiers) {
      visit(
        normalize(join(dirname(file), specifier.replace(/\.js$/, '.ts')))
          .split(sep)
          .join('/'),
      );
    }
  };
  visit(entry);
  return found;
}

const declaration =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const enum|const|let|function\*?|interface|type|class|enum) ([A-Za-z_$][\w$]*)/;

function undocumented(file) {
  const lines = read(file).split('\n');
  const documented = new Set();
  return lines.flatMap((text, index) => {
    const name = declaration.exec(text)?.[1];
    if (name === undefined) return [];
    let before = index - 1;
    // A line for the linter may stand between.
    while (/^\/\/ oxlint-|^\s*$/.test(lines[before] ?? 'x')) before -= 1;
    // Overloads and a type beside its value share the docstring of the first.
    if (/\*\/\s*$/.test(lines[before] ?? '')) documented.add(name);
    return documented.has(name) ? [] : [{ file, line: index + 1, text: `no docstring: ${name}` }];
  });
}

/** Problems as `{ file, line, text }`. */
export function docstringProblems() {
  const manifests = filesBelow('packages', 'package.json');
  const files = new Set(
    manifests.flatMap((manifest) =>
      entries.flatMap((entry) => {
        const file = `${dirname(manifest)}/${entry}`;
        return existsSync(join(root, file)) ? [...reachable(file)] : [];
      }),
    ),
  );
  return [...files].toSorted().flatMap((file) => (leftOut.has(file) ? [] : undocumented(file)));
}
