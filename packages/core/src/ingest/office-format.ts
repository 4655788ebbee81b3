/** The older or other format that a file's first bytes show, as people name it; null for one that is read here, or unknown. */
export function otherFormat(bytes: Buffer, extension: string): string | null {
  const start = bytes.toString('latin1', 0, 8);
  if (start.startsWith('{\\rtf')) return 'RTF';
  if (extension === '.wps' || extension === '.doc' || extension === '.xls' || extension === '.et') return extension;
  if (!start.startsWith('\xd0\xcf\x11\xe0')) return null;
  if (hasStream(bytes, 'WordDocument')) return '.doc';
  return hasStream(bytes, 'Workbook') ? '.xls' : null;
}

/** Whether the file is an Office document that opens with a password only. */
export function isEncrypted(bytes: Buffer): boolean {
  return hasStream(bytes, 'EncryptedPackage');
}

/** Whether an OLE container, in which Office kept documents and keeps encrypted ones, has a stream of this name. */
function hasStream(bytes: Buffer, stream: string): boolean {
  return bytes.includes(Buffer.from(stream, 'utf16le'));
}
