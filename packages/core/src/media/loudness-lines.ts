/** Loudness of one audio block, LUFS; `range` in LU, `time` in seconds. */
export interface AudioMeasure {
  readonly time: number;
  readonly momentary: number;
  readonly shortTerm: number;
  readonly integrated: number;
  readonly range: number;
}

const blockLine = /^frame:\s*\d+\s+pts:\s*\S+\s+pts_time:\s*(\S+)/;
const valueLine = /^lavfi\.r128\.(M|S|I|LRA)=(\S+)/;

/** Reads what ffmpeg's `ametadata` prints after `ebur128`. */
export function loudnessLines(audio: (measure: AudioMeasure) => void): { push(chunk: string): void } {
  let rest = '';
  let block: { time: number; M?: number; S?: number; I?: number } | null = null;
  const line = (text: string): void => {
    const begin = blockLine.exec(text);
    if (begin !== null) {
      block = { time: Number(begin[1]) || 0 };
      return;
    }
    const value = valueLine.exec(text);
    if (value === null || block === null) return;
    const number = Number(value[2]);
    if (value[1] !== 'LRA') {
      block[value[1] as 'M' | 'S' | 'I'] = number;
      return;
    }
    const { time, M = -120, S = -120, I = -120 } = block;
    audio({ time, momentary: M, shortTerm: S, integrated: I, range: number });
    block = null;
  };
  return {
    push(chunk) {
      rest += chunk;
      const lines = rest.split(/\r?\n/);
      rest = lines.pop() ?? '';
      for (const text of lines) line(text);
    },
  };
}
