/** What the log of the decode process says. */
export interface DecodeLogEvents {
  /** A frame passed the stamp `out<index>`; null when the frame has no time. */
  frame(index: number, time: number | null): void;
  /** A frame was decoded. */
  clock(time: number | null): void;
}

/** The line of blackframe, or that of showinfo. */
const frameLine =
  /^\[(?:blackframe|showinfo)@(\w+) @ [^\]]+\] (?:frame:\d+ pblack:\d+ pts:(\S+) t:(\S+)|n:\s*\d+ pts:\s*\S+ pts_time:\s*(\S+))/;
/** How blackframe writes that a frame has no time. */
const noTime = '-9223372036854775808';
const filterNoise = /^\[(?:blackframe|showinfo)@\w+ @ [^\]]+\] /;

/** Reads the log line by line and keeps its last lines that are not stamps, for error messages. */
export function decodeLog(events: DecodeLogEvents): { push(chunk: string): void; lastWords(): string } {
  let rest = '';
  const words: string[] = [];

  const line = (text: string): void => {
    const frame = frameLine.exec(text);
    if (frame !== null) {
      const [, name = '', units, seconds, named] = frame;
      const parsed = units === noTime ? Number.NaN : Number(seconds ?? named);
      const time = Number.isFinite(parsed) ? parsed : null;
      if (name === 'clock') events.clock(time);
      else events.frame(Number(name.slice('out'.length)), time);
      return;
    }
    if (filterNoise.test(text) || text.trim() === '') return;
    words.push(text);
    if (words.length > 20) words.shift();
  };

  return {
    push(chunk) {
      rest += chunk;
      const lines = rest.split(/\r?\n|\r/);
      rest = lines.pop() ?? '';
      for (const text of lines) line(text);
    },
    lastWords: () =>
      (words.findLast((text) => /error|invalid|fail|moov|corrupt/i.test(text)) ?? words.at(-1) ?? '').slice(0, 160),
  };
}
