// Parts of places that are lists of solids and flat drawings: how the rows of `assets/places` are drawn. docs/develop/places.md describes them for
// whoever writes one; `scripts/draw/places/place-rows.ts` packs them.
import type { Paint } from "../../../../manga/drawing.ts";
import type { Vec3 } from "../camera/camera.ts";
import { THING_PACK } from "../closed/thing-pack.ts";
import type { Pt } from "../pen/curves.ts";
import { MATERIALS, type MaterialName } from "../pen/materials.ts";
import { curve, type Laid, type Look, paintBy } from "../things/marks.ts";
import type { Part } from "./place-parts.ts";
import { edge, glow, level, made, quad, type Stage, solid } from "./stage.ts";
import { scratchOn, type Wall } from "./walls.ts";

interface Choices {
  /** Below 0: what is to the right of the origin in the rows is to its left. */
  side?: number;
  /** How much larger it is than its rows. */
  size?: number;
  /** The paints that rows name. */
  paints?: Look["paints"];
}

/** Where a composition is drawn: its origin in the scene, what of it is mirrored, its size and its paints. */
interface Spot {
  place(at: Vec3): Vec3;
  side: 1 | -1;
  size: number;
  laid(paint: Laid): Paint;
}

/** Draws a composition by its name, from where it stands; on a wall, by what is along and up it. */
export function build(
  stage: Stage,
  name: string,
  where: Vec3 | Wall,
  { side = 1, size = 1, paints }: Choices = {},
): void {
  const way = side < 0 ? -1 : 1;
  const place =
    "w" in where
      ? ([u, v]: Vec3) => where.at(u, v)
      : ([x, y, z]: Vec3): Vec3 => [where[0] + way * size * x, where[1] + size * y, where[2] + size * z];
  const spot: Spot = { place, side: way, size, laid: (paint) => paintBy(paint, paints) };
  const stages = new Map<MaterialName | undefined, Stage>([[undefined, stage]]);
  for (const part of THING_PACK.partsOf(name)) {
    const inked = stages.get(part.made) ?? made(stage, MATERIALS[part.made ?? "plain"]);
    stages.set(part.made, inked);
    drawPart(inked, part, spot);
  }
}

function drawPart(stage: Stage, part: Part, spot: Spot): void {
  const { place, side, size, laid } = spot;
  if (part.what === "solid") {
    const [x, y, z] = place(part.at);
    const [w, h, d] = part.size;
    const look = { front: laid(part.front), side: laid(part.side), top: laid(part.top), weight: part.weight };
    solid(stage, [side < 0 ? x - w * size : x, y, z], [w * size, h * size, d * size], look);
  } else if (part.what === "face") quad(stage, part.corners.map(place), laid(part.paint), part.weight);
  else if (part.what === "floor") {
    const [[x0, y, z0], [x1, , z1]] = [place(part.ends[0]), place(part.ends[1])];
    level(stage, [x0, z0], [x1, z1], { y, paint: laid(part.paint), weight: part.weight });
  } else if (part.what === "edge")
    edge(stage, place(part.ends[0]), place(part.ends[1]), part.weight, laid(part.paint));
  else if (part.what === "scratch") scratchOn(stage, [place(part.ends[0]), place(part.ends[1])], part.weight);
  else drawFlat(stage, part, spot);
}

type Flat = Extract<Part, { curve: string }>;

/** Faces the reader: a metre is as long as it is at that distance. */
function drawFlat(stage: Stage, part: Flat, { place, side, size, laid }: Spot): void {
  const at = place(part.at);
  const [x, y] = stage.camera.see(...at);
  const k = (stage.camera.focal / Math.max(0.4, at[2])) * size;
  const points = curve(part.curve).map(
    ([u, v, corner]): Pt => (corner ? [x + side * k * u, y + k * v, 1] : [x + side * k * u, y + k * v]),
  );
  if (part.what === "glow") {
    glow(stage, points[0] ?? [x, y], k * part.radius, part.strength);
    return;
  }
  const pen = "lit" in part ? stage.lamp : stage.pen;
  if (part.what === "line") pen.line(points, part.weight, part.taper);
  else if (part.what === "stroke") pen.stroke(points, laid(part.paint), part.weight, part.closed);
  else if (part.what === "fill") pen.fill(points, laid(part.paint));
  else pen.shape(points, laid(part.paint), part.weight);
}
