// Preloaded into the measured process: counts calls of the reader thread and writes what the process used when it ends.
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread, Worker } from 'node:worker_threads';

const file = process.env.SUBTITLE_BENCH_RECORD;
if (isMainThread && file) {
  const calls = { scout: 0, read: 0 };
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.type === 'APPLY' && message.path?.[0] === 'read') {
      // Scouted pictures are in colour, those of the band are gray.
      calls[message.argumentList[0].value.channels === 3 ? 'scout' : 'read']++;
    }
    return post.call(this, message, ...rest);
  };
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    // Fields 16 and 17 of stat: processor time of the children that were waited for, in hundredths of a second.
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    const children = (Number(fields[13]) + Number(fields[14])) / 100;
    writeFileSync(
      file,
      JSON.stringify({ own: (userCPUTime + systemCPUTime) / 1e6, children, megabytes: maxRSS / 1024, calls }),
    );
  });
}
