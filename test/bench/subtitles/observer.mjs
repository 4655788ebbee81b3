// Preloaded into all threads of the measured process: the reader thread notes what it reads, the main one writes what the process used.
import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { isMainThread, Worker } from 'node:worker_threads';

const file = process.env.SUBTITLE_BENCH_RECORD;
if (!isMainThread && file) {
  subscribe('shenpian.subtitle-ocr.read', ({ picture, request }) => {
    // A line that was scouted is handed over alone, as one box that fills its picture.
    const scouted = request.boxes.length === 1 && request.boxes[0].width === picture.width;
    if (!scouted) appendFileSync(`${file}.calls`, '.');
  });
}
if (isMainThread && file) {
  // Processor time of the main thread between two of its turns: what it waits for the machine is not its doing.
  const spent = () => Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  let [blocked, last, watch] = [0, 0, null];
  const observe = () => {
    last = spent();
    watch ??= setInterval(() => {
      const now = spent();
      blocked = Math.max(blocked, now - last);
      last = now;
    }, 5).unref();
  };
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    // Loading modules at the start is left out: the thread is watched from the first picture on.
    if (message?.type === 'APPLY' && message.path?.[0] === 'find') observe();
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
        calls: existsSync(`${file}.calls`) ? statSync(`${file}.calls`).size : 0,
        blocked,
      }),
    );
  });
}
