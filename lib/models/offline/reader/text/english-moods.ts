// Whether an English clause is told as real, by its auxiliaries, its adverbs, the conjunction before it and the verb that governs it.
import type { Mood } from "./clause.ts";
import type { NounChunk, VerbChunk } from "./english-chunks.ts";
import type { DraftClause } from "./english-draft-clause.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("en");
const lemmaOf = ({ verb }: DraftClause): string => verb?.main.lemma ?? "";

export function isNegative({ subject, arguments: given, adverbs, connector, verb }: DraftClause): boolean {
  return (
    verb?.negative === true ||
    connector === "without" ||
    subject?.negative === true ||
    given.some(({ chunk, marker }) => chunk.negative && marker === undefined) ||
    adverbs.some(({ word }) => table.is("not", word))
  );
}

/** Sets the mood of the clause, too: those that it governs are read after it. `conditional`: the sentence has a condition. */
export function moodOf(draft: DraftClause, conditional: boolean): Mood {
  draft.mood ??= ownMood(draft, conditional);
  if (draft.mood === "told" && draft.governor && draft.rank !== "main")
    draft.mood = complementMood(draft, draft.governor);
  return draft.mood;
}

function ownMood(draft: DraftClause, conditional: boolean): Mood {
  const { verb, connector = "", rank, adverbs, arguments: given } = draft;
  const joined = table.mood("subordinator", connector) ?? "told";
  if (joined !== "told" || verb === undefined) return joined;
  const words = [...adverbs.map(({ word }) => word), ...given.map(({ chunk }) => chunk.head.lemma)];
  const [known] = words.flatMap((word) => table.mood("mood-adverb", word) ?? []);
  const adverbial = known ?? (isEachTime(draft) ? "habit" : "told");
  if (verb.modal === "would" && adverbial === "habit") return adverbial;
  const modal = modalMood(verb, conditional);
  if (modal !== undefined) return modal;
  if (verb.perfect && verb.tense === "past") return "remembered";
  const verbal = rank === "infinitive" ? undefined : (verbMood(draft) ?? (draft.question && "thought"));
  if (verbal) return verbal;
  const isLike = verb.main.lemma === "be" || table.is("seem", verb.main.lemma);
  return isLike && given.some(({ marker }) => marker === "like") ? "likened" : adverbial;
}

function modalMood({ modal, negative, perfect, main }: VerbChunk, conditional: boolean): Mood | undefined {
  if (modal === undefined) return undefined;
  // "could not find", "could see" are told.
  if ((modal === "could" || modal === "can") && (negative || table.is("perceive", main.lemma)))
    return undefined;
  if (modal === "would" && (perfect || conditional)) return "supposed";
  return table.mood("modal", modal);
}

/** A verb of thinking, wishing or remembering, feeling that something is so, or having an idea. */
function verbMood(draft: DraftClause): Mood | undefined {
  const lemma = lemmaOf(draft);
  const known = table.mood("mood-verb", lemma);
  if (known !== undefined) return known;
  if (lemma === "feel") return draft.hasContent && "thought";
  if (lemma !== "have" && lemma !== "be") return undefined;
  const bare = draft.arguments.filter(({ marker }) => marker === undefined).map(({ chunk }) => chunk);
  const nouns = [...bare, ...(draft.subject ? [draft.subject] : [])];
  return nouns.some(({ head }) => table.is("think-noun", head.lemma)) ? "thought" : undefined;
}

/** `that evening`: it says when. `Sundays` is tagged as a name, whose plural stays. */
export const isTime = ({ head }: NounChunk): boolean =>
  table.is("time-noun", head.lemma.toLowerCase().replace(/days$/u, "day"));

/** `every morning`. */
const isEachTime = ({ arguments: given, subject }: DraftClause): boolean =>
  [...given.map(({ chunk }) => chunk), ...(subject ? [subject] : [])].some(
    (chunk) => chunk.each && isTime(chunk),
  );

function complementMood(draft: DraftClause, governor: DraftClause): Mood {
  const above = governor.mood ?? "told";
  const lemma = lemmaOf(governor);
  const isComplement = draft.rank === "infinitive" || (draft.rank === "subordinate" && draft.connector);
  if (isComplement && table.is("seem", lemma)) return "supposed";
  if (draft.rank === "infinitive") {
    const isSame = table.is("phase", lemma) || governor.complements.length > 0;
    return isSame || above !== "told" ? above : "wished";
  }
  const isSaid = isComplement && (verbMood(governor) === "thought" || table.is("report", lemma));
  return isSaid ? "thought" : above;
}
