// A drawn clip in a folder; one that is there is not drawn again, and one that was broken off in the making does not count.
import { createHash } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { makeEpisode } from '@shenpian/testing';

/** The file of a clip of this plan, whose hash is in its name. */
export async function clipOf(folder, name, plan) {
  const hash = createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 12);
  const file = join(folder, `${name}-${hash}.mp4`);
  if (existsSync(file)) return file;
  const unfinished = join(folder, `unfinished-${process.pid}-${name}.mp4`);
  await makeEpisode(unfinished, plan);
  renameSync(unfinished, file);
  return file;
}
