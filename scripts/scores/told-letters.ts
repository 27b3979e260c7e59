// Classifies each letter of a story in a book: lettered, left out, shown in a picture, or lost.
//
// The letters are those of the labelled sentences, without white space, punctuation and the frame (title, author, notes).
// `lettered`: in a balloon, a caption or a drawn sound of a panel of their unit.
// `leftOut`: their unit is in the plot's `leftOut`.
// `shown`: a panel of their unit shows the sentence: the figures of all labelled actors do their deeds (speech: a balloon); for a sentence
// without deeds, all its things or postures are drawn; for a tag, its speaker has the balloon, and a tag without a name ("she said") is shown
// by the balloon of its line.
// `lost`: all others, also a sentence without a unit.
import type { PanelDraft } from "../../lib/manga/storyboard.ts";
import { type MadeBook, panelsOf } from "./books/made-book.ts";
import { type AlignedLetters, lettersOf } from "./labelled-story.ts";
import type { MatchedPeople } from "./matched-people.ts";
import { doneBy, isAmong, showsDeed } from "./panels/deed-verdict.ts";
import type { JudgedStory } from "./panels/judging.ts";
import { isSaying } from "./panels/scripted-facts.ts";
import type { LabelledSentence } from "./reading-labels.ts";

export const FATES = ["lettered", "shown", "leftOut", "lost"] as const;
export type Fate = (typeof FATES)[number];

export interface ToldLetters {
  letters: Record<Fate, number>;
  /** Sentences with lost letters, and the lost letters. */
  misses: string[];
}

/** Minimum length of a partial match. Shorter texts must match as a whole, because words such as `he` occur everywhere. */
const SHORTEST_PIECE = 5;

export function toldLetters(book: MadeBook, matched: MatchedPeople, story: JudgedStory): ToldLetters {
  const lettered = letteredOf(book, story.letters);
  const leftOut = new Set(book.plot.leftOut);
  const panels = panelsOf(book);
  const letters: Record<Fate, number> = { lettered: 0, shown: 0, leftOut: 0, lost: 0 };
  const rest = new Map<LabelledSentence, { units: Set<string>; text: string }>();
  const told = new Map<LabelledSentence, number>();
  for (const [unit, { letters: text, owners }] of story.letters) {
    const isLettered = lettered.get(unit);
    for (const [at, owner] of owners.entries()) {
      if (owner === undefined || owner.kind === "frame") continue;
      told.set(owner, (told.get(owner) ?? 0) + 1);
      if (isLettered?.[at]) letters.lettered += 1;
      else if (leftOut.has(unit)) letters.leftOut += 1;
      else {
        const own = rest.get(owner) ?? { units: new Set(), text: "" };
        own.units.add(unit);
        own.text += text[at] ?? "";
        rest.set(owner, own);
      }
    }
  }
  const misses: string[] = [];
  for (const [sentence, { units, text }] of rest) {
    const near = story.labels.sentences.filter(({ n }) => Math.abs(n - sentence.n) === 1);
    const showing = panels.filter((panel) => panel.units.some((unit) => units.has(unit)));
    const isShown = showing.some(({ panel }) => shows(panel, { sentence, near, matched }));
    letters[isShown ? "shown" : "lost"] += text.length;
    if (!isShown) misses.push(`${sentence.n}: ${text}`);
  }
  for (const sentence of story.labels.sentences) {
    const missing = lettersOf(sentence.text).length - (told.get(sentence) ?? 0);
    if (sentence.kind === "frame" || missing <= 0) continue;
    letters.lost += missing;
    misses.push(`${sentence.n}: in no unit: ${sentence.text}`);
  }
  return { letters, misses };
}

/** By unit: whether each of its letters is in a text of a panel of the unit. */
function letteredOf(book: MadeBook, story: ReadonlyMap<string, AlignedLetters>): Map<string, boolean[]> {
  const found = new Map(
    [...story].map(([unit, { letters }]) => [unit, new Array<boolean>(letters.length).fill(false)]),
  );
  for (const { panel, units } of panelsOf(book)) {
    const texts = [
      ...panel.words.texts.map(({ text }) => text),
      ...panel.words.sounds.map(({ text }) => text),
    ];
    const pool = units.flatMap((unit) =>
      [...(story.get(unit)?.letters ?? "")].map((_, at) => ({ unit, at })),
    );
    const letters = units.map((unit) => story.get(unit)?.letters ?? "").join("");
    // Letters that an earlier panel has are not matched again, because a line may be repeated literally.
    const taken = pool.map(({ unit, at }) => found.get(unit)?.[at] === true);
    const take = (from: number, to: number) => {
      for (const [index, { unit, at }] of pool.slice(from, to).entries()) {
        taken[from + index] = true;
        const own = found.get(unit);
        if (own) own[at] = true;
      }
    };
    for (const text of texts) mark(lettersOf(text), letters, { taken, take });
  }
  return found;
}

