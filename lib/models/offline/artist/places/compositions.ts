// Parts of places that are lists of solids and flat drawings: how the rows of `assets/places` are drawn. docs/places.md describes them for
// whoever writes one; `scripts/places/place-rows.ts` packs them.
import type { Vec3 } from "../camera/camera.ts";
import { THING_PACK } from "../closed/thing-pack.ts";
import type { Pt } from "../pen/curves.ts";
import { MATERIALS, type MaterialName } from "../pen/materials.ts";
import { curve } from "../things/marks.ts";
import type { Part } from "./place-parts.ts";
import { edge, glow, level, made, quad, type Stage, solid } from "./stage.ts";
import { scratchOn, type Wall } from "./walls.ts";

/** Where a composition is drawn: its origin in the scene, and what of it is mirrored. */
interface Spot {
  place(at: Vec3): Vec3;
  /** -1: what is to the right of the origin in the rows is to its left. */
  side: 1 | -1;
}

/** Draws a composition by its name, from where it stands; on a wall, by what is along and up it. */
export function build(stage: Stage, name: string, where: Vec3 | Wall, side: number = 1): void {
  const place =
    "w" in where
      ? ([u, v]: Vec3) => where.at(u, v)
      : ([x, y, z]: Vec3): Vec3 => [where[0] + side * x, where[1] + y, where[2] + z];
  const spot: Spot = { place, side: side < 0 ? -1 : 1 };
  const stages = new Map<MaterialName | undefined, Stage>([[undefined, stage]]);
  for (const part of THING_PACK.partsOf(name)) {
    const inked = stages.get(part.made) ?? made(stage, MATERIALS[part.made ?? "plain"]);
    stages.set(part.made, inked);
    drawPart(inked, part, spot);
  }
}

function drawPart(stage: Stage, part: Part, { place, side }: Spot): void {
  if (part.what === "solid") {
    const [x, y, z] = place(part.at);
    solid(stage, [side < 0 ? x - part.size[0] : x, y, z], part.size, part);
  } else if (part.what === "face") quad(stage, part.corners.map(place), part.paint, part.weight);
  else if (part.what === "floor") {
    const [[x0, y, z0], [x1, , z1]] = [place(part.ends[0]), place(part.ends[1])];
    level(stage, [x0, z0], [x1, z1], { y, paint: part.paint, weight: part.weight });
  } else if (part.what === "edge")
    edge(stage, place(part.ends[0]), place(part.ends[1]), part.weight, part.paint);
  else if (part.what === "scratch") scratchOn(stage, [place(part.ends[0]), place(part.ends[1])], part.weight);
  else drawFlat(stage, part, place(part.at), side);
}

type Flat = Extract<Part, { curve: string }>;

/** Faces the reader: a metre is as long as it is at that distance. */
function drawFlat(stage: Stage, part: Flat, at: Vec3, side: 1 | -1): void {
  const [x, y] = stage.camera.see(...at);
  const k = stage.camera.focal / Math.max(0.4, at[2]);
  const points = curve(part.curve).map(
    ([u, v, corner]): Pt => (corner ? [x + side * k * u, y + k * v, 1] : [x + side * k * u, y + k * v]),
  );
  if (part.what === "glow") {
    glow(stage, points[0] ?? [x, y], k * part.radius, part.strength);
    return;
  }
  const pen = "lit" in part ? stage.lamp : stage.pen;
  if (part.what === "line") pen.line(points, part.weight, part.taper);
  else if (part.what === "stroke") pen.stroke(points, part.paint, part.weight, part.closed);
  else if (part.what === "fill") pen.fill(points, part.paint);
  else pen.shape(points, part.paint, part.weight);
}
