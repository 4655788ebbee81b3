import type { Language } from '../findings/message.ts';
import type { Report } from './report.ts';

/** Where a reporter writes. */
export interface ReportOutput {
  readonly language: Language;
  /** Bytes of a picture named by `evidence.path`; null when there is none. */
  picture(path: string): Promise<Uint8Array | null>;
  /** Writes one file of the report folder; `name` has no folders. */
  write(name: string, content: string | Uint8Array): Promise<void>;
}

/** A reporter turns the finished report into files; it judges nothing. */
export interface ReporterDefinition {
  /** The word after `--format`. */
  readonly id: string;
  /** File that a person would open, for the closing line of `check`. */
  readonly mainFile: string;
  write(report: Report, output: ReportOutput): Promise<void>;
}

/** Declares a reporter. */
export function defineReporter(reporter: ReporterDefinition): ReporterDefinition {
  return reporter;
}
