// Where and how workers die: drawn from the seed, handed out one by one as the campaign goes on.
import type { Chance } from "../../../lib/pipeline/simulation/chance.ts";
import { PHASES } from "../../../lib/pipeline/step-id.ts";
import { CRASH_POINTS, type CrashPoint } from "./journal.ts";

export interface CrashOrder {
  id: number;
  /** The function whose worker dies. */
  name: string;
  /** `anywhere`: from outside, `afterMs` after it was handed a delivery. */
  point: CrashPoint | "anywhere";
  /** `exit`: the instance is thrown away. Either way nothing in it runs any more. */
  manner: "SIGKILL" | "exit";
  afterMs: number;
}

export interface CrashOrders {
  /** An order for a worker of this function, once that share of the campaign (0 to 1) has begun. */
  take(name: string, share: number): CrashOrder | undefined;
  /** Its delivery ended before it came to that point: somebody else gets it. */
  giveBack(order: CrashOrder): void;
}

/** Functions that never come to a point: they make no call, store no picture, or release nothing. */
const NEVER: Partial<Record<CrashPoint, readonly string[]>> = {
  paid: ["lettering", "finish"],
  stored: ["concept", "plot", "finish"],
  published: ["finish"],
};
/** Of all deaths; the others are at the points, as many at each. */
const OUTSIDE_SHARE = 0.4;
/** Everything that is to die has its order by then; the rest of the campaign is for orders that came back. */
const LAST_SHARE = 0.85;

/** `isBuilt`: functions as they are deployed have no places to die at, so all are killed from outside. */
export function drawCrashOrders(chance: Chance, count: number, isBuilt = false): CrashOrders {
  const waiting = Array.from({ length: count }, (_, id) =>
    isBuilt ? drawKill(chance, id, KILL_MS.built) : drawOrder(chance, id),
  );
  return {
    take(name, share) {
      const due = Math.ceil((count * share) / LAST_SHARE);
      const index = waiting.findIndex((order) => order.id < due && order.name === name);
      return index < 0 ? undefined : waiting.splice(index, 1)[0];
    },
    giveBack(order) {
      waiting.unshift(order);
    },
  };
}

/** After a delivery came. Built functions have models that take seconds. */
const KILL_MS = { own: [3, 600], built: [3, 4_000] } as const;

function drawKill(chance: Chance, id: number, [least, most]: readonly [number, number]): CrashOrder {
  const name = chance.pick([
    "start",
    "change",
    ...PHASES,
    "artwork",
    "artwork",
    "characters",
    "lettering",
    "sweep",
  ]);
  return { id, name, point: "anywhere", manner: "SIGKILL", afterMs: chance.between(least, most) };
}

function drawOrder(chance: Chance, id: number): CrashOrder {
  if (chance.happens(OUTSIDE_SHARE)) return drawKill(chance, id, KILL_MS.own);
  const point = CRASH_POINTS[id % CRASH_POINTS.length] ?? "claimed";
  const names = PHASES.filter((phase) => NEVER[point]?.includes(phase) !== true);
  const name = chance.pick(
    point === "published" || point === "answering" ? [...names, "start", "change"] : names,
  );
  return { id, name, point, manner: chance.happens(0.5) ? "SIGKILL" : "exit", afterMs: 0 };
}
