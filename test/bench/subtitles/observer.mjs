// Preloaded into the measured process: counts calls of the reader thread and writes what the process used when it ends.
import { readFileSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread, Worker } from 'node:worker_threads';

const file = process.env.SUBTITLE_BENCH_RECORD;
if (isMainThread && file) {
  const calls = { scout: 0, read: 0 };
  const blocked = monitorEventLoopDelay({ resolution: 5 });
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    // Loading modules at the start is left out: the thread is watched from the first picture on.
    if (message?.type === 'APPLY' && message.path?.[0] === 'find') blocked.enable();
    if (message?.type === 'APPLY' && message.path?.[0] === 'readBand') {
      // A line that was scouted is handed over alone, as one box that fills its picture.
      const [{ value: picture }, { value: request }] = message.argumentList;
      const whole = request.boxes.length === 1 && request.boxes[0].width === picture.width;
      calls[whole ? 'scout' : 'read']++;
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
      JSON.stringify({
        own: (userCPUTime + systemCPUTime) / 1e6,
        children,
        megabytes: maxRSS / 1024,
        calls,
        blocked: blocked.max / 1e6,
      }),
    );
  });
}
