// What stands about on a flat roof: coolers with their fans, a vent, a pipe that runs between them.

import { through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { edge, made, type Stage, solid } from "../stage.ts";

/** On one side of the roof, before its fence: −1 left, 1 right. */
export function roofUnits(setting: Stage, side: 1 | -1): void {
  const metal = made(setting, MATERIALS.metal);
  const z = setting.behind + 0.5;
  const x = (from: number, w: number) => (side < 0 ? -from - w : from);
  for (const [from, dz] of through([2.2, 0.5], [3.7, 0.1]))
    build(metal, "town/roof-cooler", [x(from, 1.2), 0, z + dz]);
  for (const dz of [-0.35, -0.27]) edge(metal, [side * 1.4, 0.14, z + dz], [side * 7, 0.14, z + dz], 0.7);
  for (const from of [1.8, 3.4, 5])
    solid(metal, [x(from, 0.16), 0, z - 0.38], [0.16, 0.12, 0.2], { front: { tone: 0.6 } });
  build(metal, "town/roof-vent", [side * 1.7, 0, z + 0.3]);
}
