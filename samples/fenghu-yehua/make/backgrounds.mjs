import { fileURLToPath } from "node:url";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { homestayRoom, rentalRoom } from "./rooms.mjs";

const photographs = [
  "lake-boats",
  "lake-jetty",
  "lake-dusk",
  "golden-stalks",
  "green-blades",
  "forest-path",
  "cafe-room",
];

/** The committed photographs and the two drawn rooms, by name. */
export async function loadBackgrounds() {
  const found = new Map();
  for (const name of photographs) {
    found.set(
      name,
      await loadImage(fileURLToPath(new URL(`./backgrounds/${name}.jpg`, import.meta.url))),
    );
  }
  found.set("rental", rentalRoom());
  found.set("homestay", homestayRoom(found.get("lake-dusk")));
  return found;
}

/** Brightens the jetty photograph to daylight; the others are used as they are. */
const grades = {
  "lake-jetty": "brightness(1.12) saturate(0.8)",
  "forest-path": "brightness(1.5) saturate(0.9)",
  "cafe-room": "brightness(1.05)",
};

/** A copy of a background with the grade, the depth-of-field blur and the scenery of one shot. */
export function dress(image, shot, drawScenery) {
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  const blur = shot.blur ? `blur(${((shot.blur * image.height) / 1280).toFixed(1)}px)` : "";
  context.filter = [grades[shot.background], blur].filter(Boolean).join(" ") || "none";
  const spill = shot.blur ? 12 : 0;
  context.drawImage(image, -spill, -spill, image.width + spill * 2, image.height + spill * 2);
  context.filter = "none";
  drawScenery?.(context, image.width, image.height);
  return canvas;
}
