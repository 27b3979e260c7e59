// Everybody whom the text has named so far, to be found by name, noun or relation in constant time.

import { isCapitalized, isForeign } from "../text/word-forms.ts";
import type { NameFacts, NounUse } from "./noun-use.ts";
import { learn, newReferent, partKeys, type Referent, sexSeen } from "./referent.ts";
import type { PeopleWords } from "./word-lists.ts";

/** Of the same name or noun, no more are looked at: the latest. */
const MOST_ALIKE = 8;

export class Register {
  readonly #words: PeopleWords;
  readonly #all: Referent[] = [];
  readonly #byPart = new Map<string, Referent[]>();
  readonly #byNoun = new Map<string, Referent[]>();
  readonly #byRelation = new Map<string, Referent>();
  #narrator: Referent | undefined;

  constructor(words: PeopleWords) {
    this.#words = words;
  }

  all(): readonly Referent[] {
    return this.#all.filter(({ is }) => is === undefined);
  }

  /** `owner`: whose relation they are. */
  create(owner?: Referent): Referent {
    const one: Referent = Object.assign(newReferent(this.#all.length), owner ? { owner } : {});
    this.#all.push(one);
    return one;
  }

  /** Whoever says `I` in narration. */
  narrator(): Referent {
    this.#narrator ??= Object.assign(this.create(), { narrator: true });
    return this.#narrator;
  }

  /** Adds what the use tells, and lets the referent be found by it. */
  learn(one: Referent, use: NounUse): void {
    learn(one, use, this.#words);
    for (const part of partKeys(use.name, this.#words)) put(this.#byPart, part, one);
    const title = use.name?.title ?? "";
    if (this.#words.noun(title)?.family === "person")
      put(this.#byNoun, this.#nounKey({ ...use, head: title }), one);
    if (use.facts && (use.name === undefined || use.facts.family !== "unknown"))
      put(this.#byNoun, this.#nounKey(use), one);
    if (one.owner && use.facts?.family === "relation")
      this.#byRelation.set(this.#relationKey(one.owner, use), one);
  }

  /** The name means somebody who has all its parts, or whose parts are all in it. */
  named(use: NounUse): Referent | undefined {
    // A word that was a name elsewhere is one here.
    const isBare = use.determiner === "bare" && isCapitalized(use.text);
    const isWord = use.facts?.family !== "unknown" && !isForeign(use.head) && !isBare;
    const name = use.name ?? (isWord || use.pronoun ? undefined : { parts: [use.head] });
    if (name === undefined) return undefined;
    const parts = partKeys(name, this.#words);
    const known = new Set(parts.flatMap((part) => this.#byPart.get(part) ?? []));
    const alike = [...known].filter((one) => {
      if (one.parts.size === 0) return false;
      const shared = parts.filter((part) => one.parts.has(part)).length;
      return (shared === parts.length || shared === one.parts.size) && this.#titlesAgree(one, name, parts);
    });
    return alike.toSorted((a, b) => b.told + b.spoken - (a.told + a.spoken))[0];
  }

  /** `Mrs. Mallard` is not `Brently Mallard`; `Mr. Nuttel` is `Framton Nuttel`. */
  #titlesAgree(one: Referent, { title }: NameFacts, parts: readonly string[]): boolean {
    const titled = this.#words.value("title", title ?? "")?.split(" ")[0] ?? "?";
    const { sex } = sexSeen(one);
    if (titled !== "?" && sex !== "unknown" && sex !== titled) return false;
    const isWife = titled === "female" || (one.titled && sex === "female");
    if (!isWife || parts.length === one.parts.size) return true;
    return [...parts, ...one.parts].some((part) => this.#words.value("given", part) === "female");
  }

  related(owner: Referent, use: NounUse): Referent | undefined {
    const one = this.#byRelation.get(this.#relationKey(owner, use));
    return one?.is ?? one;
  }

  /** Those the noun has meant, the latest first. */
  called(use: NounUse): Referent[] {
    const all = (this.#byNoun.get(this.#nounKey(use)) ?? []).map((one) => one.is ?? one);
    return [...new Set(all)].toReversed();
  }

  /** Nouns for one relation count as one (母, お母さん). */
  #nounKey({ head, many }: NounUse): string {
    return `${many ? "*" : ""}${this.#words.value("same", head) ?? head}`;
  }

  #relationKey(owner: Referent, use: NounUse): string {
    return `${owner.order} ${this.#nounKey(use)}`;
  }
}

function put(index: Map<string, Referent[]>, key: string, one: Referent): void {
  const list = (index.get(key) ?? []).filter((other) => other !== one);
  list.push(one);
  index.set(key, list.slice(-MOST_ALIKE));
}
