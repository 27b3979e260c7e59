// Writes sheets of everything that the offline artist can draw into out/specimen: people, poses, expressions, settings,
// things and animals, and what the letterer and the layout make. For eyes: look at them after every change to any of these.
// `npm run specimen -- people rooms` writes those two alone.
import { mkdir, writeFile } from "node:fs/promises";
import { createCanvas } from "@napi-rs/canvas";
import { paintDrawing } from "../lib/drawing/paint.ts";
import {
  ExpressionSchema,
  PlaceKindSchema,
  PoseSchema,
  PropSchema,
  ViewSchema,
} from "../lib/manga/staging.ts";
import { offlineArtist } from "../lib/models/offline/artist/artist.ts";
import { figure } from "../lib/models/offline/artist/sample-panel.ts";
import { writeCraftSheets } from "./specimen/craft-sheets.ts";
import { BEASTS, CAST, type Cell, LOOKS, picture } from "./specimen/sample-cast.ts";

const OUT = "out/specimen";
/** The sheets that were asked for; none: all. */
const WANTED = process.argv.slice(2);

/** Draws cells in rows on one sheet and writes it. */
async function sheet(
  name: string,
  cells: readonly Cell[],
  grid: { columns: number; width: number; height: number; scale: number },
): Promise<void> {
  if (WANTED.length > 0 && !WANTED.includes(name)) return;
  const { columns, width, height, scale } = grid;
  const artist = offlineArtist();
  const [w, h] = [width * scale, height * scale];
  const canvas = createCanvas(Math.ceil(columns * w), Math.ceil(Math.ceil(cells.length / columns) * h));
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "white";
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  for (const [i, cell] of cells.entries()) {
    const request = {
      kind: "panel" as const,
      picture: cell.picture,
      cast: [...CAST, ...BEASTS],
      portraits: new Map(),
      style: "",
      width,
      height,
      seed: 3,
    };
    const { content } = await artist.draw(request, new AbortController().signal);
    if (content.kind !== "drawing") continue;
    ctx.save();
    ctx.translate((i % columns) * w, Math.floor(i / columns) * h);
    ctx.beginPath();
    ctx.rect(2, 2, w - 4, h - 4);
    ctx.clip();
    ctx.save();
    ctx.scale(scale, scale);
    paintDrawing(ctx, content.drawing);
    ctx.restore();
    ctx.strokeRect(2, 2, w - 4, h - 4);
    ctx.font = "12px sans-serif";
    ctx.fillStyle = "white";
    ctx.fillRect(3, 3, ctx.measureText(cell.label).width + 8, 17);
    ctx.fillStyle = "black";
    ctx.fillText(cell.label, 7, 16);
    ctx.restore();
  }
  await writeFile(`${OUT}/${name}.png`, canvas.toBuffer("image/png"));
  console.log(`${OUT}/${name}.png`);
}

await mkdir(OUT, { recursive: true });

const model = CAST.slice(0, LOOKS.length).flatMap(({ id }) => [
  ...ViewSchema.options.map(
    (view): Cell => ({
      label: `${id} ${view}`,
      picture: picture({ figures: [figure({ character: id, view })] }),
    }),
  ),
  {
    label: `${id} bust`,
    picture: picture({ shot: "bust", figures: [figure({ character: id, expression: "smile" })] }),
  },
]);
await sheet("people", model, { columns: 10, width: 360, height: 560, scale: 0.5 });

const poses = PoseSchema.options.map((pose, i): Cell => {
  const who = CAST[i % LOOKS.length]?.id ?? "c1";
  const expression = pose === "sleep" ? "asleep" : "calm";
  return { label: pose, picture: picture({ figures: [figure({ character: who, pose, expression })] }) };
});
await sheet("poses", poses, { columns: 10, width: 400, height: 520, scale: 0.45 });

const gestures = (
  [
    "point",
    "reach",
    "wave",
    "think",
    "hands-on-face",
    "arms-crossed",
    "hands-on-hips",
    "pray",
    "phone",
    "offer",
  ] as const
).flatMap((pose, i) =>
  (["three-quarter", "front", "profile"] as const).map(
    (view): Cell => ({
      label: `${pose} ${view}`,
      picture: picture({ shot: "half", figures: [figure({ character: CAST[i]?.id ?? "c1", pose, view })] }),
    }),
  ),
);
await sheet("gestures", gestures, { columns: 10, width: 400, height: 460, scale: 0.45 });

