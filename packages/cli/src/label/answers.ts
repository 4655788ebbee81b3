import { createInterface } from 'node:readline';

/** What a person may answer to a question about shots. */
export type Answer = 'local' | 'elsewhere' | 'unclear' | 'mixed' | 'undo' | 'quit';

const keys: Readonly<Record<string, Answer>> = {
  l: 'local',
  e: 'elsewhere',
  u: 'unclear',
  m: 'mixed',
  z: 'undo',
  q: 'quit',
  本地: 'local',
  外地: 'elsewhere',
  不清楚: 'unclear',
  混合: 'mixed',
  撤销: 'undo',
  退出: 'quit',
};

/** Where answers come from: one key each on a terminal, else one line each. */
export interface AnswerSource {
  /** What was typed next, and the answer that it means; null when it means none. The end of the input is `quit`. */
  next(): Promise<{ readonly typed: string; readonly answer: Answer | null }>;
  close(): void;
}

/** The answer that a key or a line means. */
export function answerFor(typed: string): Answer | null {
  return keys[typed.normalize('NFKC').trim().toLowerCase()] ?? null;
}

/** @param signal ends the wait for an answer with its reason */
export function openAnswers(input: NodeJS.ReadStream, signal: AbortSignal): AnswerSource {
  const typed = input.isTTY ? keysOf(input) : linesOf(input);
  const ended = new Promise<never>((_, reject) => {
    const end = (): void => reject(signal.reason as Error);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
  // Nobody waits for it once the interview is over.
  ended.catch(() => undefined);
  return {
    async next() {
      const { value, done } = await Promise.race([typed.next(), ended]);
      return done ? { typed: '', answer: 'quit' } : { typed: value, answer: answerFor(value) };
    },
    close() {
      if (input.isTTY) input.setRawMode(false);
      // A terminal that is still read from would keep the process alive.
      input.destroy();
    },
  };
}

async function* linesOf(input: NodeJS.ReadStream): AsyncGenerator<string, undefined> {
  for await (const line of createInterface({ input, crlfDelay: Infinity })) if (line.trim() !== '') yield line;
}

async function* keysOf(input: NodeJS.ReadStream): AsyncGenerator<string, undefined> {
  input.setRawMode(true).setEncoding('utf8');
  for await (const chunk of input as AsyncIterable<string>) {
    // A raw terminal sends Ctrl-C and Ctrl-D as characters.
    if (chunk.includes('\u0003')) process.emit('SIGINT');
    if (chunk.includes('\u0004')) return;
    // Chinese input methods send a word at once; arrow keys send a sequence.
    if (answerFor(chunk) !== null) yield chunk;
    else for (const key of chunk.startsWith('\u001B') ? [] : chunk) if (key.trim() !== '' && key >= ' ') yield key;
  }
}
