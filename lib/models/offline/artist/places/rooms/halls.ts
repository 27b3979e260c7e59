// Rooms whose walls, floor and all that stands in them are rows of `assets/places/rooms`, and the lines that those measure from.
import type { Paint } from "../../../../../manga/drawing.ts";
import { byItself, setOut } from "../drawers.ts";
import type { Stage } from "../stage.ts";
import { frontWall } from "../walls.ts";
import { drawBasin, drawPool } from "./bath-water.ts";
import { drawRope } from "./museum-parts.ts";
import { NEAR } from "./room-parts.ts";
import { type Lines, linesOf, roomOf, setRoom } from "./set-room.ts";

type Hall = "dojo" | "gym" | "church" | "library" | "museum" | "bath" | "classroom" | "pool";

/** Lines of one hall alone. */
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
