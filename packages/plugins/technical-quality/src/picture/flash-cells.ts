/**
 * Luminance of a pixel value, cd/m²: a display of 200 cd/m² with the curve of BT.1886 (gamma 2.4). Rec. ITU-R BT.1702 gives its limits on
 * the screen and leaves the display open; with 200 cd/m² its 20 and 160 cd/m² are the 10 % and 80 % of WCAG 2.
 */
export const luminance = Float32Array.from({ length: 256 }, (_, value) => 200 * (value / 255) ** 2.4);

/** A flash changes the luminance by this much, cd/m², and its darker picture is below that (BT.1702). */
const flashChange = 20;
const flashDarker = 160;

/** Follows the luminance of cells and tells how many turned by a flash's amount. */
export interface FlashCells {
  /** @param light cd/m² of each cell; gives the shares (0–1) that got lighter and darker, each counted once per turn */
  push(light: Float64Array): { readonly lighter: number; readonly darker: number };
}

/** Starts with cells that have not turned yet. */
export function flashCells(count: number): FlashCells {
  const low = new Float32Array(count).fill(Infinity);
  const high = new Float32Array(count).fill(-Infinity);
  // 1 after a rise, −1 after a fall.
  const last = new Int8Array(count);
  return {
    push(light) {
      let lighter = 0;
      let darker = 0;
      for (let cell = 0; cell < count; cell++) {
        const now = light[cell]!;
        low[cell] = Math.min(low[cell]!, now);
        high[cell] = Math.max(high[cell]!, now);
        if (last[cell] !== 1 && now - low[cell]! >= flashChange && low[cell]! < flashDarker) {
          lighter++;
          last[cell] = 1;
          high[cell] = now;
          low[cell] = now;
        } else if (last[cell] !== -1 && high[cell]! - now >= flashChange && now < flashDarker) {
          darker++;
          last[cell] = -1;
          high[cell] = now;
          low[cell] = now;
        }
      }
      return { lighter: lighter / count, darker: darker / count };
    },
  };
}
