// Writes sheets of everything that the offline artist can draw into out/specimen: people, poses, expressions, settings,
// things and animals, and what the letterer and the layout make. For eyes: look at them after every change to any of these.
import { mkdir, writeFile } from "node:fs/promises";
import { createCanvas } from "@napi-rs/canvas";
import { paintDrawing } from "../lib/drawing/paint.ts";
import type { CharacterDesign } from "../lib/manga/cast.ts";
import {
  ExpressionSchema,
  type Hour,
  PlaceKindSchema,
  PoseSchema,
  PropSchema,
  ViewSchema,
} from "../lib/manga/staging.ts";
import type { Figure, Picture } from "../lib/manga/storyboard.ts";
import { offlineArtist } from "../lib/models/offline/artist/artist.ts";
import { writeCraftSheets } from "./specimen/craft-sheets.ts";

const OUT = "out/specimen";

type Look = Partial<Omit<CharacterDesign, "clothes" | "hair">> & {
  hair: CharacterDesign["hair"];
  clothes: readonly [
    CharacterDesign["clothes"]["top"],
    CharacterDesign["clothes"]["topFill"],
    CharacterDesign["clothes"]["bottom"],
    CharacterDesign["clothes"]["bottomFill"],
    CharacterDesign["clothes"]["hat"],
  ];
};

const LOOKS: readonly Look[] = [
  { hair: { style: "bob", fill: "black" }, clothes: ["sailor", "white", "skirt", "dark", "none"] },
  {
    gender: "male",
    hair: { style: "spiky", fill: "white" },
    clothes: ["uniform", "black", "trousers", "black", "none"],
  },
  {
    gender: "male",
    age: "adult",
    build: "broad",
    beard: "stubble",
    hair: { style: "short", fill: "black" },
    clothes: ["jacket", "dark", "trousers", "mid", "none"],
  },
  {
    age: "adult",
    hair: { style: "long", fill: "mid" },
    clothes: ["coat", "light", "trousers", "black", "none"],
  },
  {
    gender: "male",
    age: "elder",
    beard: "full",
    hair: { style: "bald", fill: "white" },
    clothes: ["kimono", "mid", "hakama", "dark", "none"],
  },
  {
    age: "child",
    hair: { style: "twin-tails", fill: "dark" },
    clothes: ["hoodie", "light", "shorts", "mid", "none"],
  },
  {
    age: "adult",
    glasses: true,
    hair: { style: "bun", fill: "black" },
    clothes: ["apron", "white", "dress", "mid", "none"],
  },
  {
    gender: "male",
    glasses: true,
    hair: { style: "messy", fill: "dark" },
    clothes: ["sweater", "mid", "trousers", "light", "none"],
  },
  {
    gender: "male",
    age: "adult",
    hair: { style: "swept", fill: "light" },
    clothes: ["armor", "mid", "trousers", "dark", "none"],
  },
  {
    age: "elder",
    hair: { style: "curly", fill: "white" },
    clothes: ["robe", "dark", "dress", "dark", "none"],
  },
];

const CAST: readonly CharacterDesign[] = LOOKS.map(
  ({ clothes: [top, topFill, bottom, bottomFill, hat], ...look }, i) => ({
    id: `c${i + 1}`,
    name: `c${i + 1}`,
    kind: "human",
    age: "teen",
    gender: "female",
    build: "average",
    beard: "none",
    glasses: false,
    look: i * 7 + 2,
    description: "specimen",
    ...look,
    clothes: { top, topFill, bottom, bottomFill, hat },
  }),
);

const BEASTS = (
  ["cat", "dog", "bird", "robot", "ghost", "creature", "fox", "wolf", "rabbit", "bear"] as const
).map((name, i): CharacterDesign => {
  const kind = name === "fox" || name === "wolf" || name === "rabbit" || name === "bear" ? "creature" : name;
  return {
    ...(CAST[i % 6] as CharacterDesign),
    id: `c${i + 20}`,
    name,
    kind,
    age: "adult",
    hair: { style: "short", fill: kind === "cat" ? "black" : "mid" },
  };
});

interface Cell {
  label: string;
  picture: Picture;
}

function figure(change: Partial<Figure> = {}): Figure {
  return {
    character: "c1",
    pose: "stand",
    expression: "calm",
    view: "three-quarter",
    facing: "right",
    at: 0.5,
    depth: 0,
    holds: null,
    ...change,
  };
}

function picture(
  change: Partial<Picture>,
  place: Picture["scene"]["place"]["kind"] = "abstract",
  hour: Hour = "day",
): Picture {
  return {
    shot: "full",
    angle: "level",
    scene: {
      id: "s1",
      place: { kind: place, name: "" },
      hour,
      weather: "clear",
      season: "summer",
      mood: "neutral",
    },
    figures: [],
    props: [],
    effects: [],
    action: "",
    room: 0,
    ...change,
  };
}

/** Draws cells in rows on one sheet and writes it. */
async function sheet(
  name: string,
  cells: readonly Cell[],
  grid: { columns: number; width: number; height: number; scale: number },
): Promise<void> {
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

const model = CAST.flatMap(({ id }) => [
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
  const who = CAST[i % CAST.length]?.id ?? "c1";
  return { label: pose, picture: picture({ figures: [figure({ character: who, pose })] }) };
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
  const character = CAST[i % CAST.length]?.id ?? "c1";
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

const beasts = BEASTS.flatMap(({ id, name }) =>
  (["sit", "walk", "run", "sleep", "wave"] as const).map((pose, i): Cell => {
    const expression = (["calm", "smile", "shout", "asleep", "laugh"] as const)[i] ?? "calm";
    return {
      label: `${name} ${pose}`,
      picture: picture({ figures: [figure({ character: id, pose, expression })] }),
    };
  }),
);
await sheet("beasts", beasts, { columns: 10, width: 420, height: 420, scale: 0.45 });

await writeCraftSheets(OUT);
