import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { decodeText } from '@shenpian/core';
import { parse } from 'yaml';
import { ProfileError } from './profile-error.ts';
import { profileSchema, type Profile } from './profile.ts';

/** Names of the profiles that come with this plugin. */
export const shippedNames = [
  'nrta-order-16',
  'wechat-upload',
  'douyin-open-platform',
  'gyt-377-quiet',
  'gyt-377-noisy',
] as const;

let loaded: readonly Profile[] | undefined;

/** The profiles that come with this plugin. Read once. */
export function shippedProfiles(): readonly Profile[] {
  loaded ??= shippedNames.map((name) => {
    const file = new URL(`../../profiles/${name}.yaml`, import.meta.url);
    return parseProfile(readFileSync(file, 'utf8'), `${name}.yaml`);
  });
  return loaded;
}

/**
 * Reads a profile of the user's, for the option `profiles`.
 *
 * @throws ProfileError when the file cannot be read or is no profile.
 */
export async function loadProfile(file: string): Promise<Profile> {
  let text: string;
  try {
    text = decodeText(await readFile(file));
  } catch (cause) {
    const detail = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new ProfileError('unreadable', { file, detail }, { cause });
  }
  return parseProfile(text, file);
}

/**
 * Reads a profile written in YAML. `name` is what errors call it.
 *
 * @throws ProfileError `invalid`.
 */
export function parseProfile(yaml: string, name: string): Profile {
  let data: unknown;
  try {
    data = parse(yaml);
  } catch (cause) {
    const detail = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';
    throw new ProfileError('invalid', { file: name, detail }, { cause });
  }
  const result = profileSchema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const detail = `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
  throw new ProfileError('invalid', { file: name, detail }, { cause: result.error });
}
