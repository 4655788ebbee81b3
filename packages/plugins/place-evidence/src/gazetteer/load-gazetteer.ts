import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { decodeText } from '@shenpian/core';
import { parse } from 'yaml';
import { GazetteerError } from './gazetteer-error.ts';
import { gazetteerSchema, type Gazetteer } from './gazetteer.ts';

let loaded: Gazetteer | undefined;

/** The names of 平原示范区 that come with this plugin. Read once. */
export function pingyuanGazetteer(): Gazetteer {
  const file = new URL('../../gazetteers/pingyuan.yaml', import.meta.url);
  loaded ??= parseGazetteer(readFileSync(file, 'utf8'), 'pingyuan.yaml');
  return loaded;
}

/**
 * Reads a gazetteer of the user's, for the option `gazetteers`.
 *
 * @throws GazetteerError when the file cannot be read or is no gazetteer.
 */
export async function loadGazetteer(file: string): Promise<Gazetteer> {
  let text: string;
  try {
    text = decodeText(await readFile(file));
  } catch (cause) {
    const detail = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new GazetteerError('unreadable', { file, detail }, { cause });
  }
  return parseGazetteer(text, file);
}

/**
 * Reads a gazetteer written in YAML. `name` is what errors call it.
 *
 * @throws GazetteerError `invalid`.
 */
export function parseGazetteer(yaml: string, name: string): Gazetteer {
  let data: unknown;
  try {
    data = parse(yaml);
  } catch (cause) {
    const detail = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';
    throw new GazetteerError('invalid', { file: name, detail }, { cause });
  }
  const result = gazetteerSchema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const detail = `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
  throw new GazetteerError('invalid', { file: name, detail }, { cause: result.error });
}
