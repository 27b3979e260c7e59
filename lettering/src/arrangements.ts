// Searches places for all words of a panel together, at one stage of relaxed rules: a beam search, word by word in reading order, over the
// places that each word could take alone.
import {
  type Candidate,
  candidatesBeside,
  candidatesFor,
  mayHaveRoom,
  type StageSearch,
  type TextToPlace,
} from "./candidates.ts";
import { costBetween } from "./place-cost.ts";
import { take } from "./search-budget.ts";
import { areaOf } from "./silhouette.ts";

/** Places for all words of a panel, in reading order. */
export interface Arrangement {
  chosen: readonly Candidate[];
  cost: number;
}

/**
 * Places for the first words of a panel. A linked list: `last` is the last word's place, `before` holds the others, so that a beam that is
 * dropped is never copied.
 */
interface Partial {
  cost: number;
  /** Area of the panel that these words cover, in square units. */
  area: number;
  before: Partial | null;
  last: Candidate | null;
}

/** Gives the cheapest arrangements first, without the cost of their tails; an empty list where the words do not fit at this stage. */
export function arrangements(texts: readonly TextToPlace[], search: StageSearch): Arrangement[] {
  const { room, stage, budget } = search;
  const share = { suits: room.cover, half: 0.5, all: Infinity }[stage.cover];
  const most = areaOf(room.corners) * share;
  if (!mayHaveRoom(texts, most, search)) return [];
  let beams: Partial[] = [{ cost: 0, area: 0, before: null, last: null }];
  for (const [index, text] of texts.entries()) {
    // The last stages allow joined balloons to stand apart.
    const joined = text.joined !== undefined && stage.ordered;
    const order = { index, count: texts.length };
    const free = joined ? [] : candidatesFor(text, order, search);
    const besides = new Map<Candidate, Candidate[]>();
    const beside = (before: Candidate): Candidate[] => {
      const known = besides.get(before) ?? candidatesBeside(before, text, order, search);
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
        const area = beam.area + last.area;
        if (area > most) continue;
        const between = costBetween(others, last, room, stage);
        if (between !== null) grown.push({ cost: beam.cost + last.cost + between, area, before: beam, last });
      }
      return grown;
    };
    const grown = beams.slice(0, stage.beam).flatMap(grow);
    // If none of the best arrangements leaves room for this word, the others are tried.
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
