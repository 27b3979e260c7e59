// What the people of a campaign wish of finished books: a part of a picture changed, a sheet or a scene drawn again; drawn from the seed,
// before the book is there.
import type { Region } from "../../../lib/pipeline/picture-wishes.ts";
import { MOST_TAKES } from "../../../lib/pipeline/picture-wishes.ts";
import type { Chance } from "../../../lib/pipeline/simulation/chance.ts";
import type { Wanted } from "./change-function.ts";
import type { WrittenResult } from "./written.ts";

export const WISHES = ["edit", "sheet", "scene"] as const;
export type WishKind = (typeof WISHES)[number];
export type Wish = Extract<Wanted, { kind: WishKind }>;

/** A wish for a book that is not known yet. */
export interface PlannedWish {
  kind: WishKind;
  /** Which of the book's panels or sheets it is about: a share of their list. */
  at: number;
  instruction: string;
  region: Region | undefined;
  takes: number;
}

/** What one person does to a finished book. */
export interface Plan {
  /** How many of the story's wishes, in their order. */
  wishes: number;
  /** Sends each wish twice at the same time. */
  isTwice: boolean;
  /** Milliseconds after the last wish until it is cancelled, and the version before restored; undefined: it is not. */
  cancelAfterMs: number | undefined;
}

/** Of sessions whose people change the book; those that cancel the last change. */
const SHARES = { changing: 0.7, twice: 0.3, cancelling: 0.25, region: 0.5, more: 0.5 } as const;
const CANCEL_MS = [0, 2_500] as const;

/** The wishes of everybody who changes the same story's book. Drawings of a program cannot be edited. */
export function planWishes(chance: Chance, { isPainted }: { isPainted: boolean }): PlannedWish[] {
  const kinds = WISHES.filter((kind) => isPainted || kind !== "edit");
  const order = kinds.map((kind) => ({ kind, at: chance.next() })).toSorted((a, b) => a.at - b.at);
  const all = order.map(({ kind }) => kind);
  if (isPainted && chance.happens(SHARES.more)) all.push("edit");
  return all.map((kind) => {
    const corner = (): [number, number] => [chance.next(), chance.next()];
    const region = Array.from({ length: chance.between(3, 6) }, corner);
    return {
      ...{ kind, at: chance.next(), instruction: `change ${chance.between(1, 1_000)}` },
      region: chance.happens(SHARES.region) ? region : undefined,
      takes: chance.between(1, MOST_TAKES),
    };
  });
}

export function planPerson(chance: Chance, wishes: number): Plan {
  const isChanging = chance.happens(SHARES.changing);
  return {
    wishes: isChanging ? chance.between(1, wishes) : 0,
    isTwice: chance.happens(SHARES.twice),
    cancelAfterMs: chance.happens(SHARES.cancelling) ? chance.between(...CANCEL_MS) : undefined,
  };
}

const PANEL = /^artwork\/p(\d+)\/(k\d+)$/;
const SHEET = /^(?:characters\/c\d+(?:\.o\d+)?|artwork\/(?:style|place\.l\d+))$/;

/** The wish for a book with these results. Throws when the book has nothing of that kind. */
export function wishFor(
  { kind, at, instruction, region, takes }: PlannedWish,
  results: Readonly<Record<string, WrittenResult>>,
): Wish {
  const steps = Object.keys(results).toSorted();
  const those = steps.filter((step) => (kind === "sheet" ? SHEET : PANEL).test(step));
  const step = those[Math.floor(at * those.length)];
  if (step === undefined) throw new Error(`the book has nothing for the wish ${kind}`);
  if (kind === "sheet") return { kind, step };
  const [, page, panel = ""] = PANEL.exec(step) ?? [];
  const where = { page: Number(page), panel };
  if (kind === "scene") return { kind, ...where };
  return { kind, ...where, instruction, takes, ...(region && { region }) };
}
