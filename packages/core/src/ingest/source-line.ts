import type { ScriptLine } from '../work/script.ts';
import type { SceneHeading } from './scene-heading.ts';

/** What a line is, who speaks, and where its words begin. */
export type LineShape = Pick<ScriptLine, 'kind' | 'speaker' | 'column'>;

/** A line as a file format gives it, before its words are understood. */
export interface SourceLine {
  readonly line: number;
  readonly text: string;
  /** `text` with the format's marks blanked out, of the same length; left out when it has none. */
  readonly plain?: string;
  readonly page?: number;
  /** Whether blank space stands above, where line numbers do not tell. */
  readonly apart?: boolean;
  readonly cell?: string;
  /** What the format itself says that the line is; left out: its words decide. */
  readonly shape?: LineShape;
  /** The scene that the line opens, where the format itself says so; `title` is the heading as written where it is more than the line. */
  readonly heading?: SceneHeading & { readonly title?: string };
  /** What a line is whose words say nothing; left out: `text`. */
  readonly otherwise?: ScriptLine['kind'];
}

/** The lines of a format, and its pages where it has pages. */
export interface ScriptSource {
  readonly lines: readonly SourceLine[];
  readonly pages?: number;
}

/** Whether a line stands right under another, without a blank line between. */
export function follows(line: SourceLine, next: SourceLine | undefined): boolean {
  if (next === undefined) return false;
  return next.apart === undefined ? next.line === line.line + 1 : !next.apart;
}

/** Lines of plain text, numbered from 1. */
export function numberedLines(text: string): SourceLine[] {
  return text.split(/\r\n|\n|\r|\u2028|\u2029/).map((each, i) => ({ line: i + 1, text: each }));
}
