// Puts beats on pages: about five a page, pages that end where the reader wants to turn them, never a beat lost.
import { MOST_BALLOONS } from "../../../manga/book-quality.ts";
import type { Language } from "../../../manga/language.ts";
import { seededRandom } from "../../../manga/seeded-random.ts";
import { FEWEST_PAGES } from "../../../manga/spread.ts";
import { balloonsOf, FEWEST_FOR_SPLASH } from "../../../manga/story-pages.ts";
import { lengthOf } from "../../../manga/text-length.ts";
import type { Draft } from "./draft.ts";

/** How many balloons a beat's lines will fill. */
const balloonsIn = ({ lines }: Pick<Draft, "lines">, language: Language): number =>
  lines.reduce((sum, { text }) => sum + balloonsOf(text, language), 0);

/** Most panels that a page can hold at all. */
const MOST = 9;

/**
 * The peaks that have a page to themselves: of two the one or the other, and a single one where the seed does not rather give
 * it two pages together with what stands below it.
 */
export function planSplashes(beats: readonly Draft[], pages: number, seed: number): ReadonlySet<Draft> {
  if (pages < FEWEST_FOR_SPLASH || beats.length < pages * 2) return new Set();
  const peaks = beats.filter(({ weight, units }) => weight === 5 && units.length > 0);
  const random = seededRandom(seed, "splash");
  const chosen = peaks.length > 1 || random.next() < 0.6 ? peaks[random.below(peaks.length)] : undefined;
  return new Set(chosen ? [chosen] : []);
}

/** For each page the beats it holds. `beats` must be at least as many as `pages` and at most nine times as many; the seed decides between equals. */
export function paginate(
  beats: readonly Draft[],
  { pages, seed, language }: { pages: number; seed: number; language: Language },
): Draft[][] {
  const splashes = planSplashes(beats, pages, seed);
  const taste = beats.map((_, at) => seededRandom(seed, `page before ${at}`).next() * 2);
  const mean = beats.length / pages;
  const balloons = new Map(beats.map((beat) => [beat, balloonsIn(beat, language)]));
  const total = beats.length;
  const costs: Float64Array[] = [];
  const from: Int32Array[] = [];
  for (let page = 0; page <= pages; page += 1) {
    costs.push(new Float64Array(total + 1).fill(Number.POSITIVE_INFINITY));
    from.push(new Int32Array(total + 1));
  }
  const start = costs[0];
  if (start) start[0] = 0;
  for (let page = 1; page <= pages; page += 1) {
    const before = costs[page - 1];
    const here = costs[page];
    const back = from[page];
    if (!before || !here || !back) continue;
    for (let end = page; end <= total; end += 1) {
      for (let count = 1; count <= Math.min(MOST, end); count += 1) {
        const known = before[end - count] ?? Number.POSITIVE_INFINITY;
        if (known === Number.POSITIVE_INFINITY) continue;
        const cost =
          known +
          pageCost(beats, end - count, end, { page, pages, mean, splashes, balloons }) +
          (taste[end] ?? 0);
        if (cost < (here[end] ?? 0)) {
          here[end] = cost;
          back[end] = count;
        }
      }
    }
  }
  const result: Draft[][] = [];
  let end = total;
  for (let page = pages; page >= 1; page -= 1) {
    const count = from[page]?.[end] ?? 0;
    result.unshift(beats.slice(end - count, end));
    end -= count;
  }
  return result;
}

/** What it costs a page that a chapter begins on it below its top. */
const CHAPTER_INSIDE = 14;

interface PageAt {
  page: number;
  pages: number;
  mean: number;
  splashes: ReadonlySet<Draft>;
  /** How many each beat fills. */
  balloons: ReadonlyMap<Draft, number>;
}

function pageCost(
  beats: readonly Draft[],
  start: number,
  end: number,
  { page, pages, mean, splashes, balloons }: PageAt,
): number {
  const last = page === pages;
  const count = end - start;
  const ideal = Math.max(3, Math.min(6, mean));
  const opening = beats[start];
  // The peak that is alone on its page lies behind a turned page.
  if (count === 1 && opening && splashes.has(opening)) return page % 2 === 0 ? -30 : 20;
  let cost = (count - ideal) ** 2;
  if (count > 6) cost += (count - 6) * 6;
  if (count < 3) cost += (3 - count) * 5;
  let spoken = 0;
  for (let at = start; at < end; at += 1) {
    const beat = beats[at];
    if (!beat) continue;
    spoken += beat.lines.reduce((sum, line) => sum + lengthOf(line.text), 0);
    if (splashes.has(beat)) cost += 12;
    if (beat.weight === 5) cost += Math.max(0, count - 4) * 1.5;
  }
  const filled = beats.slice(start, end).reduce((sum, beat) => sum + (balloons.get(beat) ?? 0), 0);
  if (filled > MOST_BALLOONS) cost += (filled - MOST_BALLOONS) * 20;
  if (spoken > 150) cost += (spoken - 150) / 20;
  // The peak wants two pages, which begin where a page was turned.
  const opensSpread =
    page % 2 === 0 && !last && pages >= FEWEST_PAGES && opening?.weight === 5 && !splashes.has(opening);
  if (opensSpread && count >= 2 && count <= 4) cost -= 6;
  if (beats[start]?.opens) cost -= 1.2;
  // A chapter begins a page; the page before it may be short.
  for (let at = start + 1; at < end; at += 1) if (beats[at]?.chapter) cost += CHAPTER_INSIDE;
  if (start > 0 && opening?.chapter) cost -= 2;
  if (!last && page % 2 === 1) cost -= pull(beats[end - 1], beats[end]) * 4.5;
  return cost;
}

/** How much the end of a page makes the reader turn it, 0 to 1. */
export function pull(end: Draft | undefined, next: Draft | undefined): number {
  if (!end) return 0;
  const open = /[？?]$|…$|\.\.\.$/u.test(end.lines.at(-1)?.text ?? "") ? 0.5 : 0;
  const turn = next?.turn || (next?.weight ?? 0) >= 4 ? 0.6 : 0;
  const strong = end.turn || end.weight >= 4 ? 0.5 : 0;
  const quiet = end.kind === "silence" || end.kind === "reaction" ? 0.3 : 0;
  const heard = end.sounds.length > 0 ? 0.3 : 0;
  const asked = /[？?]$/u.test(next?.lines[0]?.text ?? "") ? 0.25 : 0;
  const outcry = /^(?:shout|cry)$/u.test(next?.lines[0]?.voice ?? "") ? 0.5 : 0;
  return Math.min(1, open + turn + strong + quiet + heard + outcry + asked + arrival(end, next));
}

/** Somebody comes whom the page has not shown: the next one shows who. */
function arrival(end: Draft, next: Draft | undefined): number {
  if (!next || next.scene !== end.scene) return 0;
  return next.people.some(({ character }) => !end.people.some((one) => one.character === character))
    ? 0.25
    : 0;
}
