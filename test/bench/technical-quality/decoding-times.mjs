// Runs one process that has a video decoded by ffmpeg, and says what both used. Linux only: it reads /proc.
import { readdirSync } from 'node:fs';
import { read, run } from '../subtitles/measure.mjs';

const list = (folder) => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** Name, and processor time in seconds, of a thread. */
function threadOf(pid, task) {
  const [, name, rest] = /^\d+ \((.*)\) (.*)$/s.exec(read(`/proc/${pid}/task/${task}/stat`)) ?? [];
  if (rest === undefined) return null;
  const fields = rest.split(' ');
  return { pid, task, name, cpu: (Number(fields[11]) + Number(fields[12])) / 100 };
}

/** Threads that decode pictures: ffmpeg 7 names them; before, all but the first did nothing else. */
function decoders(threads) {
  const named = threads.filter(({ name }) => /^av:\w+:df\d/.test(name));
  return named.length > 0 ? named : threads.filter(({ pid, task }) => pid !== task);
}

/**
 * Processor time of a program and its children, seconds: `cpu` of everything, `decoding` of the threads that decode pictures in the one of its
 * processes (or in itself) where they took the most. The work of those threads is the same in every run on a file, so that what a run took in units of it does
 * not change with the pace of the machine.
 */
export async function decodingTimes(command, words) {
  const threads = new Map();
  const watch = setInterval(() => {
    for (const child of read(`/proc/self/task/${process.pid}/children`).trim().split(' ').filter(Boolean)) {
      const grandchildren = list(`/proc/${child}/task`).flatMap((task) =>
        read(`/proc/${child}/task/${task}/children`).trim().split(' ').filter(Boolean),
      );
      for (const pid of [child, ...grandchildren]) {
        if (!read(`/proc/${pid}/cmdline`).split('\0')[0].includes('ffmpeg')) continue;
        for (const task of list(`/proc/${pid}/task`)) {
          const thread = threadOf(pid, task);
          if (thread !== null) threads.set(`${pid}/${task}`, thread);
        }
      }
    }
  }, 50);
  const { cpu } = await run(command, words).finally(() => clearInterval(watch));
  const all = [...threads.values()];
  const times = [...new Set(all.map(({ pid }) => pid))].map((pid) =>
    decoders(all.filter((each) => each.pid === pid)).reduce((sum, thread) => sum + thread.cpu, 0),
  );
  return { cpu, decoding: Math.max(0, ...times) };
}
