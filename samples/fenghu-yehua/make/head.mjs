import { across, oval, path, stroke } from "./brush.mjs";

/** Face, ears left out; the origin is its middle and the unit is the height of a head. */
export function drawFace(context, look, mood) {
  const { turn, blink, talk, laugh } = mood;
  const shift = turn * 0.14;
  path(
    context,
    [
      [-0.37, -0.12],
      [-0.4, 0.18, -0.28, 0.38, -0.11, 0.48],
      [-0.04, 0.525, 0.04, 0.525, 0.11, 0.48],
      [0.28, 0.38, 0.4, 0.18, 0.37, -0.12],
      [0.37, -0.58, -0.37, -0.58, -0.37, -0.12],
    ],
    across(context, -0.4, 0.4, look.skin, look.skin, look.shadow),
  );
  oval(context, -0.2 + shift, 0.22, 0.1, 0.06, "rgba(224,110,90,0.2)");
  oval(context, 0.2 + shift, 0.22, 0.1, 0.06, "rgba(224,110,90,0.2)");
  for (const side of [-1, 1]) {
    const x = side * 0.165 * (1 - Math.abs(turn) * 0.14) + shift;
    stroke(context, look.hair, 0.026 * (look.brows ?? 1), () => {
      context.moveTo(x - 0.085, -0.075 + (side < 0 ? 0.012 : -0.012));
      context.quadraticCurveTo(x, -0.125, x + 0.085, -0.075 + (side > 0 ? 0.012 : -0.012));
    });
    if (blink || laugh) {
      stroke(context, "#3a2620", 0.024, () => {
        context.moveTo(x - 0.08, 0.05);
        context.quadraticCurveTo(x, laugh ? -0.015 : 0.085, x + 0.08, 0.05);
      });
    } else {
      oval(context, x, 0.04, 0.08, 0.05, "#fdfaf6");
      oval(context, x + turn * 0.03, 0.042, 0.045, 0.05, "#33221c");
      oval(context, x + turn * 0.03 - 0.014, 0.024, 0.013, 0.013, "#ffffff");
      stroke(context, "#2a1a16", 0.022, () => {
        context.moveTo(x - 0.086, 0.045);
        context.quadraticCurveTo(x, -0.045, x + 0.086, 0.04);
      });
    }
    if (look.glasses) {
      stroke(context, "rgba(25,25,30,0.9)", 0.022, () =>
        context.roundRect(x - 0.125, -0.05, 0.25, 0.18, 0.06),
      );
      oval(context, x - 0.04, 0.01, 0.03, 0.05, "rgba(255,255,255,0.18)", 0.5);
    }
    if (look.lines)
      stroke(context, look.shadow, 0.012, () => {
        context.moveTo(side * 0.12 + shift, 0.2);
        context.quadraticCurveTo(side * 0.19 + shift, 0.26, side * 0.17 + shift, 0.33);
      });
  }
  stroke(context, look.shadow, 0.024, () => {
    context.moveTo(shift * 1.5 + 0.02, 0.06);
    context.quadraticCurveTo(shift * 1.7 + 0.055, 0.18, shift * 1.5 - 0.02, 0.2);
  });
  const open = Math.max(talk, laugh ? 0.45 : 0);
  const mouth = shift * 1.2;
  path(
    context,
    [
      [mouth - 0.105, 0.31],
      [mouth, 0.285, mouth + 0.105, 0.31],
      [mouth, 0.34 + open * 0.13, mouth - 0.105, 0.31],
    ],
    open > 0.15 ? "#6d2320" : look.lips,
  );
  if (open > 0.15)
    path(
      context,
      [
        [mouth - 0.08, 0.312],
        [mouth, 0.3, mouth + 0.08, 0.312],
        [mouth, 0.335, mouth - 0.08, 0.312],
      ],
      "#f7efe8",
    );
  stroke(context, look.lips, 0.016, () => {
    context.moveTo(mouth - 0.11, laugh ? 0.3 : 0.312);
    context.quadraticCurveTo(mouth, 0.345 + open * 0.14, mouth + 0.11, laugh ? 0.3 : 0.312);
  });
}

