// Checks that the docs are true: links, the pair of READMEs, command lines, docstrings, schemas. Needs a build. Exit 1 when something is wrong.
import { commandProblems } from './check-docs/commands.mjs';
import { docstringProblems } from './check-docs/docstrings.mjs';
import { linkProblems } from './check-docs/links.mjs';
import { filesBelow } from './check-docs/markdown.mjs';
import { pairProblems } from './check-docs/readme-pair.mjs';
import { referenceProblems } from './check-docs/references.mjs';

const markdown = filesBelow('.', '.md');
const problems = [
  ...linkProblems(markdown),
  ...pairProblems('README.md', 'README.zh-CN.md'),
  ...(await commandProblems(markdown, 'docs/reference/cli.md')),
  ...docstringProblems(),
  ...(await referenceProblems()),
];
for (const { file, line, text } of problems) console.error(`${file}:${line}: ${text}`);
console.log(
  problems.length === 0
    ? `docs: ${markdown.length} Markdown files, nothing wrong`
    : `docs: ${problems.length} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
