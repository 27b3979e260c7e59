// Looks of characters in the text: words for hair, build, clothes and accessories in phrases that refer to a character, and in clauses that
// describe one. Negated, supposed and compared looks do not count.
import { isHuman } from "../../../../manga/concept.ts";
import type { ToldLook } from "../../chosen-looks.ts";
import type { SentencePlace, Sure } from "../facts.ts";
import type { Clause, Span, Word } from "../text/clause.ts";
import { wordTable } from "../text/word-table.ts";
import { isSure, type StoryFacts } from "./story-facts.ts";

/** Looks by id. Of several statements the first counts, which is the one at the character's introduction. */
export function toldLooks(facts: StoryFacts): Map<string, ToldLook> {
  const looks = new Map<string, ToldLook>();
  const { people } = facts.people;
  const animals = new Set(people.flatMap(({ id, kind }) => (isHuman({ kind: kind.value }) ? [] : [id])));
  const add = (id: string, words: readonly Word[]) => {
    const look = looks.get(id) ?? { accessories: new Set(), marks: new Set() };
    looks.set(id, look);
    readWords(words, look, facts, animals.has(id));
  };
  for (const { name, sentences } of facts.story.cast) {
    const person = people.find((one) => one.name === name);
    for (const { words } of person ? sentences : []) add(person?.id ?? "", words);
  }
  for (const [unit, { unit: own, sentences }] of facts.story.units.entries()) {
    if (own.kind !== "narration") continue;
    for (const [sentence, { clauses, words }] of sentences.entries()) {
      const at: SentencePlace = { unit, sentence };
      const within = ({ from, to }: Span) => words.filter((word) => word.from >= from && word.to <= to);
      for (const mention of facts.people.mentions(at)) {
        const id = mention.form === "noun" ? onlyOf(mention.who) : undefined;
        if (id !== undefined) add(id, [...adjectivesBefore(mention, words), ...within(mention)]);
      }
      for (const clause of clauses) {
        const id = describes(clause, facts) ? onlyOf(facts.people.subject(at, clause)) : undefined;
        if (id !== undefined) add(id, [...within(clause), ...complementOf(clause, words)]);
      }
    }
  }
  return looks;
}

/** The only character to whom the phrase certainly refers. */
const onlyOf = (who: Sure<string[]> | undefined): string | undefined =>
  who !== undefined && isSure(who) && who.value.length === 1 ? who.value[0] : undefined;

/** The adjectives before a phrase, to which they do not belong in Japanese: 白い|着物の女の子. */
function adjectivesBefore({ from }: Span, words: readonly Word[]): readonly Word[] {
  const before = words.filter((word) => word.from < from);
  return before.slice(before.findLastIndex(({ tag }) => tag !== "形容詞") + 1);
}

/** The adjective or noun of a copula, if the clause ends before it. */
const complementOf = ({ to, predicate }: Clause, words: readonly Word[]): Word[] =>
  words.filter((word) => word.from >= to && word.lemma === predicate.lemma).slice(0, 1);

function describes({ predicate, command, rank }: Clause, { story }: StoryFacts): boolean {
  const { mood, polarity, aspect, lemma } = predicate;
  if (command || (mood !== "told" && mood !== "habit") || polarity === "negative") return false;
  const looks = wordTable(story.language, "looks");
  // 痩せた男: the past tense of a verb of build states how he is.
  return aspect === "state" || looks.is("wear", lemma) || (rank === "relative" && looks.is("build", lemma));
}

/** Classes of words with a value of their own, and garments, which take the colour before them. */
const TOLD = { build: "build", hair: "hair", "hair-tone": "hairTone", beard: "beard" } as const;
const GARMENTS = ["top", "bottom", "hat"] as const;

/** Adds the looks that words state. Adjectives belong to the next noun; after a noun for hair, to the hair; for an animal, to its coat. */
function readWords(words: readonly Word[], told: ToldLook, { story }: StoryFacts, isAnimal: boolean): void {
  const table = wordTable(story.language, "looks");
  let waiting: { tone?: string; how?: string } = {};
  let ofHair = false;
  const takeHair = () => {
    if (waiting.how !== undefined) told.hair ??= waiting.how;
    if (waiting.tone !== undefined) told.hairTone ??= waiting.tone;
  };
  for (const word of words) {
    const value = (kind: string) =>
      table.value(kind, word.lemma) ?? table.value(kind, word.text.toLowerCase());
    const [tone, how, accessory, mark] = ["tone", "hair-how", "accessory", "mark"].map(value);
    if (tone) waiting = { ...waiting, tone };
    else if (how) waiting = { ...waiting, how };
    if (mark) told.marks.add(mark);
    if (accessory) told.accessories.add(accessory);
    for (const [kind, field] of Object.entries(TOLD)) told[field] ??= value(kind) || undefined;
    for (const kind of GARMENTS) {
      const what = value(kind);
      if (what) told[kind] ??= { what, ...(waiting.tone !== undefined && { tone: waiting.tone }) };
    }
    const isHair = table.is("hair-noun", word.lemma) || Boolean(value("hair"));
    const isOther = NOUNS.has(word.tag) && !tone && !how && !table.is("hair-where", word.lemma);
    if (isHair) takeHair();
    // 黒猫: the colour is the first character of the noun.
    else if (isOther && isAnimal) told.hairTone ??= waiting.tone ?? table.value("tone", word.text.charAt(0));
    if (isHair || isOther) [ofHair, waiting] = [isHair, {}];
  }
  if (ofHair) takeHair();
}

const NOUNS: ReadonlySet<string> = new Set(["NOUN", "PROPN", "名詞"]);
