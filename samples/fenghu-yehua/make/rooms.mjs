import { createCanvas } from "@napi-rs/canvas";
import { seeded } from "./random.mjs";

const width = 1000;
const height = 1400;

function vertical(context, top, bottom, ...stops) {
  const gradient = context.createLinearGradient(0, top, 0, bottom);
  for (const [index, colour] of stops.entries())
    gradient.addColorStop(index / (stops.length - 1), colour);
  return gradient;
}

function glow(context, x, y, radius, colour, alpha) {
  const gradient = context.createRadialGradient(x, y, 0, x, y, radius);
  gradient.addColorStop(0, colour);
  gradient.addColorStop(1, "rgba(0,0,0,0)");
  context.save();
  context.globalAlpha = alpha;
  context.globalCompositeOperation = "lighter";
  context.fillStyle = gradient;
  context.fillRect(x - radius, y - radius, radius * 2, radius * 2);
  context.restore();
}

function speckle(context, random, count, alpha) {
  for (let index = 0; index < count; index += 1) {
    context.fillStyle =
      random() < 0.5 ? `rgba(255,255,255,${alpha * random()})` : `rgba(0,0,0,${alpha * random()})`;
    const size = 1 + random() * 7;
    context.fillRect(random() * width, random() * height, size, size * (0.3 + random()));
  }
}

function curtain(context, x, y, wide, tall, light, dark) {
  for (let fold = 0; fold < wide; fold += 1) {
    const wave = 0.5 + 0.5 * Math.sin(fold * 0.21 + Math.sin(fold * 0.05) * 2);
    context.globalAlpha = 1;
    context.fillStyle = dark;
    context.fillRect(x + fold, y, 1.5, tall);
    context.globalAlpha = wave;
    context.fillStyle = light;
    context.fillRect(x + fold, y, 1.5, tall);
  }
  context.globalAlpha = 1;
}

function box(context, x, y, wide, tall, random) {
  context.fillStyle = vertical(context, y, y + tall, "#a97d4f", "#6d4c2d");
  context.fillRect(x, y, wide, tall);
  context.fillStyle = "#c29a69";
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + 24, y - 26);
  context.lineTo(x + wide - 12, y - 26);
  context.lineTo(x + wide, y);
  context.fill();
  context.fillStyle = "rgba(226,206,166,0.75)";
  context.fillRect(x + wide * 0.42, y - 26, wide * 0.14, tall * 0.42 + 26);
  context.fillStyle = "rgba(0,0,0,0.08)";
  for (let line = 0; line < 14; line += 1) context.fillRect(x, y + random() * tall, wide, 1.5);
}

/** A rented room at night: city lights behind the window, a desk lamp, boxes that are being packed. */
export function rentalRoom() {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const random = seeded(501);
  context.fillStyle = vertical(context, 0, height, "#4a4f63", "#5d5a63", "#3b3640");
  context.fillRect(0, 0, width, height);
  speckle(context, random, 9000, 0.035);
  context.fillStyle = vertical(context, 180, 760, "#0c1430", "#2a3158", "#6a4a5a");
  context.fillRect(470, 180, 420, 580);
  for (let tower = 0; tower < 9; tower += 1) {
    const x = 475 + tower * 46;
    const top = 420 + random() * 180;
    context.fillStyle = `rgba(10,14,30,${0.75 + random() * 0.2})`;
    context.fillRect(x, top, 40, 760 - top);
    for (let lit = 0; lit < 26; lit += 1) {
      context.fillStyle = random() < 0.7 ? "rgba(255,208,130,0.8)" : "rgba(170,205,255,0.8)";
      context.fillRect(
        x + 4 + Math.floor(random() * 5) * 7,
        top + 8 + Math.floor(random() * 28) * 11,
        4,
        5,
      );
    }
  }
  for (let spot = 0; spot < 26; spot += 1) {
    context.globalAlpha = 0.3 + random() * 0.35;
    context.fillStyle = ["#ffb86b", "#ff7a7a", "#9ad0ff", "#ffe29a"][Math.floor(random() * 4)];
    context.beginPath();
    context.arc(480 + random() * 400, 640 + random() * 115, 6 + random() * 13, 0, 7);
    context.fill();
  }
  context.globalAlpha = 1;
  context.strokeStyle = "#d9d4c8";
  context.lineWidth = 16;
  context.strokeRect(470, 180, 420, 580);
  context.lineWidth = 9;
  context.strokeRect(676, 180, 8, 580);
  curtain(context, 410, 140, 110, 690, "#7c6f8c", "#4b4260");
  curtain(context, 845, 140, 120, 690, "#7c6f8c", "#453c58");
  context.fillStyle = "#2b2630";
  context.fillRect(400, 128, 580, 16);
  for (const [x, y, wide, tall, colour] of [
    [70, 250, 120, 160, "#6f8f8a"],
    [215, 300, 100, 130, "#b98357"],
    [95, 450, 90, 90, "#8b6a8f"],
  ]) {
    context.fillStyle = "rgba(0,0,0,0.35)";
    context.fillRect(x + 7, y + 8, wide, tall);
    context.fillStyle = "#e8e2d6";
    context.fillRect(x, y, wide, tall);
    context.fillStyle = vertical(context, y, y + tall, colour, "#2f3b4a");
    context.fillRect(x + 9, y + 9, wide - 18, tall - 18);
    context.fillStyle = "rgba(255,240,210,0.5)";
    context.beginPath();
    context.arc(x + wide * 0.6, y + tall * 0.4, wide * 0.14, 0, 7);
    context.fill();
  }
  context.fillStyle = vertical(context, 900, height, "#6a4c36", "#33241b");
  context.fillRect(0, 900, width, 500);
  context.fillStyle = "rgba(0,0,0,0.18)";
  for (let board = 0; board < 9; board += 1) context.fillRect(0, 930 + board * board * 7, width, 4);
  context.fillStyle = vertical(context, 760, 930, "#8a5f3c", "#5c3e28");
  context.fillRect(30, 760, 340, 26);
  context.fillRect(48, 786, 20, 220);
  context.fillRect(334, 786, 20, 220);
  context.fillStyle = "#2d2a2c";
  context.fillRect(112, 640, 8, 120);
  context.fillStyle = "#e7c17a";
  context.beginPath();
  context.moveTo(80, 650);
  context.lineTo(152, 650);
  context.lineTo(136, 596);
  context.lineTo(96, 596);
  context.fill();
  for (let book = 0; book < 7; book += 1) {
    context.fillStyle = ["#94483f", "#3f6b76", "#c79a4b", "#5b5f86", "#7b8f58"][book % 5];
    context.fillRect(205 + book * 19, 690 - (book % 3) * 11, 16, 70 + (book % 3) * 11);
  }
  box(context, 600, 890, 210, 170, random);
  box(context, 770, 960, 220, 200, random);
  box(context, 640, 800, 150, 92, random);
  glow(context, 116, 660, 480, "#ffb45a", 0.62);
  glow(context, 116, 640, 150, "#ffe0a6", 0.7);
  glow(context, 690, 500, 430, "#4a66b8", 0.3);
  return canvas;
}

