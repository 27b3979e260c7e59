// An action (deed): a clause with its things, its agents, the certainty that it happens now and in the scene, and its visibility.
import type { Language } from "../../../../manga/language.ts";
import type { Sure } from "../facts.ts";
import { type Clause, mainClause, type Phrase, type Sentence, type Word } from "../text/clause.ts";
import type { DeedWords } from "./deed-words.ts";
import { isTouchable, type Noun, nounOf, type Reading } from "./nouns.ts";

export interface Deed extends Clause {
  subject?: Noun & { shared?: true };
  objects: Noun[];
  places: Noun[];
  manner: Noun[];
  words: DeedWords;
  /** Whether its verb is in a class, by itself or with its object (傘をさす). */
  does(kind: string): boolean;
  /** The value of the verb in a class. */
  told(kind: string): string | undefined;
  /** The characters to whom its subject refers. */
  who: Sure<string[]> | undefined;
  /** Ids of the agents. Empty if no character is one. */
  agents: readonly string[];
  /** Certainty that it happens, if the clause is narrated as real and now. */
  real: number;
  /** Certainty that it happens and that the agents do it. */
  sure: number;
  /** The recipient of the action, or the addressee of speech. */
  whom: Sure<string> | undefined;
  /** The characters in whose hands, arms or lap the thing of the action is. */
  holders: Sure<string[]> | undefined;
  /** The predicate is a verb. Otherwise it is a noun or adjective, which describes a state. */
  isVerb: boolean;
}

/** Certainty that a clause narrated as real is real. English puts thoughts and earlier events in subordinate clauses; Japanese does not. */
const RANKS: Readonly<Record<Language, Readonly<Record<Clause["rank"], number>>>> = {
  en: { main: 0.95, subordinate: 0.65, participle: 0.75, infinitive: 0.65, relative: 0.5 },
  ja: { main: 0.95, subordinate: 0.9, participle: 0.85, infinitive: 0.65, relative: 0.5 },
};
/** Factor for a clause beside an unreal main clause: "She might have known, sitting there". */
const UNDER_UNREAL = 0.7;

/** Whether it happens or holds, now and in the scene. */
export const isReal = ({ predicate, speech }: Pick<Clause, "predicate" | "speech">): boolean =>
  predicate.mood === "told" && predicate.polarity === "positive" && speech !== "reported";

/** The actions of a sentence in order, including unreal ones. */
export function deedsOf(sentence: Sentence, reading: Reading): Deed[] {
  const { people, words, at } = reading;
  const main = mainClause(sentence);
  const isUnderUnreal = main !== undefined && !isReal(main);
  return sentence.clauses.map((clause): Deed => {
    const { rank, subject } = clause;
    const nouns = (phrases: readonly Phrase[]) =>
      phrases.map((phrase) => nounOf(contentOf(phrase, sentence, words), reading));
    const [own] = nouns(subject === undefined ? [] : [subject]);
    const places = nouns(clause.places);
    const manner = nouns(clause.manner);
    const who = people.subject(at, clause);
    // "Tears ran down her cheeks": the owner of the cheeks weeps.
    const shown = words.value("on-face", own?.head.toLowerCase() ?? "");
    const touched = nouns(clause.objects);
    const parts = shown === undefined ? (own ? [own] : []) : [...touched, ...places];
    const owner = parts.flatMap((part) => ownerOf(part, sentence, reading) ?? [])[0];
    const isShown = shown !== undefined && owner !== undefined;
    const objects = isShown ? [] : touched;
    const predicate = isShown ? { ...clause.predicate, lemma: shown, particle: undefined } : clause.predicate;
    const doer = predicate.voice === "active" ? (who ?? owner) : undefined;
    const agents = doer?.value ?? [];
    const doubt = rank !== "main" && isUnderUnreal ? UNDER_UNREAL : 1;
    // "Snow was falling when Nell locked the door": the clause with `when` has the main event.
    const isPoint = words.is("point", clause.connector ?? "") && main && main.from < predicate.from;
    const real = RANKS[words.language][isPoint ? "main" : rank] * (predicate.sure ?? 1) * doubt;
    return {
      ...{ ...clause, predicate, subject: isShown ? undefined : own, objects, places, manner, words },
      ...{ who, agents, real, sure: real * (doer?.sure ?? 1) },
      whom: addresseeOf([...objects, ...manner, ...places], agents),
      holders: places
        .filter(({ noun, marker = "" }) => words.is("hand-place", noun) && words.is("seat", marker))
        .flatMap((place) => ownerOf(place, sentence, reading) ?? [])[0],
      isVerb: isVerb(predicate, sentence.words),
      does: (kind) =>
        words.does(kind, predicate) ||
        objects.some(({ head }) => words.is(kind, `${head}を${predicate.lemma}`)) ||
        [...manner, ...places].some(({ marker }) => words.is(kind, `${predicate.lemma} ${marker}`)),
      told: (kind) => words.verbValue(kind, predicate),
    };
  });
}

