// A door that opens, and a window on whose sill something lies, looked at from near: they fill the panel, wall and all.

import type { PanelView } from "../camera/view.ts";
import type { Prop } from "../closed/staging.ts";
import { chance } from "../pen/chance.ts";
import { clamp, ellipse, type Pt, placed, rect, sharp, through } from "../pen/curves.ts";
import { MATERIALS, SKIES } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { hasTrait } from "../places/place-traits.ts";
import { isIndoors } from "../places/places.ts";
import { drawOnSheet } from "../places/sheets.ts";
import { fade, paper } from "../places/stage.ts";
import { lightOf } from "../places/weather/light.ts";
import { drawProp, sizeOf } from "./props.ts";
import { isFurniture } from "./thing-traits.ts";

/** Whether a picture of nobody is of a door, or of what lies in a window. */
export function nearFixtureOf({ picture }: Pick<PanelView, "picture">): "door" | "sill" | undefined {
  const { shot, figures, props, told, scene } = picture;
  if (shot !== "detail" || figures.length > 0 || scene.place.kind === "abstract") return undefined;
  if (props[0] === "door") return "door";
  return props.includes("window") && told.things.onSill && isIndoors(scene.place.kind) ? "sill" : undefined;
}

/** The fixture with its wall over whatever was behind; gives the boxes that words leave free. */
export function drawNearFixture(base: Pen, view: PanelView, kind: "door" | "sill"): Pt[][] {
  const indoors = isIndoors(view.picture.scene.place.kind);
  const pen = base.inLight(lightOf(view, indoors)).withNib(clamp(view.height / 160, 2.4, 4.4));
  pen.of(MATERIALS.plaster).fill(paper(view), { tone: fade(0, view.height, 0.3, 0.14) });
  return kind === "door" ? door(pen, base, view) : sill(pen, base, view);
}

function door(pen: Pen, lamp: Pen, view: PanelView): Pt[][] {
  const { picture, width, height } = view;
  const { scene, told } = picture;
  const wood = pen.of(MATERIALS.wood);
  const floor = height * 0.93;
  const tall = Math.max(height * 1.06, Math.min(width * 0.9, height * 1.3));
  const wide = tall * 0.52;
  const top = floor - tall;
  const left = width * 0.56 - wide * 0.5;
  const frame = wide * 0.07;
  const slides = hasTrait(scene.place.kind, "sliding-doors") || told.door?.slides;
  wood.fill(rect(-40, floor, width + 80, height - floor + 40), { tone: 0.44 });
  pen.shape(rect(-40, floor - height * 0.05, width + 80, height * 0.05), { tone: 0.6 }, 0.7);
  besideDoor(pen, view, { left, top, wide, tall });
  wood.shape(rect(left - frame, top - frame, wide + frame * 2, tall + frame), { tone: 0.14 }, 1);
  if (told.door?.opens) {
    // Beyond it is the light of another room by night, and by day the dark of one.
    const night = scene.hour === "night";
    const hole = rect(left, top, wide, tall);
    if (night) lamp.of(MATERIALS.lamp).shape(hole, "white", 0.9);
    else pen.shape(hole, "black", 0.9);
    const way: Pt[] = sharp([
      [left, floor],
      [left + wide * 0.6, floor],
      [left + wide * 0.3, height + 40],
      [left - wide * 0.8, height + 40],
    ]);
    lamp.fill(way, night ? { light: 0.5 } : { veil: 0.3 });
    if (slides) {
      const x = left + wide * 0.52;
      leaf(pen, { x, top, wide, tall });
      lamp.inside(rect(x, top, wide, tall), (p) => p.fill(rect(x, top, wide * 0.05, tall), "black"));
      for (let i = 0; i < 9; i++) {
        const y = top + tall * (0.06 + i * 0.105);
        const long = wide * (0.18 + ((i * 37) % 5) * 0.07);
        lamp.stroke(
          sharp(through([x - long, y], [x - wide * 0.02, y])),
          night ? "black" : "white",
          0.8 + (i % 3) * 0.5,
        );
      }
    } else hinged(wood, { left, top, wide, tall });
  } else leaf(pen, { x: left, top, wide, tall });
  lamp.name("door", rect(left, top, wide, tall));
  return [through([left, Math.max(0, top)], [left + wide, floor])];
}

/** What the wall has beside its door: windows to a corridor where doors slide, else a picture and a switch. */
function besideDoor(
  pen: Pen,
  { picture, width }: PanelView,
  { left, top, wide, tall }: Omit<Leaf, "x"> & { left: number },
): void {
  const [v0, v1] = [top + tall * 0.12, top + tall * 0.48];
  const step = wide * 0.9;
  if (hasTrait(picture.scene.place.kind, "sliding-doors")) {
    for (const from of [
      left - step * 1.12,
      left - step * 2.1,
      left - step * 3.08,
      left + wide * 1.18 + step * 0.05,
      left + wide * 1.18 + step * 1.03,
    ]) {
      if (from > width || from + step < 0) continue;
      pen.shape(rect(from, v0, step * 0.92, v1 - v0), "white", 0.9);
      const glass = pen.of(MATERIALS.glass);
      for (const half of [0.06, 0.5]) {
        const pane = rect(from + step * half, v0 + wide * 0.05, step * 0.36, v1 - v0 - wide * 0.1);
        glass.shape(pane, { tone: 0.3 }, 0.6);
        const x = from + step * half;
        glass.fill(
          sharp([
            [x + step * 0.05, v1 - wide * 0.05],
            [x + step * 0.12, v1 - wide * 0.05],
            [x + step * 0.3, v0 + wide * 0.05],
            [x + step * 0.23, v0 + wide * 0.05],
          ]),
          "white",
        );
      }
    }
    return;
  }
  if (!isIndoors(picture.scene.place.kind)) return;
  pen.shape(rect(left - wide * 0.34, top + tall * 0.47, wide * 0.1, wide * 0.14), "white", 0.6);
  pen.shape(rect(left - wide * 1.2, v0 + tall * 0.06, wide * 0.62, wide * 0.5), "black", 0.7);
  pen.shape(rect(left - wide * 1.13, v0 + tall * 0.06 + wide * 0.07, wide * 0.48, wide * 0.36), "white", 0.5);
}