/** A lakeside guesthouse in the evening: plank walls, a lattice window on the lake, lanterns, a shelf of jars. */
export function homestayRoom(lake) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const random = seeded(502);
  context.fillStyle = "#8a5c34";
  context.fillRect(0, 0, width, height);
  for (let plank = 0; plank < 12; plank += 1) {
    const x = plank * 86;
    const tone = 0.86 + random() * 0.26;
    context.fillStyle = `rgb(${150 * tone},${102 * tone},${60 * tone})`;
    context.fillRect(x, 0, 83, height);
    context.fillStyle = "rgba(40,20,8,0.07)";
    for (let grain = 0; grain < 30; grain += 1)
      context.fillRect(
        x + random() * 82,
        random() * height,
        1.5 + random() * 2,
        120 + random() * 300,
      );
    context.fillStyle = "rgba(30,14,5,0.55)";
    context.fillRect(x + 82, 0, 4, height);
  }
  context.drawImage(lake, 60, 0, 430, 500, 110, 210, 440, 520);
  context.fillStyle = "rgba(30,20,60,0.18)";
  context.fillRect(110, 210, 440, 520);
  context.strokeStyle = "#3f2413";
  context.lineWidth = 20;
  context.strokeRect(110, 210, 440, 520);
  context.lineWidth = 7;
  for (const x of [220, 330, 440]) context.strokeRect(x - 1, 210, 2, 520);
  for (const y of [340, 470, 600]) context.strokeRect(110, y, 440, 2);
  for (const x of [165, 495])
    for (const y of [275, 665]) context.strokeRect(x - 22, y - 26, 44, 52);
  for (const [shelf, y] of [330, 500, 670].entries()) {
    context.fillStyle = "#4a2c17";
    context.fillRect(640, y, 300, 18);
    context.fillStyle = "rgba(0,0,0,0.3)";
    context.fillRect(640, y + 18, 300, 14);
    for (let jar = 0; jar < 4; jar += 1) {
      const x = 656 + jar * 70 + random() * 8;
      const tall = 70 + random() * 46;
      const colours = [
        ["#e9e4da", "#8d96a2"],
        ["#b5512f", "#5e2413"],
        ["#557a78", "#233c40"],
        ["#d7a94d", "#7c5a1d"],
      ][(jar + shelf) % 4];
      const sheen = context.createLinearGradient(x, 0, x + 54, 0);
      sheen.addColorStop(0, colours[1]);
      sheen.addColorStop(0.35, colours[0]);
      sheen.addColorStop(1, colours[1]);
      context.fillStyle = sheen;
      context.beginPath();
      context.roundRect(x, y - tall, 54, tall, [18, 18, 8, 8]);
      context.fill();
      context.fillRect(x + 12, y - tall - 12, 30, 16);
    }
  }
  context.fillStyle = vertical(context, 940, height, "#5a3a22", "#2c1a0e");
  context.fillRect(0, 940, width, 460);
  context.fillStyle = "#3b2313";
  context.fillRect(0, 920, width, 24);
  for (const [x, y, size] of [
    [600, 150, 62],
    [880, 110, 54],
    [60, 120, 58],
  ]) {
    context.fillStyle = "#2a160b";
    context.fillRect(x - 2, 0, 4, y - size);
    const shell = context.createRadialGradient(x, y, 4, x, y, size);
    shell.addColorStop(0, "#fff0b8");
    shell.addColorStop(0.5, "#ff8f3a");
    shell.addColorStop(1, "#b3231c");
    context.fillStyle = shell;
    context.beginPath();
    context.ellipse(x, y, size, size * 0.84, 0, 0, 7);
    context.fill();
    context.fillStyle = "#7a4a18";
    context.fillRect(x - size * 0.42, y - size * 0.9, size * 0.84, 12);
    context.fillRect(x - size * 0.42, y + size * 0.8, size * 0.84, 12);
    context.fillStyle = "#d9442e";
    context.fillRect(x - 3, y + size * 0.88, 6, 54);
    glow(context, x, y, 380, "#ff9a40", 0.42);
  }
  speckle(context, random, 6000, 0.03);
  return canvas;
}
