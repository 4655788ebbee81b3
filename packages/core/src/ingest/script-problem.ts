import { SubmissionError } from '../errors.ts';
import type { Localized } from '../findings/message.ts';
import { isEncrypted, otherFormat } from './office-format.ts';

/** A script that could not be read. */
interface Unread {
  readonly bytes: Buffer;
  readonly path: string;
  /** Lower case with the dot. */
  readonly extension: string;
}

const megabyte = 1024 * 1024;

/** A file with an extension that no reader is for. */
export function unknownFormat({ bytes, path, extension }: Unread): SubmissionError {
  const other = otherFormat(bytes, extension);
  return other === null
    ? new SubmissionError('scriptFormatUnknown', path, { extension: extension || '(?)' })
    : oldFormat(other, path);
}

/** What a reader threw, as a problem with its remedy. Told by the codes of errors: their modules are imported late. */
export function scriptProblem(cause: unknown, { bytes, path, extension }: Unread): SubmissionError {
  const problem = (...[code, data]: [ConstructorParameters<typeof SubmissionError>[0], object?]): SubmissionError =>
    new SubmissionError(code, path, { ...data }, { cause });
  const { code, bytes: size = 0, pages } = cause as { code?: string; bytes?: number; pages?: number };
  const other = otherFormat(bytes, extension);
  if (other !== null) return oldFormat(other, path);
  if (code === 'locked' || isEncrypted(bytes)) return problem('scriptLocked');
  if (code === 'scanned') return problem('scriptScanned', { pages });
  if (code === 'swollenZip') return problem('scriptTooLarge', { megabytes: Math.round(size / megabyte) });
  if (code === 'long') {
    const detail = { 'zh-CN': `有 ${pages} 页，不像剧本`, en: `${pages} pages, too many for a script` };
    return problem('scriptUnreadable', { detail });
  }
  return problem('scriptUnreadable', { detail: detailOf(code, bytes, extension) });
}

function oldFormat(format: string, path: string): SubmissionError {
  return new SubmissionError('scriptOldFormat', path, {
    format,
    target: format === '.xls' || format === '.et' ? '.xlsx' : '.docx',
  });
}

function detailOf(code: string | undefined, bytes: Buffer, extension: string): Localized {
  if (code === 'binaryContent') return { 'zh-CN': '内容不是文字', en: 'not text' };
  // A PDF may have a few bytes before its mark.
  const own = bytes.subarray(0, 1024).includes(extension === '.pdf' ? '%PDF' : 'PK');
  return own
    ? { 'zh-CN': '文件已损坏', en: 'damaged file' }
    : { 'zh-CN': `内容不是 ${extension} 文件`, en: `not a ${extension} file` };
}
