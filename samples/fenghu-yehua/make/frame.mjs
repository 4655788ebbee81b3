import { createCanvas } from "@napi-rs/canvas";
import { dress } from "./backgrounds.mjs";
import { drawKiosk, drawPhone, drawSubtitle, drawTitleCard, drawWatermark } from "./lettering.mjs";
import { drawPerson } from "./people.mjs";
import { seedOf, seeded } from "./random.mjs";
import { series } from "./story.mjs";
import { layOut } from "./timeline.mjs";
import { drawWalker } from "./walker.mjs";

export const width = 720;
export const height = 1280;

const ease = (value) => value * value * (3 - 2 * value);
const between = ([from, to], share) => from + (to - from) * share;

/** How loud a speaker's mouth is open: syllables at about 4.6 a second, 0..1. */
export const syllable = (frame, seed) =>
  Math.max(0, Math.sin(frame * 1.16 + seed)) * (0.65 + 0.35 * Math.sin(frame * 0.37 + seed));

function grainTiles() {
  const random = seeded(77);
  return Array.from({ length: 5 }, () => {
    const canvas = createCanvas(360, 640);
    const context = canvas.getContext("2d");
    const data = context.createImageData(360, 640);
    for (let index = 0; index < data.data.length; index += 4) {
      const value = 128 + (random() + random() - 1) * 90;
      data.data[index] = data.data[index + 1] = data.data[index + 2] = value;
      data.data[index + 3] = 255;
    }
    context.putImageData(data, 0, 0);
    return canvas;
  });
}

function moveCamera(context, image, shot, share, frame, random) {
  const [[x0, y0, zoom0], [x1, y1, zoom1]] = shot.view;
  const eased = ease(share);
  const zoom = between([zoom0, zoom1], eased);
  const scale = Math.max(width / image.width, height / image.height) * zoom * 1.02;
  const shake = shot.shake ?? 0;
  const sway = (rate, phase) =>
    Math.sin(frame * rate + phase) * shake + Math.sin(frame * rate * 2.7 + phase * 3) * shake * 0.4;
  const offset = (view, size, frameSize) => {
    const free = size * scale - frameSize;
    return -Math.min(free, Math.max(0, view * size * scale - frameSize / 2));
  };
  const jitter = { x: sway(0.11, random * 9), y: sway(0.083, random * 5) };
  context.setTransform(
    scale,
    0,
    0,
    scale,
    offset(between([x0, x1], eased), image.width, width) + jitter.x,
    offset(between([y0, y1], eased), image.height, height) + jitter.y,
  );
  return { zoom: zoom / zoom0, jitter };
}

function castLight(context, { tint, tintAlpha, shade, light }) {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = "source-atop";
  context.globalAlpha = tintAlpha;
  context.fillStyle = tint;
  context.fillRect(0, 0, width, height);
  context.globalAlpha = 1;
  const gradient = context.createLinearGradient(
    light === "left" ? 0 : width,
    0,
    light === "left" ? width : 0,
    height * 0.4,
  );
  gradient.addColorStop(0, "rgba(255,244,220,0.2)");
  gradient.addColorStop(0.6, "rgba(10,10,30,0)");
  gradient.addColorStop(1, `rgba(10,10,30,${shade * 1.3})`);
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
  context.globalCompositeOperation = "source-over";
}

