import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** The bytes are not text in any encoding that scripts and subtitles come in. */
export class BinaryContentError extends Error {
  override readonly name = 'BinaryContentError';
  readonly code = 'binaryContent';
}

// Above this share of control characters or undecodable bytes a file is not text; real files have none or a stray one.
const strayShare = 0.005;

/**
 * Text of a file in UTF-8, UTF-16 or GB18030 (the encodings that Chinese writing tools save in), with or without a byte
 * order mark; Big5 and Latin files are read when they are long enough to be told apart. Line ends are kept.
 *
 * @throws BinaryContentError when the bytes are not text.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length === 0) return '';
  const text = stripMark(decodeMarked(bytes) ?? decodeUnmarked(bytes));
  if (strayCharacters(text) > Math.max(1, text.length * strayShare)) {
    throw new BinaryContentError('the content is not text');
  }
  return text;
}

function decodeMarked(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return iconv.decode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return iconv.decode(bytes, 'utf-16be');
  if (first === 0xef && second === 0xbb && third === 0xbf) return iconv.decode(bytes, 'utf-8');
  return null;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeUnmarked(bytes: Uint8Array): string {
  const utf8 = decodeUtf8(bytes);
  // Control characters are valid UTF-8 but may also be halves of UTF-16 characters.
  if (utf8 !== null && strayCharacters(utf8) === 0) return utf8;
  const candidates = utf8 === null ? narrowEncodings(bytes) : ['utf-8'];
  if (bytes.length % 2 === 0) candidates.push('utf-16le', 'utf-16be');
  let best = { text: '', share: -1 };
  for (const encoding of candidates) {
    const text = iconv.decode(bytes, encoding);
    const share = plausibleShare(text);
    if (share > best.share) best = { text, share };
  }
  if (best.share < 0.5) throw new BinaryContentError('the content is not text');
  return best.text;
}

/** GB18030 first; others only when chardet is surer of them, which needs some length. */
function narrowEncodings(bytes: Uint8Array): string[] {
  const guess = analyse(bytes)[0];
  const highBytes = bytes.reduce((count, byte) => (byte > 0x7f ? count + 1 : count), 0);
  const latin = highBytes / bytes.length < 0.1 && /^(ISO-8859-1|windows-1252)$/.test(guess?.name ?? '');
  if (latin) return ['windows-1252'];
  if (guess?.name === 'Big5' && guess.confidence >= 50 && bytes.length >= 64) return ['big5', 'gb18030'];
  return ['gb18030'];
}

/** Share of characters that Chinese and English prose is made of. */
function plausibleShare(text: string): number {
  const plain = text.match(/[\t\n\r\x20-\x7e\u3000-\u3011\u2010-\u203b\u4e00-\u9fff\uff00-\uff5e\u00a0-\u00ff]/g);
  return text.length === 0 ? 0 : (plain?.length ?? 0) / text.length;
}

function strayCharacters(text: string): number {
  // oxlint-disable-next-line no-control-regex
  return text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]/g)?.length ?? 0;
}

function stripMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
