// 4-koma (四コマ): a short joke as strips of four equal panels. Each strip begins, goes on, turns and ends (起承転結): the story's
// own beats are dealt out so that what turns it comes third and the last words stand alone.

import type { Language } from "../../../manga/language.ts";
import type { Story } from "../../../manga/story.ts";
import { lengthOf } from "../../../manga/text-length.ts";
import type { Brief } from "../../reader.ts";
import type { Concept } from "../closed/concept.ts";
import type { PlotPage } from "../closed/plot.ts";
import type { Draft } from "./draft.ts";
import { addPause, join, leaveOut, pauseAfter } from "./fitting.ts";

export const PANELS_A_STRIP = 4;
const STRIPS_A_PAGE = 2;

/** The genre of a book of strips; a brief, or a person at the gate, may write it in other ways. */
export const STRIP_GENRE = { ja: "4コマ", en: "4-koma" } as const;
const NAMED = /yon-?koma|(?:[4４四]|four)[ -]?(?:コマ|こま|koma|panel)/iu;

export const isStripGenre = (genre: string | undefined): boolean => genre !== undefined && NAMED.test(genre);

/** Longest story that is told as a strip unasked: characters of Japanese, words of English. */
const SHORT = { ja: 220, en: 110 } as const;

/** Whether the book is made of strips: asked for by style or genre, or a short joke that ends on its last words. */
export function wantsStrips(story: Story, brief: Brief, comic: boolean): boolean {
  if (brief.style === "yonkoma" || isStripGenre(brief.genre)) return true;
  if (brief.genre !== undefined || (brief.pages ?? 1) > 1) return false;
  const told = story.units.filter(({ kind }) => kind !== "heading");
  const length = told.reduce((sum, { text }) => sum + lengthOf(text), 0);
  const spoken = told.filter(({ kind }) => kind === "speech").length;
  const ends = told.slice(-2).some(({ kind }) => kind === "speech");
  if (story.units.some(({ kind, text }) => kind === "heading" && NAMED.test(text))) return true;
  return comic && length <= SHORT[story.language] && spoken >= 2 && told.length >= 4 && ends;
}

/** Spoken characters of one strip. */
const SPOKEN = { ja: 130, en: 240 } as const;

/** Strips that the beats want: about one for seven of them, some of which share a panel. */
function stripsFor(beats: readonly Draft[], language: Language): number {
  const told = beats.filter(({ units }) => units.length > 0);
  const spoken = told.flatMap(({ lines }) => lines).reduce((sum, { text }) => sum + text.length, 0);
  return Math.max(1, Math.min(200, Math.round(Math.max(told.length / 7.5, spoken / SPOKEN[language]))));
}

export interface StripPages {
  pages: { titles: string[]; beats: Draft[] }[];
  leftOut: Set<string>;
}

/** Deals the beats out to as many strips as the concept's pages hold; one strip stands alone on its page. */
export function dealStrips(story: Story, concept: Concept, drafts: readonly Draft[]): StripPages {
  const { pages, language } = concept;
  const most = pages * STRIPS_A_PAGE;
  const strips = Math.max(most - 1, Math.min(most, stripsFor(drafts, language)));
  const leftOut = new Set<string>();
  const beats = leaveOut(
    drafts.filter(({ units }) => units.length > 0),
    pages,
    leftOut,
  );
  while (beats.length < strips * PANELS_A_STRIP)
    if (!addPause(beats, pages * STRIPS_A_PAGE))
      beats.splice(-1, 0, pauseAfter(beats.at(-2) ?? beats.at(-1)));
  const dealt = deal(beats, strips * PANELS_A_STRIP).map((group) =>
    group.reduce((joined, beat) => join(joined, beat, language)),
  );
  const titles = titlesOf(story, concept, dealt);
  return {
    pages: Array.from({ length: pages }, (_, at) => ({
      titles: titles.slice(at * STRIPS_A_PAGE, (at + 1) * STRIPS_A_PAGE),
      beats: dealt.slice(at * STRIPS_A_PAGE * PANELS_A_STRIP, (at + 1) * STRIPS_A_PAGE * PANELS_A_STRIP),
    })),
    leftOut,
  };
}

