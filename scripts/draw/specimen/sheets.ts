// The specimen sheets as data: name, cells, and size of drawing. `npm run prove -- specimen` writes them for review; the goldens record
// each cell.

import type { PanelRequest } from "../../../lib/models/offline/artist/closed/request.ts";
import {
  ExpressionSchema,
  PlaceKindSchema,
  PoseSchema,
  PropSchema,
  ViewSchema,
} from "../../../lib/models/offline/artist/closed/staging.ts";
import { figure, STYLE } from "../../../lib/models/offline/artist/sample-panel.ts";
import { BEASTS, BEASTS_TOLD, CAST, type Cell, LOOKS, picture } from "./sample-cast.ts";
import { DESCRIBED, DESCRIBED_TOLD, TOLD_CELLS } from "./told-cells.ts";

/** A grid of cells. `width` and `height`: size of a cell in units; `scale`: pixels per unit on the sheet. */
interface Grid {
  columns: number;
  width: number;
  height: number;
  scale: number;
}

export interface Sheet extends Grid {
  name: string;
  cells: readonly Cell[];
}

/** The draw request of a sheet's cell. */
export function requestOf(
  { picture }: Cell,
  { width, height }: Pick<Sheet, "width" | "height">,
): PanelRequest {
  const cast = [...CAST, ...BEASTS, ...DESCRIBED].filter(({ id }) =>
    picture.figures.some(({ character }) => character === id),
  );
  const all = { ...BEASTS_TOLD, ...DESCRIBED_TOLD };
  const people = Object.fromEntries(cast.flatMap(({ id }) => (all[id] ? [[id, all[id]]] : [])));
  const told = { ...picture.told, people };
  return { kind: "panel", picture: { ...picture, told }, cast, style: STYLE, width, height, seed: 3 };
}

export const SHEETS: Sheet[] = [];

function sheet(name: string, cells: readonly Cell[], grid: Grid): void {
  SHEETS.push({ name, cells, ...grid });
}

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
sheet("people", model, { columns: 10, width: 360, height: 560, scale: 0.5 });

const poses = PoseSchema.options.map((pose, i): Cell => {
  const who = CAST[i % LOOKS.length]?.id ?? "c1";
  const expression = pose === "sleep" ? "asleep" : "calm";
  return { label: pose, picture: picture({ figures: [figure({ character: who, pose, expression })] }) };
});
sheet("poses", poses, { columns: 10, width: 400, height: 520, scale: 0.45 });

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
sheet("gestures", gestures, { columns: 10, width: 400, height: 460, scale: 0.45 });

const acting = ExpressionSchema.options.map((expression, i): Cell => {
  const character = CAST[i % LOOKS.length]?.id ?? "c1";
  return { label: expression, picture: picture({ figures: [figure({ character, expression })] }) };
});
sheet("acting", acting, { columns: 10, width: 400, height: 560, scale: 0.45 });

const expressions = ["c1", "c2", "c4", "c6", "c5"].flatMap((character) =>
  ExpressionSchema.options.map(
    (expression): Cell => ({
      label: expression,
      picture: picture({ shot: "close", figures: [figure({ character, expression })] }),
    }),
  ),
);
sheet("expressions", expressions, { columns: 10, width: 400, height: 400, scale: 0.45 });

for (const hour of ["day", "night"] as const) {
  const settings = PlaceKindSchema.options.map(
    (place): Cell => ({
      label: place,
      picture: picture({ shot: "establishing", figures: [figure({ at: 0.3 })] }, place, hour),
    }),
  );
  sheet(`settings-${hour}`, settings, { columns: 5, width: 760, height: 500, scale: 0.5 });
}

const things = PropSchema.options.map(
  (prop): Cell => ({ label: prop, picture: picture({ shot: "detail", props: [prop] }) }),
);
sheet("things", things, { columns: 10, width: 360, height: 360, scale: 0.5 });

const held = PropSchema.options.map((prop, i): Cell => {
  const character = CAST[i % LOOKS.length]?.id ?? "c1";
  return {
    label: `holds ${prop}`,
    picture: picture({ shot: "half", figures: [figure({ character, holds: prop, pose: "hold" })] }),
  };
});
sheet("held", held, { columns: 10, width: 400, height: 460, scale: 0.45 });

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
sheet("armed", armed, { columns: 8, width: 400, height: 560, scale: 0.5 });

const rooms = Array.from({ length: 12 }, (_, i): Cell => {
  const view = picture({ shot: "long", figures: [figure({ at: 0.6, character: "c6" })] }, "room");
  return { label: `room ${i + 1}`, picture: { ...view, scene: { ...view.scene, id: `s${i + 1}` } } };
});
sheet("rooms", rooms, { columns: 4, width: 760, height: 500, scale: 0.6 });

const tall = PlaceKindSchema.options.map(
  (place): Cell => ({
    label: place,
    picture: picture({ shot: "long", figures: [figure()], props: place === "shop" ? ["clock"] : [] }, place),
  }),
);
sheet("tall", tall, { columns: 10, width: 360, height: 900, scale: 0.5 });

const stances = Array.from({ length: 20 }, (_, i): Cell => {
  const character = CAST[i % 10]?.id ?? "c1";
  const scene = { ...picture({}).scene, id: `s${i}` };
  return { label: character, picture: picture({ scene, figures: [figure({ character })] }) };
});
sheet("stances", stances, { columns: 10, width: 400, height: 560, scale: 0.45 });

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
const beastRows = (from: number, to: number) => beasts.slice(from * ACTS.length, to * ACTS.length);
const size = { columns: ACTS.length, width: 420, height: 420, scale: 0.45 };
sheet("beasts", beastRows(0, 15), size);
sheet("hooves", beastRows(15, 22), size);
sheet("birds", beastRows(22, 37), size);
sheet("small-animals", beastRows(37, 50), size);

sheet("told", TOLD_CELLS, { columns: 8, width: 560, height: 400, scale: 0.45 });

const described = DESCRIBED.map(
  ({ id, description }): Cell => ({
    label: description,
    picture: picture({ figures: [figure({ character: id, view: "three-quarter" })] }),
  }),
);
sheet("described", described, { columns: 5, width: 420, height: 420, scale: 0.45 });
