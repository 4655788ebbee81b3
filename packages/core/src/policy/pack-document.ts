import { distance } from 'fastest-levenshtein';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { fillMessage, type MessageData } from '../findings/message.ts';
import { packMessages, type PackProblem, type PackProblemCode } from './pack-problem.ts';

/** Steps from the top of the YAML to a value. */
export type KeyPath = readonly (string | number)[];

/** A YAML file that knows where its values are. */
export interface PackDocument {
  /** The content as plain data; undefined when the YAML could not be read. */
  readonly content: unknown;
  readonly syntaxProblems: readonly PackProblem[];
  /** A problem located at a value, or at the nearest one above it that exists. */
  problem(code: PackProblemCode, path: KeyPath, data?: MessageData): PackProblem;
}

/** Reads YAML 1.2; `file` is only named in problems. */
export function readPackDocument(text: string, file: string): PackDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });

  const positionOf = (path: KeyPath): { line: number; column: number } => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const parent: unknown = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
      const last = path[depth - 1];
      // The key stands on the line that a person looks for; its value may begin a line below.
      const pair = isMap(parent)
        ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(last))
        : undefined;
      const node: unknown = pair?.key ?? document.getIn(path.slice(0, depth), true);
      const offset = (node as { range?: readonly number[] | null } | undefined)?.range?.[0];
      if (offset !== undefined) {
        const { line, col } = lines.linePos(offset);
        return { line, column: col };
      }
    }
    return { line: 1, column: 1 };
  };
  const problemAt = (
    code: PackProblemCode,
    key: string,
    at: { line: number; column: number },
    data: MessageData,
  ): PackProblem => ({ code, file, ...at, key, message: fillMessage(packMessages[code], data) });

  return {
    content: document.errors.length > 0 ? undefined : (document.toJS() as unknown),
    syntaxProblems: document.errors.map((error) => {
      const at = error.linePos?.[0] ?? { line: 1, col: 1 };
      const detail = error.message.split('\n')[0] ?? error.code;
      return problemAt('syntax', '', { line: at.line, column: at.col }, { detail });
    }),
    problem: (code, path, data = {}) => problemAt(code, path.join('.'), positionOf(path), data),
  };
}

/** The name most like a mistyped one; `—` when there is none to choose from. */
export function closestName(name: string, known: readonly string[]): string {
  return known.toSorted((a, b) => distance(name, a) - distance(name, b))[0] ?? '—';
}