/** What hangs behind the shoulders. */
export function drawHairBehind(context, look, sway) {
  if (look.cut === "long") {
    path(
      context,
      [
        [-0.44, -0.2],
        [-0.56, 0.5, -0.52 + sway, 0.9, -0.42 + sway, 1.25],
        [-0.1, 1.1, 0.1, 1.1, 0.42 + sway, 1.25],
        [0.54 + sway, 0.9, 0.56, 0.5, 0.44, -0.2],
      ],
      across(context, -0.5, 0.5, look.shine, look.hair, look.hair),
    );
  }
  if (look.cut === "bun") oval(context, 0.08, -0.66, 0.2, 0.17, look.hair);
}

/** Ears and the hair over the forehead. */
export function drawHairFront(context, look) {
  const sheen = across(context, -0.45, 0.45, look.hair, look.shine, look.hair);
  for (const side of [-1, 1]) oval(context, side * 0.375, 0.09, 0.05, 0.1, look.shadow);
  if (look.cut === "long") {
    path(
      context,
      [
        [-0.43, 0.34],
        [-0.52, -0.2, -0.42, -0.64, 0, -0.64],
        [0.42, -0.64, 0.52, -0.2, 0.43, 0.34],
        [0.36, 0.1, 0.38, -0.1, 0.27, -0.24],
        [0.1, -0.16, -0.06, -0.24, -0.14, -0.34],
        [-0.2, -0.2, -0.34, -0.1, -0.36, 0.04],
        [-0.36, 0.16, -0.38, 0.28],
      ],
      sheen,
    );
  } else if (look.cut === "bun") {
    path(
      context,
      [
        [-0.41, 0.06],
        [-0.48, -0.66, 0.48, -0.66, 0.41, 0.06],
        [0.36, -0.2, 0.2, -0.32, 0, -0.33],
        [-0.2, -0.32, -0.36, -0.2, -0.41, 0.06],
      ],
      sheen,
    );
    stroke(context, "rgba(220,215,210,0.5)", 0.014, () => {
      context.moveTo(-0.3, -0.28);
      context.quadraticCurveTo(-0.16, -0.5, 0.04, -0.53);
    });
  } else {
    path(
      context,
      [
        [-0.4, 0.08],
        [-0.5, -0.3, -0.42, -0.66, -0.04, -0.66],
        [0.02, -0.74, 0.16, -0.66],
        [0.44, -0.62, 0.48, -0.26, 0.4, 0.08],
        [0.37, -0.08, 0.33, -0.2],
        [0.2, -0.26, 0.12, -0.3],
        [0, -0.2, -0.16, -0.28],
        [-0.26, -0.22, -0.34, -0.18],
        [-0.38, -0.06, -0.4, 0.08],
      ],
      sheen,
    );
  }
}

/** A straw hat with a band; tilt in radians. */
export function drawHat(context, tilt) {
  context.save();
  context.rotate(tilt);
  oval(context, 0, -0.36, 0.72, 0.15, "#b98d45");
  oval(context, 0, -0.385, 0.7, 0.125, "#dcb266");
  path(
    context,
    [
      [-0.42, -0.4],
      [-0.44, -0.9, -0.12, -0.88, 0, -0.83],
      [0.12, -0.88, 0.44, -0.9, 0.42, -0.4],
      [0, -0.3, -0.42, -0.4],
    ],
    across(context, -0.4, 0.4, "#e7c27c", "#d9b067", "#a87d38"),
  );
  path(
    context,
    [
      [-0.425, -0.52],
      [0, -0.42, 0.425, -0.52],
      [0.42, -0.4],
      [0, -0.3, -0.42, -0.4],
    ],
    "#5b3a22",
  );
  for (let straw = -5; straw <= 5; straw += 1)
    stroke(context, "rgba(120,80,30,0.25)", 0.008, () => {
      context.moveTo(straw * 0.052, -0.76 + Math.abs(straw) * 0.012);
      context.lineTo(straw * 0.058, -0.5);
    });
  context.restore();
}
