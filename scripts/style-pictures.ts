// Writes the pictures by which the studio offers styles: the same moment in the hand of each preset, by the offline artist, into
// web/public/styles/. Run it after a change of the presets or of the artist's hand: node scripts/style-pictures.ts
import { mkdirSync, writeFileSync } from "node:fs";
import sharp from "sharp";
import { sheet } from "../lib/drawing/compose-page.ts";
import { paintDrawing } from "../lib/drawing/paint.ts";
import { STYLE_PRESETS } from "../lib/manga/style-presets.ts";
import { drawRequest } from "../lib/models/offline/artist/draw-request.ts";
import { figure, GIRL, panelRequest, picture } from "../lib/models/offline/artist/sample-panel.ts";

const FOLDER = new URL("../web/public/styles/", import.meta.url);
const WIDTH_PX = 360;
/** Units; the studio shows 4 to 3. */
const SIZE = { width: 800, height: 600 } as const;

const moment = picture({
  shot: "half",
  scene: { ...picture().scene, hour: "night", place: { kind: "alley", name: "" } },
  figures: [figure({ pose: "hold", holds: "lantern", expression: "calm", at: 0.4 })],
});

mkdirSync(FOLDER, { recursive: true });
for (const style of STYLE_PRESETS) {
  const { preset } = style;
  const isColour = preset === "webtoon-color";
  const request = panelRequest(moment, {
    ...{ ...SIZE, cast: [GIRL], style },
    ...(isColour ? { colorMode: "color" as const } : {}),
  });
  const { content } = drawRequest(request);
  if (content.kind !== "drawing") throw new TypeError("The offline artist gives drawings.");
  const { canvas, ctx } = sheet(SIZE.width, SIZE.height, WIDTH_PX);
  paintDrawing(ctx, content.drawing, { colour: isColour });
  const picture = await sharp(await canvas.encode("png"))
    .webp({ quality: 82 })
    .toBuffer();
  writeFileSync(new URL(`${preset}.webp`, FOLDER), picture);
  console.log(`${preset}.webp: ${picture.length} bytes`);
}
