// Whether an English clause is told as real, by its auxiliaries, its adverbs, the conjunction before it and the verb that governs it.
import type { Mood } from "./clause.ts";
import type { VerbChunk } from "./english-chunks.ts";
import type { DraftClause } from "./english-draft-clause.ts";
import type { Word } from "./word.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("en");
const lemmaOf = ({ verb }: DraftClause): string => verb?.main.lemma ?? "";

export function isNegative(
  { subject, arguments: given, adverbs, connector }: DraftClause,
  { negative }: VerbChunk,
): boolean {
  return (
    negative ||
    connector === "without" ||
    subject?.negative === true ||
    given.some(({ chunk, marker }) => chunk.negative && marker === undefined) ||
    adverbs.some(({ word }) => table.is("not", word))
  );
}

/** Semi-modals: the verb that says the mood gives its place to the infinitive that says the deed. */
const SEMI_MODAL: ReadonlyMap<string, (verb: VerbChunk, draft: DraftClause) => Mood | undefined> = new Map<
  string,
  (verb: VerbChunk, draft: DraftClause) => Mood | undefined
>([
  ["use", () => "habit"],
  ["go", (verb) => (verb.progressive ? "future" : undefined)],
  [
    "be",
    (_, { complements, arguments: given }) =>
      complements.length === 0 && given.length === 0 ? "future" : undefined,
  ],
]);

const semiModals = new WeakMap<DraftClause, Mood>();

/** Joins semi-modals with their infinitives: `used to play`, `was going to leave`, `was about to go` are one clause each. */
export function governed(drafts: readonly DraftClause[]): DraftClause[] {
  const gone = new Map<DraftClause, DraftClause>();
  for (const draft of drafts) {
    const { governor, verb, rank } = draft;
    if (rank !== "infinitive" || governor?.verb === undefined || verb === undefined) continue;
    if (verb.first - governor.verb.last > 3) continue;
    const mood = SEMI_MODAL.get(lemmaOf(governor))?.(governor.verb, governor);
    if (mood === undefined || gone.has(governor)) continue;
    gone.set(governor, draft);
    draft.rank = governor.rank;
    draft.subject = governor.subject ?? draft.subject;
    draft.antecedent = governor.antecedent ?? draft.antecedent;
    draft.connector = governor.connector ?? draft.connector;
    draft.governor = governor.governor;
    draft.adverbs.push(...governor.adverbs);
    draft.verb = {
      ...verb,
      first: governor.verb.first,
      tense: governor.verb.tense,
      negative: verb.negative || governor.verb.negative,
    };
    semiModals.set(draft, mood);
  }
  for (const draft of drafts) {
    const heir = draft.governor && gone.get(draft.governor);
    if (heir && heir !== draft) draft.governor = heir;
  }
  return drafts.filter((draft) => !gone.has(draft));
}

export interface Around {
  /** Whether the sentence has a condition. */
  conditional: boolean;
  /** Clauses that have a clause of content (`felt that …`). */
  withContent: ReadonlySet<DraftClause>;
  /** Of the clauses before this one. */
  moods: ReadonlyMap<DraftClause, Mood>;
}

export function moodOf(draft: DraftClause, around: Around): Mood {
  const own = ownMood(draft, around);
  const { governor, rank } = draft;
  if (own !== "told" || governor === undefined || rank === "main") return own;
  const above = around.moods.get(governor) ?? "told";
  return complementMood(draft, governor, above);
}

function ownMood(draft: DraftClause, around: Around): Mood {
  const { verb, connector = "" } = draft;
  if (verb === undefined) return "told";
  const semi = semiModals.get(draft);
  if (semi !== undefined) return semi;
  if (connector.endsWith(" if") || connector.endsWith(" though"))
    return connector.startsWith("as") ? "likened" : "supposed";
  const joined = table.value("subordinator", connector);
  if (joined === "supposed" || joined === "thought") return joined;
  if (draft.adverbs.some(({ word }) => table.is("perhaps", word))) return "supposed";
  const modal = modalMood(draft, verb, around);
  if (modal !== undefined) return modal;
  if (verb.perfect && verb.tense === "past") return "remembered";
  const lemma = lemmaOf(draft);
  if (draft.rank !== "infinitive") {
    if (table.is("remember", lemma)) return "remembered";
    if (table.is("wish-strict", lemma)) return "wished";
    if (thinks(draft, around.withContent)) return "thought";
    if (draft.question && draft.rank === "main") return "thought";
  }
  if (isHabitual(draft)) return "habit";
  if (draft.arguments.some(({ marker }) => marker === "like") && (lemma === "be" || table.is("seem", lemma)))
    return "likened";
  if (
    draft.arguments.some(({ chunk }) => table.is("earlier", chunk.head.lemma)) ||
    draft.adverbs.some(({ word }) => table.is("earlier", word))
  )
    return "remembered";
  return "told";
}

const REPORTED_MODAL: Readonly<Record<string, Mood>> = {
  must: "thought",
  should: "thought",
  ought: "thought",
  can: "supposed",
  may: "supposed",
  might: "supposed",
};

function modalMood(draft: DraftClause, verb: VerbChunk, { conditional }: Around): Mood | undefined {
  const { modal } = verb;
  if (modal === undefined) return undefined;
  if (modal === "could") {
    if (verb.negative || table.is("perceive", verb.main.lemma)) return undefined;
    return draft.question ? "thought" : "supposed";
  }
  if (modal === "can" && verb.negative) return undefined;
  if (modal !== "would") return REPORTED_MODAL[modal] ?? "future";
  if (isHabitual(draft)) return "habit";
  if (verb.perfect || conditional) return "supposed";
  return draft.question ? "thought" : "future";
}

/** A verb of thinking, feeling that something is so, or having an idea. */
function thinks(draft: DraftClause, withContent: ReadonlySet<DraftClause>): boolean {
  const lemma = lemmaOf(draft);
  if (table.is("think", lemma)) return true;
  if (lemma === "feel" && withContent.has(draft)) return true;
  if (lemma === "have" || lemma === "be") {
    const nouns = [
      ...draft.arguments.filter(({ marker }) => marker === undefined).map(({ chunk }) => chunk),
      ...(draft.subject ? [draft.subject] : []),
    ];
    return nouns.some(({ head }) => table.is("think-noun", head.lemma));
  }
  return false;
}

/** `Sundays` is tagged as a name, whose plural stays. */
export const timeWord = ({ lemma }: Word): string => lemma.toLowerCase().replace(/days$/u, "day");

function isHabitual({ adverbs, arguments: given, subject }: DraftClause): boolean {
  return (
    adverbs.some(({ word }) => table.is("habit", word) || table.is("habit-span", word)) ||
    [...given.map(({ chunk }) => chunk), ...(subject ? [subject] : [])].some(
      ({ head, each }) => each && table.is("time-noun", timeWord(head)),
    )
  );
}

function complementMood(draft: DraftClause, governor: DraftClause, above: Mood): Mood {
  const lemma = lemmaOf(governor);
  if (draft.rank === "infinitive") {
    if (table.is("phase", lemma)) return above;
    if (table.is("wish", lemma)) return "wished";
    if (table.is("seem", lemma)) return "supposed";
    if (governor.complements.length > 0) return above === "told" ? "told" : above;
    return above === "told" ? "wished" : above;
  }
  if (draft.rank === "subordinate" && draft.connector !== undefined) {
    if (table.is("wish", lemma) && draft.connector === "that") return "wished";
    if (thinks(governor, new Set([governor])) || table.is("report", lemma)) return "thought";
    if (table.is("seem", lemma)) return "supposed";
  }
  return above;
}
