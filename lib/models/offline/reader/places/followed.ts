// The characters whom the scene follows, and the last place of each. Others move the scene only if the text continues with them.
import type { People, ReadStory } from "../facts.ts";
import type { KnownPlace } from "./place-register.ts";

/** Number of following narration sentences, one of which must mention the character again. */
const NEXT = 2;
/** Number of preceding narration sentences. The scene follows a character if they mention nobody else at its place. */
const BEFORE = 5;

export class FollowedCharacters {
  readonly #lead: string | undefined;
  /** The characters of the main clauses of each narration sentence. */
  readonly #told: (readonly string[])[] = [];
  readonly #places = new Map<string, KnownPlace>();

  constructor({ units }: ReadStory, { people, subject }: People) {
    this.#lead = (people.find(({ narrator }) => narrator) ?? people[0])?.id;
    for (const [unit, { unit: told, sentences }] of units.entries()) {
      if (told.kind !== "narration" || told.form !== undefined) continue;
      for (const [sentence, { clauses }] of sentences.entries()) {
        const main = clauses.filter(({ rank }) => rank === "main");
        this.#told.push(main.flatMap((clause) => subject({ unit, sentence }, clause)?.value ?? []));
      }
    }
  }

  /** `index`: of the narration sentence. `here`: the scene's place. */
  follows(who: readonly string[], index: number, here: KnownPlace | undefined): boolean {
    if (this.#lead !== undefined && who.includes(this.#lead)) return true;
    const next = this.#told.slice(index + 1, index + 1 + NEXT);
    if (next.some((told) => who.some((one) => told.includes(one)))) return true;
    const before = this.#told.slice(Math.max(0, index - BEFORE), index);
    const isAlone = !before.some((told) =>
      told.some((one) => !who.includes(one) && this.#places.get(one) === here),
    );
    return isAlone && before.some((told) => who.some((one) => told.includes(one)));
  }

  put(who: readonly string[], place: KnownPlace): void {
    for (const one of who) this.#places.set(one, place);
  }

  lastPlaceOf(who: readonly string[]): KnownPlace | undefined {
    return who.flatMap((one) => this.#places.get(one) ?? [])[0];
  }
}
