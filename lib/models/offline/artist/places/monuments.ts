// Settings of an older time: village, temple, castle.
import { chance, hashOf } from "../pen/chance.ts";
import { corner, rowsOf, through } from "../pen/curves.ts";
import { grassAt } from "./country/ground-cover.ts";
import { drawMiddleGround } from "./country/middle-ground.ts";
import { bush, treeKind } from "./country/nature.ts";
import { setOut } from "./drawers.ts";
import { smokes, whereIs } from "./places.ts";
import { edge, quad, type Stage } from "./stage.ts";
import { drawSky } from "./weather/sky.ts";

export function village(stage: Stage): void {
  const { place, picture } = stage;
  setOut(stage, "town/village", [0, 0, stage.behind]);
  for (const s of [-1, 1]) verge(stage, s);
  const kind = treeKind(place, picture.scene.season, true);
  for (const [x, dz, w] of HOUSES)
    setOut(stage, "town/village-house", [x, 0, stage.behind + dz], {
      ...{ given: { w, kind }, paints: { roof: { tone: x < 0 ? 0.55 : 0.42 } } },
      is: smokes(picture) ? ["chimneys"] : [],
    });
  for (let i = 0; i < 4; i++)
    bush(stage, place, { x: i < 2 ? -3 - i : 1.6 + i, z: stage.behind + 1 + i * 0.5, w: 1.1, h: 0.7 });
  drawMiddleGround(stage, "village");
}

/** Where each house stands, in metres to the right and away, and how wide it is, from the farthest. */
const HOUSES = rowsOf(
  ...rowsOf([-12, 27, 4.4], [3.4, 25, 4.2], [-5.4, 22, 4.2], [10, 19, 4.6], [-15, 16, 5]),
  ...rowsOf([-9, 9, 5], [4.6, 11, 5], [-6.6, 2.6, 4.4], [2.9, 3.8, 4.6]),
);

/** What grows along a path: tufts in clumps, thick where nobody treads. */
function verge(stage: Stage, s: number): void {
  const rng = chance(hashOf(whereIs(stage.picture.scene), "verge", s));
  for (let z = 2.2; z < 26; z *= rng.between(1.14, 1.34)) {
    const at = s * rng.between(1.5, 2.6);
    for (let i = rng.int(3, 6); i > 0; i--)
      grassAt(stage, rng, {
        x: at + rng.between(-0.5, 0.5),
        z: z + rng.between(-0.2, 0.2),
        h: rng.between(0.16, 0.3),
      });
  }
}

export function temple(stage: Stage): void {
  drawSky(stage, stage.camera.horizon);
  const kind = treeKind(stage.place, stage.picture.scene.season, true);
  const given = { kind, near: 0.5, far: 30, flags: stage.camera.distance * 0.6 };
  setOut(stage, "town/temple-yard", [0, 0, stage.behind], { given });
}

export function castle(stage: Stage): void {
  const { camera, place } = stage;
  setOut(stage, "town/castle", [0, 0, stage.behind]);
  const z = stage.behind + 7;
  for (const [x, h] of through([-6.1, 6.6], [6.1, 7.2])) {
    const [a, b] = [camera.see(x, h + 0.6, z + 1), camera.see(x, h + 2.4, z + 1)];
    stage.pen.stroke([a, b], "black", 0.9);
    stage.pen.shape(
      [
        corner(b),
        [b[0] + 18, b[1] + 2],
        corner([b[0] + 34, b[1] + 10]),
        [b[0] + 14, b[1] + 14],
        corner([b[0], b[1] + 16]),
      ],
      "black",
      0.5,
    );
  }
  quad(stage, rowsOf([-1.1, 0, z], [1.1, 0, z], [2.2, 0, 0.6], [-2.2, 0, 0.6]), "white", 0.5);
  // Flags of the way to the gate, and what grows along it.
  const wide = (d: number) => 2.2 - (1.1 * (d - 0.6)) / (z - 0.6);
  for (let d = z * 0.86, row = 0; d > 0.8; d *= 0.84, row++) {
    edge(stage, [-wide(d), 0, d], [wide(d), 0, d], 0.4);
    for (const u of row % 2 ? [-0.5, 0.1, 0.6] : [-0.7, -0.15, 0.4])
      edge(stage, [wide(d) * u, 0, d], [wide(d * 0.84) * u, 0, d * 0.84], 0.35);
  }
  for (const x of [-4.2, -3, 3.4, 4.8])
    bush(stage, place, { x, z: stage.behind + 2 + Math.abs(x) * 0.5, w: 1.3, h: 0.7 });
}
