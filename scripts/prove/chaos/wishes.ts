// Wishes of a campaign's users for finished books (editing an area of a picture, redrawing a sheet or a scene), drawn from the seed before
// the book exists.
import type { Region } from "../../../lib/pipeline/picture-wishes.ts";
import { MOST_TAKES } from "../../../lib/pipeline/picture-wishes.ts";
import type { Chance } from "../../../lib/pipeline/simulation/chance.ts";
import type { Wanted } from "./change-function.ts";
import type { WrittenResult } from "./written.ts";

export const WISHES = ["edit", "sheet", "scene"] as const;
export type WishKind = (typeof WISHES)[number];
export type Wish = Extract<Wanted, { kind: WishKind }>;

/** A wish for a book that does not exist yet. */
export interface PlannedWish {
  kind: WishKind;
  /** The panel or sheet it is about, as a share of their list. */
  at: number;
  instruction: string;
  region: Region | undefined;
  takes: number;
}

/** What one user does to a finished book. */
export interface Plan {
  /** How many of the story's wishes the user makes, in order. */
  wishes: number;
  /** Sends each wish twice at the same time. */
  isTwice: boolean;
  /** Milliseconds after the last wish at which it is cancelled and the previous version restored; undefined: never. */
  cancelAfterMs: number | undefined;
}

/** Shares of sessions whose users change the book, send duplicates, and cancel; and of edits with a region and several pictures. */
const SHARES = { changing: 0.7, twice: 0.3, cancelling: 0.25, region: 0.5, more: 0.5 } as const;
const CANCEL_MS = [0, 2_500] as const;

/** The wishes of all users who change a story's book. Drawings of a program cannot be edited. */
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

/** Resolves the wish for a book with these results. Throws if the book has nothing of that kind. */
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
