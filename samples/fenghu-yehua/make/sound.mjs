import { fps } from "./episodes.mjs";
import { seeded } from "./random.mjs";
import { scenes } from "./story.mjs";
import { layOut } from "./timeline.mjs";

export const sampleRate = 44100;

const pitches = { 林小满: 225, 陈知远: 128, 苏姨: 196, 周编辑: 112, 陌生来电: 140 };
const vowels = [
  [760, 1250, 2600],
  [430, 2050, 2700],
  [340, 820, 2500],
  [520, 1750, 2500],
  [620, 1000, 2550],
];

/** A two-pole resonator at `frequency` Hz with `bandwidth` Hz. */
function resonator() {
  let one = 0;
  let two = 0;
  return (input, frequency, bandwidth) => {
    const radius = Math.exp((-Math.PI * bandwidth) / sampleRate);
    const output =
      input * (1 - radius) +
      2 * radius * Math.cos((2 * Math.PI * frequency) / sampleRate) * one -
      radius * radius * two;
    two = one;
    one = output;
    return output;
  };
}

/** One synthetic syllable train: glottal pulses through moving formants, one syllable per character. */
function speak(samples, from, to, cue, random) {
  const letters = [...cue.text].filter((letter) => /\p{L}/u.test(letter)).length;
  const base = pitches[cue.who];
  const filters = [resonator(), resonator(), resonator()];
  const call = cue.who === "陌生来电";
  const shapes = Array.from({ length: letters + 1 }, () => ({
    vowel: vowels[Math.floor(random() * 5)],
    tone: random() * 0.3 - 0.15,
    hiss: random() < 0.45,
  }));
  const length = to - from;
  let phase = 0;
  for (let index = 0; index < length; index += 1) {
    const position = (index / length) * letters;
    const shape = shapes[Math.floor(position)];
    const inside = position % 1;
    const pitch =
      base *
      (1.08 - 0.16 * (index / length)) *
      (1 + shape.tone * (inside - 0.3)) *
      (1 + 0.012 * Math.sin(index * 0.0008));
    phase = (phase + pitch / sampleRate) % 1;
    const pulse = phase < 0.1 ? 1 - phase * 10 : -0.11;
    const envelope = Math.min(1, inside * 9) * Math.min(1, (1 - inside) * 4.5);
    const breath = shape.hiss && inside < 0.16 ? (random() * 2 - 1) * 0.1 : 0;
    let value = 0;
    for (const [number, filter] of filters.entries())
      value += filter(pulse, shape.vowel[number], 80 + number * 50) * [9, 5.5, 3][number];
    value = value * envelope * 0.5 + breath;
    samples[from + index] += call ? Math.tanh(value * 1.5) * 1.1 : value;
  }
}

function ambience(samples, shot, random) {
  const from = Math.round((shot.from / fps) * sampleRate);
  const to = Math.round((shot.to / fps) * sampleRate);
  const scene = scenes.find((candidate) => candidate.id === shot.scene);
  const outside = scene?.side === "外";
  let low = 0;
  let lower = 0;
  for (let index = from; index < to; index += 1) {
    const seconds = index / sampleRate;
    low += (random() * 2 - 1 - low) * (outside ? 0.06 : 0.025);
    lower += (low - lower) * 0.1;
    const swell = outside ? 0.6 + 0.4 * Math.sin(seconds * 1.7) : 0.8;
    let value = (low - lower * 0.4) * (outside ? 1.8 : 1.3) * swell;
    if (outside && scene.time === "日" && Math.sin(seconds * 2.1) > 0.93)
      value += Math.sin(2 * Math.PI * (2900 + 500 * Math.sin(seconds * 60)) * seconds) * 0.12;
    if (scene?.time !== "日" && Math.sin(seconds * 34) > 0.2)
      value += Math.sin(2 * Math.PI * 4300 * seconds) * 0.045;
    samples[index] += value;
  }
  if (shot.phone) {
    for (let index = from; index < to; index += 1) {
      const seconds = (index - from) / sampleRate;
      if (seconds % 1.04 < 0.52)
        samples[index] += Math.sign(Math.sin(2 * Math.PI * 150 * seconds)) * 0.07;
    }
  }
}

/** A plucked pentatonic line under everything, so that no second is silent. */
function music(samples, random) {
  const notes = [220, 247.5, 277.2, 330, 371.2, 440, 495];
  const beat = Math.round(sampleRate * 0.48);
  let note = 3;
  for (let at = 0; at < samples.length; at += beat) {
    note = Math.min(notes.length - 1, Math.max(0, note + Math.floor(random() * 3) - 1));
    if (random() < 0.25) continue;
    const frequency = notes[note];
    const length = Math.min(samples.length - at, beat * 4);
    for (let index = 0; index < length; index += 1) {
      const seconds = index / sampleRate;
      const decay = Math.exp(-seconds * 3.2);
      samples[at + index] +=
        decay *
        0.34 *
        (Math.sin(2 * Math.PI * frequency * seconds) +
          0.45 * Math.sin(4 * Math.PI * frequency * seconds) * decay +
          0.2 * Math.sin(6 * Math.PI * frequency * seconds) * decay);
    }
  }
}

/** The sound track of an episode as a 16-bit mono WAV. */
export function soundOf(episode) {
  const { shots, cues, frames } = layOut(episode);
  const random = seeded(episode.seed * 1009);
  const samples = new Float64Array(Math.round((frames / fps) * sampleRate));
  music(samples, random);
  for (const shot of shots) ambience(samples, shot, random);
  for (const cue of cues) {
    const from = Math.round((cue.from / fps) * sampleRate);
    speak(samples, from, Math.round(((cue.to - 3) / fps) * sampleRate), cue, random);
  }
  let energy = 0;
  for (const value of samples) energy += value * value;
  const gain = 0.115 / Math.sqrt(energy / samples.length);
  const wave = Buffer.alloc(44 + samples.length * 2);
  wave.write("RIFF", 0);
  wave.writeUInt32LE(36 + samples.length * 2, 4);
  wave.write("WAVEfmt ", 8);
  wave.writeUInt32LE(16, 16);
  wave.writeUInt16LE(1, 20);
  wave.writeUInt16LE(1, 22);
  wave.writeUInt32LE(sampleRate, 24);
  wave.writeUInt32LE(sampleRate * 2, 28);
  wave.writeUInt16LE(2, 32);
  wave.writeUInt16LE(16, 34);
  wave.write("data", 36);
  wave.writeUInt32LE(samples.length * 2, 40);
  for (const [index, value] of samples.entries())
    wave.writeInt16LE(Math.round(Math.tanh(value * gain) * 30000), 44 + index * 2);
  return wave;
}