const LENGTH_OF = " of ".length;

/** `half the loaf`, 時計はどれも: the noun after a measure counts. `something shiny`, 光るもの: a nameless noun keeps its modifier. */
function contentOf<P extends Phrase>(phrase: P, sentence: Sentence, words: DeedWords): P {
  const { nouns, clauses, words: all } = sentence;
  const { from: start, to: end, head } = phrase;
  if (words.is("nameless", head.toLowerCase())) {
    const own = clauses.find(({ rank, predicate: { to } }) => rank === "relative" && to === start)?.predicate;
    const { from } = own ?? all.find((word) => word.to === start && word.tag === "形容詞") ?? phrase;
    const { to } = all.find((word) => word.from === end + 1 && word.tag === "ADJ") ?? phrase;
    const told = all.filter((word) => word.from >= from && word.to <= to).map(({ text }) => text);
    return { ...phrase, text: told.join(words.language === "ja" ? "" : " ") };
  }
  const measure = words.value("measure", head.toLowerCase());
  if (measure === undefined) return phrase;
  const content =
    words.language === "ja"
      ? nouns.findLast(({ marker, to }) => marker === "は" && to < start)
      : nouns.find(({ marker, from }) => from > end && from <= end + (marker === "of" ? LENGTH_OF : 1));
  return content === undefined ? phrase : { ...phrase, text: measure + content.text, head: content.head };
}

/** "Her hand trembled", ぼくの足はふるえた: the owner of a body part is the agent. */
function ownerOf({ kind, ...part }: Noun, { nouns }: Sentence, { people, at }: Reading): Deed["who"] {
  const owners = kind === "body" ? nouns.filter((noun) => noun.from >= part.from && noun.to < part.to) : [];
  return owners.flatMap((noun) => people.meant(at, noun) ?? [])[0];
}

function addresseeOf(nouns: readonly Noun[], agents: readonly string[]): Sure<string> | undefined {
  const all = nouns.flatMap(({ who }) => (who ? [{ value: who.value[0] ?? "", sure: who.sure }] : []));
  return all.find(({ value }) => value !== "" && !agents.includes(value));
}

/** Whether the predicate is a verb, by the tags of its words. In Japanese 散歩する has a noun before the verb する. */
function isVerb({ from, to }: Clause["predicate"], words: readonly Word[]): boolean {
  const own = words.filter((word) => word.from >= from && word.to <= to);
  const at = own.findIndex(({ tag }) => tag === "VERB" || tag === "動詞");
  // 書いてある is a state without an agent.
  return own.length === 0 || (at >= 0 && !own.slice(at + 1).some(({ lemma }) => lemma === "ある"));
}

/** Maximum length of a verb, in UTF-16 units. */
const LONGEST = 30;

/** Additional visibility of an action with a thing. */
const OF_A_THING = 0.5;

/** Visibility by class of verb, and by WordNet's category of the verb. */
const CLASSES = { talk: 1, hear: 1.5, "feel-verb": 3, look: 2.5, posture: 4, "on-foot": 4 } as const;
const SHOWN: Readonly<Record<string, number>> = {
  ...{ motion: 4, contact: 4, competition: 4, consumption: 4, creation: 3.5, body: 3.5 },
  ...{ possession: 2, perception: 2, communication: 1.2, social: 1.5 },
};
const TOUCHING: ReadonlySet<string> = new Set(["contact", "possession", "consumption"]);

/** Visibility of an action. 0: a picture cannot show it. */
export function visibilityOf({ predicate, objects, speech, words, isVerb, whom, does }: Deed): number {
  if (!isVerb || predicate.lemma.length > LONGEST) return 0;
  // "went on along the road", 山路を駆け続けた: these verbs can introduce speech, but here none follows.
  if (speech === "says") return does("talk") || objects.length === 0 ? 1 : 0;
  if (does("unshown") && !does("handle")) return 0;
  const known = Object.entries(CLASSES).find(([kind]) => does(kind));
  if (known !== undefined) return known[1];
  // "caught his meaning", "took a step": with an object that cannot be touched, the verb is figurative.
  const isOfThing = objects.some(isTouchable);
  const isTouched =
    isOfThing || whom !== undefined || objects.some(({ head }) => words.is("it", head.toLowerCase()));
  const more = isOfThing ? OF_A_THING : 0;
  if (does("handle") && isTouched) return 5 + more;
  if (does("take") || does("release") || does("give")) return isTouched ? 5 + more : 0;
  const kind = words.kindOfVerb(predicate);
  // A verb that the table lacks is visible if its object is a thing or a character.
  if (kind === undefined) return isTouched && objects.length > 0 ? 3 : 0;
  return isTouched || objects.length === 0 || !TOUCHING.has(kind) ? (SHOWN[kind] ?? 0) + more : 0;
}
