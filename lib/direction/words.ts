// The words of a panel: captions and balloons in reading order, none longer than is easily read, and the room that they take.

import { joinsPrevious } from "../manga/joined-balloons.ts";
import type { Language } from "../manga/language.ts";
import type { Beat } from "../manga/plot.ts";
import { splitText } from "../manga/split-text.ts";
import type { Shot } from "../manga/staging.ts";
import { balloonsOf, PIECE } from "../manga/story-pages.ts";
import type { Word } from "../manga/storyboard.ts";
import { lengthOf } from "../manga/text-length.ts";

/** Balloons that a beat's lines fill, as a page counts them: what one speaker says in a row is in pairs. */
export function balloonsIn({ lines }: Pick<Beat, "lines">, language: Language): number {
  const pairs = joinsPrevious(lines.map(({ speaker, voice }) => ({ kind: "balloon", speaker, voice })));
  return lines.reduce((sum, { text }, at) => sum + balloonsOf(text, language) - (pairs[at] ? 1 : 0), 0);
}

/** Characters of Japanese, or words of English, that are lettered in a beat. */
export const lettersIn = ({
  lines,
  caption,
  chapter = "",
}: Pick<Beat, "lines" | "caption" | "chapter">): number =>
  lines.reduce((sum, { text }) => sum + lengthOf(text), lengthOf(caption) + lengthOf(chapter));

/** Tenths of the panel that words will cover, within what each shot can spare. */
export function roomFor(texts: readonly Word[], shot: Shot): number {
  const letters = texts.reduce(
    (sum, { text }) => sum + (lengthOf(text) === text.length ? text.length : text.length * 0.4),
    0,
  );
  const most = shot === "close" || shot === "detail" ? 3 : shot === "establishing" || shot === "long" ? 5 : 4;
  return Math.min(most, Math.ceil(letters / 17));
}

/** The caption stands where the beat's first unit of narration is told: before, between or after the balloons. */
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
