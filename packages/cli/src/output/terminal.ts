import { fillMessage, type Language, type Localized, type MessageData } from '@shenpian/core';
import { messages, type MessageId } from '../messages.ts';

/** What a command may say, and where: results on stdout, everything else on stderr. */
export interface Terminal {
  readonly language: Language;
  /** A message in the user's language. */
  text(id: MessageId, data?: MessageData): string;
  /** One of the languages of a text. */
  localized(text: Localized): string;
  /** The result of a command, on stdout. */
  result(text: string): void;
  /** A question, on stderr, also with `--quiet`: without it nobody could answer. */
  ask(text: string): void;
  /** A line for people, on stderr; silent with `--quiet`. */
  note(text: string): void;
  /** A warning or error, on stderr, also with `--quiet`. */
  complain(text: string): void;
  /** Shows how far a run is: rewritten in place on a terminal, a line per tenth elsewhere. */
  progress(done: number, total: number, label: string): void;
  /** Clears the progress line. */
  endProgress(): void;
}

const clear = '\r\u001B[K';

/** Text of strangers must not move the cursor, colour the screen or turn the direction of writing. */
function harmless(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD');
}

/** Seconds as `45s`, `3m05s`. */
function remaining(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? `${whole}s` : `${Math.floor(whole / 60)}m${String(whole % 60).padStart(2, '0')}s`;
}

/** @param quiet no notes and no progress */
export function openTerminal(language: Language, quiet: boolean): Terminal {
  const live = process.stderr.isTTY && !quiet;
  const began = performance.now();
  let lastTenth = -1;
  let shown = false;
  const text = (id: MessageId, data: MessageData = {}): string => fillMessage(messages[id], data)[language];
  const endProgress = (): void => {
    if (shown) process.stderr.write(clear);
    shown = false;
  };
  const complain = (line: string): void => {
    endProgress();
    process.stderr.write(`${harmless(line)}\n`);
  };
  return {
    language,
    text,
    localized: (value) => value[language],
    result: (value) => {
      const text = harmless(value.replaceAll('\r\n', '\n'));
      process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    },
    ask: complain,
    note: (line) => {
      if (!quiet) complain(line);
    },
    complain,
    progress(done, total, label) {
      if (quiet || total <= 0) return;
      const share = Math.min(1, done / total);
      const seconds = share > 0.02 ? ((performance.now() - began) / 1000 / share) * (1 - share) : Number.NaN;
      const eta = Number.isNaN(seconds) ? '' : text('eta', { time: remaining(seconds) });
      const line = `${label} ${String(Math.floor(share * 100)).padStart(3)}%${eta}`;
      if (live) {
        process.stderr.write(`${clear}${line}`);
        shown = true;
        return;
      }
      const tenth = Math.floor(share * 10);
      if (tenth > lastTenth) process.stderr.write(`${line}\n`);
      lastTenth = Math.max(lastTenth, tenth);
    },
    endProgress,
  };
}
