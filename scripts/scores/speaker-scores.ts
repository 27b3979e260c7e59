// Scores the speakers of a book's lines against the labels.
//
// The lines are the labelled sentences of kind `line` with a known speaker. A line of the book belongs to the labelled sentence with most of
// its letters. If several belong to one sentence, the first one counts. `right`: the speaker is matched with one of the labelled speakers (a
// double is wrong). `silent`: the book has the line without a speaker or as narration. A line whose units are in `leftOut` is not counted. A
// line of the book on text that nobody says (narration, signs, letters) is `false speech`.
import type { Line } from "../../lib/manga/plot.ts";
import type { MadeBook } from "./books/made-book.ts";
import type { AlignedLetters } from "./labelled-story.ts";
import { lettersOf } from "./labelled-story.ts";
import type { LinePair, MatchedPeople } from "./matched-people.ts";
import type { LabelledSentence, ReadingLabels } from "./reading-labels.ts";

export interface SpeakerScores {
  /** Counts of all labelled lines by class. */
  right: number;
  wrong: number;
  silent: number;
  /** Lines whose speaker the book does not mark as guessed, and the right ones of them. */
  named: number;
  namedRight: number;
  /** False speech: lines of the book that nobody says in the text, and all lines of the book. */
  falseSpeech: number;
  bookLines: number;
  misses: string[];
}

export interface Spoken {
  sentence: LabelledSentence;
  line: Line | undefined;
  verdict: "right" | "wrong" | "silent";
}

const UNSPOKEN = new Set<LabelledSentence["kind"]>(["told", "tag", "sign", "heading", "frame", "letter"]);

/** The labelled sentence with most letters of a part of a unit. */
export function ownerOf(text: string, { letters, owners }: AlignedLetters): LabelledSentence | undefined {
  const own = lettersOf(text);
  const at = Math.max(0, letters.indexOf(own));
  const counts = new Map<LabelledSentence, number>();
  for (const owner of owners.slice(at, at + own.length))
    if (owner) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

/** Each labelled line with the line of the book. */
export function spokenLines(
  book: MadeBook,
  matched: MatchedPeople,
  story: { labels: ReadingLabels; letters: ReadonlyMap<string, AlignedLetters> },
): Spoken[] {
  const lines = linesByOwner(book, story.letters);
  const leftOut = new Set<LabelledSentence>();
  const told = new Set<LabelledSentence>();
  for (const [unit, { owners }] of story.letters) {
    const into = book.plot.leftOut.includes(unit) ? leftOut : told;
    for (const owner of owners) if (owner) into.add(owner);
  }
  return story.labels.sentences
    .filter(({ kind, speakers }) => kind === "line" && speakers.length > 0)
    .filter((sentence) => told.has(sentence) || !leftOut.has(sentence))
    .map((sentence) => {
      const line = lines.get(sentence)?.[0];
      if (line === undefined || line.speaker === null) return { sentence, line, verdict: "silent" as const };
      const isRight = sentence.speakers.includes(matched.labelOf.get(line.speaker) ?? "");
      return { sentence, line, verdict: isRight ? ("right" as const) : ("wrong" as const) };
    });
}

function linesByOwner(
  { plot }: MadeBook,
  letters: ReadonlyMap<string, AlignedLetters>,
): Map<LabelledSentence | undefined, Line[]> {
  const all = plot.pages.flatMap(({ beats }) => beats.flatMap(({ lines }) => lines));
  return Map.groupBy(all, (line) => {
    const unit = letters.get(line.unit);
    return unit && ownerOf(line.text, unit);
  });
}

/** Lines in both the book and the labels with both speakers, for matching people. */
export function linePairs(book: MadeBook, letters: ReadonlyMap<string, AlignedLetters>): LinePair[] {
  return [...linesByOwner(book, letters)].flatMap(([owner, lines]) =>
    lines.flatMap(({ speaker }) =>
      speaker === null || owner?.kind !== "line" ? [] : { speaker, labelled: owner.speakers },
    ),
  );
}

export function scoreSpeakers(
  book: MadeBook,
  matched: MatchedPeople,
  story: { labels: ReadingLabels; letters: ReadonlyMap<string, AlignedLetters> },
): SpeakerScores {
  const spoken = spokenLines(book, matched, story);
  const count = (test: (one: Spoken) => boolean) => spoken.filter(test).length;
  const isNamed = ({ line, verdict }: Spoken) => verdict !== "silent" && line?.guessed === false;
  const lines = [...linesByOwner(book, story.letters)].flatMap(([owner, own]) =>
    own.map((line) => ({ owner, line })),
  );
  const untrue = lines.filter(
    ({ owner, line }) => line.speaker !== null && owner && UNSPOKEN.has(owner.kind),
  );
  const nameOf = (id: string | null | undefined) =>
    book.concept.people.find((person) => person.id === id)?.name ?? "nobody";
  return {
    right: count(({ verdict }) => verdict === "right"),
    wrong: count(({ verdict }) => verdict === "wrong"),
    silent: count(({ verdict }) => verdict === "silent"),
    named: count(isNamed),
    namedRight: count((one) => isNamed(one) && one.verdict === "right"),
    falseSpeech: untrue.length,
    bookLines: lines.length,
    misses: [
      ...spoken
        .filter(({ verdict }) => verdict !== "right")
        .map(
          ({ sentence, line }) =>
            `${sentence.n}: ${nameOf(line?.speaker)}${line?.guessed === false ? " (named)" : ""} for ${sentence.speakers.join(" ")}: ${sentence.text}`,
        ),
      ...untrue.map(({ owner, line }) => `${owner?.n}: ${nameOf(line.speaker)} says ${line.text}`),
    ],
  };
}