function drawTable(context, { table, bowl, laptop }, frame) {
  const top = height * 0.83;
  const gradient = context.createLinearGradient(0, top, 0, height);
  gradient.addColorStop(0, table);
  gradient.addColorStop(1, "#1d120b");
  context.fillStyle = gradient;
  context.fillRect(0, top, width, height - top);
  context.fillStyle = "rgba(255,230,190,0.22)";
  context.fillRect(0, top, width, 5);
  context.fillStyle = "rgba(0,0,0,0.12)";
  for (let grain = 0; grain < 9; grain += 1)
    context.fillRect(((grain * 211) % width) - 90, top + 24 + grain * 20, 260, 2);
  if (laptop) {
    context.fillStyle = "#c9ccd2";
    context.beginPath();
    context.moveTo(110, top + 20);
    context.lineTo(350, top + 20);
    context.lineTo(372, top - 128);
    context.lineTo(142, top - 128);
    context.fill();
    context.fillStyle = "#9da2ab";
    context.fillRect(104, top + 20, 270, 12);
  }
  context.fillStyle = "#f4f0e8";
  context.beginPath();
  context.moveTo(470, top - 38);
  context.lineTo(580, top - 38);
  context.quadraticCurveTo(572, top + 44, 525, top + 44);
  context.quadraticCurveTo(478, top + 44, 470, top - 38);
  context.fill();
  context.fillStyle = bowl ? "#d98b35" : "#4b2d1a";
  context.beginPath();
  context.ellipse(525, top - 38, 52, 11, 0, 0, 7);
  context.fill();
  context.strokeStyle = "rgba(255,255,255,0.16)";
  context.lineWidth = 9;
  for (let wisp = 0; wisp < 3; wisp += 1) {
    context.beginPath();
    for (let step = 0; step < 12; step += 1)
      context.lineTo(
        505 + wisp * 20 + Math.sin(step * 0.7 + frame * 0.09 + wisp) * 9,
        top - 48 - step * 9,
      );
    context.stroke();
  }
}

function drawReeds(context, frame) {
  const random = seeded(91);
  for (let reed = 0; reed < 70; reed += 1) {
    const x = random() * (width + 80) - 40;
    const tall = 170 + random() * 230;
    const lean = (random() - 0.4) * 90 + Math.sin(frame * 0.06 + x * 0.012) * 26;
    context.strokeStyle = ["#c99a3b", "#a97b28", "#dcb455", "#8d7a2c"][reed % 4];
    context.lineWidth = 3 + random() * 3;
    context.beginPath();
    context.moveTo(x, height + 10);
    context.quadraticCurveTo(x, height - tall * 0.6, x + lean, height - tall);
    context.stroke();
    context.fillStyle = "#e3bd62";
    for (let grain = 0; grain < 7; grain += 1) {
      context.beginPath();
      context.ellipse(
        x + lean * (1 - grain * 0.06) + (grain % 2 ? 5 : -5),
        height - tall + grain * 10,
        4.5,
        8,
        0.4,
        0,
        7,
      );
      context.fill();
    }
  }
}

/** Draws the picture of one shot at one of its frames, without subtitle and watermark. */
function createStage(shot, image, seed) {
  const random = seeded(seed);
  const phases = Array.from({ length: 8 }, random);
  const scenery = shot.kiosk
    ? (context, wide, tall) => {
        context.save();
        context.translate(wide * 0.2, tall * 0.49);
        drawKiosk(context, (tall / 1280) * 1.16);
        context.restore();
      }
    : undefined;
  const background = dress(image, shot, scenery);
  const layer = createCanvas(width, height);
  const layerContext = layer.getContext("2d");
  return (context, local, frame) => {
    const share = Math.min(1, local / Math.max(1, shot.last - shot.first));
    const camera = moveCamera(context, background, shot, share, frame, phases[0]);
    context.drawImage(background, 0, 0);
    context.setTransform(1, 0, 0, 1, 0, 0);
    if (shot.titleCard) return;
    layerContext.setTransform(1, 0, 0, 1, 0, 0);
    layerContext.clearRect(0, 0, width, height);
    for (const [index, walker] of (shot.walkers ?? []).entries()) {
      const walk = walker.still ? Math.sin(frame * 0.03 + index) * 0.12 : frame * 0.26 + index * 2;
      const size = walker.size * (walker.still ? 1 : 1 - share * 0.1);
      layerContext.setTransform(
        size,
        0,
        0,
        size,
        between(walker.x, share) * width + camera.jitter.x,
        walker.y * height + camera.jitter.y - (walker.still ? 0 : Math.abs(Math.sin(walk)) * 4),
      );
      drawWalker(layerContext, walker.who, walk);
    }
    for (const [index, person] of shot.people.entries()) {
      const phase = phases[index + 1] * 40;
      const speaking = shot.cues.some(
        ([at, frames, who]) => who === person.who && local >= at && local < at + frames - 3,
      );
      const breath = Math.sin(frame * 0.09 + phase);
      const size = person.size * (1 + (camera.zoom - 1) * 0.7);
      layerContext.setTransform(
        size,
        0,
        0,
        size,
        person.x * width + camera.jitter.x * 1.6 + Math.sin(frame * 0.045 + phase) * 5,
        person.y * height + camera.jitter.y * 1.6 + breath * 2.5,
      );
      drawPerson(layerContext, person, {
        turn: (person.turn ?? 0) + Math.sin(frame * 0.038 + phase) * 0.16,
        blink: Math.floor(frame + phase) % 71 < 4,
        talk: speaking ? syllable(frame, phase) : 0,
        laugh: Boolean(person.laugh) && Math.sin(frame * 0.05 + phase) > -0.35,
        lean: Math.sin(frame * 0.033 + phase) * 0.014,
        nod:
          Math.sin(frame * 0.07 + phase) * 0.028 + (speaking ? Math.sin(frame * 0.31) * 0.02 : 0),
        sway: Math.sin(frame * 0.06 + phase) * 0.03,
        wave: Math.sin(frame * 0.28) * 0.16,
        hatTilt: shot.flashes ? (local > shot.flashes[0].at ? 0.22 : 0.04) : -0.04,
      });
    }
    castLight(layerContext, shot.look);
    context.drawImage(layer, 0, 0);
    if (shot.table) drawTable(context, shot, frame);
    if (shot.phone) drawPhone(context, shot.phone, width, height, local);
    if (shot.reeds) drawReeds(context, frame);
    context.globalCompositeOperation = "soft-light";
    context.globalAlpha = shot.look.tintAlpha * 1.4;
    context.fillStyle = shot.look.tint;
    context.fillRect(0, 0, width, height);
    context.globalCompositeOperation = "source-over";
    context.globalAlpha = 1;
    const flash = shot.flashes?.find(({ at, frames }) => local >= at && local < at + frames);
    if (flash) {
      context.fillStyle = `rgba(255,255,255,${[0.86, 0.97, 0.7, 0.3][local - flash.at]})`;
      context.fillRect(0, 0, width, height);
    }
  };
}

