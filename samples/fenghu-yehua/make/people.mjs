import { across, oval, path, stroke } from "./brush.mjs";
import { drawFace, drawHairBehind, drawHairFront, drawHat } from "./head.mjs";
import { looks } from "./looks.mjs";

/* People in the picture. The unit is the height of a head; the origin is the middle of the face. */

function drawBody(context, look) {
  const wide = look.wide;
  path(
    context,
    [
      [-0.17, 0.3],
      [0.17, 0.3],
      [0.18, 0.62, 0.36, 0.74],
      [0, 1.2],
      [-0.36, 0.74],
      [-0.18, 0.62, -0.17, 0.3],
    ],
    look.skin,
  );
  path(
    context,
    [
      [-0.17, 0.42],
      [0, 0.66, 0.17, 0.42],
      [0.17, 0.56],
      [0.02, 0.7, -0.17, 0.58],
    ],
    look.shadow,
  );
  path(
    context,
    [
      [-0.34, 0.68],
      [0, 1.08, 0.34, 0.68],
      [0.5, 4],
      [-0.5, 4],
    ],
    look.top,
  );
  for (const side of [-1, 1]) {
    const s = (value) => value * side;
    path(
      context,
      [
        [s(0.24), 0.68],
        [s(wide * 0.62), 0.8, s(wide), 0.94, s(wide + 0.05), 1.4],
        [s(wide + 0.12), 2.4, s(wide + 0.16), 4],
        [s(0.1), 4],
        [s(0.16), 1.6, s(0.3), 0.98],
      ],
      across(context, s(0.1), s(wide + 0.15), look.coat, look.coat, look.coatDark),
    );
    path(
      context,
      [
        [s(0.22), 0.66],
        [s(0.4), 0.8],
        [s(0.3), 1.34],
        [s(0.13), 1.6],
        [s(0.26), 1.02],
      ],
      look.coatDark,
    );
    stroke(context, "rgba(0,0,0,0.25)", 0.022, () => {
      context.moveTo(s(wide * 0.74), 1.5);
      context.quadraticCurveTo(s(wide * 0.7), 2.2, s(wide * 0.76), 3.6);
    });
  }
}

function drawArm(context, look, wave) {
  context.save();
  context.translate(look.wide, 1.25);
  context.rotate(-0.25 + wave);
  path(
    context,
    [
      [-0.18, 0],
      [-0.05, -0.5, 0.14, -0.95],
      [0.42, -0.86],
      [0.36, -0.2, 0.24, 0.3],
    ],
    across(context, -0.1, 0.4, look.coat, look.coatDark),
  );
  path(
    context,
    [
      [0.14, -0.95],
      [0.1, -1.2, 0.16, -1.38],
      [0.3, -1.5, 0.44, -1.34],
      [0.46, -1.1, 0.42, -0.86],
    ],
    look.skin,
  );
  for (let finger = 0; finger < 4; finger += 1)
    oval(
      context,
      0.17 + finger * 0.085,
      -1.45 + Math.abs(finger - 1.5) * 0.03,
      0.038,
      0.14,
      look.skin,
      (finger - 1.5) * 0.16,
    );
  context.restore();
}

function drawPhoneAtEar(context, look) {
  path(
    context,
    [
      [0.5, 1.6],
      [0.98, 1.3, 0.66, 0.42],
      [0.5, 0.36, 0.4, 0.5],
      [0.4, 1, 0.2, 1.5],
    ],
    across(context, 0.3, 0.9, look.coat, look.coatDark),
  );
  context.save();
  context.translate(0.43, 0.2);
  context.rotate(0.14);
  context.fillStyle = "#16181d";
  context.beginPath();
  context.roundRect(-0.05, -0.3, 0.11, 0.56, 0.04);
  context.fill();
  context.restore();
  for (let finger = 0; finger < 4; finger += 1)
    oval(context, 0.46, 0.08 + finger * 0.1, 0.1, 0.05, look.skin, -0.2);
}

function drawCards(context, look) {
  for (let card = 0; card < 5; card += 1) {
    context.save();
    context.translate(0.1, 2.05);
    context.rotate((card - 2) * 0.2);
    context.fillStyle = "#fbfaf4";
    context.beginPath();
    context.roundRect(-0.2, -0.95, 0.4, 0.66, 0.05);
    context.fill();
    context.strokeStyle = "rgba(80,60,50,0.5)";
    context.lineWidth = 0.012;
    context.stroke();
    context.fillStyle = card % 2 ? "#1d1d22" : "#c62828";
    context.beginPath();
    context.moveTo(0, -0.76);
    context.lineTo(0.1, -0.62);
    context.lineTo(0, -0.48);
    context.lineTo(-0.1, -0.62);
    context.fill();
    context.restore();
  }
  oval(context, 0, 1.86, 0.3, 0.2, look.skin);
  for (let finger = 0; finger < 4; finger += 1)
    oval(context, -0.2 + finger * 0.13, 1.72, 0.06, 0.16, look.skin, (finger - 1.5) * 0.14);
}

/** Draws one person from the chest up. mood: {turn -1..1, blink, talk 0..1, laugh, sway}; props are flags of the shot's entry. */
export function drawPerson(context, person, mood) {
  const look = looks[person.who];
  context.save();
  context.rotate(mood.lean);
  drawHairBehind(context, look, mood.sway);
  drawBody(context, look);
  context.save();
  context.rotate(mood.nod);
  drawFace(context, look, mood);
  drawHairFront(context, look);
  if (person.hat) drawHat(context, mood.hatTilt);
  context.restore();
  if (look.cut === "long") {
    path(
      context,
      [
        [0.38, -0.1],
        [0.5, 0.5, 0.36 + mood.sway, 1.2],
        [0.3 + mood.sway, 0.9, 0.37, 0.3],
      ],
      look.hair,
    );
    path(
      context,
      [
        [-0.38, -0.1],
        [-0.5, 0.5, -0.38 + mood.sway, 1.25],
        [-0.3 + mood.sway, 0.9, -0.37, 0.3],
      ],
      look.shine,
    );
  }
  if (person.armUp) drawArm(context, look, mood.wave);
  if (person.phoneAtEar) drawPhoneAtEar(context, look);
  if (person.cards) drawCards(context, look);
  context.restore();
}
