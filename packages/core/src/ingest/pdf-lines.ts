import { shapeOf } from './line-shape.ts';
import { parseEpisodeHeading, parseSceneHeading } from './scene-heading.ts';
import type { SourceLine } from './source-line.ts';

/** A piece of text on a page, in points; `x` and `y` are the left end of its baseline, `y` upwards. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the letters. */
  readonly size: number;
}

/** The text of a page and its width in points. */
export interface PlacedPage {
  readonly width: number;
  readonly texts: readonly PlacedText[];
}

interface PrintedLine {
  readonly page: number;
  text: string;
  readonly x: number;
  right: number;
  readonly y: number;
  readonly size: number;
}

/**
 * Lines of a PDF by their baselines, from the top of each page, without headers, footers and page numbers. A paragraph that wraps at the
 * right margin becomes one line again, so that a word over two printed lines is whole.
 */
export function pageLines(pages: readonly PlacedPage[]): SourceLine[] {
  const printed = withoutRepeats(pages.map(({ texts }, i) => baselines(texts, i + 1)));
  return joined(printed, Math.max(0, ...pages.map(({ width }) => width)));
}

function baselines(texts: readonly PlacedText[], page: number): PrintedLine[] {
  const lines: PlacedText[][] = [];
  for (const text of texts.toSorted((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    const first = line?.[0];
    // Superscripts and mixed fonts sit within half a letter of their line.
    if (line && first && first.y - text.y < Math.max(first.size, text.size) / 2) line.push(text);
    else lines.push([text]);
  }
  return lines.map((line) => printedLine(line, page));
}

function printedLine(texts: readonly PlacedText[], page: number): PrintedLine {
  const [first, ...rest] = texts.toSorted((a, b) => a.x - b.x) as [PlacedText, ...PlacedText[]];
  const { text, x, y, size, width } = first;
  const line: PrintedLine = { page, text, x, right: x + width, y, size };
  for (const next of rest) {
    const gap = next.x - line.right;
    // Bold set by printing twice: the same piece a hair to the right.
    if (gap < -next.width * 0.7 && line.text.endsWith(next.text)) continue;
    line.text += gap > size * 0.3 && !line.text.endsWith(' ') ? ` ${next.text}` : next.text;
    line.right = Math.max(line.right, next.x + next.width);
  }
  return line;
}

const edge = 2;
const pageNumber =
  /^[\s\-–—·.|/]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6})\s*(?:页)?\s*(?:[/／|,，]?\s*(?:共|of)?\s*\d{1,4}\s*页?)?[\s\-–—·.|]*$/iu;
/** What scanning apps print on pictures of pages. */
const scanMark =
  /^(?:由|使用)?\s*(?:扫描全能王|夸克扫描王|全能扫描王|CamScanner|Scanned (?:by|with) CamScanner).{0,12}$/iu;

/**
 * Drops what stands at the same height of the edge of many pages with the same words but for digits, and page numbers. Never a heading or a line that
 * someone says.
 */
function withoutRepeats(pages: readonly (readonly PrintedLine[])[]): PrintedLine[] {
  const atEdge = (lines: readonly PrintedLine[], index: number): boolean =>
    index < edge || index >= lines.length - edge;
  const key = ({ text, y }: PrintedLine): string =>
    `${Math.round(y / 3)} ${text.replaceAll(/\d+/gu, '#').replaceAll(/\s/gu, '')}`;
  const seen = new Map<string, number>();
  for (const lines of pages) {
    for (const line of lines.filter((_, i) => atEdge(lines, i))) seen.set(key(line), (seen.get(key(line)) ?? 0) + 1);
  }
  // Left and right pages may differ, and the first page may have none: 40 % of the pages, at least two.
  const many = Math.max(2, pages.length * 0.4);
  const repeated = (line: PrintedLine): boolean =>
    (seen.get(key(line)) ?? 0) >= many && !parseSceneHeading(line.text) && shapeOf(line.text).kind !== 'dialogue';
  const isNumber = (lines: readonly PrintedLine[], index: number): boolean =>
    (index === 0 || index === lines.length - 1) &&
    pageNumber.test(lines[index]?.text ?? '') &&
    !standsClose(lines, index);
  return pages.flatMap((lines) =>
    lines.filter(
      (line, i) => !scanMark.test(line.text.trim()) && !(atEdge(lines, i) && (isNumber(lines, i) || repeated(line))),
    ),
  );
}

/** Whether a line is as near to its neighbour as lines of a paragraph are: then a lone number is text. */
function standsClose(lines: readonly PrintedLine[], index: number): boolean {
  const line = lines[index];
  const other = lines[index === 0 ? 1 : index - 1];
  return line !== undefined && other !== undefined && Math.abs(line.y - other.y) < line.size * 1.6;
}

// Lines further apart than this many heights of their letters are paragraphs with blank space between; single to 1.5 spacing is up to 2.3.
const blankSpace = 2.6;

function joined(lines: readonly PrintedLine[], pageWidth: number): SourceLine[] {
  const right = rightMargin(lines, pageWidth);
  const result: { line: number; text: string; page: number; apart: boolean }[] = [];
  lines.forEach((line, index) => {
    const last = result.at(-1);
    const above = lines[index - 1];
    if (last && above && goesOn(above, line, right)) {
      last.text += wordGap(last.text, line.text) + line.text.trimStart();
      return;
    }
    const apart = above?.page === line.page && isApart(above, line);
    result.push({ line: index + 1, text: line.text, page: line.page, apart });
  });
  return result;
}

/**
 * Where full lines end. At least one line in fifty does, so a stray wide one is not taken for the margin; and no margin is wider than a quarter of
 * the page, so the longest line of a page of short ones is not either.
 */
function rightMargin(lines: readonly PrintedLine[], pageWidth: number): number {
  const ends = lines.map((line) => line.right).toSorted((a, b) => b - a);
  return Math.max(ends[Math.floor(ends.length / 50)] ?? 0, pageWidth * 0.75);
}

const isApart = (above: PrintedLine, line: PrintedLine): boolean => above.y - line.y > line.size * blankSpace;

/** Whether `line` is the rest of the paragraph of the line above: that one is full, this one is not set in and begins nothing new. */
function goesOn(above: PrintedLine, line: PrintedLine, right: number): boolean {
  if (right - above.right > above.size * 1.9) return false;
  if (line.x > above.x + line.size * 1.2 && line.page === above.page) return false;
  if (line.page === above.page && isApart(above, line)) return false;
  const text = line.text.trim();
  if (/^[△▲▽▼◇◆#＃【[]/u.test(text) || shapeOf(text).kind !== 'text') return false;
  return !parseSceneHeading(text) && parseEpisodeHeading(text) === null && !parseSceneHeading(above.text);
}

const wordGap = (before: string, after: string): string =>
  /[A-Za-z,.]$/.test(before) && /^\s*[A-Za-z]/.test(after) ? ' ' : '';
