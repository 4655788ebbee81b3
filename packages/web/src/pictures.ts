import type { Report } from '@shenpian/core';
import { orderFindings } from './finding-order.ts';
import { readPictureFormat } from './picture-format.ts';

/** A picture inside the page. */
export interface EmbeddedPicture {
  /** Fragment id under which the page holds it, once. */
  readonly id: string;
  readonly dataUri: string;
  /** px. */
  readonly width: number;
  readonly height: number;
}

/** Pictures by their path: embedded, left outside the page (`linked`), or not there (`absent`). */
export type Pictures = ReadonlyMap<string, EmbeddedPicture | 'linked' | 'absent'>;

/** Paths of all pictures of a report, the most serious finding first, posters last. */
export function picturePaths(report: Report): string[] {
  const frames = orderFindings(report.findings).flatMap((finding) =>
    finding.evidence.filter(({ kind }) => kind === 'frame').map(({ path }) => path),
  );
  const posters = report.inputs.map(({ poster }) => poster?.path);
  return [...new Set([...frames, ...posters])].filter((path) => path !== undefined);
}

/**
 * Reads pictures in the order given and embeds them until the next one would go over `budget` (characters of data
 * URIs); from there on they are `linked` and not read. Equal bytes under two paths are embedded once.
 */
export async function embedPictures(
  paths: readonly string[],
  read: (path: string) => Promise<Uint8Array | null>,
  budget: number,
): Promise<Pictures> {
  const pictures = new Map<string, EmbeddedPicture | 'linked' | 'absent'>();
  const byUri = new Map<string, EmbeddedPicture>();
  let left = budget;
  let full = false;
  for (const path of paths) {
    const bytes = full ? null : await read(path);
    if (bytes === null) {
      pictures.set(path, full ? 'linked' : 'absent');
      continue;
    }
    const format = readPictureFormat(bytes);
    if (format === null) {
      pictures.set(path, 'linked');
      continue;
    }
    const dataUri = `data:${format.mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
    const known = byUri.get(dataUri);
    if (known !== undefined) {
      pictures.set(path, known);
    } else if (dataUri.length > left) {
      full = true;
      pictures.set(path, 'linked');
    } else {
      left -= dataUri.length;
      const picture = {
        id: `picture-${byUri.size + 1}`,
        dataUri,
        width: format.width,
        height: format.height,
      };
      byUri.set(dataUri, picture);
      pictures.set(path, picture);
    }
  }
  return pictures;
}