const acting = ExpressionSchema.options.map((expression, i): Cell => {
  const character = CAST[i % LOOKS.length]?.id ?? "c1";
  return { label: expression, picture: picture({ figures: [figure({ character, expression })] }) };
});
await sheet("acting", acting, { columns: 10, width: 400, height: 560, scale: 0.45 });

const expressions = ["c1", "c2", "c4", "c6", "c5"].flatMap((character) =>
  ExpressionSchema.options.map(
    (expression): Cell => ({
      label: expression,
      picture: picture({ shot: "close", figures: [figure({ character, expression })] }),
    }),
  ),
);
await sheet("expressions", expressions, { columns: 10, width: 400, height: 400, scale: 0.45 });

for (const hour of ["day", "night"] as const) {
  const settings = PlaceKindSchema.options.map(
    (place): Cell => ({
      label: place,
      picture: picture({ shot: "establishing", figures: [figure({ at: 0.3 })] }, place, hour),
    }),
  );
  await sheet(`settings-${hour}`, settings, { columns: 5, width: 760, height: 500, scale: 0.5 });
}

const things = PropSchema.options.map(
  (prop): Cell => ({ label: prop, picture: picture({ shot: "detail", props: [prop] }) }),
);
await sheet("things", things, { columns: 10, width: 360, height: 360, scale: 0.5 });

const held = PropSchema.options.map((prop, i): Cell => {
  const character = CAST[i % LOOKS.length]?.id ?? "c1";
  return {
    label: `holds ${prop}`,
    picture: picture({ shot: "half", figures: [figure({ character, holds: prop, pose: "hold" })] }),
  };
});
await sheet("held", held, { columns: 10, width: 400, height: 460, scale: 0.45 });

const armed = ["c11", "c12", "c13"].flatMap((character) =>
  [...ViewSchema.options, ...(["left", "drawn", "fight", "walk"] as const)].map((how): Cell => {
    const view = ViewSchema.options.find((one) => one === how) ?? "three-quarter";
    const drawn = how === "drawn" || how === "fight";
    const change = {
      character,
      view,
      facing: how === "left" ? ("left" as const) : ("right" as const),
      pose:
        how === "fight" || how === "walk" ? how : how === "drawn" ? ("hold" as const) : ("stand" as const),
      holds: drawn ? ("sword" as const) : null,
    };
    return { label: `${character} ${how}`, picture: picture({ figures: [figure(change)] }) };
  }),
);
await sheet("armed", armed, { columns: 8, width: 400, height: 560, scale: 0.5 });

const rooms = Array.from({ length: 12 }, (_, i): Cell => {
  const view = picture({ shot: "long", figures: [figure({ at: 0.6, character: "c6" })] }, "room");
  return { label: `room ${i + 1}`, picture: { ...view, scene: { ...view.scene, id: `s${i + 1}` } } };
});
await sheet("rooms", rooms, { columns: 4, width: 760, height: 500, scale: 0.6 });

const tall = PlaceKindSchema.options.map(
  (place): Cell => ({
    label: place,
    picture: picture({ shot: "long", figures: [figure()], props: place === "shop" ? ["clock"] : [] }, place),
  }),
);
await sheet("tall", tall, { columns: 10, width: 360, height: 900, scale: 0.5 });

const stances = Array.from({ length: 20 }, (_, i): Cell => {
  const character = CAST[i % 10]?.id ?? "c1";
  const scene = { ...picture({}).scene, id: `s${i}` };
  return { label: character, picture: picture({ scene, figures: [figure({ character })] }) };
});
await sheet("stances", stances, { columns: 10, width: 400, height: 560, scale: 0.45 });

const ACTS = [
  ["stand", "calm"],
  ["sit", "smile"],
  ["walk", "smile"],
  ["run", "shout"],
  ["eat", "calm"],
  ["sleep", "asleep"],
  ["wave", "laugh"],
  ["jump", "determined"],
  ["crouch", "smug"],
  ["hands-on-face", "terrified"],
] as const;
const beasts = BEASTS.flatMap(({ id, name }) =>
  ACTS.map(
    ([pose, expression]): Cell => ({
      label: `${name} ${pose}`,
      picture: picture({ figures: [figure({ character: id, pose, expression })] }),
    }),
  ),
);
const rows = (from: number, to: number) => beasts.slice(from * ACTS.length, to * ACTS.length);
const size = { columns: ACTS.length, width: 420, height: 420, scale: 0.45 };
await sheet("beasts", rows(0, 15), size);
await sheet("hooves", rows(15, 22), size);
await sheet("birds", rows(22, 37), size);
await sheet("small-animals", rows(37, 50), size);

await writeCraftSheets(OUT, WANTED);
