/* Where people stand in the frame, and the light of a place. tint and shade are opacities 0..1; sizes are pixels of a head. */

/** One person, close. */
export const one = (who, more = {}) => [{ who, x: 0.5, y: 0.44, size: 300, ...more }];
/** Two people side by side. */
export const pair = (left, right, more = {}) => [
  { who: left, x: 0.27, y: 0.47, size: 205, turn: 0.35, ...more },
  { who: right, x: 0.74, y: 0.43, size: 215, turn: -0.35, ...more },
];
export const dusk = { tint: "#ff9a52", tintAlpha: 0.2, shade: 0.34, light: "right" };
export const sunny = { tint: "#ffe9b8", tintAlpha: 0.1, shade: 0.16, light: "left" };
export const indoor = { tint: "#ffd9a0", tintAlpha: 0.14, shade: 0.24, light: "left" };
export const night = { tint: "#3f5fa8", tintAlpha: 0.24, shade: 0.3, light: "right" };
export const lamp = { tint: "#ffb765", tintAlpha: 0.2, shade: 0.28, light: "left" };
export const wood = { tint: "#8fc46a", tintAlpha: 0.16, shade: 0.3, light: "right" };
