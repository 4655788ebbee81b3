import { parentPort, workerData } from 'node:worker_threads';
import { runChecker, type CheckerInput, type CheckerOutput } from '../checkers/run-checker.ts';
import { loadPlugins, type PluginUrl } from './load-plugins.ts';

/** What the host sends: one check at a time. */
export interface CheckerJob {
  readonly checker: string;
  readonly input: CheckerInput;
}

/** What comes back. An error crosses as text. */
export type CheckerReply = { readonly output: CheckerOutput } | { readonly error: string };

if (parentPort !== null) {
  const port = parentPort;
  const { plugins } = workerData as { plugins: readonly PluginUrl[] };
  const loaded = loadPlugins(plugins);
  port.on('message', ({ checker: id, input }: CheckerJob) => {
    void (async (): Promise<CheckerReply> => {
      try {
        const checker = (await loaded).flatMap(({ checkers }) => checkers).find((each) => each.id === id);
        if (checker === undefined) throw new TypeError(`no checker ${id}`);
        return { output: await runChecker(checker, input) };
      } catch (thrown) {
        return { error: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown) };
      }
    })().then((reply) => port.postMessage(reply));
  });
}
