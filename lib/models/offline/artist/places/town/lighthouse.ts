// A lighthouse on its rock in the sea, with its beam after dark, unless its light is out.
import { boxed, ellipse, type Pt, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { grass, rock, scuffs } from "../country/ground-cover.ts";
import { water } from "../country/water.ts";
import { roughOf } from "../country/waters.ts";
import { sheetAt } from "../paper.ts";
import { drawOnSheet } from "../sheets.ts";
import { fade, glow, made, type Stage } from "../stage.ts";
import { drawSky } from "../weather/sky.ts";

const isUnlit = ({ told }: Stage["picture"]): boolean => told.lighthouseUnlit === true;

export function lighthouse(stage: Stage): void {
  const { pen, camera, place, height, width } = stage;
  const { horizon } = camera;
  // The moon would hang in the beam.
  drawSky(stage, horizon, !isUnlit(stage.picture));
  water(stage, place, {
    from: horizon,
    to: height + 40,
    rough: roughOf(stage),
    tone: stage.night ? 0.45 : 0.32,
  });
  const off = stage.picture.angle === "tilted" ? 0.14 : 0.26;
  const cx = width * (place.flip() ? 0.5 - off : 0.5 + off);
  const foot = horizon + height * 0.05;
  const tall = Math.max(
    height * 0.16,
    Math.min(height * 0.6, foot - height * (stage.picture.angle === "tilted" ? 0.34 : 0.22)),
  );
  const w = tall * 0.13;
  const unlit = isUnlit(stage.picture);
  const look = {
    rng: place,
    given: {
      ...{ low: 20 / w, lower: 22 / w, deep: 34 / w, top: -tall / w },
      ...{ first: (-tall * 0.22) / w, second: (-tall * 0.39) / w, third: (-tall * 0.62) / w },
      fourth: (-tall * 0.79) / w,
    },
    paints: { lantern: unlit ? { tone: 0.62 } : "white" } as const,
  };
  drawOnSheet(pen, "town/lighthouse-rock", sheetAt([cx, foot], w), look);
  for (let i = 0; i < 8; i++) {
    const x = cx + w * place.between(-3, 3);
    pen.stroke(through([x, foot + place.between(-w * 0.6, 6)], [x + w * 0.4, foot + 14]), "white", 0.5);
  }
  const base = foot - w * 0.9;
  const top = base - tall;
  const lampY = top - w * 0.75;
  drawOnSheet(pen, "town/lighthouse", sheetAt([cx, base], w), look);
  stage.landmarks.push(boxed([cx - w * 0.9, top - w * 2.1], [cx + w * 0.9, top + w]));
  if (stage.picture.figures.length > 0) headland(stage);
  if ((!stage.night && stage.picture.scene.hour !== "dusk") || unlit) return;
  const { lamp } = stage;
  const aim = cx < width / 2 ? 1 : -1;
  stage.lights.push(() => {
    lamp.fill(
      [
        [cx, lampY - w * 0.25, 1],
        [cx + aim * width * 1.1, lampY - height * 0.2, 1],
        [cx + aim * width * 1.1, lampY + height * 0.1, 1],
        [cx, lampY + w * 0.3, 1],
      ],
      {
        light: {
          type: "linear",
          at: [cx, 0, cx + aim * width * 0.9, 0],
          stops: through([0, 0.92], [1, 0.12]),
        },
      },
    );
    lamp.fill(ellipse(cx, lampY, w * 0.42, w * 0.42, 8), "white");
  });
  glow(stage, [cx, lampY], w * 4, 0.7);
}

/** Rock and grass to stand on, before the sea. */
function headland(setting: Stage): void {
  const stage = made(setting, MATERIALS.grass);
  const { pen, camera, place, height, width } = stage;
  const edge = camera.see(0, 0, stage.behind)[1];
  const brow: Pt[] = [];
  for (let i = 0; i <= 8; i++)
    brow.push([-50 + ((width + 100) * i) / 8, edge + place.between(-0.016, 0.016) * height]);
  const land: Pt[] = [...brow, [width + 60, height + 60, 1], [-60, height + 60, 1]];
  pen.fill(land, { tone: fade(edge, height, 0.22, 0.06) });
  pen.line(brow, 1.2, "none");
  for (let i = 0; i < 5; i++)
    rock(stage, place, { x: place.between(-4, 4), z: stage.behind * 0.97, w: 0.7, h: 0.4, tone: 0.4 });
  scuffs(stage, place, 14);
  grass(stage, place, { n: 40, from: camera.distance * 0.8, to: stage.behind * 0.98, h: 0.14 });
}
