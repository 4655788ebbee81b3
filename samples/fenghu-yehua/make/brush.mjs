/** Fills a closed outline: the first point, then lines (2 numbers), quadratic (4) or cubic (6) curves. */
export function path(context, commands, fill) {
  context.beginPath();
  for (const points of commands) {
    if (points.length === 2 && points === commands[0]) context.moveTo(...points);
    else if (points.length === 2) context.lineTo(...points);
    else if (points.length === 4) context.quadraticCurveTo(...points);
    else context.bezierCurveTo(...points);
  }
  context.closePath();
  context.fillStyle = fill;
  context.fill();
}

/** Fills an ellipse. */
export function oval(context, x, y, wide, tall, fill, angle = 0) {
  context.beginPath();
  context.ellipse(x, y, wide, tall, angle, 0, Math.PI * 2);
  context.fillStyle = fill;
  context.fill();
}

/** A horizontal gradient with evenly spread colours. */
export function across(context, from, to, ...stops) {
  const gradient = context.createLinearGradient(from, 0, to, 0);
  for (const [index, colour] of stops.entries())
    gradient.addColorStop(index / (stops.length - 1), colour);
  return gradient;
}

/** Strokes a line that `draw` lays out. */
export function stroke(context, colour, width, draw) {
  context.beginPath();
  draw();
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineCap = "round";
  context.stroke();
}
