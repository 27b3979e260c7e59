// Pictures of the picture desk's choices, drawn by the offline artist: each pose, each shot, each angle, each view and each position of a
// figure.
import { sheet } from "../../../lib/drawing/compose-page.ts";
import { paintDrawing } from "../../../lib/drawing/paint.ts";
import { AngleSchema, ShotSchema, ViewSchema } from "../../../lib/manga/staging.ts";
import { drawRequest } from "../../../lib/models/offline/artist/draw-request.ts";
import {
  drawingOf,
  figure,
  GIRL,
  panelRequest,
  picture,
} from "../../../lib/models/offline/artist/sample-panel.ts";
import { POSES } from "../../../lib/models/offline/artist/vocabulary/acting.ts";
import type { ChoiceFile, ChoicePicture } from "./picture-file.ts";

type Picture = ReturnType<typeof picture>;

/** Pixels of a file. */
const POSE_PX = { width: 168, height: 168 } as const;
const CAMERA_PX = { width: 176, height: 132 } as const;
/** Width of the drawing in units: wider than a file has pixels, so that lines become thin. */
const WIDTH = 640;

type Size = typeof POSE_PX | typeof CAMERA_PX;

const { scene } = picture();
const NOWHERE: Picture["scene"] = { ...scene, place: { kind: "abstract", name: "" } };
const STREET: Picture["scene"] = { ...scene, place: { kind: "street", name: "" } };

async function drawn(shown: Partial<Picture>, size: Size): Promise<ChoiceFile> {
  const height = Math.round((WIDTH * size.height) / size.width);
  const drawing = drawingOf(drawRequest(panelRequest(shown, { width: WIDTH, height, cast: [GIRL] })));
  const { canvas, ctx } = sheet(WIDTH, height, WIDTH);
  paintDrawing(ctx, drawing, { colour: false });
  return { png: await canvas.encode("png"), ...size };
}

const pose = (name: string, shown: Partial<Picture>): ChoicePicture => ({
  name,
  draw: () => drawn(shown, POSE_PX),
});
const camera = (name: string, shown: Partial<Picture>): ChoicePicture => ({
  name,
  draw: () => drawn(shown, CAMERA_PX),
});

const SIDES = [
  ["left", 0.22],
  ["middle", 0.5],
  ["right", 0.78],
] as const;

export const actingPictures = (): ChoicePicture[] => [
  ...[...POSES].map((one) =>
    pose(`doing-${one}`, { shot: "full", scene: NOWHERE, figures: [figure({ pose: one })] }),
  ),
  ...ShotSchema.options.map((shot) => camera(`shot-${shot}`, { shot, scene: STREET })),
  ...AngleSchema.options.map((angle) => camera(`angle-${angle}`, { shot: "full", angle, scene: STREET })),
  ...ViewSchema.options.map((view) =>
    camera(`view-${view}`, { shot: "bust", scene: NOWHERE, figures: [figure({ view })] }),
  ),
  ...(["left", "right"] as const).map((facing) =>
    camera(`facing-${facing}`, {
      ...{ shot: "bust", scene: NOWHERE },
      figures: [figure({ facing, view: "profile" })],
    }),
  ),
  ...SIDES.map(([side, at]) =>
    camera(`side-${side}`, { shot: "half", scene: NOWHERE, figures: [figure({ at })] }),
  ),
];
