// The part of the picture that already shows the new shot, as a path; soft wipes as a gradient of opacity.

/** Traces the new shot's part of the picture when `share` (0–1) of the wipe is done. */
export function traceWipe(pen, shape, share, { width, height }) {
  pen.beginPath();
  switch (shape) {
    case 'left':
      return pen.rect(width * (1 - share), 0, width * share, height);
    case 'right':
    case 'cover':
      return pen.rect(0, 0, width * share, height);
    case 'down':
      return pen.rect(0, 0, width, height * share);
    case 'up':
      return pen.rect(0, height * (1 - share), width, height * share);
    case 'diagonal': {
      const reach = share * (width + height);
      pen.moveTo(0, 0);
      pen.lineTo(reach, 0);
      pen.lineTo(0, reach);
      return pen.closePath();
    }
    case 'iris':
      return pen.arc(width / 2, height / 2, (share * Math.hypot(width, height)) / 2, 0, 7);
    case 'barn door':
      return pen.rect((width * (1 - share)) / 2, 0, width * share, height);
    case 'clock': {
      pen.moveTo(width / 2, height / 2);
      pen.arc(width / 2, height / 2, height, -Math.PI / 2, -Math.PI / 2 + share * 2 * Math.PI);
      return pen.closePath();
    }
    default:
      throw new TypeError(`no wipe ${shape}`);
  }
}

/** Opacity of the new shot for soft wipes, from one side or corner; null for hard ones. */
export function softWipe(pen, shape, share, { width, height }) {
  if (!shape.startsWith('soft')) return null;
  const edge = 0.25;
  const [fromX, fromY, toX, toY] = shape === 'soft left' ? [width, 0, 0, 0] : [0, 0, width, height];
  const gradient = pen.createLinearGradient(fromX, fromY, toX, toY);
  const front = share * (1 + edge);
  gradient.addColorStop(Math.max(0, Math.min(1, front - edge)), 'rgb(0 0 0 / 1)');
  gradient.addColorStop(Math.max(0, Math.min(1, front)), 'rgb(0 0 0 / 0)');
  return gradient;
}
