// Writes the pictures of the picture desk's choices to web/public/choices/, drawn by the offline artist: each pose, each shot, each angle,
// each view and each position of a figure. Run it after changes of the artist: node scripts/draw/choice-pictures.ts
import { mkdirSync, writeFileSync } from "node:fs";
import sharp from "sharp";
import { sheet } from "../../lib/drawing/compose-page.ts";
import { paintDrawing } from "../../lib/drawing/paint.ts";
import { AngleSchema, ShotSchema, ViewSchema } from "../../lib/manga/staging.ts";
import { drawRequest } from "../../lib/models/offline/artist/draw-request.ts";
import { figure, GIRL, panelRequest, picture } from "../../lib/models/offline/artist/sample-panel.ts";
import { POSES } from "../../lib/models/offline/artist/vocabulary/acting.ts";

type Picture = ReturnType<typeof picture>;

const FOLDER = new URL("../../web/public/choices/", import.meta.url);
/** Pixels of a file. */
const POSE_PX = { width: 168, height: 168 } as const;
const CAMERA_PX = { width: 176, height: 132 } as const;
/** Width of the drawing in units: wider than a file has pixels, so that lines become thin. */
const WIDTH = 640;

type Size = typeof POSE_PX | typeof CAMERA_PX;

const { scene } = picture();
const NOWHERE: Picture["scene"] = { ...scene, place: { kind: "abstract", name: "" } };
const STREET: Picture["scene"] = { ...scene, place: { kind: "street", name: "" } };

async function write(name: string, shown: Partial<Picture>, size: Size): Promise<void> {
  const height = Math.round((WIDTH * size.height) / size.width);
  const request = panelRequest(shown, { ...{ width: WIDTH, height, cast: [GIRL] } });
  const { content } = drawRequest(request);
  if (content.kind !== "drawing") throw new TypeError("the offline artist did not return a drawing");
  const { canvas, ctx } = sheet(WIDTH, height, WIDTH);
  paintDrawing(ctx, content.drawing, { colour: false });
  const file = await sharp(await canvas.encode("png"))
    .resize(size.width, size.height)
    .grayscale()
    .webp({ quality: 60 })
    .toBuffer();
  writeFileSync(new URL(`${name}.webp`, FOLDER), file);
  console.log(`${name}.webp: ${file.length} bytes`);
}

mkdirSync(FOLDER, { recursive: true });
for (const pose of POSES) {
  await write(`doing-${pose}`, { shot: "full", scene: NOWHERE, figures: [figure({ pose })] }, POSE_PX);
}
for (const shot of ShotSchema.options) await write(`shot-${shot}`, { shot, scene: STREET }, CAMERA_PX);
for (const angle of AngleSchema.options) {
  await write(`angle-${angle}`, { shot: "full", angle, scene: STREET }, CAMERA_PX);
}
for (const view of ViewSchema.options) {
  await write(`view-${view}`, { shot: "bust", scene: NOWHERE, figures: [figure({ view })] }, CAMERA_PX);
}
for (const facing of ["left", "right"] as const) {
  const figures = [figure({ facing, view: "profile" })];
  await write(`facing-${facing}`, { shot: "bust", scene: NOWHERE, figures }, CAMERA_PX);
}
for (const [side, at] of [
  ["left", 0.22],
  ["middle", 0.5],
  ["right", 0.78],
] as const) {
  await write(`side-${side}`, { shot: "half", scene: NOWHERE, figures: [figure({ at })] }, CAMERA_PX);
}
