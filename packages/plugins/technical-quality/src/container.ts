import { posixExtension } from './extension.ts';

/** What ffprobe calls the content of a file with an extension; extensions that are not here are not judged. */
const contents: Readonly<Record<string, readonly string[]>> = {
  mp4: ['mp4'],
  m4v: ['mp4'],
  mov: ['mov'],
  '3gp': ['3gp'],
  f4v: ['mp4', 'flv'],
  mkv: ['matroska'],
  webm: ['webm'],
  avi: ['avi'],
  flv: ['flv'],
  ts: ['mpegts'],
  mts: ['mpegts'],
  m2ts: ['mpegts'],
  wmv: ['asf'],
  asf: ['asf'],
  mxf: ['mxf'],
  mpg: ['mpeg', 'mpegts', 'mpegvideo'],
  mpeg: ['mpeg', 'mpegts', 'mpegvideo'],
};

/** Whether a file is inside what its extension says; true when the extension is not known. */
export function isAsNamed(path: string, container: string): boolean {
  const expected = contents[posixExtension(path)];
  const inside = container.split(',');
  return expected === undefined || expected.some((name) => inside.includes(name));
}
