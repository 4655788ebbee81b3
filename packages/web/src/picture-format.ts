/** What a picture file is: its media type and its size in px. */
export interface PictureFormat {
  readonly mediaType: 'image/jpeg' | 'image/png';
  readonly width: number;
  readonly height: number;
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function pngFormat(view: DataView): PictureFormat | null {
  if (view.byteLength < 24 || pngSignature.some((byte, index) => view.getUint8(index) !== byte)) return null;
  return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

// SOF0–SOF15 hold the size; C4, C8 and CC in that range are tables (ITU-T T.81, table B.1).
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function jpegFormat(view: DataView): PictureFormat | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let offset = 2;
  while (offset + 9 <= view.byteLength && view.getUint8(offset) === 0xff) {
    const marker = view.getUint8(offset + 1);
    if (marker === 0xff) {
      offset += 1;
    } else if (isFrameHeader(marker)) {
      return {
        mediaType: 'image/jpeg',
        height: view.getUint16(offset + 5),
        width: view.getUint16(offset + 7),
      };
    } else {
      offset += 2 + view.getUint16(offset + 2);
    }
  }
  return null;
}

/** Reads format and size from the bytes, whatever the file is called; null when it is no sound JPEG or PNG. */
export function readPictureFormat(bytes: Uint8Array): PictureFormat | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = pngFormat(view) ?? jpegFormat(view);
  return format !== null && format.width > 0 && format.height > 0 ? format : null;
}
