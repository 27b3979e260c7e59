// Historical settings: village, temple, castle, graveyard.
import { chance, hashOf } from "../pen/chance.ts";
import { boxed, type Pt, pts, rowsOf, through } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import { build } from "./compositions.ts";
import { grassAt } from "./country/ground-cover.ts";
import { bush, treeKind } from "./country/nature.ts";
import { setOut } from "./drawers.ts";
import { sheetAt } from "./paper.ts";
import { smokes, whereIs } from "./places.ts";
import { drawOnSheet } from "./sheets.ts";
import { edge, level, made, quad, type Stage, solid } from "./stage.ts";
import { arch } from "./walls.ts";
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
  setOut(stage, "town/village-end", [0, 0, stage.behind]);
}

/** Houses, farthest first: metres to the right, metres away, width. */
const HOUSES = rowsOf(
  ...rowsOf([-12, 27, 4.4], [3.4, 25, 4.2], [-5.4, 22, 4.2], [10, 19, 4.6], [-15, 16, 5]),
  ...rowsOf([-9, 9, 5], [4.6, 11, 5], [-6.6, 2.6, 4.4], [2.9, 3.8, 4.6]),
);

/** Plants along a path: clumps of tufts. */
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
    drawOnSheet(stage.pen, "town/flag", sheetAt(b, 1), { rng: place });
  }
  quad(stage, rowsOf([-1.1, 0, z], [1.1, 0, z], [2.2, 0, 0.6], [-2.2, 0, 0.6]), "white", 0.5);
  // Flagstones of the way to the gate, and plants along it.
  const wide = (d: number) => 2.2 - (1.1 * (d - 0.6)) / (z - 0.6);
  for (let d = z * 0.86, row = 0; d > 0.8; d *= 0.84, row++) {
    edge(stage, [-wide(d), 0, d], [wide(d), 0, d], 0.4);
    for (const u of row % 2 ? [-0.5, 0.1, 0.6] : [-0.7, -0.15, 0.4])
      edge(stage, [wide(d) * u, 0, d], [wide(d * 0.84) * u, 0, d * 0.84], 0.35);
  }
  setOut(stage, "town/castle-bushes", [0, 0, stage.behind]);
}

/** Rows of graves on grass: with a church and a yew behind, or stone pillars with flowers in front of a temple's roof. */
export function graveyard(setting: Stage): void {
  const { picture } = setting;
  const place = chance(hashOf(whereIs(picture.scene), "graves"));
  const stage = { ...setting, place };
  setOut(stage, "town/yard", [0, 0, stage.behind]);
  const eastern = picture.told.place.easternGraves === true;
  const kind = treeKind(place, picture.scene.season, true);
  const behind = [0, 0, stage.behind] as const;
  setOut(stage, "town/yard-trees", behind, { given: { kind } });
  for (const name of eastern ? ["temple-behind", "grave-wall"] : ["church-behind", "grave-rails"])
    setOut(stage, `town/${name}`, behind);
  setOut(stage, "town/yard-grass", behind);
  for (const [dz, from] of pts("8,0 5.4,0.6 3,0.2 0.8,0.5"))
    for (const s of [-1, 1])
      for (let i = 0; i < 4; i += 1) {
        const x = s * (1.7 + from + i * 1.7) + place.between(-0.2, 0.2);
        const z = stage.behind + dz + place.between(-0.25, 0.25);
        if (eastern) build(stage, "town/grave", [x, 0, z]);
        else stone(stage, x, z);
      }
  bush(stage, place, { x: 8.6, z: stage.behind + 2, w: 1.2, h: 0.9 });
}

/** A gravestone: round, pointed, square, or a cross, slightly tilted. */
function stone(stage: Stage, x: number, z: number): void {
  const { place } = stage;
  const masonry = made(stage, MATERIALS.stone);
  const kind = place.int(0, 4);
  const lean = place.between(-0.09, 0.09);
  const [w, h] = [place.between(0.6, 0.8), place.between(0.75, 1.15)];
  level(stage, [x - 0.1, z - 0.5], [x + w + 0.3, z + 0.2], { y: 0.004, paint: { veil: 0.34 }, weight: 0 });
  const at = (u: number, v: number) => [x + u + lean * v, v, z] as const;
  if (kind === 0) {
    for (const [a, b, c, d] of rowsOf([0.28, 0, 0.46, h + 0.35], [0, h * 0.72, w, h * 0.72 + 0.17])) {
      quad(masonry, [at(a, b), at(c, b), at(c, d), at(a, d)], { tone: 0.16 }, 0.8);
      quad(
        masonry,
        [at(c, b), [x + c + 0.09 + lean * b, b, z + 0.14], [x + c + 0.09 + lean * d, d, z + 0.14], at(c, d)],
        { tone: 0.6 },
        0.5,
      );
    }
    solid(masonry, [x + 0.06, 0, z - 0.06], [w - 0.1, 0.18, 0.3], { front: { tone: 0.4 } });
    return;
  }
  const outline: Pt[] = kind === 4 ? boxed([0, 0], [w, h]) : arch([0, 0], w, h, kind === 3);
  quad(
    masonry,
    outline.map(([u, v]) => [x + u + lean * v + 0.1, v + 0.02, z + 0.16] as const),
    { tone: 0.62 },
    0.6,
  );
  quad(
    masonry,
    outline.map(([u, v]) => at(u, v)),
    { tone: place.between(0.06, 0.24) },
    0.9,
  );
  for (const v of [0.62, 0.5, 0.4]) edge(stage, at(w * 0.24, h * v), at(w * 0.76, h * v), 0.6);
  if (place.flip(0.5)) edge(stage, at(w * 0.5, h * 0.7), at(w * 0.5, h * 0.88), 1.2);
  edge(stage, at(w * 0.12, h * 0.16), at(w * 0.3, h * 0.3), 0.4);
}