/** Cuts the beats into groups in their order, where that costs least. There are at least as many beats as groups. */
function deal(beats: readonly Draft[], groups: number): Draft[][] {
  const costs = [Float64Array.from({ length: beats.length + 1 }, (_, at) => (at === 0 ? 0 : Infinity))];
  const sizes: Int32Array[] = [new Int32Array(beats.length + 1)];
  for (let group = 0; group < groups; group += 1) {
    const [here, back] = [
      new Float64Array(beats.length + 1).fill(Infinity),
      new Int32Array(beats.length + 1),
    ];
    for (let end = group + 1; end <= beats.length - (groups - 1 - group); end += 1) {
      for (let size = 1; size <= end; size += 1) {
        const cost =
          (costs[group]?.[end - size] ?? Infinity) + groupCost(beats.slice(end - size, end), group);
        if (cost < (here[end] ?? 0)) [here[end], back[end]] = [cost, size];
        if (size >= 12 && Number.isFinite(here[end] ?? 0)) break;
      }
    }
    costs.push(here);
    sizes.push(back);
  }
  const dealt: Draft[][] = [];
  let end = beats.length;
  for (let group = groups; group >= 1; group -= 1) {
    const size = sizes[group]?.[end] ?? 1;
    dealt.unshift(beats.slice(end - size, end));
    end -= size;
  }
  return dealt;
}

/** What a panel loses by holding these beats, at its place in the strip. */
function groupCost(group: readonly Draft[], at: number): number {
  const place = at % PANELS_A_STRIP;
  const lines = group.flatMap((beat) => beat.lines);
  const words = lines.reduce(
    (sum, { text }) => sum + text.length / (/\p{Script=Latin}/u.test(text) ? 2.2 : 1),
    0,
  );
  const speakers = new Set(lines.map(({ speaker }) => speaker)).size;
  let cost =
    (group.length - 1) ** 2 * 0.6 + Math.max(0, words - 34) * 0.25 + Math.max(0, lines.length - 2) * 2;
  if (speakers > 2) cost += 3;
  for (const [index, beat] of group.entries()) {
    if (index === 0) continue;
    if (beat.scene !== group[index - 1]?.scene) cost += 8;
    if (beat.turn) cost += 2.5;
    // What happens after a line is read after it: in the next panel.
    if (beat.lines.length === 0 && group.slice(0, index).some(({ lines: said }) => said.length > 0))
      cost += 3;
  }
  const first = group[0];
  if (place === 0 && at > 0 && first?.opens) cost -= 3;
  if (place === 2 && group.some(({ turn, weight }) => turn || weight === 5)) cost -= 2;
  if (place === 3) cost += (group.length - 1) * 1.5 + Math.max(0, lines.length - 1);
  return cost;
}

/** The book's title over the first strip, a chapter's over the one that it begins, and numbers over the others. */
function titlesOf(story: Story, { title, language }: Concept, beats: readonly Draft[]): string[] {
  const headings = new Map(
    story.units.filter(({ kind }) => kind === "heading").map(({ id, text }) => [id, text]),
  );
  return Array.from({ length: Math.ceil(beats.length / PANELS_A_STRIP) }, (_, at) => {
    if (at === 0) return title;
    const own = beats.slice(at * PANELS_A_STRIP, (at + 1) * PANELS_A_STRIP).flatMap(({ units }) => units);
    const heading = own.map((unit) => headings.get(unit)).find((text) => text !== undefined);
    return heading ?? (language === "ja" ? `${title} その${at + 1}` : `${title} (${at + 1})`);
  });
}

/** Which strip a page's beat belongs to, and its title where it is the first; undefined where the page has none. */
export function stripOf(
  page: Pick<PlotPage, "strips" | "beats"> | undefined,
  index: number,
): { number: number; title?: string } | undefined {
  const { strips, beats } = page ?? {};
  if (!strips || !beats || beats.length !== strips.length * PANELS_A_STRIP) return undefined;
  const at = Math.floor(index / PANELS_A_STRIP);
  const title = index % PANELS_A_STRIP === 0 ? strips[at] : undefined;
  return { number: at + 1, ...(title ? { title } : {}) };
}
