import type { TimeRange } from '../time/range.ts';

/**
 * What a line of a script is. `character` is a name that stands alone above what is said; `action` holds stage and shot
 * directions, remarks in brackets too; `text` is a line that no rule recognised.
 */
export type ScriptLineKind = 'heading' | 'cast' | 'character' | 'action' | 'dialogue' | 'caption' | 'text';

/** One line of a script as written. */
export interface ScriptLine {
  /**
   * 1-based: the line of a text file; the paragraph of a .docx; the printed line of a .pdf, counted through all pages without
   * repeated headers and page numbers, where a paragraph that wraps has the number of its first line; the row of an .xlsx.
   */
  readonly line: number;
  /** As written, marks of Markdown and Fountain included; the number that Word's automatic numbering shows is part of it. */
  readonly text: string;
  /** 1-based page of a .pdf; left out in other formats. */
  readonly page?: number;
  /** Cell of an .xlsx, such as `C12`, after the sheet's name and `!` when it has several; columns count within the cell. */
  readonly cell?: string;
  readonly kind: ScriptLineKind;
  /** Who speaks, for dialogue; null when unnamed or not dialogue. */
  readonly speaker: string | null;
  /** 1-based column where the spoken or shown words begin in `text`. */
  readonly column: number;
  /** Id of the scene the line belongs to; null before the first heading. */
  readonly scene: string | null;
  /** When it is shown, for a line of a subtitle file; left out in scripts. */
  readonly time?: TimeRange;
}

/** A dramatic unit of the script 场; never a cut. */
export interface ScriptScene {
  /** `episode-scene`, such as `1-3`; the running number when the script does not number by episode. */
  readonly id: string;
  /** Episode number of the scene; null when the script does not say. */
  readonly episode: number | null;
  /** The heading as written. */
  readonly heading: string;
  readonly line: number;
  /** Time of day as written, such as 日 or 夜; null when absent. */
  readonly time: string | null;
  readonly setting: 'interior' | 'exterior' | 'both' | null;
  /** Place as written, such as 凤湖公园; null when absent. */
  readonly place: string | null;
  /** Names from the cast line, then those who speak without being in it. */
  readonly cast: readonly string[];
}

/** A parsed script 剧本. */
export interface Script {
  readonly path: string;
  readonly sha256: string;
  /** Pages of a .pdf; left out in other formats. */
  readonly pages?: number;
  readonly lines: readonly ScriptLine[];
  readonly scenes: readonly ScriptScene[];
}

/** Counts of a script. */
export interface ScriptStatistics {
  readonly scenes: number;
  /** Episodes that the headings name; 0 when they name none. */
  readonly episodes: number;
  /** Pages of a .pdf; else an estimate by Word's default Chinese A4 page of 44 rows of 39 characters, blank lines not counted. */
  readonly pages: number;
  readonly pagesEstimated: boolean;
  /** 字数 as Word and WPS count it: a Chinese character or full-width mark is one, a run of other characters without a space is one. */
  readonly characters: number;
  /** The part of `characters` that is said, without the names of those who say it. */
  readonly dialogueCharacters: number;
  /** Places as the headings write them, the most frequent first, with their scenes. */
  readonly places: readonly { readonly name: string; readonly scenes: number }[];
  /** Names from cast lines and of speakers, those with most lines first, with their lines of dialogue and their scenes. */
  readonly cast: readonly { readonly name: string; readonly lines: number; readonly scenes: number }[];
  /** Scenes by interior and exterior. */
  readonly settings: Readonly<Record<'interior' | 'exterior' | 'both' | 'unknown', number>>;
  /** Scenes by light: `twilight` is morning and evening light, `other` a change or a word for neither, `unknown` no word. */
  readonly times: Readonly<Record<'day' | 'night' | 'twilight' | 'other' | 'unknown', number>>;
}
