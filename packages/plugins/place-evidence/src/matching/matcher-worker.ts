import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import { threadEndpoint } from './thread-endpoint.ts';
import { matchEpisode } from './matcher.ts';
import type { MatchAnswer, MatcherApi, MatchJob } from './matcher-api.ts';
import { photoShelf } from './photo-shelf.ts';

if (!parentPort) throw new TypeError('matcher-worker runs in a worker thread only');

const shelf = photoShelf();
let running: Promise<unknown> = Promise.resolve();

async function answer({ photos, frames, shots }: MatchJob): Promise<readonly MatchAnswer[]> {
  const matches = await matchEpisode(frames, shots, await shelf.open(photos));
  return matches.map(({ shot, photo: { location, path, sha256 }, frames: agreeing }) => {
    return { shot, location, path, sha256, frames: agreeing };
  });
}

const matcher: MatcherApi = {
  // One at a time, so that memory does not grow with the number of episodes that wait.
  match(job) {
    const result = running.then(() => answer(job));
    running = result.catch(() => undefined);
    return result;
  },
};

expose(matcher, threadEndpoint(parentPort));
