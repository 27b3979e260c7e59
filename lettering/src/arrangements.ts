// The search for places of all words of a panel together, at one stage of giving way: a beam search, word by word in the order
// of reading, over the places that each may take alone.
import {
  type Candidate,
  candidatesBeside,
  candidatesFor,
  type Ground,
  mayHaveRoom,
  type TextToPlace,
} from "./candidates.ts";
import { costBetween } from "./place-cost.ts";
import { take } from "./search-budget.ts";
import { areaOf } from "./silhouette.ts";

/** Places for the words of a panel, in their order. */
export interface Arrangement {
  chosen: readonly Candidate[];
  cost: number;
}

/** Places of the first words. Those of the words before the last are its `before`'s: most are never looked at again. */
interface Partial {
  cost: number;
  /** Of the panel, in square units. */
  area: number;
  before: Partial | null;
  last: Candidate | null;
}

/** The cheapest arrangements first, without their tails; none where the stage has no room. */
export function arrangements(texts: readonly TextToPlace[], ground: Ground): Arrangement[] {
  const { room, stage, budget } = ground;
  const share = { suits: room.cover, half: 0.5, all: Infinity }[stage.cover];
  const most = areaOf(room.corners) * share;
  if (!mayHaveRoom(texts, most, ground)) return [];
  let beams: Partial[] = [{ cost: 0, area: 0, before: null, last: null }];
  for (const [index, text] of texts.entries()) {
    // Where the rules give way most, balloons that belong together may stand apart.
    const joined = text.joined !== undefined && stage.ordered;
    const order = { index, count: texts.length };
    const free = joined ? [] : candidatesFor(text, order, ground);
    const besides = new Map<Candidate, Candidate[]>();
    const beside = (before: Candidate): Candidate[] => {
      const known = besides.get(before) ?? candidatesBeside(before, text, order, ground);
      besides.set(before, known);
      return known;
    };
    const grow = (beam: Partial): Partial[] => {
      const candidates = joined && beam.last !== null ? beside(beam.last) : free;
      const chosen = chosenOf(beam);
      const others = joined ? chosen.slice(0, -1) : chosen;
      const grown: Partial[] = [];
      if (!take(budget, candidates.length * Math.max(1, others.length))) return grown;
      for (const last of candidates) {
        const area = beam.area + last.paper;
        if (area > most) continue;
        const between = costBetween(others, last, room, stage);
        if (between !== null) grown.push({ cost: beam.cost + last.cost + between, area, before: beam, last });
      }
      return grown;
    };
    const grown = beams.slice(0, stage.beam).flatMap(grow);
    // The best places for some words may leave none for the next.
    if (grown.length === 0) grown.push(...beams.slice(stage.beam).flatMap(grow));
    beams = grown.sort((a, b) => a.cost - b.cost);
  }
  return beams.slice(0, stage.beam).map((beam) => ({ chosen: chosenOf(beam), cost: beam.cost }));
}

function chosenOf(partial: Partial): Candidate[] {
  const chosen: Candidate[] = [];
  for (let one: Partial | null = partial; one?.last; one = one.before) chosen.unshift(one.last);
  return chosen;
}
