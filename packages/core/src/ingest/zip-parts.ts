import { crc32, inflateRawSync } from 'node:zlib';

/** A zip that is broken, or not one. */
export class DamagedZipError extends Error {
  override readonly name = 'DamagedZipError';
  readonly code = 'damagedZip';
}

/** A part of a zip is, or swells to, more than the limit. `bytes` is its declared size, or the limit when it lies. */
export class SwollenZipError extends Error {
  override readonly name = 'SwollenZipError';
  readonly code = 'swollenZip';
  readonly bytes: number;

  constructor(bytes: number) {
    super(`unpacks to ${bytes} bytes or more`);
    this.bytes = bytes;
  }
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly header: number;
}

/** The parts of an Office file. */
export interface ZipParts {
  readonly names: readonly string[];
  /** Text of a part; null when there is none of that name. */
  text(name: string): string | null;
}

/**
 * Opens the zip of an Office file. Not a general unzip: parts are unpacked one at a time and never beyond `limit` bytes
 * together, whatever the zip declares, so that a file made to swell is refused instead of filling the memory.
 *
 * @throws DamagedZipError when it is no zip; reading a part also throws SwollenZipError
 */
export function openZip(bytes: Buffer, limit: number): ZipParts {
  const entries = new Map(entriesOf(bytes).map((entry) => [entry.name, entry]));
  let left = limit;
  return {
    names: [...entries.keys()],
    text(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      if (entry.size > left) throw new SwollenZipError(entry.size);
      const content = unpack(bytes, entry, left);
      left -= content.length;
      return decodeXml(content);
    },
  };
}

/** An Office program writes UTF-8; others may write UTF-16 with a mark, as XML allows. */
function decodeXml(content: Buffer): string {
  const utf16 = content[0] === 0xff && content[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(content);
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (bytes.toString('latin1', 0, 2) !== 'PK' || end < 0 || end + 20 > bytes.length) {
    throw new DamagedZipError('no central directory');
  }
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (at + 46 <= bytes.length && bytes.readUInt32BE(at) === 0x504b0102) {
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      // Some writers begin the names with a slash, as package URIs do.
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\//, ''),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      header: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(bytes: Buffer, { method, crc, packed, header }: Entry, limit: number): Buffer {
  if (header + 30 > bytes.length || bytes.readUInt32BE(header) !== 0x504b0304) throw new DamagedZipError('no entry');
  const from = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const content = inflate(bytes.subarray(from, from + packed), method, limit);
  if (crc32(content) !== crc) throw new DamagedZipError('checksum differs');
  return content;
}

function inflate(content: Buffer, method: number, limit: number): Buffer {
  if (method === 0) return content;
  if (method !== 8) throw new DamagedZipError(`packed by method ${method}`);
  try {
    return inflateRawSync(content, { maxOutputLength: limit });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new SwollenZipError(limit);
    throw new DamagedZipError('cannot be unpacked', { cause });
  }
}
