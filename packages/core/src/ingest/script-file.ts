import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { SubmissionError } from '../errors.ts';
import type { Localized } from '../findings/message.ts';
import type { Script } from '../work/script.ts';
import { parseScriptLines } from './script-lines.ts';
import { decodeText } from './text-file.ts';

const megabyte = 1024 * 1024;
// A 100-episode script is under 1 MB of text; what is larger is pictures or not a script.
const largestFile = 50 * megabyte;
// Parsing document.xml takes about ten times its size in memory.
const largestDocumentXml = 24 * megabyte;

/** File name extensions that {@link readScript} reads, lower case with the dot. */
export const scriptExtensions: readonly string[] = ['.txt', '.md', '.docx'];

/**
 * Reads a script 剧本. `file` is where it is, `path` how the submission names it. In a .docx a line is a paragraph, or
 * a part of one between soft line breaks.
 *
 * @throws SubmissionError `fileMissing`, `fileUnreadable`, `scriptFormatUnknown`, `scriptTooLarge`, `scriptUnreadable`,
 *   `scriptEmpty`.
 */
export async function readScript(file: string, path: string): Promise<Script> {
  const extension = extname(file).toLowerCase();
  if (!scriptExtensions.includes(extension)) {
    throw new SubmissionError('scriptFormatUnknown', path, { extension: extension || '(?)' });
  }
  const bytes = await readBytes(file, path);
  const lines = extension === '.docx' ? await docxLines(bytes, path) : textLines(bytes, path);
  if (lines.every((line) => line.trim() === '')) throw new SubmissionError('scriptEmpty', path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, sha256, ...parseScriptLines(lines) };
}

async function readBytes(file: string, path: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > largestFile) {
      throw new SubmissionError('scriptTooLarge', path, { megabytes: Math.round(size / megabyte) });
    }
    return await readFile(file);
  } catch (cause) {
    if (cause instanceof SubmissionError) throw cause;
    const { code = 'unknown' } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new SubmissionError('fileMissing', path, {}, { cause });
    throw new SubmissionError('fileUnreadable', path, { detail: code }, { cause });
  }
}

function textLines(bytes: Buffer, path: string): string[] {
  try {
    return decodeText(bytes).split(/\r\n|\n|\r|\u2028|\u2029/);
  } catch (cause) {
    throw unreadable(path, { 'zh-CN': '内容不是文字', en: 'not text' }, cause);
  }
}

async function docxLines(bytes: Buffer, path: string): Promise<string[]> {
  if (bytes.length === 0) return [];
  const signature = bytes.toString('latin1', 0, 4);
  // An OLE container: Office encrypts a .docx into one, and a renamed old .doc is one too.
  if (signature === '\xd0\xcf\x11\xe0') {
    throw unreadable(path, { 'zh-CN': '已加密，或是旧版 .doc', en: 'encrypted, or an old .doc' });
  }
  const documentXml = signature === 'PK\x03\x04' ? documentXmlBytes(bytes) : null;
  if (documentXml === null) throw unreadable(path, { 'zh-CN': '不是 .docx 文件', en: 'not a .docx file' });
  if (documentXml > largestDocumentXml) {
    throw new SubmissionError('scriptTooLarge', path, { megabytes: Math.round(documentXml / megabyte) });
  }
  try {
    return await paragraphsOf(bytes);
  } catch (cause) {
    throw unreadable(path, { 'zh-CN': '文件已损坏', en: 'damaged file' }, cause);
  }
}

/** What mammoth's document tree is made of, as far as text goes. */
interface DocumentNode {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly DocumentNode[];
}

async function paragraphsOf(bytes: Buffer): Promise<string[]> {
  const { default: mammoth } = await import('mammoth');
  const lines: string[] = [];
  // Not extractRawText: it drops soft line breaks and so glues a heading to the line below it.
  await mammoth.convertToHtml(
    { buffer: bytes },
    {
      includeEmbeddedStyleMap: false,
      transformDocument: (document: DocumentNode) => {
        collectParagraphs(document, lines);
        return { ...document, children: [] };
      },
    },
  );
  return lines;
}

function collectParagraphs(node: DocumentNode, lines: string[]): void {
  if (node.type === 'paragraph') lines.push(...paragraphText(node).split('\n'));
  else for (const child of node.children ?? []) collectParagraphs(child, lines);
}

function paragraphText(node: DocumentNode): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return '\n';
  return (node.children ?? []).map(paragraphText).join('');
}

/**
 * Declared size of the XML parts of a Word file after unpacking, together, from the zip's central directory; null when there is none. Read
 * before unpacking, so that a file made to swell is refused instead of filling the memory.
 */
function documentXmlBytes(bytes: Buffer): number | null {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 20 > bytes.length) return null;
  let entry = bytes.readUInt32LE(end + 16);
  let total: number | null = null;
  while (entry + 46 <= bytes.length && bytes.readUInt32BE(entry) === 0x504b0102) {
    const nameLength = bytes.readUInt16LE(entry + 28);
    const name = bytes.toString('utf8', entry + 46, entry + 46 + nameLength);
    if (/^\/?word\/.*\.xml$/i.test(name)) total = (total ?? 0) + bytes.readUInt32LE(entry + 24);
    entry += 46 + nameLength + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32);
  }
  return total;
}

function unreadable(path: string, detail: Localized, cause?: unknown): SubmissionError {
  return new SubmissionError('scriptUnreadable', path, { detail }, { cause });
}
