// Places a panel's words: high, in reading order, near their speakers, never over a face, off key art where possible, inside the panel.
// Sizes shrink and rules are relaxed in a fixed order; words are never cut.

import { type Arrangement, arrangements } from "./arrangements.ts";
import type { Candidate, PlacedText, Room, StageSearch, TextToPlace } from "./candidates.ts";
import type { Face } from "./page.ts";
import { keepCost } from "./place-cost.ts";
import { type SearchBudget, searchBudget } from "./search-budget.ts";
import { sidesOf } from "./silhouette.ts";
import { squeezed } from "./squeeze.ts";
import { COARSE_STAGES, STAGES, type Stage } from "./stages.ts";
import { handsOf, tailTowards } from "./tail.ts";
import { type TailWays, tailWays } from "./tail-ways.ts";

/** All texts of a panel, placed; the cost includes their tails. */
interface JudgedArrangement extends Arrangement {
  /** The part of the cost that smaller letters might remove: covered art, and tails without enough room. */
  faults: number;
}

/** What the searches of one stage share, with the tails of each place. */
interface SearchWithTails extends StageSearch {
  waysOf(face: Face, place: Candidate): TailWays;
}

/** Cost of a speaker's line without a tail. */
const NO_TAIL = 4.5;
/** Cost that is added where two lines that could be joined stand apart. */
const PARTED = 0.8;
/** The stages' share of the budget; the rest is for a coarse search where they find nothing. */
const STAGES_SHARE = 0.8;
/** Tolerance for sums of costs: more than their rounding error. */
const ROUNDING = 1e-6;

/**
 * Places all texts of a panel, in their order. If the budget ends early, the best arrangement so far is used; without any, each text is
 * shrunk into its part of the panel.
 */
export function placeTexts(texts: readonly TextToPlace[], room: Room, budget: SearchBudget): PlacedText[] {
  if (texts.length === 0) return [];
  const isPair = texts.some(({ joined }) => joined === "line");
  const parted = texts.map((text) => (text.joined === "line" ? { ...text, joined: undefined } : text));
  let best: JudgedArrangement | null = null;
  const main = searchBudget(budget.limit * STAGES_SHARE, budget);
  for (const { stage, own } of [
    ...STAGES.map((stage) => ({ stage, own: main })),
    ...COARSE_STAGES.map((stage) => ({ stage, own: budget })),
  ]) {
    if (own === budget && (best !== null || !main.limited)) break;
    const surcharge = best === null ? 0 : stage.surcharge * texts.length;
    // A later stage is searched only where it could improve the result, or where there is no result yet.
    if (best !== null && best.faults <= surcharge) continue;
    const search = searchFor(room, stage, own);
    for (const { lines, more } of [
      { lines: texts, more: 0 },
      ...(isPair ? [{ lines: parted, more: PARTED }] : []),
    ]) {
      const dearer: number = best === null ? 0 : stage.surcharge * texts.length;
      const most: number = best === null ? Infinity : best.cost - dearer;
      const way = cheapest(lines, search, { more, most });
      if (way === null) continue;
      const cost: number = way.cost + dearer;
      if (best === null || cost < best.cost) best = { ...way, cost };
    }
  }
  if (best !== null) return [...best.chosen];
  // More text than the paper holds at 10 pt: each is shrunk until it fits, one below the other where possible.
  return texts.map((text, i) => squeezed(text, room, (i + 0.5) / texts.length));
}

function searchFor(room: Room, stage: Stage, budget: SearchBudget): SearchWithTails {
  const hands = handsOf(room.keep);
  const around = { sides: sidesOf(room.corners), faces: room.faces, hands, budget };
  const ways = new Map<Candidate, TailWays>();
  return {
    ...{ room, stage, hands, budget, known: { free: new Map(), bodies: new Map() } },
    waysOf(face, place) {
      const known = ways.get(place) ?? tailWays(face, place, around);
      ways.set(place, known);
      return known;
    },
  };
}

/** The best arrangement with its tails; null where none costs less than `most`. `more` is added to each cost. */
function cheapest(
  texts: readonly TextToPlace[],
  search: SearchWithTails,
  { more, most }: { more: number; most: number },
): JudgedArrangement | null {
  const { room } = search;
  let best: JudgedArrangement | null = null;
  for (const { chosen, cost } of arrangements(texts, search)) {
    if (cost + more - ROUNDING >= most || (best !== null && best.cost <= cost + more)) break;
    const { tails, words } = tailsCost(chosen, texts, search);
    const all = cost + more + tails + words;
    if (best !== null && best.cost <= all) continue;
    const covered = chosen.map(({ silhouette, body }) => keepCost(silhouette, body, room.keep));
    best = { chosen, cost: all, faults: covered.reduce((sum, one) => sum + one, tails) };
  }
  return best;
}

/** Cost of an arrangement's tails: `tails` for bends and length, `words` for those that point at other words. */
function tailsCost(
  chosen: readonly Candidate[],
  texts: readonly TextToPlace[],
  { room: { taken }, budget, waysOf }: SearchWithTails,
): { tails: number; words: number } {
  const costs = chosen.map((place, i) => {
    const face = texts[i]?.face;
    if (!face) return { cost: 0, words: 0 };
    const others = [...taken, ...chosen.flatMap(({ silhouette }, j) => (j === i ? [] : [silhouette]))];
    const found = tailTowards(face, place, { others, tails: [], budget }, waysOf(face, place));
    return found ?? { cost: NO_TAIL, words: 0 };
  });
  // Joined balloons need one tail together.
  const sum = { tails: 0, words: 0 };
  for (const [i, own] of costs.entries()) {
    if (texts[i]?.joined !== undefined) continue;
    const joined = texts.slice(i + 1).findIndex((text) => text.joined === undefined);
    const group = [own, ...costs.slice(i + 1, joined < 0 ? undefined : i + 1 + joined)];
    const best = group.reduce((a, b) => (b.cost + b.words < a.cost + a.words ? b : a));
    sum.tails += best.cost;
    sum.words += best.words;
  }
  return sum;
}
