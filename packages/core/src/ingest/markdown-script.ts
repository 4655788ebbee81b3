import { headingShape } from './line-shape.ts';
import { numberedLines, type ScriptSource, type SourceLine } from './source-line.ts';

/** Spaces in the place of what `pattern` matches, so that columns stay those of the file. */
export function blank(text: string, pattern: RegExp): string {
  return text.replaceAll(pattern, (match) => ' '.repeat(match.length));
}

const rule = /^\s*(?:(?:[-*_=]\s*){3,}|`{3}.*|~{3}.*|\|?[\s:|-]*-[\s:|-]*\|[\s:|-]*)$/u;
/** Heading, quote, bullet and task marks. The number of a numbered list stays: it may be that of a scene. */
const lead = /^\s*(?:>\s?)*(?:#{1,6}(?=[\s\d第场])\s*|[-*+]\s+(?:\[[ xX]\]\s+)?)?/gu;
const marks = /\*{1,3}|_{2,3}|~~|`+|<br\s*\/?>|\\(?=[\\`*_{}[\]()#+.!|~<>-])|\\$/giu;

/** Lines of a Markdown script. Front matter is text; headings, bold, lists, quotes and tables lose their marks, not their places. */
export function readMarkdown(text: string): ScriptSource {
  const lines = numberedLines(text);
  const end = /^---\s*$/u.test(lines[0]?.text ?? '')
    ? lines.findIndex((each, i) => i > 0 && /^(?:---|\.\.\.)\s*$/u.test(each.text))
    : -1;
  return {
    lines: lines.map((each, i): SourceLine => {
      const plain = withoutMarks(each.text);
      return i < end ? { ...each, plain, shape: { ...headingShape(each.text), kind: 'text' } } : { ...each, plain };
    }),
  };
}

function withoutMarks(text: string): string {
  if (rule.test(text)) return ' '.repeat(text.length);
  const bare = blank(blank(text, lead), marks);
  return /^\s*\|/u.test(text) ? blank(bare, /\|/gu) : bare;
}