interface Marking {
  taken: readonly boolean[];
  take: (from: number, to: number) => void;
}

/** Marks the letters of a text in the unit: as a whole if that range is unmarked, otherwise by pieces, longest first. */
function mark(text: string, letters: string, { taken, take }: Marking): void {
  if (text === "") return;
  for (let at = letters.indexOf(text); at >= 0; at = letters.indexOf(text, at + 1)) {
    if (taken[at]) continue;
    take(at, at + text.length);
    return;
  }
  const piece = longestCommon(text, letters);
  if (piece.length < Math.min(SHORTEST_PIECE, text.length)) return;
  take(piece.inLetters, piece.inLetters + piece.length);
  mark(text.slice(0, piece.inText), letters, { taken, take });
  mark(text.slice(piece.inText + piece.length), letters, { taken, take });
}

/** The longest common substring. Takes time proportional to the product of the lengths, which are those of a panel. */
function longestCommon(text: string, letters: string): { inText: number; inLetters: number; length: number } {
  const best = { inText: 0, inLetters: 0, length: 0 };
  let before = new Uint16Array(letters.length + 1);
  for (let at = 0; at < text.length; at += 1) {
    const here = new Uint16Array(letters.length + 1);
    for (let other = 0; other < letters.length; other += 1) {
      if (text[at] !== letters[other]) continue;
      const length = (before[other] ?? 0) + 1;
      here[other + 1] = length;
      if (length > best.length)
        Object.assign(best, { inText: at - length + 1, inLetters: other - length + 1, length });
    }
    before = here;
  }
  return best;
}

/** A pronoun matches any speaker, because the scores of speakers judge it. */
const NAMES_NOBODY = /^(?:(?:he|she|it|they) \w+|\w+ (?:he|she|it|they))\W*$/iu;

interface Showing {
  sentence: LabelledSentence;
  /** The previous and the next sentence. */
  near: readonly LabelledSentence[];
  matched: MatchedPeople;
}

function shows({ picture, words }: PanelDraft, { sentence, near, matched }: Showing): boolean {
  const figuresOf = (who: string) =>
    picture.figures.filter(({ character }) => matched.labelOf.get(character) === who);
  const isHeard = (who: string) =>
    words.texts.some(
      ({ kind, speaker }) => kind === "balloon" && speaker !== null && matched.labelOf.get(speaker) === who,
    );
  const { deeds, posture, things, kind } = sentence;
  const isBalloonOf = (line: LabelledSentence) =>
    words.texts.some((one) => one.kind === "balloon" && lettersOf(line.text).includes(lettersOf(one.text)));
  if (kind === "tag" && NAMES_NOBODY.test(sentence.text))
    return near.some((one) => one.kind === "line" && isBalloonOf(one));
  const isDone = (deed: LabelledSentence["deeds"][number]) =>
    isSaying(deed.verb)
      ? isHeard(deed.who)
      : figuresOf(deed.who).some((figure) => showsDeed(doneBy(figure), deed));
  if (deeds.length > 0) return deeds.every(isDone);
  if (kind === "tag") return near.some((one) => one.kind === "line" && one.speakers.some(isHeard));
  const held = near.filter(({ n }) => n < sentence.n).flatMap((one) => one.posture);
  const told = posture.filter(({ who }) => !held.some((old) => old.who === who));
  if (told.length + things.length === 0) return false;
  const inHands = picture.figures.flatMap(({ hands }) => hands);
  const visible = [...picture.things, ...inHands].map(({ what }) => what);
  const isSo = ({ who, posture: how }: LabelledSentence["posture"][number]) =>
    figuresOf(who).some((figure) => doneBy(figure).pose === how);
  return things.every((thing) => isAmong(thing, visible)) && told.every(isSo);
}