interface Leaf {
  x: number;
  top: number;
  wide: number;
  tall: number;
}

/** A leaf with a pane in its upper half, boards below, and a handle let into its edge. */
function leaf(pen: Pen, { x, top, wide, tall }: Leaf): void {
  drawOnSheet(pen, "near/sliding-leaf", (u, v) => [x + wide * u, top + tall * v], { rng: chance(0) });
  const [px, py] = [x + wide * 0.08, top + tall * 0.52];
  pen.of(MATERIALS.wood).shape(ellipse(px, py, wide * 0.03, tall * 0.03, 10), "black", 0.6);
}

/** A leaf that swings away from the reader. */
function hinged(
  wood: Pen,
  { left, top, wide, tall }: { left: number; top: number; wide: number; tall: number },
): void {
  const at = (u: number, v: number): Pt => [left + wide * 0.46 * u, top + tall * (v + (0.5 - v) * 0.1 * u)];
  const face = (u0: number, v0: number, u1: number, v1: number) =>
    sharp([at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)]);
  wood.shape(face(0, 0, 1, 1), { tone: 0.4 }, 1);
  for (const [v0, v1] of through([0.08, 0.44], [0.54, 0.92])) {
    wood.shape(face(0.16, v0, 0.84, v1), { tone: 0.3 }, 0.7);
    wood.fill(face(0.16, v0, 0.84, v0 + 0.02), "black");
  }
  const [x, y] = at(0.9, 0.5);
  wood.shape(ellipse(x, y, wide * 0.022, wide * 0.022, 9), "white", 0.7);
}

/** A window as wide as the panel, the night or the day in it, and the things on its sill. */
function sill(pen: Pen, lamp: Pen, { picture, width, height }: PanelView): Pt[][] {
  const { hour, weather } = picture.scene;
  const foot = height * (0.76 + Math.min(0.06, picture.room * 0.015));
  const [left, right] = [width * 0.08, width * 0.92];
  const frame = Math.min(width, height) * 0.035;
  const hole = rect(left, -60, right - left, foot + 60);
  const [high, low] = { night: [0.95, 0.7], dusk: [0.5, 0.2], dawn: [0.3, 0.08], day: [0.16, 0.02] }[
    hour
  ] as [number, number];
  lamp.of(SKIES[hour]).shape(hole, { tone: fade(0, foot, high, low) }, 1);
  lamp.name("window", hole);
  lamp.inside(hole, (p) => {
    if (weather === "snow")
      for (let i = 0; i < 46; i++) {
        const r = Math.min(width, height) * (0.006 + (i % 5) * 0.003);
        p.fill(
          ellipse(left + (((i * 61) % 97) / 97) * (right - left), (((i * 37) % 89) / 89) * foot, r, r, 8),
          "white",
        );
      }
    else if (weather === "rain" || weather === "storm")
      for (let i = 0; i < 40; i++) {
        const [x, y] = [left + (((i * 61) % 97) / 97) * (right - left), (((i * 37) % 89) / 89) * foot];
        p.stroke(sharp(through([x, y], [x - 6, y + height * 0.09])), "white", 0.5);
      }
    p.fill(
      sharp([
        [left, foot],
        [left + width * 0.2, foot],
        [left + width * 0.5, -60],
        [left + width * 0.36, -60],
      ]),
      { light: 0.16 },
    );
  });
  const wood = pen.of(MATERIALS.wood);
  for (const x of [left, (left + right) / 2, right])
    wood.shape(rect(x - frame / 2, -60, frame, foot + 60), "white", 0.8);
  wood.shape(rect(left, foot * 0.36, right - left, frame * 0.8), "white", 0.8);
  wood.shape(rect(-40, foot, width + 80, height * 0.05), "white", 1);
  wood.fill(rect(-40, foot + height * 0.05, width + 80, height * 0.025), { tone: 0.7 });
  const things = picture.props.filter((prop) => !isFurniture(prop));
  return things.map((prop, i) =>
    onSill(
      lamp,
      { prop, foot: foot + height * 0.03, x: left + ((i + 0.5) / things.length) * (right - left) },
      { width: (right - left) / Math.max(1.6, things.length), height },
    ),
  );
}

function onSill(
  pen: Pen,
  { prop, foot, x }: { prop: Prop; foot: number; x: number },
  room: { width: number; height: number },
): Pt[] {
  const [a, b, c, d] = sizeOf(prop).extent;
  const k = Math.min((room.width * 0.74) / (c - a), (room.height * 0.34) / (d - b));
  const nib = clamp((d - b) * k * 0.02, 1.8, 6);
  pen.fill(ellipse(x, foot, (c - a) * k * 0.54, room.height * 0.018, 12), { veil: 0.4 });
  pen
    .withNib(nib)
    .haloed(nib, (p) => drawProp(p.at(placed(x - ((a + c) / 2) * k, foot - d * k, 0, k)), prop));
  return through([x - ((c - a) * k) / 2, foot - (d - b) * k], [x + ((c - a) * k) / 2, foot]);
}
