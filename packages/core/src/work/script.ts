import type { TimeRange } from '../time/range.ts';

/** What a line of a script is. `text` is a line that no rule recognised. */
export type ScriptLineKind = 'heading' | 'cast' | 'action' | 'dialogue' | 'caption' | 'text';

/** One line of a script as written. */
export interface ScriptLine {
  /** 1-based; in a .docx, the number of the paragraph. */
  readonly line: number;
  readonly text: string;
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
  readonly cast: readonly string[];
}

/** A parsed script 剧本. */
export interface Script {
  readonly path: string;
  readonly sha256: string;
  readonly lines: readonly ScriptLine[];
  readonly scenes: readonly ScriptScene[];
}
