// Whom the scene follows: who else goes somewhere takes it along only if the text goes on with them. And where everybody was last.
import type { People, ReadStory, SentencePlace } from "../facts.ts";
import type { KnownPlace } from "./place-register.ts";

/** How many sentences of narration the text has for somebody to be told of again. */
const NEXT = 2;
/** How many sentences of narration somebody counts as there after they have done something. */
const LAST = 6;

export class Followed {
  readonly #lead: string | undefined;
  /** Of each sentence of narration, who its main clauses tell of. */
  readonly #told: ReadonlySet<string>[] = [];
  readonly #index = new Map<string, number>();
  readonly #places = new Map<string, KnownPlace>();

  constructor({ units }: ReadStory, people: People) {
    this.#lead = (people.people.find(({ narrator }) => narrator) ?? people.people[0])?.id;
    for (const [unit, { unit: told, sentences }] of units.entries()) {
      if (told.kind !== "narration" || told.form !== undefined) continue;
      for (const [sentence, { clauses }] of sentences.entries()) {
        const at = { unit, sentence };
        this.#index.set(`${unit}.${sentence}`, this.#told.length);
        const main = clauses.filter(({ rank }) => rank === "main");
        this.#told.push(new Set(main.flatMap((clause) => people.subject(at, clause)?.value ?? [])));
      }
    }
  }

  follows(who: readonly string[], { unit, sentence }: SentencePlace): boolean {
    if (this.#lead !== undefined && who.includes(this.#lead)) return true;
    return this.#tells(who, { unit, sentence }, 1, NEXT);
  }

  /** Whether sentences before have told of them. */
  isSeen(who: readonly string[], at: SentencePlace): boolean {
    return who.some((one) => this.#places.has(one)) || this.#tells(who, at, -LAST, 0);
  }

  #tells(who: readonly string[], { unit, sentence }: SentencePlace, from: number, to: number): boolean {
    const index = this.#index.get(`${unit}.${sentence}`) ?? 0;
    const near = this.#told.slice(Math.max(0, index + from), index + to + 1);
    return near.some((told) => who.some((one) => told.has(one)));
  }

  put(who: readonly string[], place: KnownPlace): void {
    for (const one of who) this.#places.set(one, place);
  }

  whereabouts(who: readonly string[]): KnownPlace | undefined {
    return who.flatMap((one) => this.#places.get(one) ?? [])[0];
  }
}
