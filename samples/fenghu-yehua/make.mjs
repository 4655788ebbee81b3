/**
 * Makes this sample: episodes, script, sidecar subtitles, location photographs and expected.json.
 * Run from the repository root: node samples/fenghu-yehua/make.mjs [--frames FOLDER FRAME…] [--only NUMBER]
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadBackgrounds } from "./make/backgrounds.mjs";
import { encode } from "./make/encode.mjs";
import { episodes } from "./make/episodes.mjs";
import { createPainter } from "./make/frame.mjs";
import { registerFonts } from "./make/lettering.mjs";
import { geotags, locationPhotographs } from "./make/photographs.mjs";
import { scriptDocument } from "./make/script-document.mjs";
import { soundOf } from "./make/sound.mjs";
import { series } from "./make/story.mjs";
import { expectedOf, fileOf, sidecarOf } from "./make/timeline.mjs";

const { values, positionals } = parseArgs({
  options: {
    only: { type: "string" },
    frames: { type: "string" },
    "no-video": { type: "boolean" },
  },
  allowPositionals: true,
});
const folder = dirname(fileURLToPath(import.meta.url));

async function save(path, content) {
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}

registerFonts();
const backgrounds = await loadBackgrounds();
const chosen = episodes.filter((episode) => !values.only || episode.number === Number(values.only));

if (values.frames) {
  await mkdir(values.frames, { recursive: true });
  for (const episode of chosen) {
    const painter = createPainter(episode, backgrounds);
    for (const frame of positionals.map(Number).filter((wanted) => wanted < painter.frames)) {
      await writeFile(
        join(values.frames, `${episode.number}-${frame}.png`),
        await painter.paint(frame).encode("png"),
      );
    }
  }
} else {
  await save("expected.json", `${JSON.stringify({ ...expectedOf(episodes), geotags }, null, 2)}\n`);
  await save(`scripts/${series.title}.docx`, await scriptDocument());
  await save(`subtitles/${fileOf(episodes[1]).replace(".mp4", ".srt")}`, sidecarOf(episodes[1]));
  for (const [path, bytes] of await locationPhotographs(backgrounds))
    await save(`evidence/${path}`, bytes);
  await mkdir(join(folder, "episodes"), { recursive: true });
  for (const episode of values["no-video"] ? [] : chosen) {
    await encode(
      createPainter(episode, backgrounds),
      soundOf(episode),
      join(folder, "episodes", fileOf(episode)),
    );
  }
}
