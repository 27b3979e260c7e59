// Everybody whom the text has named so far, to be found by name, noun or relation in constant time.
import { isKanji, isKatakana } from "../text/word-forms.ts";
import type { NounUse } from "./noun-use.ts";
import { agree, learn, merge, newReferent, type Referent, settled, sexSeen } from "./referent.ts";
import type { PeopleWords } from "./word-lists.ts";

/** Of the same name or noun, no more are looked at: the latest. */
const MOST_ALIKE = 8;

export class Register {
  readonly #words: PeopleWords;
  readonly #all: Referent[] = [];
  readonly #byPart = new Map<string, Referent[]>();
  readonly #byNoun = new Map<string, Referent[]>();
  #children: readonly Referent[] = [];
  readonly #byRelation = new Map<string, Referent>();

  constructor(words: PeopleWords) {
    this.#words = words;
  }

  /** Those that are nobody else. */
  all(): Referent[] {
    return this.#all.filter(({ same }) => same === undefined);
  }

  /** `owner`: whose relation they are. */
  create(owner?: Referent): Referent {
    const one = newReferent(this.#all.length);
    this.#all.push(one);
    if (owner) one.owner = owner;
    return one;
  }

  /** The latest that are somebody's son, daughter or the like. */
  children(): readonly Referent[] {
    return this.#children;
  }

  /** Adds what the use tells, and lets the referent be found by it. */
  learn(referent: Referent, use: NounUse): void {
    const one = settled(referent);
    learn(one, use, this.#words);
    for (const part of use.name?.parts ?? []) put(this.#byPart, part.toLowerCase(), one);
    if (use.facts && (use.name === undefined || use.facts.family !== "unknown"))
      put(this.#byNoun, this.#nounKey(use), one);
    if (one.owner && this.#words.is("child-of", use.head) && !this.#children.includes(one))
      this.#children = [...this.#children.slice(1 - MOST_ALIKE), one];
    if (one.owner && use.facts?.family === "relation")
      this.#byRelation.set(this.#relationKey(one.owner, use), one);
  }

  /** The name means somebody who has all its parts, or whose parts are all in it. */
  named({ name: written, head, facts }: NounUse): Referent | undefined {
    // Japanese taggers take one and the same name now for a name, now for a noun.
    const isForeign = isKatakana(head);
    const again = isForeign || (facts?.family === "unknown" && isKanji(head));
    const name = written ?? (again ? { parts: [head] } : undefined);
    if (name === undefined) return undefined;
    const parts = name.parts.map((part) => part.toLowerCase());
    const known = new Set(parts.flatMap((part) => this.#byPart.get(part) ?? []).map(settled));
    const alike = [...known].filter((one) => {
      if (one.parts.size === 0) return false;
      const shared = parts.filter((part) => one.parts.has(part)).length;
      return (shared === parts.length || shared === one.parts.size) && this.#titlesAgree(one, name, parts);
    });
    return alike.toSorted((a, b) => b.told + b.spoken - (a.told + a.spoken))[0];
  }

  /** `Mrs. Mallard` is not `Brently Mallard`; `Mr. Nuttel` is `Framton Nuttel`. */
  #titlesAgree(one: Referent, { title }: NonNullable<NounUse["name"]>, parts: readonly string[]): boolean {
    const sexOfTitle = this.#words.value("title", title ?? "")?.split(" ")[0];
    const { sex } = sexSeen(one);
    if (sexOfTitle !== undefined && sexOfTitle !== "?" && sex !== "unknown" && sex !== sexOfTitle)
      return false;
    const isWife = sexOfTitle === "female" || (one.titled && sex === "female");
    const more = parts.length !== one.parts.size;
    if (!isWife || !more) return true;
    const given = [...parts, ...one.parts].map((part) => this.#words.value("given", part));
    return given.includes("female");
  }

  related(owner: Referent, use: NounUse): Referent | undefined {
    const one = this.#byRelation.get(this.#relationKey(settled(owner), use));
    return one && settled(one);
  }

  /** Those the noun has meant, the latest first. */
  called(use: NounUse): Referent[] {
    return [...new Set((this.#byNoun.get(this.#nounKey(use)) ?? []).map(settled))].toReversed();
  }

  /** Nouns for one relation count as one (母, お母さん). */
  #nounKey({ head, many }: NounUse): string {
    return `${many ? "*" : ""}${this.#words.value("same", head) ?? head}`;
  }

  #relationKey(owner: Referent, use: NounUse): string {
    return `${owner.order} ${this.#nounKey(use)}`;
  }

  merge(a: Referent, b: Referent): Referent {
    if (!agree(settled(a), settled(b))) return settled(a);
    return merge(a, b);
  }
}

function put(index: Map<string, Referent[]>, key: string, one: Referent): void {
  const list = (index.get(key) ?? []).filter((other) => settled(other) !== one);
  list.push(one);
  index.set(key, list.slice(-MOST_ALIKE));
}
