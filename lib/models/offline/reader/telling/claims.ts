// Checked claims: that a picture shows a whole unit, so that its words need not be lettered. Each clause of the unit is held against the
// facts that are drawn: who does it, what is done and everything that is named with it. What is not proved here is lettered.
import type { Acting, Thing } from "../../../../manga/moment.ts";
import type { Line } from "../../../../manga/plot.ts";
import type { Guess } from "../../../../manga/staging.ts";
import type { SentencePlace } from "../facts.ts";
import type { Clause, Phrase, Sentence } from "../text/clause.ts";
import type { Word } from "../text/word.ts";
import { wordTable } from "../text/word-table.ts";
import { isIdle, isSure, type StoryFacts, sentencesOf, type ToldUnit } from "./story-facts.ts";

/** What a picture shows, as its beat has it. */
export interface Drawn {
  figures: readonly Acting[];
  around?: readonly Acting[] | undefined;
  things: readonly Thing[];
  lines: readonly Line[];
  /** As the text calls the place. */
  placeName: string;
  /** Of what is guessed, less is drawn. */
  guessed?: readonly Guess[] | undefined;
}

/** Whether a picture shows all that a unit of narration says. */
export function isShown(unit: ToldUnit, drawn: Drawn, facts: StoryFacts): boolean {
  const { sentences } = unit;
  if (sentences.length === 0) return false;
  return sentencesOf(unit).every((at, index) => {
    const sentence = sentences[index];
    return (
      sentence !== undefined && sentence.clauses.length > 0 && showsSentence({ at, sentence }, drawn, facts)
    );
  });
}

function showsSentence(
  { at, sentence }: { at: SentencePlace; sentence: Sentence },
  drawn: Drawn,
  facts: StoryFacts,
): boolean {
  const { clauses, nouns, words } = sentence;
  // How something is done is more than that it is done.
  if (words.some(({ tag }) => ADVERBS.has(tag))) return false;
  const spans = [...nouns, ...clauses.flatMap(({ subject, predicate }) => [subject ?? [], predicate].flat())];
  const isHeld = (word: Word) => spans.some(({ from, to }) => word.from >= from && word.to <= to);
  if (!words.every((word) => !CONTENT.has(word.tag) || isHeld(word))) return false;
  const told = facts.deeds.at(at).reality;
  if (told.value !== "told" || !isSure(told)) return false;
  // Two deeds of one person are two pictures.
  const deeds = clauses.filter(({ speech }) => speech === undefined);
  if (deeds.length > 1) return false;
  return clauses.every((clause) => {
    const who = facts.people.subject(at, clause);
    if (who === undefined || !isSure(who)) return false;
    if (clause.speech === "says") return isBareTag(clause) && spokenBy(who.value, drawn.lines);
    if (!isPlainDeed(clause)) return false;
    if (!who.value.every((id) => acts(id, { clause, at }, drawn, facts))) return false;
    return nouns.every((noun) => isSeen(noun, { sentence, at }, drawn, facts));
  });
}

/** `said Mina`, `と源太は言った`: who speaks, and no more. */
const isBareTag = ({ objects, places, times, manner, predicate }: Clause): boolean =>
  predicate.polarity === "positive" && [objects, places, times, manner].every(({ length }) => length === 0);

/** The line's tail says who speaks. */
const spokenBy = (who: readonly string[], lines: readonly Line[]): boolean =>
  lines.some(({ speaker, guessed }) => speaker !== null && !guessed && who.includes(speaker));

const isPlainDeed = ({ predicate, times, manner, speech, command }: Clause): boolean =>
  speech === undefined &&
  command === undefined &&
  predicate.mood === "told" &&
  predicate.polarity === "positive" &&
  predicate.voice === "active" &&
  times.length === 0 &&
  manner.length === 0;

interface Told {
  clause: Clause;
  at: SentencePlace;
}

/** The picture has the deed that the sentence tells of them, or is silent with whoever is silent. */
function acts(
  id: string,
  { clause, at }: Told,
  { figures, lines, guessed = [] }: Drawn,
  facts: StoryFacts,
): boolean {
  if (guessed.includes("deed") || guessed.includes("who")) return false;
  const figure = figures.find(({ character }) => character === id);
  if (figure === undefined) return false;
  if (wordTable(facts.story.language, "telling").is("silent", clause.predicate.lemma))
    return lines.length === 0;
  if (isIdle(figure)) return false;
  return facts.deeds
    .at(at)
    .acting.some((one) => isSure(one) && one.value.character === id && one.value.doing === figure.doing);
}

/** Somebody who is in the picture, something that the facts have for it with all that the text says of it, or the place itself. */
function isSeen(
  noun: Phrase,
  { at, sentence }: { at: SentencePlace; sentence: Sentence },
  drawn: Drawn,
  facts: StoryFacts,
): boolean {
  const meant = facts.people.meant(at, noun);
  if (meant !== undefined) {
    const seen = new Set([...drawn.figures, ...(drawn.around ?? [])].map(({ character }) => character));
    return isSure(meant) && meant.value.every((id) => seen.has(id));
  }
  const said = sentence.words.filter(
    ({ from, to, tag }) => from >= noun.from && to <= noun.to && CONTENT.has(tag),
  );
  const seen = wordsSeen(drawn);
  const whole = said.map(({ text }) => text.toLowerCase()).join(facts.story.language === "ja" ? "" : " ");
  const isBare = said.length <= 1;
  if (seen.has(whole) || (isBare && seen.has(noun.head.toLowerCase()))) return true;
  if (drawn.guessed?.includes("place")) return false;
  return isBare && drawn.placeName !== "" && drawn.placeName.includes(noun.head);
}

/** Parts of speech, of either language: those that say how, and those that say something of their own. */
const ADVERBS: ReadonlySet<string> = new Set(["ADV", "副詞"]);
const CONTENT: ReadonlySet<string> = new Set([
  "ADJ",
  "NOUN",
  "NUM",
  "PROPN",
  "VERB",
  "名詞",
  "動詞",
  "形容詞",
  "連体詞",
]);

/** Nouns by which the picture's facts name what is in it. */
function wordsSeen({ figures, things }: Drawn): Set<string> {
  const named = [
    ...things.map(({ what }) => what),
    ...figures.flatMap(({ hands, seat, mount, leads, where = [] }) => [
      ...hands.map(({ what }) => what),
      ...[seat, mount, leads].flatMap((what) => what ?? []),
      ...where.flatMap((words) => words.split(" ")),
    ]),
  ];
  return new Set(named.map((what) => what.toLowerCase()));
}
