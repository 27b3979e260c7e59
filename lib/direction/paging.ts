// Puts the beats of any reader on pages: a readable number of beats a page, page turns at hooks, chapters at the top, and a splash page for
// the peak if the seed chooses it. No beat is lost.
import { MOST_BALLOONS, MOST_PANELS } from "../manga/book-quality.ts";
import type { Language } from "../manga/language.ts";
import type { PlotPage } from "../manga/plot.ts";
import { seededRandom } from "../manga/seeded-random.ts";
import { FEWEST_PAGES } from "../manga/spread.ts";
import { FEWEST_FOR_SPLASH, LETTERS_PER_PAGE, MOST_LETTERS } from "../manga/story-pages.ts";
import { bestCuts, groupsOf } from "./best-cuts.ts";
import { joinBeatsTo, type ToldBeat } from "./join-beats.ts";
import { padWithPauses } from "./pauses.ts";
import { balloonsIn, lettersIn } from "./words.ts";

export interface Paging {
  pages: number;
  /** Decides between equally good pages. */
  seed: number;
  language: Language;
  /** Units at which the reader wants a page to begin. The value tells whether the page before ends on a hook. */
  begins?: ReadonlyMap<string, boolean>;
}

/** Maximum mean number of beats a page. */
const MOST_BEATS = 6.2;
const HOOK = 0.5;

/** Returns exactly the requested number of pages, none of them empty, with numbered beats. */
export function pagesOf(beats: readonly ToldBeat[], paging: Paging): PlotPage[] {
  const { pages, language, begins } = paging;
  const fitting = padWithPauses(
    joinBeatsTo(beats, Math.max(3, Math.floor(pages * MOST_BEATS)), language),
    pages,
  );
  const dealt = paginate(fitting, paging);
  return numbered(
    dealt.map((own, at) => {
      const next = dealt[at + 1]?.[0];
      const wanted = next?.units.map((unit) => begins?.get(unit)).find((hooks) => hooks !== undefined);
      // Odd pages are followed by a page turn.
      const hook = at % 2 === 0 && next !== undefined && (wanted ?? turnsPage(own.at(-1), next) >= HOOK);
      return { spread: false, hook, beats: own };
    }),
  );
}

/** Adds the numbers of the pages, and the ids of their beats. */
export function numbered(
  pages: readonly (Omit<PlotPage, "number" | "beats"> & { beats: readonly ToldBeat[] })[],
): PlotPage[] {
  let count = 0;
  return pages.map(({ beats, ...page }, at) => ({
    ...{ number: at + 1, ...page },
    beats: beats.map((beat) => {
      count += 1;
      return { ...beat, id: `b${count}` };
    }),
  }));
}

/** Maximum number of letters of a splash page, so that they hide little of its picture. */
const ON_SPLASH = { ja: 60, en: 32 } as const;

/** The peak that gets a splash page. Undefined if there is none, or if the seed chooses a spread instead. */
function planSplash(beats: readonly ToldBeat[], { pages, seed, language }: Paging): ToldBeat | undefined {
  if (pages < FEWEST_FOR_SPLASH || beats.length < pages * 2) return undefined;
  const peaks = beats.filter(
    (beat) =>
      beat.weight === 5 &&
      beat.figures.length + beat.things.length > 0 &&
      lettersIn(beat) <= ON_SPLASH[language],
  );
  const random = seededRandom(seed, "splash");
  return peaks.length > 1 || random.next() < 0.6 ? peaks[random.below(Math.max(1, peaks.length))] : undefined;
}

interface Measured {
  beat: ToldBeat;
  letters: number;
  balloons: number;
  opens: boolean;
}

/** The beats of each page. */
function paginate(beats: readonly ToldBeat[], paging: Paging): ToldBeat[][] {
  const { pages, seed, language } = paging;
  const splash = planSplash(beats, paging);
  const measured = beats.map((beat, at) => ({
    ...{ beat, letters: lettersIn(beat), balloons: balloonsIn(beat, language) },
    opens: beat.scene !== beats[at - 1]?.scene,
  }));
  const taste = beats.map((_, at) => seededRandom(seed, `page before ${at}`).next() * 2);
  const mean = {
    beats: beats.length / pages,
    letters: measured.reduce((sum, { letters }) => sum + letters, 0) / pages,
  };
  const cutting = { count: beats.length, groups: pages, widest: MOST_PANELS };
  const ends = bestCuts(cutting, (start, end, group) => {
    const at = { page: group + 1, mean, splash, ...paging };
    return pageCost(measured.slice(start, end), measured[end], at) + (taste[end] ?? 0);
  });
  return groupsOf(beats, ends);
}

