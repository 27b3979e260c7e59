// A beat before it has a number, with what paging needs to know of it.
import type { Language } from "../../../../manga/language.ts";
import type { Beat } from "../../../../manga/plot.ts";
import type { Ruby } from "../../../../manga/story.ts";
import { balloonsOf } from "../../../../manga/story-pages.ts";
import { lengthOf } from "../../../../manga/text-length.ts";
import { inPairs } from "../../../../manga/turns.ts";

/** Part of a caption: a unit of narration, or a piece of one. */
export interface CaptionPart {
  unit: string;
  text: string;
  ruby: readonly Ruby[];
}

export interface Draft extends Omit<Beat, "id" | "caption" | "captionRuby"> {
  captions: readonly CaptionPart[];
  /** Units that are not lettered, because the picture shows them. */
  claims: readonly string[];
  /** First of its scene. */
  opens: boolean;
}

export const captionLength = (captions: readonly CaptionPart[]): number =>
  captions.reduce((sum, { text }) => sum + lengthOf(text), 0);

/** Characters of Japanese, or words of English, that are lettered in a beat. */
export const lettersIn = ({
  lines,
  captions,
  chapter = "",
}: Pick<Draft, "lines" | "captions" | "chapter">): number =>
  lines.reduce((sum, { text }) => sum + lengthOf(text), captionLength(captions) + lengthOf(chapter));

/** Balloons that a beat's lines fill, as a page counts them: what one speaker says in a row is in pairs. */
export function balloonsIn({ lines }: Pick<Draft, "lines">, language: Language): number {
  const pairs = inPairs(lines.map(({ speaker, voice }) => ({ kind: "balloon", speaker, voice })));
  return lines.reduce(
    (sum, { text }, at) => sum + balloonsOf(text, language) - (pairs[at] === true ? 1 : 0),
    0,
  );
}

/** A beat without words: a look at who is there. */
export const silentDraft = (scene: string): Draft => ({
  ...{ scene, kind: "silence", units: [], figures: [], lines: [], captions: [], claims: [], sounds: [] },
  ...{ things: [], effects: [], action: "", weight: 1, opens: false },
});

/** Whether a beat can stand first and another after it in one panel without words being read out of order. */
export function keepsOrder(first: Draft, second: Draft): boolean {
  if (second.captions.length === 0) return true;
  return first.lines.length === 0 || (first.captions.length === 0 && second.lines.length === 0);
}

/** The beat as the plot has it. */
export function numberedBeat(draft: Draft, number: number, language: Language): Beat {
  const { captions, claims: _claims, opens: _opens, ...beat } = draft;
  const gap = language === "ja" ? "" : " ";
  const ruby: Ruby[] = [];
  let caption = "";
  for (const part of captions) {
    if (caption !== "") caption += gap;
    ruby.push(...part.ruby.map((one) => ({ ...one, at: one.at + caption.length })));
    caption += part.text;
  }
  return { id: `b${number}`, ...beat, caption, ...(ruby.length > 0 && { captionRuby: ruby }) };
}
