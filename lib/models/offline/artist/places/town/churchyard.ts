// A yard of graves: stones with round heads and crosses before a church, or the stepped pillars of Japan before a temple.
import { chance, hashOf } from "../../pen/chance.ts";
import { boxed, type Pt, pts, rowsOf } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { bush, treeKind } from "../country/nature.ts";
import { setOut } from "../drawers.ts";
import { arch } from "../flat-shapes.ts";
import { whereIs } from "../places.ts";
import { edge, level, made, quad, type Stage, solid } from "../stage.ts";

/** Graves in rows on grass, with a church and a yew behind, or pillars of stone with flowers before a temple's roof. */
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

/** A stone: round, pointed, square, or a cross, a little askew. */
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
