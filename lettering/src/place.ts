// The search that places a panel's words: high, in reading order, near their speakers, never over a face,
// off key art where that is possible, inside the panel. Sizes shrink and rules give way in a fixed order; words never do.

import { type Arrangement, arrangements } from "./arrangements.ts";
import type { Candidate, Ground, PlacedText, Room, TextToPlace } from "./candidates.ts";
import type { Face } from "./page.ts";
import { keepCost } from "./place-cost.ts";
import { type SearchBudget, searchBudget } from "./search-budget.ts";
import { sidesOf } from "./silhouette.ts";
import { squeezed } from "./squeeze.ts";
import { COARSE_STAGES, STAGES, type Stage } from "./stages.ts";
import { handsOf, tailTowards } from "./tail.ts";
import { type TailWays, tailWays } from "./tail-ways.ts";

/** All texts of a panel, placed, their tails being counted too. */
interface JudgedArrangement extends Arrangement {
  /** How much of the cost is for what smaller letters might mend: art that is covered, and tails for which there is no room. */
  faults: number;
}

/** What the searches of one stage share: places of a word alone, and the tails of a place. */
interface StageGround extends Ground {
  waysOf(face: Face, place: Candidate): TailWays;
}

/** What it costs that a speaker's line has no tail. */
const NO_TAIL = 4.5;
/** By how much places of two lines in one balloon pair may be worse than those of two balloons. */
const PAIRED = 0.8;
/** What of the budget the stages share; the rest is for a coarse search, where they find nothing. */
const MAIN = 0.8;
/** More than sums of costs are off by for being rounded. */
const ROUNDING = 1e-6;

/**
 * Places all texts of a panel, in their order. Where the budget is spent, the best arrangement found so far is taken; where none
 * was found by then, each text is squeezed in.
 */
export function placeTexts(texts: readonly TextToPlace[], room: Room, budget: SearchBudget): PlacedText[] {
  if (texts.length === 0) return [];
  const isPair = texts.some(({ joined }) => joined === "line");
  const parted = texts.map((text) => (text.joined === "line" ? { ...text, joined: undefined } : text));
  let best: JudgedArrangement | null = null;
  const main = searchBudget(budget.limit * MAIN, budget);
  for (const { stage, own } of [
    ...STAGES.map((stage) => ({ stage, own: main })),
    ...COARSE_STAGES.map((stage) => ({ stage, own: budget })),
  ]) {
    if (own === budget && (best !== null || !main.limited)) break;
    const tax = best === null ? 0 : stage.tax * texts.length;
    // Smaller letters are looked for only where they could mend something, or where nothing else was found.
    if (best !== null && best.faults <= tax) continue;
    const ground = groundOf(room, stage, own);
    for (const { lines, more } of [
      { lines: texts, more: 0 },
      ...(isPair ? [{ lines: parted, more: PAIRED }] : []),
    ]) {
      const dearer: number = best === null ? 0 : stage.tax * texts.length;
      const most: number = best === null ? Infinity : best.cost - dearer;
      const way = cheapest(lines, ground, { more, most });
      if (way === null) continue;
      const cost: number = way.cost + dearer;
      if (best === null || cost < best.cost) best = { ...way, cost };
    }
  }
  if (best !== null) return [...best.chosen];
  // More text than the paper holds at 10 pt: shrink each until it fits, one below the other where that is possible.
  return texts.map((text, i) => squeezed(text, room, (i + 0.5) / texts.length));
}

function groundOf(room: Room, stage: Stage, budget: SearchBudget): StageGround {
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

/** The best of a search's arrangements; null where none costs less than `most`. `more` is added to what each costs. */
function cheapest(
  texts: readonly TextToPlace[],
  ground: StageGround,
  { more, most }: { more: number; most: number },
): JudgedArrangement | null {
  const { room } = ground;
  let best: JudgedArrangement | null = null;
  for (const { chosen, cost } of arrangements(texts, ground)) {
    if (cost + more - ROUNDING >= most || (best !== null && best.cost <= cost + more)) break;
    const { tails, words } = tailsCost(chosen, texts, ground);
    const all = cost + more + tails + words;
    if (best !== null && best.cost <= all) continue;
    const covered = chosen.map(({ silhouette, body }) => keepCost(silhouette, body, room.keep));
    best = { chosen, cost: all, faults: covered.reduce((sum, one) => sum + one, tails) };
  }
  return best;
}

/** What the tails of an arrangement cost, by how far they are from straight and short, and for those that point at other words. */
function tailsCost(
  chosen: readonly Candidate[],
  texts: readonly TextToPlace[],
  { room: { taken }, budget, waysOf }: StageGround,
): { tails: number; words: number } {
  const costs = chosen.map((place, i) => {
    const face = texts[i]?.face;
    if (!face) return { cost: 0, words: 0 };
    const others = [...taken, ...chosen.flatMap(({ silhouette }, j) => (j === i ? [] : [silhouette]))];
    const found = tailTowards(face, place, { others, tails: [], budget }, waysOf(face, place));
    return found ?? { cost: NO_TAIL, words: 0 };
  });
  // Balloons that are grown together need one.
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
