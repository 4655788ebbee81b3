/** Loudness of one audio block, LUFS; `time` in seconds. */
export interface AudioMeasure {
  readonly time: number;
  readonly momentary: number;
  readonly shortTerm: number;
  readonly integrated: number;
}

/** What the log of the decode process says. */
export interface DecodeLogEvents {
  /** A frame passed the stamp `out<index>`; null when the frame has no time. */
  frame(index: number, time: number | null): void;
  /** A frame was decoded. */
  clock(time: number | null): void;
  audio(measure: AudioMeasure): void;
}

const frameLine = /^\[showinfo@(\w+) @ [^\]]+\] n:\s*\d+ pts:\s*\S+ pts_time:\s*(\S+)/;
const blockLine = /^\[ametadata@audio @ [^\]]+\] frame:\s*\d+\s+pts:\s*\S+\s+pts_time:\s*(\S+)/;
const valueLine = /^\[ametadata@audio @ [^\]]+\] lavfi\.r128\.([MSI])=(\S+)/;
const filterNoise = /^\[(?:showinfo|ametadata)@\w+ @ [^\]]+\] /;

/** Reads the log line by line and keeps its last lines that are not stamps, for error messages. */
export function decodeLog(events: DecodeLogEvents): { push(chunk: string): void; lastWords(): string } {
  let rest = '';
  const words: string[] = [];
  let audio: { time: number; M?: number; S?: number } | null = null;

  const line = (text: string): void => {
    const frame = frameLine.exec(text);
    if (frame !== null) {
      const parsed = Number(frame[2]);
      const time = Number.isFinite(parsed) ? parsed : null;
      const name = frame[1] ?? '';
      if (name === 'clock') events.clock(time);
      else events.frame(Number(name.slice('out'.length)), time);
      return;
    }
    const block = blockLine.exec(text);
    if (block !== null) {
      audio = { time: Number(block[1]) || 0 };
      return;
    }
    const value = valueLine.exec(text);
    if (value !== null && audio !== null) {
      const number = Number(value[2]);
      if (value[1] === 'M') audio.M = number;
      else if (value[1] === 'S') audio.S = number;
      else {
        events.audio({ time: audio.time, momentary: audio.M ?? -120, shortTerm: audio.S ?? -120, integrated: number });
        audio = null;
      }
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
