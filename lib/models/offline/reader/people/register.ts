// Index of all referents so far by name, noun or relation, in constant time. It collects the facts of each use.
import { isCapitalized, isForeign } from "../text/word-forms.ts";
import type { NameFacts, NounUse } from "./noun-use.ts";
import { add, addSexAndAge, newReferent, type Referent, sexSeen } from "./referent.ts";
import type { PeopleWords } from "./word-lists.ts";

/** Maximum number of referents per name or noun. The latest are kept. */
const MOST_ALIKE = 8;

/** Weights of evidence. A list of given names is weaker than a noun. `same`: a noun whose reference is uncertain. */
const WEIGHT = { noun: 4, title: 4, given: 1.5, same: 0.34 } as const;
/** Minimum certainty at which a single noun determines the kind. A less certain noun (`the cobra` for Clovis) must be repeated. */
const SAME = 0.75;

export class Register {
  readonly #words: PeopleWords;
  readonly #all: Referent[] = [];
  readonly #byPart = new Map<string, Referent[]>();
  readonly #byNoun = new Map<string, Referent[]>();
  #narrator: Referent | undefined;

  constructor(words: PeopleWords) {
    this.#words = words;
  }

  all(): readonly Referent[] {
    return this.#all.filter(({ is }) => is === undefined);
  }

  /** `owner`: the person whose relation the referent is. */
  create(owner?: Referent): Referent {
    const one: Referent = Object.assign(newReferent(this.#all.length), owner ? { owner } : {});
    this.#all.push(one);
    return one;
  }

  /** The referent of `I` in narration. */
  narrator(): Referent {
    this.#narrator ??= Object.assign(this.create(), { narrator: true });
    return this.#narrator;
  }

  /** Adds the facts of a use to a referent, and indexes the referent by name and noun. */
  learn(one: Referent, use: NounUse, sure = 1): void {
    const { name, facts, modifiers, text, head } = use;
    if (name) this.#learnName(one, text, name);
    const title = name?.title ?? "";
    if (this.#words.noun(title)?.family === "person")
      put(this.#byNoun, this.#keyOf({ ...use, head: title }), one);
    const isListed = facts !== undefined && facts.family !== "unknown";
    if (facts && (isListed || (name === undefined && one.nouns.size + one.names.size === 0))) {
      add(one.nouns, head);
      one.families.add(facts.family);
      if (facts.kind !== "unknown") add(one.kinds, facts.kind, sure < SAME ? WEIGHT.same : 1);
      addSexAndAge(one, `${facts.sex} ${facts.age}`, WEIGHT.noun);
    }
    if (facts && (isListed || name === undefined)) put(this.#byNoun, this.#keyOf(use), one);
    if ((name === undefined || modifiers.length > 0) && facts && one.nouns.has(head)) one.texts.add(text);
    for (const modifier of modifiers) this.#learnModifier(one, modifier);
    if (name === undefined && use.role !== "complement") add(one.numbers, use.many ? "many" : "one");
    one.many = (one.numbers.get("many") ?? 0) > (one.numbers.get("one") ?? 0);
    one.count = use.count ?? one.count;
  }

  #learnName(one: Referent, text: string, name: NameFacts): void {
    one.doubtful = name.doubtful === true && (one.names.size === 0 || one.doubtful);
    add(one.names, text);
    for (const part of this.#partKeys(name)) {
      one.parts.add(part);
      put(this.#byPart, part, one);
    }
    const title = this.#words.value("title", name.title ?? "");
    if (title !== undefined) {
      one.titled = true;
      addSexAndAge(one, title, WEIGHT.title);
      add(one.kinds, "human");
    }
    // A name counts as evidence of sex on its first two uses only.
    for (const part of (one.names.get(text) ?? 0) <= 2 ? name.parts : []) {
      const told = this.#words.value("given", part.toLowerCase()) ?? this.#words.ending("given-end", part);
      addSexAndAge(one, told, WEIGHT.given);
    }
  }

  #learnModifier(one: Referent, modifier: string): void {
    one.modifiers.add(modifier);
    const age = this.#words.value("age-word", modifier);
    // `little` may describe small animals and things. For a noun for adults it says nothing about age.
    const isSmall = age === "child" && (one.ages.has("adult") || !one.kinds.has("human"));
    if (age !== undefined && !isSmall) add(one.ages, age, age === "elder" ? 3 : 1);
    addSexAndAge(one, this.#words.value("sex-word", modifier), WEIGHT.noun);
  }

  /** Index keys of a name: its parts in lower case. A pet name has the key of the full name. */
  #partKeys({ parts }: NameFacts): string[] {
    return parts.map((part) => this.#words.value("pet-name", part.toLowerCase()) ?? part.toLowerCase());
  }

  /** The referent that has all parts of the name, or whose parts are all in the name. Of several, the most frequent. */
  named(use: NounUse): Referent | undefined {
    // A word that was a name before is a name here.
    const isBare = use.determiner === "bare" && isCapitalized(use.text);
    const isWord = use.facts?.family !== "unknown" && !isForeign(use.head) && !isBare;
    const name = use.name ?? (isWord ? undefined : { parts: [use.head] });
    if (name === undefined) return undefined;
    const parts = this.#partKeys(name);
    const known = new Set(parts.flatMap((part) => this.#byPart.get(part) ?? []));
    const alike = [...known].filter((one) => {
      const shared = parts.filter((part) => one.parts.has(part)).length;
      return (shared === parts.length || shared === one.parts.size) && this.#titlesAgree(one, name, parts);
    });
    return alike.toSorted((a, b) => b.told + b.spoken - (a.told + a.spoken))[0];
  }

  /** Whether title and sex agree: `Mrs. Mallard` is not `Brently Mallard`; `Mr. Nuttel` is `Framton Nuttel`. */
  #titlesAgree(one: Referent, { title }: NameFacts, parts: readonly string[]): boolean {
    const titled = this.#words.value("title", title ?? "")?.split(" ")[0] ?? "?";
    const { sex } = sexSeen(one);
    if (titled !== "?" && sex !== "unknown" && sex !== titled) return false;
    const isWife = titled === "female" || (one.titled && sex === "female");
    if (!isWife || parts.length === one.parts.size) return true;
    return [...parts, ...one.parts].some((part) => this.#words.value("given", part) === "female");
  }

  /** The referents of the noun so far, the latest first. */
  referentsOf(use: NounUse): Referent[] {
    const all = (this.#byNoun.get(this.#keyOf(use)) ?? []).map((one) => one.is ?? one);
    return [...new Set(all)].toReversed();
  }

  /** Index key of a noun. Synonyms for a relation have the same key (母, お母さん). */
  #keyOf({ head, many }: NounUse): string {
    return `${many ? "*" : ""}${this.#words.value("same", head) ?? head}`;
  }
}

function put(index: Map<string, Referent[]>, key: string, one: Referent): void {
  const list = (index.get(key) ?? []).filter((other) => other !== one);
  list.push(one);
  index.set(key, list.slice(-MOST_ALIKE));
}
