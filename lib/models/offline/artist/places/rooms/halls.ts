// Halls whose walls, floor and contents are rows of `assets/places/rooms`; here are the lines that those rows measure from, and what
// code adds: water of baths, a rope in front of museum pictures; and a theatre stage as the audience sees it.
import type { Paint } from "../../../../../manga/drawing.ts";
import { ellipse, type Pt, pts, rect, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { byItself, setOut } from "../drawers.ts";
import { fade, glow, level, made, paper, ring, type Stage, solid } from "../stage.ts";
import { boards, floorOf, frontWall, mark } from "../walls.ts";
import { halfOf, NEAR } from "./room-parts.ts";
import { type Lines, linesOf, roomOf, setRoom } from "./set-room.ts";

type Hall = "dojo" | "gym" | "church" | "library" | "museum" | "bath" | "classroom" | "pool";

/** Lines that only one hall has. */
const LINES: Readonly<
  Partial<Record<Hall, (lines: Lines, stage: Stage) => Readonly<Record<string, number>>>>
> = {
  dojo: ({ half }) => ({ post: Math.floor(half) }),
  gym: ({ camera }) => ({ court: Math.max(NEAR + 0.6, camera * 0.6) }),
  church: (_, { behind }) => ({ pews: Math.max(NEAR + 0.5, behind - 0.9) }),
  bath({ half, high, camera }) {
    const [wide, top] = [half * 2, Math.min(high - 0.15, 3.5)];
    const step = wide * 0.13;
    const middle = -half + wide * 0.52;
    return {
      taps: NEAR + Math.max(0.7, camera * 0.55),
      middle,
      top,
      peak: top - 0.3,
      step,
      sea: step * 6.5 - half,
    };
  },
  classroom: ({ back, camera }) => {
    const first = Math.max(0.5, camera * 0.4);
    return { last: Math.min(back - 1.2 + 1e-9, first + 6.6) };
  },
  pool: ({ half, high, camera }) => ({
    ...{ glazed: Math.max(1.2, camera * 0.6), clock: half * 0.42, hung: Math.min(high - 0.7, 4.2) },
    lintel: Math.min(3.7, high - 0.6),
    waist: (1.5 + Math.min(3.7, high - 0.6)) / 2,
  }),
};

export const hall =
  (name: Hall) =>
  (setting: Stage): void => {
    const room = roomOf(name);
    const stage = room.own ? byItself(setting, name) : setting;
    const { night } = stage;
    const glass = (dark: number, light: Paint): Paint => (night ? { tone: dark } : light);
    const lines = setRoom(stage, `rooms/${name}`, {
      given: LINES[name]?.(linesOf(stage, room), stage) ?? {},
      paints: {
        ...{
          glass: glass(0.8, "white"),
          pane: glass(0.8, { tone: 0.06 }),
          panes: glass(0.8, { tone: 0.08 }),
        },
        ...{
          stained: glass(0.82, { tone: 0.12 }),
          rose: glass(0.7, { tone: 0.1 }),
          lancet: glass(0.7, { tone: 0.2 }),
        },
      },
      is: [stage.picture.told.place.paintings ? "paintings" : "bones"],
    });
    AFTER[name]?.(stage, lines);
  };

const AFTER: Readonly<Partial<Record<Hall, (stage: Stage, lines: Lines) => void>>> = {
  bath: drawPool,
  pool: drawBasin,
  museum(stage, { half, back, high }) {
    if (stage.picture.told.place.paintings)
      setOut(stage, "rooms/large-pictures", frontWall(back - 0.03, [-half, half], [0, high]));
    setOut(stage, "rooms/museum-cases", [0, 0, stage.behind], { given: { half, back } });
    drawRope(stage, back - 2.1);
    setOut(stage, "rooms/museum-lights", [0, 0, stage.behind], { given: { back, high } });
  },
};

/** Light on the water of a bath, and steam. */
function drawPool(stage: Stage, { half, back }: Lines): void {
  const top = floorOf(0.445, [-half, half], [back - 1.35, back - 0.1]);
  for (let i = 0; i < 9; i += 1) {
    const u = ((i * 0.37) % 1) * (top.w - 1) + 0.2;
    const v = (i / 9) * top.h;
    mark(stage, top, through([u, v], [u + 0.7, v + 0.02]), 0.9, "white");
  }
  steam(stage, back);
}

function steam({ lamp, pen, camera, place, width }: Stage, back: number): void {
  for (let i = 0; i < 8; i += 1) {
    const [px, py] = camera.see(place.between(-2.8, 2.8), place.between(0.5, 1.3), back - 0.8);
    const [x, y] = [Math.round(px), Math.round(py)];
    const r = Math.round(Math.min(width * 0.14, (camera.focal / back) * place.between(0.5, 0.9)));
    const haze = ring([x, y], [1, r], [0, 0.6], [0.5, 0.3], [1, 0]);
    lamp.fill(rect(x - r, y - r, r * 2, r * 2), { light: haze });
    const s = i % 2 ? 1 : -1;
    const wisp: Pt[] = pts("0,0.3 0.14,0 -0.1,-0.3 0.08,-0.62").map(([u, v]) => [x + s * r * u, y + r * v]);
    pen.stroke(wisp, "black", 0.45);
  }
}

/** Metres between two lane ropes. */
const LANE = 1.9;

/** A swimming pool between the people and the far wall: water, rim, lanes, and starting blocks at the near end. */
function drawBasin(stage: Stage, { half, back }: Lines): void {
  const [near, far] = [stage.behind + 0.9, back - 1.3];
  const side = half - 1.1;
  const water = made(stage, MATERIALS.water);
  build(stage, "rooms/basin", [0, 0, 0], { given: { side, near, far } });
  ripples(water, { side, near, far });
  const lanes = Math.max(2, Math.floor((side * 2) / LANE));
  const wide = (side * 2) / lanes;
  for (let i = 0; i <= lanes; i++) {
    const x = -side + i * wide;
    if (i > 0 && i < lanes) rope(stage, x, [near + 0.05, far - 0.05]);
    if (i < lanes) build(stage, "rooms/starting-block", [x + wide / 2, 0, near]);
  }
  build(stage, "rooms/ladder", [side, 0, near + 1.4]);
  for (const z of [near + 3, far - 3]) if (z > near + 1 && z < far) flags(stage, side, z);
}

/** Reflections on the water as short horizontal strokes. */
function ripples(water: Stage, { side, near, far }: { side: number; near: number; far: number }): void {
  const top = floorOf(0.03, [-side, side], [near + 0.1, far - 0.1]);
  for (let i = 0; i < 34; i++) {
    const u = 0.2 + ((i * 0.379) % 1) * (top.w - 1.2);
    const v = ((i * 0.233) % 1) * top.h;
    mark(water, top, through([u, v], [u + 0.7, v + 0.03]), 0.9, "white");
  }
}

/** A lane rope of alternating dark and light floats. */
function rope({ camera, pen }: Stage, x: number, [near, far]: readonly [number, number]): void {
  let dark = true;
  for (let z = near; z < far; z += 0.5) {
    const ends = camera.segment([x, 0.05, z], [x, 0.05, Math.min(z + 0.5, far)]);
    if (ends)
      pen.stroke(sharp(ends), dark ? "black" : "white", Math.max(0.8, (camera.focal / z) * 0.012), false);
    dark = !dark;
  }
}

/** The line of flags above the water. */
function flags(stage: Stage, side: number, z: number): void {
  const { camera, pen } = stage;
  const line = camera.segment([-side, 2.1, z], [side, 2.1, z]);
  if (!line) return;
  pen.line(sharp(line), 0.6, "none");
  build(stage, "rooms/flags", [0, 0, z], { given: { half: side } });
}

/** A rope that sags between posts. */
function drawRope(stage: Stage, z: number): void {
  const metal = made(stage, MATERIALS.lamp);
  const posts = [-2.2, -0.75, 0.75, 2.2];
  for (const [i, x] of posts.entries()) {
    solid(metal, [x - 0.03, 0, z], [0.06, 0.92, 0.06], { front: { tone: 0.5 }, side: { tone: 0.7 } });
    solid(metal, [x - 0.13, 0, z - 0.1], [0.26, 0.04, 0.26], { front: { tone: 0.6 } });
    const next = posts[i + 1];
    if (next === undefined) continue;
    const { camera } = stage;
    const [a, b] = [camera.see(x, 0.86, z), camera.see(next, 0.86, z)];
    const sag = (camera.focal / z) * 0.24;
    made(stage, MATERIALS.red).pen.stroke([a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + sag], b], "black", 2.6);
  }
}

