// node test/bench/contact-baits.mjs [--only read|cost]: QR codes of known widths on re-encoded film frames by several readers, and the CPU that the
// tracks of `contact-baits` add to a decode. Linux only: it reads /proc.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveFfmpeg } from '@shenpian/core';
import { openQrReader } from '@shenpian/plugin-contact-baits';
import jsQR from 'jsqr';
import { decodeQR } from 'qr/decode.js';
import { codePictures, height, variants, width } from './contact-baits/code-pictures.mjs';
import { run } from './subtitles/measure.mjs';

const only = process.argv[3] ?? 'all';
const { ffmpeg } = await resolveFfmpeg();

function coloured(gray) {
  const data = new Uint8ClampedArray(gray.length * 4).fill(255);
  for (let from = 0, to = 0; from < gray.length; from++, to += 4) data.fill(gray[from], to, to + 3);
  return data;
}

async function readers() {
  const zxing = await openQrReader();
  const find = jsQR.default ?? jsQR;
  return {
    'zxing-wasm, as used': async (data) => (await zxing.read({ width, height, data })).map(({ text }) => text),
    jsqr: async (data) => [find(coloured(data), width, height)?.data],
    qr: async (data) => {
      try {
        return [decodeQR({ data: coloured(data), width, height })];
      } catch {
        return [];
      }
    },
  };
}

async function reading() {
  for (const crf of [23, 30]) {
    const pictures = await codePictures(ffmpeg.file, crf);
    console.log(`${variants.length} codes of 8–28 % of the width, H.264 crf ${crf}:`);
    for (const [name, read] of Object.entries(await readers())) {
      await read(pictures[0]);
      const began = process.cpuUsage();
      const lost = [];
      for (const [i, variant] of variants.entries()) {
        if (!(await read(pictures[i])).includes(variant.text)) lost.push(`${variant.share} ${variant.style}`);
      }
      const { user, system } = process.cpuUsage(began);
      const spent = ((user + system) / 1000 / variants.length).toFixed(0);
      console.log(
        `  ${name}: ${variants.length - lost.length} read, ${spent} ms CPU each${lost.length ? `; lost ${lost.join(', ')}` : ''}`,
      );
    }
  }
}

async function cost() {
  const most = 0.25;
  const episodes = fileURLToPath(new URL('../../samples/fenghu-yehua/episodes', import.meta.url));
  const work = mkdtempSync(join(tmpdir(), 'shenpian-bench-baits-'));
  try {
    const source = join(episodes, readdirSync(episodes).toSorted()[0]);
    const film = (name, times) => {
      const file = join(work, name);
      const words = [
        '-v',
        'error',
        '-stream_loop',
        String(times - 1),
        '-i',
        source,
        '-an',
        '-vf',
        `scale=${width}:${height}`,
      ];
      const { status } = spawnSync(ffmpeg.file, [
        ...words,
        '-c:v',
        'libx264',
        '-preset',
        'veryfast',
        '-crf',
        '23',
        file,
      ]);
      if (status !== 0) throw new Error('ffmpeg could not make the film');
      return file;
    };
    const build = fileURLToPath(new URL('contact-baits/build.mjs', import.meta.url));
    const files = [film('short.mp4', 1), film('long.mp4', 3)];
    // The least of two: whatever else runs on the machine only adds. What more of the same film costs: no start of a program is in it.
    const more = async (command, words) => {
      const least = [Infinity, Infinity];
      for (let turn = 0; turn < 2; turn++) {
        for (const [i, file] of files.entries()) least[i] = Math.min(least[i], (await run(command, words(file))).cpu);
      }
      return least[1] - least[0];
    };
    const decoding = await more(ffmpeg.file, (file) => ['-v', 'error', '-i', file, '-f', 'null', '-']);
    const without = await more(process.execPath, (file) => [build, file, 'none']);
    const withAll = await more(process.execPath, (file) => [build, file, 'all']);
    const added = (withAll - without) / decoding;
    console.log(
      `cost at ${width}×${height}: decoding ${decoding.toFixed(1)} s of CPU; the three tracks add ${(withAll - without).toFixed(1)} s: ${added.toFixed(2)} × ${added <= most ? '✓' : '✗'} (bar ${most})`,
    );
    if (added > most) process.exitCode = 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (only !== 'cost') await reading();
if (only !== 'read') await cost();
