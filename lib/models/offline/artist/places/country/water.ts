// Water from the horizon to the foreground: swells that grow with nearness, crests with foam, glints of light.
import type { Chance } from "../../pen/chance.ts";
import { corner, ellipse, type Pt } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { sheetAt } from "../paper.ts";
import { drawOnSheet } from "../sheets.ts";
import { band, fade, made, type Stage } from "../stage.ts";

interface WaterSpec {
  from: number;
  to: number;
  /** 0 is a pond, 1 a storm. */
  rough: number;
  tone: number;
}

export function water(setting: Stage, rng: Chance, spec: WaterSpec): void {
  const stage = made(setting, MATERIALS.water);
  const { pen } = stage;
  const { from, to, tone } = spec;
  pen.fill(band(stage, from, to), {
    tone: fade(from, to, Math.max(0, tone - 0.14), Math.min(0.95, tone + 0.14)),
  });
  if (spec.rough > 0.35) drawSwell(stage, rng, spec);
  else drawRipples(stage, rng, spec);
  if (stage.night) drawGlints(stage, rng, spec);
}

function drawSwell(stage: Stage, rng: Chance, { from, to, rough, tone }: WaterSpec): void {
  const { pen, width } = stage;
  const depth = to - from;
  const rows = depth > 160 ? 7 : 5;
  for (let r = 0; r < rows; r++) {
    const t = (r + 0.4) / rows;
    const y = from + depth * t ** 1.55;
    const rise = (3 + depth * 0.17 * t) * rough;
    const length = 34 + depth * 0.75 * t;
    const crests: Pt[] = [];
    const top: Pt[] = [];
    for (let x = -60 - length * rng.next(); x < width + 60; ) {
      const w = length * rng.between(0.7, 1.4);
      const h = rise * rng.between(0.35, 1.1);
      const peak: Pt = [x + w * 0.58, y - h];
      top.push([x, y + h * 0.25], [x + w * 0.34, y - h * 0.42], corner(peak), [x + w * 0.68, y - h * 0.3]);
      crests.push(peak);
      x += w;
    }
    const shade = Math.min(0.92, tone - 0.12 + 0.26 * ((r % 2) * 0.6 + t * 0.5));
    const low = Math.min(to + 20, y + depth * 0.4);
    pen.fill([corner([-70, low]), ...top, corner([width + 90, low])], {
      tone: fade(y - rise, low, Math.max(0, shade - 0.22), shade),
    });
    pen.line(top, 0.5 + t * 0.75, "none");
    for (const [i, [cx, cy]] of crests.entries()) {
      const s = rise * 0.5 + 2;
      if (i % 3 !== 2 && s > 4) {
        drawOnSheet(pen, "country/foam", sheetAt([cx, cy], s), {
          ...{ rng, lamp: stage.lamp, given: { px: 1 / s } },
          paints: { foam: stage.night ? { tone: 0.18 } : "white" },
        });
      }
      if (s > 9 && rough > 0.6) {
        for (let k = 0; k < 4; k++) {
          const d = ellipse(
            cx + s * rng.between(-1.2, 1.4),
            cy - s * rng.between(0.1, 0.9),
            rng.between(1.2, 3),
            rng.between(1.2, 3),
            6,
          );
          stage.lamp.fill(d, stage.night ? { tone: 0.15 } : "white");
        }
      }
      drawOnSheet(pen, "country/trough", sheetAt([cx, cy], s), { rng });
    }
  }
}

function drawRipples(stage: Stage, rng: Chance, { from, to, rough }: WaterSpec): void {
  const { pen, width } = stage;
  const depth = to - from;
  for (let r = 0; r < 9; r++) {
    const t = (r / 9) ** 1.7;
    const y = from + depth * (t + 0.02);
    const size = 8 + depth * 0.2 * t;
    const n = Math.max(2, Math.round((width / size) * 0.22));
    for (let i = 0; i < n; i++) {
      const x = width * rng.between(-0.05, 1.05);
      const w = size * rng.between(1.2, 2.8);
      const h = Math.max(1, size * (0.03 + 0.14 * rough) * rng.between(0.6, 1.2));
      pen.fill(
        [corner([x - w, y]), [x, y - h], corner([x + w, y]), [x, y + h]],
        i % 3 === 0 ? "black" : "white",
      );
    }
  }
}

function drawGlints(stage: Stage, rng: Chance, { from, to }: WaterSpec): void {
  const glints = Math.round(stage.width / 22);
  for (let i = 0; i < glints; i++) {
    const t = rng.next() ** 1.5;
    const [x, y] = [stage.width * (0.5 + (rng.next() - 0.5) * (0.3 + t)), from + (to - from) * t];
    const w = 3 + 22 * t;
    stage.lamp.fill([corner([x - w, y]), [x, y - 0.8 - t], corner([x + w, y]), [x, y + 0.8 + t]], {
      tone: 0.12,
    });
  }
}
