// A preview of a thing in use: in a hand, on a table, on the ground, at a distance, and in colour.
import { createCanvas } from "@napi-rs/canvas";
import { paintDrawing } from "../../../lib/drawing/paint.ts";

import { drawRequest } from "../../../lib/models/offline/artist/draw-request.ts";
import { figure, panelRequest, picture } from "../../../lib/models/offline/artist/sample-panel.ts";

type Picture = ReturnType<typeof picture>;

interface Setting {
  label: string;
  change: Partial<Picture>;
  colour?: true;
}

const SIZE = { width: 480, height: 420 };
const LABEL_PX = 22;

const sceneIn = (kind: Picture["scene"]["place"]["kind"]): Picture["scene"] => ({
  ...picture().scene,
  place: { kind, name: "" },
});

const settingsOf = (thing: string): readonly Setting[] => [
  { label: "in a hand", change: { shot: "half", figures: [figure({ holds: thing, pose: "hold" })] } },
  {
    label: "on a table",
    change: { shot: "full", scene: sceneIn("room"), figures: [], props: ["table", thing] },
  },
  {
    label: "on the ground",
    change: { scene: sceneIn("field"), figures: [figure({ at: 0.25 })], props: [thing] },
  },
  { label: "far off", change: { shot: "long", figures: [figure({ at: 0.3 })], props: [thing] } },
  { label: "in colour", change: { shot: "detail", figures: [], props: [thing] }, colour: true },
];

/** A PNG of the settings in a row. */
export function previewOf(thing: string): Buffer {
  const settings = settingsOf(thing);
  const canvas = createCanvas(settings.length * SIZE.width, SIZE.height + LABEL_PX);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "white";
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  for (const [at, { label, change, colour }] of settings.entries()) {
    const { content } = drawRequest(panelRequest(change, { ...SIZE, ...(colour && { colorMode: "color" }) }));
    if (content.kind !== "drawing") throw new TypeError("the offline artist did not return a drawing");
    ctx.save();
    ctx.translate(at * SIZE.width, 0);
    ctx.fillStyle = "black";
    ctx.font = "14px sans-serif";
    ctx.fillText(label, 8, 16);
    ctx.translate(0, LABEL_PX);
    ctx.beginPath();
    ctx.rect(2, 2, SIZE.width - 4, SIZE.height - 4);
    ctx.clip();
    paintDrawing(ctx, content.drawing, { colour: colour === true });
    ctx.strokeRect(2, 2, SIZE.width - 4, SIZE.height - 4);
    ctx.restore();
  }
  return canvas.toBuffer("image/png");
}
