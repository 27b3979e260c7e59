// Settings outside the inhabited world: sky, cave, space.
import { chance } from "../pen/chance.ts";
import { ellipse, lerp, type Pt, placed } from "../pen/curves.ts";
import { MATERIALS, SKIES } from "../pen/materials.ts";
import { drawPart } from "../things/parts.ts";
import { setOut } from "./drawers.ts";
import { type Sheet, sheetAt } from "./paper.ts";
import { drawOnPanel, drawOnSheet } from "./sheets.ts";
import { fade, paper, ring, type Stage } from "./stage.ts";
import { cumulus, drawSky } from "./weather/sky.ts";

export function sky(stage: Stage): void {
  const { pen, place, width, height } = stage;
  drawSky(stage, height * 1.05);
  const rng = chance(stage.seed);
  const heap = (x: number, y: number, [w, tall]: readonly [number, number], shade: number) =>
    cumulus(pen, place, { x, y: height * y, w, h: Math.min(height * tall, w * 0.56), shade });
  // A sea of clouds in the distance, a towering cloud in the middle distance, and clouds underfoot in the foreground.
  for (let i = 0; i < 6; i++)
    heap(
      width * (i / 5 + place.between(-0.06, 0.06)),
      0.8 + 0.02 * (i % 2),
      [width * place.between(0.22, 0.34), 0.08],
      0.2,
    );
  heap(width * (place.flip() ? 0.2 : 0.78), 0.9, [width * 0.52, 0.4], 0.14);
  for (let i = 0; i < 3; i++) heap(width * (0.1 + 0.4 * i), 1 + 0.05 * (i % 2), [width * 0.62, 0.2], 0.1);
  drawOnPanel(pen, "country/birds", stage, { rng });
}

export function cave(stage: Stage): void {
  const { pen, camera, place, width, height } = stage;
  pen.fill(paper(stage), { tone: fade(0, height, 0.9, 0.66) });
  const [ox, oy] = [camera.cx, Math.min(camera.horizon + height * 0.03, height * 0.7)];
  const hole: Pt[] = [];
  for (let i = 0; i < 11; i++) {
    const a = (i / 11) * Math.PI * 2;
    const k = place.between(0.8, 1.1);
    hole.push([ox + Math.cos(a) * width * 0.27 * k, oy - height * 0.04 + Math.sin(a) * height * 0.27 * k, 1]);
  }
  const given = { left: ox, foot: oy };
  if (stage.night) {
    const { lamp } = stage;
    lamp.of(SKIES.night).fill(hole, { tone: fade(oy - height * 0.3, oy + height * 0.25, 0.8, 0.3) });
    lamp.inside(hole, (p) => drawOnPanel(p, "country/cave-stars", stage, { rng: place, given }));
  } else pen.fill(hole, { tone: 0.02 });
  pen.contour(hole, 0.8);
  const paints = { way: { tone: fade(oy, height, 0.2, 0.6) } };
  const way = { rng: place, given: { left: ox, sill: oy + height * 0.12 }, paints };
  drawOnPanel(pen, "country/cave-way", stage, way);
  for (let i = 0; i < 12; i++) {
    const x = (width * (i + place.next())) / 12;
    const l = height * place.between(0.06, 0.24) * (1.3 - Math.abs(x / width - 0.5));
    const drip: Sheet = (u, v) => [x + u * width * 0.03, v * l];
    drawOnSheet(pen, "country/stalactite", drip, { rng: place, given: { top: -40 / l } });
  }
  setOut(stage, "country/cave-floor", [0, 0, stage.behind]);
}

/** A black sky with stars and a planet. Returns the planet's centre. */
export function outerSpace(stage: Stage): Pt {
  const { pen, place, width, height } = stage;
  pen.fill(paper(stage), "black");
  drawOnPanel(pen, "country/stars", stage, { rng: place });
  const r = Math.min(width, height) * place.between(0.24, 0.36);
  const [cx, cy] = [width * (place.flip() ? 0.78 : 0.22), height * 0.3];
  const giant = stage.picture.told.giantPlanet === true;
  const belt = ellipse(cx, cy + r * 0.05, r * 1.7, r * 0.3, 32);
  if (giant) pen.stroke(belt.slice(15), "white", 1.6);
  const light = ring([cx - r * 0.4, cy - r * 0.4], [r * 0.1, r * 1.5], [0, 0.05], [1, 0.85]);
  pen.fill(ellipse(cx, cy, r, r, 16), { tone: light });
  pen.inside(ellipse(cx, cy, r, r, 16), (p) => {
    drawOnSheet(p, giant ? "country/planet-bands" : "country/planet-land", sheetAt([cx, cy], r), {
      rng: place,
    });
  });
  pen.contour(ellipse(cx, cy, r, r, 16), 0.6);
  if (giant) pen.stroke(belt.slice(0, 18), "white", 1.6);
  return [cx, cy];
}

export function space(stage: Stage): void {
  const { pen, place, width, height } = stage;
  const [cx] = outerSpace(stage);
  if (stage.picture.told.place.spaceStation) {
    const size = Math.min(width * 0.3, height * 0.5);
    const at = placed(cx > width / 2 ? width * 0.34 : width * 0.66, height * 0.62, -13, size / 100);
    drawPart(pen.of(MATERIALS.metal).at(at), "standing/space-station");
    return;
  }
  const line = Math.max(height * 0.72, Math.min(height * 0.86, stage.camera.see(0, 0, stage.behind)[1]));
  drawOnPanel(pen, "country/moon-ground", stage, {
    ...{ rng: place, given: { foot: line, upper: lerp(line, height, 0.15), lower: lerp(line, height, 0.9) } },
    paints: { ground: { tone: fade(line, height, 0.14, 0.5) } },
  });
}
