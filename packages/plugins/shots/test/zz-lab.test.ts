import { test } from 'vitest';
import { createFeatureExtractor } from '/work/main/packages/plugins/shots/src/feature-extractor.ts';
import { detectTransitions } from '/work/main/packages/plugins/shots/src/transitions.ts';
import { renderFilm, truthOf } from './moving-pictures.ts';
import { randomFilm } from './random-film.ts';
import { scoreBoundaries } from './score.ts';
import fs from 'node:fs';
import { serialize } from 'node:v8';
test('lab', () => {
  for (const seed of (process.env.SEEDS ?? '1 2 3 4').split(' ').map(Number)) {
    const film = randomFilm(seed, 40);
    const ex = createFeatureExtractor();
    const f: any[] = [];
    let i = 0, ms = 0;
    for (const p of renderFilm(film, seed)) { const c = process.cpuUsage(); f.push(ex.push(i++ / 25, p)); const d = process.cpuUsage(c); ms += (d.user + d.system) / 1000; }
    fs.writeFileSync(`/tmp/shotlab/f${seed}.bin`, serialize({ f, film, truth: truthOf(film) }));
    const found = detectTransitions(f, { minimumFrames: 5, graduals: true });
    const s = scoreBoundaries(found, truthOf(film));
    console.log(seed, i, 'frames', (ms / i).toFixed(3), 'ms/frame', JSON.stringify(s));
    const starts = film.reduce<number[]>((a, x) => [...a, a.at(-1)! + x.frames], [0]);
    const show = (n: number) => { const k = starts.findLastIndex((x) => x <= n); const {spans, ...r} = f[n]; console.log(n, 'shot', k, 'at', n - starts[k]!, JSON.stringify(film[k]), JSON.stringify(film[k-1]), JSON.stringify(r), JSON.stringify(spans)); };
    if (process.env.SHOW) { for (const w of s.wrong) { console.log('WRONG', JSON.stringify(found.find(x=>x.frame===w))); show(w); } for (const m of s.missed) { console.log('MISSED'); show(m); } }
  }
}, 300000);
