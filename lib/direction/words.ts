// The words of a panel: captions and balloons in reading order, split into readable lengths, and the room that they need.

import { joinsPrevious } from "../manga/joined-balloons.ts";
import type { Language } from "../manga/language.ts";
import type { Beat } from "../manga/plot.ts";
import { splitText } from "../manga/split-text.ts";
import type { Shot } from "../manga/staging.ts";
import { balloonsOf, PIECE } from "../manga/story-pages.ts";
import type { Word } from "../manga/storyboard.ts";
import { lengthOf } from "../manga/text-length.ts";

/** Number of balloons that a beat's lines fill, as a page counts them: consecutive lines of one speaker are paired. */
export function balloonsIn({ lines }: Pick<Beat, "lines">, language: Language): number {
  const pairs = joinsPrevious(lines.map(({ speaker, voice }) => ({ kind: "balloon", speaker, voice })));
  return lines.reduce((sum, { text }, at) => sum + balloonsOf(text, language) - (pairs[at] ? 1 : 0), 0);
}

/** Number of letters in a beat: characters in Japanese, words in English. */
export const lettersIn = ({
  lines,
  caption,
  chapter = "",
}: Pick<Beat, "lines" | "caption" | "chapter">): number =>
  lines.reduce((sum, { text }) => sum + lengthOf(text), lengthOf(caption) + lengthOf(chapter));

/** Tenths of the panel that words will cover, at most what each shot can spare. */
export function roomFor(texts: readonly Word[], shot: Shot): number {
  const letters = texts.reduce(
    (sum, { text }) => sum + (lengthOf(text) === text.length ? text.length : text.length * 0.4),
    0,
  );
  const most = shot === "close" || shot === "detail" ? 3 : shot === "establishing" || shot === "long" ? 5 : 4;
  return Math.min(most, Math.ceil(letters / 17));
}

/** The texts of a panel. The caption is at the position of the beat's first narration unit: before, between or after the balloons. */
export function wordsOf(beat: Beat, language: Language): Word[] {
  const spoken = new Set(beat.lines.map(({ unit }) => unit));
  const told = beat.units.findIndex((id) => !spoken.has(id));
  const caption = (text: string, ruby: Word["ruby"] = []): Omit<Word, "id"> => ({
    ...{ unit: beat.units[told] ?? null, kind: "caption", voice: "speech" },
    ...{ speaker: null, guessed: false, text, ruby },
  });
  const captions = [
    ...(beat.chapter ? [{ ...caption(beat.chapter), heading: true as const }] : []),
    ...(beat.caption === "" ? [] : [caption(beat.caption, beat.captionRuby)]),
  ];
  const balloons = beat.lines.flatMap(({ unit, voice, speaker, guessed, text, ruby }) =>
    splitText(text, ruby, PIECE[language]).map(
      (piece): Omit<Word, "id"> => ({ unit, kind: "balloon", voice, speaker, guessed, ...piece }),
    ),
  );
  const isBefore = ({ unit }: { unit: string | null }) => told >= 0 && beat.units.indexOf(unit ?? "") < told;
  const words = [...balloons.filter(isBefore), ...captions, ...balloons.filter((word) => !isBefore(word))];
  return words.map((word, index) => ({ id: `w${index + 1}`, ...word }));
}
