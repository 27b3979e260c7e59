// Crash orders (where and how a worker dies), drawn from the seed and issued one by one as the campaign progresses.
import type { Chance } from "../../../lib/pipeline/simulation/chance.ts";
import { PHASES } from "../../../lib/pipeline/step-id.ts";
import { CRASH_POINTS, type CrashPoint } from "./journal.ts";

export interface CrashOrder {
  id: number;
  /** The function whose worker dies. */
  name: string;
  /** `anywhere`: a kill from outside, `afterMs` after the delivery was handed over. */
  point: CrashPoint | "anywhere";
  /** `exit`: the instance exits. In both cases nothing in it runs any more. */
  manner: "SIGKILL" | "exit";
  afterMs: number;
}

export interface CrashOrders {
  /** The next order for a worker of this function that is due at this progress of the campaign (0 to 1). */
  take(name: string, share: number): CrashOrder | undefined;
  /** The delivery ended before it reached the point: the order is issued again. */
  giveBack(order: CrashOrder): void;
}

/** Points that a function cannot reach, because it makes no call, stores no picture, or releases nothing. */
const NEVER: Partial<Record<CrashPoint, readonly string[]>> = {
  paid: ["lettering", "finish"],
  stored: ["concept", "plot", "finish"],
  published: ["finish"],
};
/** Share of kills from outside; the others are divided evenly among the points. */
const OUTSIDE_SHARE = 0.4;
/** All orders are due by this progress; the rest of the campaign is for returned orders. */
const LAST_SHARE = 0.85;

/** `isBuilt`: bundled functions have no crash points, so all crashes are kills from outside. */
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

/** Delay after a delivery was handed over. Bundled functions have models that take seconds. */
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