/** A function from frame number to a canvas with the finished picture of that episode. */
export function createPainter(episode, backgrounds) {
  const { shots, cues, frames } = layOut(episode);
  const tiles = grainTiles();
  const canvas = createCanvas(width, height);
  const other = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const stages = new Map();
  const stageOf = (shot, index) => {
    if (!stages.has(index))
      stages.set(
        index,
        createStage(shot, backgrounds.get(shot.background), seedOf(`${episode.seed}/${index}`)),
      );
    return stages.get(index);
  };
  const vignette = context.createRadialGradient(
    width / 2,
    height * 0.48,
    height * 0.3,
    width / 2,
    height * 0.48,
    height * 0.72,
  );
  vignette.addColorStop(0, "rgba(0,0,0,0)");
  vignette.addColorStop(1, "rgba(0,0,0,0.42)");
  const paintShot = (target, index, frame) => {
    const shot = shots[index];
    stageOf(shot, index)(target, frame - shot.first, frame);
    if (shot.titleCard)
      drawTitleCard(target, episode, width, height, (frame - shot.first + 4) / shot.last);
  };
  return {
    frames,
    paint(frame) {
      const visible = shots.flatMap((shot, index) =>
        frame >= shot.first && frame < shot.last ? [index] : [],
      );
      for (const index of stages.keys()) if (index < visible[0]) stages.delete(index);
      paintShot(context, visible[0], frame);
      if (visible[1] !== undefined) {
        const incoming = shots[visible[1]];
        paintShot(other.getContext("2d"), visible[1], frame);
        context.globalAlpha = (frame - incoming.first + 1) / (incoming.dissolve + 1);
        context.drawImage(other, 0, 0);
        context.globalAlpha = 1;
      }
      context.fillStyle = vignette;
      context.fillRect(0, 0, width, height);
      context.globalCompositeOperation = "overlay";
      context.globalAlpha = 0.1;
      context.drawImage(tiles[(frame * 3) % tiles.length], 0, 0, width, height);
      context.globalAlpha = 1;
      context.globalCompositeOperation = "source-over";
      if (episode.watermark && frame >= shots[0].last) drawWatermark(context, series.title, width);
      const cue = cues.find((candidate) => frame >= candidate.from && frame < candidate.to);
      if (cue) drawSubtitle(context, episode.subtitle, cue.text, width, height);
      return canvas;
    },
  };
}
