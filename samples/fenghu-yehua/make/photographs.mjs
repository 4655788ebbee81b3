import { createCanvas } from "@napi-rs/canvas";
import { withExif } from "./exif.mjs";
import { seeded } from "./random.mjs";

/** Location photographs as a scout would take them: other crops and other light than the episodes. crop: x, y, width, height as fractions. */
const wanted = [
  [
    "fenghu/boats-wide.jpg",
    "lake-boats",
    [0, 0.02, 1, 0.96],
    "brightness(1.08) contrast(0.95)",
    1180,
  ],
  [
    "fenghu/jetty.jpg",
    "lake-jetty",
    [0.08, 0.04, 0.82, 0.92],
    "brightness(1.05) saturate(0.9)",
    1100,
  ],
  [
    "fenghu/boats-close.jpg",
    "lake-boats",
    [0.02, 0.36, 0.6, 0.6],
    "brightness(1.15) saturate(0.85)",
    1000,
  ],
  [
    "daotian/golden.jpg",
    "golden-stalks",
    [0.1, 0.1, 0.86, 0.88],
    "brightness(0.95) saturate(0.9)",
    1100,
  ],
  ["daotian/seedlings.jpg", "green-blades", [0.02, 0.05, 0.94, 0.9], "saturate(0.85)", 1000],
  ["lindai/path-wide.jpg", "forest-path", [0.02, 0.04, 0.9, 0.94], "brightness(1.3)", 1100],
  [
    "lindai/path-left.jpg",
    "forest-path",
    [0.06, 0.2, 0.46, 0.78],
    "brightness(1.6) saturate(0.8)",
    760,
  ],
  ["minsu/hall.jpg", "homestay", [0.02, 0.02, 0.96, 0.72], "brightness(1.04)", 960],
  ["minsu/window.jpg", "homestay", [0.04, 0.1, 0.6, 0.5], "brightness(1.12) saturate(0.9)", 860],
];

/** Photographs that say where they were taken; the others carry nothing, as after a messenger app. WGS-84. */
export const geotags = {
  "fenghu/boats-wide.jpg": { longitude: 113.6902, latitude: 34.9803, time: "2026:10:12 17:48:20" },
  "fenghu/jetty.jpg": { longitude: 113.6891, latitude: 34.9797, time: "2026:10:12 10:15:42" },
  "daotian/golden.jpg": { longitude: 113.7424, latitude: 34.9462, time: "2026:10:14 09:32:05" },
};

/** The evidence photographs as [path, JPEG bytes]. */
export async function locationPhotographs(backgrounds) {
  const made = [];
  for (const [path, name, [x, y, wide, tall], filter, width] of wanted) {
    const image = backgrounds.get(name);
    const height = Math.round((width * tall * image.height) / (wide * image.width));
    const canvas = createCanvas(width, height);
    const context = canvas.getContext("2d");
    context.filter = filter;
    context.drawImage(
      image,
      x * image.width,
      y * image.height,
      wide * image.width,
      tall * image.height,
      0,
      0,
      width,
      height,
    );
    context.filter = "none";
    const random = seeded(path.length * 31);
    for (let grain = 0; grain < 4000; grain += 1) {
      context.fillStyle = random() < 0.5 ? "rgba(255,255,255,0.03)" : "rgba(0,0,0,0.04)";
      context.fillRect(random() * width, random() * height, 2, 2);
    }
    const jpeg = await canvas.encode("jpeg", 72);
    made.push([path, geotags[path] ? withExif(jpeg, geotags[path]) : jpeg]);
  }
  return made;
}
