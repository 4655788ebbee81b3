import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compilePack, type FactDeclarations, type PackResult } from './compile-pack.ts';
import { readPackDocument } from './pack-document.ts';

/**
 * Checks the text of a pack without reading any other file. `file` is only named in problems; `declarations` are the
 * facts that the pack may name: those of the loaded checkers and `seriesFactDeclarations`.
 */
export function parsePack(text: string, file: string, declarations: FactDeclarations): PackResult {
  return compilePack(readPackDocument(text, file), declarations);
}

/**
 * Reads a pack from a path or `file:` URL and checks it; when it names its source file, that file's sha256 must be the
 * one given. What is wrong comes back as problems with file, line, key and remedy; nothing is thrown.
 */
export async function loadPack(file: URL | string, declarations: FactDeclarations): Promise<PackResult> {
  const url = typeof file === 'string' ? pathToFileURL(file) : file;
  const path = fileURLToPath(url);
  let text: string;
  try {
    text = await readFile(url, 'utf8');
  } catch (error) {
    const problem = readPackDocument('', path).problem('unreadable', [], { detail: codeOf(error) });
    return { ok: false, problems: [problem] };
  }
  const document = readPackDocument(text, path);
  const result = compilePack(document, declarations);
  if (!result.ok || result.pack.pack.source.file === undefined) return result;

  const { file: name, sha256 } = result.pack.pack.source;
  try {
    const actual = createHash('sha256')
      .update(await readFile(new URL(name, url)))
      .digest('hex');
    if (actual === sha256) return result;
    return {
      ok: false,
      problems: [document.problem('sourceChanged', ['source', 'sha256'], { name, actual })],
    };
  } catch (error) {
    const problem = document.problem('sourceMissing', ['source', 'file'], {
      name,
      detail: codeOf(error),
    });
    return { ok: false, problems: [problem] };
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
