import { across, oval, path } from "./brush.mjs";
import { looks } from "./looks.mjs";

/** A whole figure seen from behind; unit is the height of the body, origin at the feet. */
export function drawWalker(context, who, phase) {
  const look = looks[who];
  const step = Math.sin(phase) * 0.07;
  const dark = "#23262e";
  for (const side of [-1, 1]) {
    const move = step * side;
    path(
      context,
      [
        [side * 0.02, -0.48],
        [side * 0.085, -0.48],
        [side * 0.075 + move * 0.4, -0.24],
        [side * 0.07 + move, -0.015],
        [side * 0.02 + move, -0.015],
        [side * 0.03 + move * 0.4, -0.24],
      ],
      dark,
    );
    oval(context, side * 0.05 + move, -0.012, 0.04, 0.014, "#e9e4da");
  }
  if (look.cut === "long")
    path(
      context,
      [
        [-0.09, -0.52],
        [0.09, -0.52],
        [0.13, -0.3, 0.12, -0.24],
        [0, -0.22, -0.12, -0.24],
        [-0.13, -0.3, -0.09, -0.52],
      ],
      look.coatDark,
    );
  path(
    context,
    [
      [-0.115, -0.8],
      [0, -0.85, 0.115, -0.8],
      [0.13, -0.6, 0.1, -0.44],
      [-0.1, -0.44],
      [-0.13, -0.6, -0.115, -0.8],
    ],
    across(context, -0.12, 0.12, look.coat, look.coat, look.coatDark),
  );
  for (const side of [-1, 1]) {
    path(
      context,
      [
        [side * 0.09, -0.81],
        [side * 0.15, -0.78, side * 0.155 - step * side * 0.5, -0.46],
        [side * 0.115 - step * side * 0.5, -0.46],
        [side * 0.1, -0.66, side * 0.085, -0.7],
      ],
      look.coatDark,
    );
    oval(context, side * 0.135 - step * side * 0.5, -0.445, 0.018, 0.026, look.skin);
  }
  oval(context, 0, -0.84, 0.03, 0.05, look.shadow);
  oval(context, 0, -0.915, 0.056, 0.07, look.hair);
  if (look.cut === "long")
    path(
      context,
      [
        [-0.058, -0.93],
        [-0.08, -0.8, -0.062, -0.74],
        [0, -0.72, 0.062, -0.74],
        [0.08, -0.8, 0.058, -0.93],
      ],
      across(context, -0.07, 0.07, look.shine, look.hair),
    );
}
