// 4-koma (四コマ): strips of four equal panels. The story's beats are dealt out to them in order; the last words stand alone.
import type { Concept } from "../../../../manga/concept.ts";
import type { Language } from "../../../../manga/language.ts";
import type { Story } from "../../../../manga/story.ts";
import { lengthOf } from "../../../../manga/text-length.ts";
import type { Brief } from "../../../reader.ts";
import { bestCuts, groupsOf } from "./best-cuts.ts";
import { balloonsIn, type Draft, keepsOrder, lettersIn } from "./draft.ts";
import { joined } from "./join-beats.ts";
import { padded } from "./pauses.ts";

const PANELS_A_STRIP = 4;
const STRIPS_A_PAGE = 2;
const PANELS_A_PAGE = PANELS_A_STRIP * STRIPS_A_PAGE;

/** The genre of a book of strips; a brief, or a person at the gate, may write it in other ways. */
export const STRIP_GENRE = { ja: "4コマ", en: "4-koma" } as const;
const NAMES: readonly string[] = [
  "yonkoma",
  "yon-koma",
  "4コマ",
  "４コマ",
  "四コマ",
  "4こま",
  "4-koma",
  "4koma",
  "4 koma",
].concat(["four-panel", "four panel", "4-panel", "4 panel"]);

export const isStripGenre = (genre: string | undefined): boolean =>
  genre !== undefined && NAMES.some((name) => genre.toLowerCase().includes(name));

/** Longest story that is told as a strip unasked: characters of Japanese, words of English. */
const SHORT = { ja: 220, en: 110 } as const;

/** Whether the book is made of strips: asked for by style or genre, or a short joke that ends on its last words. */
export function wantsStrips(story: Story, brief: Brief, isComic: boolean): boolean {
  if (brief.style === "yonkoma" || isStripGenre(brief.genre)) return true;
  if (brief.genre !== undefined || (brief.pages ?? 1) > 1) return false;
  if (story.units.some(({ kind, text }) => kind === "heading" && isStripGenre(text))) return true;
  const told = story.units.filter(({ kind }) => kind !== "heading");
  const length = told.reduce((sum, { text }) => sum + lengthOf(text), 0);
  const spoken = told.filter(({ kind }) => kind === "speech").length;
  const endsSpoken = told.slice(-2).some(({ kind }) => kind === "speech");
  return isComic && length <= SHORT[story.language] && spoken >= 2 && told.length >= 4 && endsSpoken;
}

/** Beats of four panels, some of which tell two things. */
const BEATS_A_STRIP = 6;

export interface StripPage {
  titles: string[];
  beats: Draft[];
}

/** Deals the beats out to as many strips as the concept's pages hold; one strip stands alone on its page. */
export function dealStrips(
  story: Story,
  { pages, language, title }: Concept,
  drafts: readonly Draft[],
): StripPage[] {
  const most = pages * STRIPS_A_PAGE;
  const strips = Math.max(most - 1, Math.min(most, Math.round(drafts.length / BEATS_A_STRIP)));
  const groups = strips * PANELS_A_STRIP;
  const dealt = deal(padded(drafts, groups), groups, language).map((group) => group.reduce(joined));
  const titles = Array.from({ length: strips }, (_, at) => titleAt(at, { story, title, language, dealt }));
  return Array.from({ length: pages }, (_, at) => ({
    titles: titles.slice(at * STRIPS_A_PAGE, (at + 1) * STRIPS_A_PAGE),
    beats: dealt.slice(at * PANELS_A_PAGE, (at + 1) * PANELS_A_PAGE),
  }));
}

/** Beats of one panel; a group of more is not looked at, but where there are more beats than that. */
const MOST_IN_GROUP = 8;

/** Cuts the beats into groups in their order, where that costs least. There are at least as many beats as groups. */
function deal(beats: readonly Draft[], groups: number, language: Language): Draft[][] {
  const widest = Math.max(MOST_IN_GROUP, Math.ceil((beats.length / groups) * 2));
  const ends = bestCuts({ count: beats.length, groups, widest }, (start, end, group) =>
    groupCost(beats.slice(start, end), group, language),
  );
  return groupsOf(beats, ends);
}

/** What a panel loses by holding these beats, at its place in the strip. */
function groupCost(group: readonly Draft[], at: number, language: Language): number {
  const place = at % PANELS_A_STRIP;
  const letters = group.reduce((sum, beat) => sum + lettersIn(beat), 0);
  const balloons = group.reduce((sum, beat) => sum + balloonsIn(beat, language), 0);
  const usual = language === "ja" ? 34 : 18;
  let cost =
    (group.length - 1) ** 2 * 0.6 + Math.max(0, letters - usual) * 0.25 + Math.max(0, balloons - 2) * 2;
  for (const [index, beat] of group.entries()) {
    const before = group[index - 1];
    if (before === undefined) continue;
    if (beat.scene !== before.scene) cost += 8;
    if (!keepsOrder(before, beat)) cost += 12;
  }
  if (place === 0 && at > 0 && group[0]?.opens) cost -= 3;
  if (place === 2 && group.some(({ weight }) => weight === 5)) cost -= 2;
  if (place === 3) cost += (group.length - 1) * 1.5;
  return cost;
}

interface Titling {
  story: Story;
  title: string;
  language: Language;
  dealt: readonly Draft[];
}

/** The book's title over the first strip, a chapter's over the one that it begins, and numbers over the others. */
function titleAt(at: number, { story, title, language, dealt }: Titling): string {
  if (at === 0) return title;
  const own = new Set(
    dealt.slice(at * PANELS_A_STRIP, (at + 1) * PANELS_A_STRIP).flatMap(({ units }) => units),
  );
  const heading = story.units.find(({ id, kind }) => kind === "heading" && own.has(id));
  return heading?.text ?? (language === "ja" ? `${title} その${at + 1}` : `${title} (${at + 1})`);
}
