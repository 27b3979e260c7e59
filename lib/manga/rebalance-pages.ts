// Moves beats from pages with too many panels or balloons to neighbouring pages, before anything is laid out or drawn. The order of beats and the
// page turns stay as the plot has them.
import { MOST_BALLOONS, MOST_PANELS } from "./book-quality.ts";
import { joinsPrevious } from "./joined-balloons.ts";
import type { Beat, PlotPage } from "./plot.ts";
import type { QualityRepair } from "./quality.ts";

/** Most beats by which the end of a page may move. */
const MOST_SHIFT = 4;
/** Cost of one panel or balloon too many. Moving a beat costs 1, so relief always wins. */
const EXCESS_COST = 100;

/** The pages with the same beats in the same order. A relieved page records the repair. */
export function rebalancePages<P extends PlotPage>(pages: readonly P[]): P[] {
  const crowd = pages.map(({ beats }) => crowdOf(beats));
  if (crowd.every((each) => each.excess === 0)) return [...pages];
  const beats = pages.flatMap((page) => page.beats);
  const ends = leastCrowdedEnds(pages, beats);
  return pages.map((page, index) => {
    const own = beats.slice(ends[index - 1] ?? 0, ends[index]);
    const was = crowd[index];
    const isRelieved = was !== undefined && was.excess > 0 && crowdOf(own).excess === 0;
    const repairs: QualityRepair[] = isRelieved
      ? [{ check: "density", page: page.number, message: `the page had ${was.description}`, by: "relaid" }]
      : [];
    return { ...page, beats: own, ...(repairs.length > 0 && { repairs }) };
  });
}

/** The end of each page, in beats: least excess first, then fewest moved beats. Dynamic programming over pages. */
function leastCrowdedEnds(pages: readonly PlotPage[], beats: readonly Beat[]): number[] {
  let ways = new Map<number, { cost: number; ends: readonly number[] }>([[0, { cost: 0, ends: [] }]]);
  let own = 0;
  for (const [index, page] of pages.entries()) {
    own += page.beats.length;
    const reach = isFixed(page, pages[index + 1]) ? 0 : MOST_SHIFT;
    const next: typeof ways = new Map();
    for (let end = own - reach; end <= Math.min(beats.length, own + reach); end++) {
      for (const [start, { cost: before, ends }] of ways) {
        if (end <= start) continue;
        const cost = before + crowdOf(beats.slice(start, end)).excess * EXCESS_COST + Math.abs(end - own);
        if (cost < (next.get(end)?.cost ?? Number.POSITIVE_INFINITY))
          next.set(end, { cost, ends: [...ends, end] });
      }
    }
    ways = next;
  }
  return [...(ways.get(beats.length)?.ends ?? [])];
}

/** Whether a page's end must not move: before a page turn's hook, at 4-koma strips and splash pages, and at the last page. */
function isFixed(page: PlotPage, next: PlotPage | undefined): boolean {
  if (next === undefined || page.hook) return true;
  return [page, next].some(({ strips, beats }) => strips !== undefined || beats.length === 1);
}

interface Crowd {
  /** Panels and balloons beyond the most. */
  excess: number;
  description: string;
}

function crowdOf(beats: readonly Beat[]): Crowd {
  const balloons = beats.reduce((sum, { lines }) => {
    const pairs = joinsPrevious(lines.map(({ speaker, voice }) => ({ kind: "balloon", speaker, voice })));
    return sum + pairs.filter((goesOn) => !goesOn).length;
  }, 0);
  return {
    excess: Math.max(0, beats.length - MOST_PANELS) + Math.max(0, balloons - MOST_BALLOONS),
    description:
      balloons > MOST_BALLOONS
        ? `${balloons} balloons; the maximum is ${MOST_BALLOONS}`
        : `${beats.length} panels; the maximum is ${MOST_PANELS}`,
  };
}