export function playhouse(setting: Stage): void {
  const { pen, camera, height } = setting;
  const stage = byItself(setting, "stage");
  const { place } = stage;
  const back = stage.behind + 2.6;
  const half = halfOf(stage, back, 3.6);
  pen.fill(paper(stage), { tone: fade(0, height, 0.9, 0.7) });
  const wood = made(stage, MATERIALS.wood);
  level(wood, [-half - 3, NEAR], [half + 3, back], { y: 0, paint: { tone: 0.3 }, weight: 0 });
  boards(stage, place, floorOf(0, [-half - 3, half + 3], [Math.max(NEAR, camera.distance * 0.5), back]), 0.3);
  // A painted backcloth with a town in the evening.
  setOut(stage, "rooms/backcloth", frontWall(back, [-half - 1, half + 1], [0, 5.4]));
  const given = { half, back, front: Math.max(NEAR + 0.6, camera.distance - 1.1) };
  setOut(stage, "rooms/curtains", [0, 0, stage.behind], { given });
  for (const x of [-1.6, 1.4]) spot(stage, x, back);
  setOut(stage, "rooms/footlights", [0, 0, stage.behind], { given });
}

/** A cone of light, and its circle on the stage floor. */
function spot(stage: Stage, x: number, back: number): void {
  const { camera, lamp } = stage;
  const z = Math.min(back - 0.6, camera.distance + 0.6);
  const from = camera.see(x * 1.8, 5.8, z);
  const [px, py] = camera.see(x * 0.45, 0, z);
  const k = camera.focal / z;
  lamp.fill(
    sharp([
      [from[0] - k * 0.1, from[1]],
      [from[0] + k * 0.1, from[1]],
      [px + k * 1.1, py],
      [px - k * 1.1, py],
    ]),
    { light: 0.16 },
  );
  lamp.fill(ellipse(px, py, k * 1.1, k * 0.26, 22), { light: 0.3 });
  glow(stage, [px, py - k], k * 2.4, 0.25);
}