/** Cost of a page with twice the maximum number of letters. */
const OVERFULL = 2000;
/** Bonus for a page that begins where the reader wants it to. */
const AS_WANTED = 40;

interface PageAt extends Paging {
  page: number;
  mean: { beats: number; letters: number };
  splash: ToldBeat | undefined;
}

function pageCost(own: readonly Measured[], next: Measured | undefined, at: PageAt): number {
  const { page, pages, mean, splash, language, begins } = at;
  const count = own.length;
  const opening = own[0]?.beat;
  // A splash page comes right after a page turn.
  if (count === 1 && opening !== undefined && opening === splash) return page % 2 === 0 ? -30 : 20;
  const ideal = Math.max(3, Math.min(6, mean.beats));
  let cost = (count - ideal) ** 2 + Math.max(0, count - 6) * 6 + Math.max(0, 3 - count) * 5;
  let [letters, balloons] = [0, 0];
  for (const [index, { beat, ...words }] of own.entries()) {
    letters += words.letters;
    balloons += words.balloons;
    if (beat === splash) cost += 12;
    if (beat.weight === 5) cost += Math.max(0, count - 4) * 1.5;
    if (index > 0 && beat.chapter !== undefined) cost += 14;
    // A page should not begin inside a line or sentence.
    if (index === 0 && page > 1 && beat.units.length === 0 && beat.kind !== "establish") cost += 3;
  }
  const usual = Math.max(mean.letters, LETTERS_PER_PAGE[language]);
  const over = Math.max(0, letters - usual) / usual;
  cost += over * 30 + over ** 2 * 80 + (Math.abs(letters - mean.letters) / usual) * 5;
  cost += (Math.max(0, letters - MOST_LETTERS[language]) / MOST_LETTERS[language]) * OVERFULL;
  cost += Math.max(0, balloons - MOST_BALLOONS) * 20;
  const isLast = page === pages;
  // A spread begins right after a page turn.
  const opensSpread =
    page % 2 === 0 && !isLast && pages >= FEWEST_PAGES && opening?.weight === 5 && opening !== splash;
  if (opensSpread && count >= 2 && count <= 4) cost -= 6;
  if (own[0]?.opens) cost -= 1.2;
  if (page > 1 && opening?.chapter !== undefined) cost -= 2;
  if (begins !== undefined && opening?.units.some((unit) => begins.has(unit))) cost -= AS_WANTED;
  if (!isLast && page % 2 === 1) cost -= turnsPage(own.at(-1)?.beat, next?.beat) * 4.5;
  return cost;
}

const OPEN_ENDS: ReadonlySet<string> = new Set(["?", "？", "…"]);

/** How strongly a page's end makes the reader turn it, 0 to 1. */
function turnsPage(end: ToldBeat | undefined, next: ToldBeat | undefined): number {
  if (end === undefined) return 0;
  const asks = (beat: ToldBeat | undefined, at: 0 | -1) =>
    OPEN_ENDS.has(beat?.lines.at(at)?.text.at(-1) ?? "");
  const loud = next?.lines[0]?.voice === "shout" || next?.lines[0]?.voice === "cry";
  const arrives =
    next?.scene === end.scene &&
    next.figures.some(({ character }) => !end.figures.some((one) => one.character === character));
  return Math.min(
    1,
    (asks(end, -1) ? 0.5 : 0) +
      ((next?.weight ?? 0) >= 4 ? 0.6 : 0) +
      (end.weight >= 4 ? 0.5 : 0) +
      (end.kind === "silence" || end.kind === "reaction" ? 0.3 : 0) +
      (end.sounds.length > 0 ? 0.3 : 0) +
      (loud ? 0.5 : 0) +
      (asks(next, 0) ? 0.25 : 0) +
      (arrives ? 0.25 : 0),
  );
}

const BEATS_PER_PAGE = 3.4;
const BEAT = { ja: { least: 30, most: 60 }, en: { least: 16, most: 32 } } as const;

/** Letters of a beat, so that the pages have a readable number of beats. */
export function beatRoom(letters: number, { pages, language }: Pick<Paging, "pages" | "language">): number {
  const { least, most } = BEAT[language];
  return Math.max(least, Math.min(most, letters / (pages * BEATS_PER_PAGE)));
}
