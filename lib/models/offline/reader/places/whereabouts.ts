// Where everybody of a story was last seen, who acted last, and through whom the story is told.
import type { People } from "../facts.ts";
import type { KnownPlace } from "./place-register.ts";

/** Of so many it is remembered that they acted last. */
const RECENT = 3;

/** The share of the sentences in which somebody acts through whom a story is told; a narrator acts in fewer. */
const MOSTLY = 0.45;
const NARRATOR = 0.3;
/** So few sentences say nothing of it. */
const FEW = 4;

export class Whereabouts {
  readonly narrator: string | undefined;
  readonly #last = new Map<string, KnownPlace>();
  readonly #acts = new Map<string, number>();
  #most: string | undefined;
  #sentences = 0;
  #recent: string[] = [];

  constructor({ people }: People) {
    this.narrator = people.find(({ narrator }) => narrator)?.id;
  }

  of(id: string | undefined): KnownPlace | undefined {
    return id === undefined ? undefined : this.#last.get(id);
  }

  /** Through whom the story is told: its narrator, else who acts in most of its sentences so far. Others act where they are seen. */
  focus(): string | undefined {
    const own = this.#count(this.narrator);
    if (own > 1 && own >= NARRATOR * this.#sentences) return this.narrator;
    const most = this.#count(this.#most);
    return most >= FEW && most >= MOSTLY * this.#sentences ? this.#most : undefined;
  }

  #count(id: string | undefined): number {
    return id === undefined ? 0 : (this.#acts.get(id) ?? 0);
  }

  put(who: readonly string[], place: KnownPlace): void {
    for (const id of who) this.#last.set(id, place);
  }

  /** Who acts in a sentence of a scene, and with whom. */
  act(who: readonly string[], partners: readonly string[], place: KnownPlace): void {
    this.put([...who, ...partners, ...(this.narrator === undefined ? [] : [this.narrator])], place);
    this.#sentences += 1;
    for (const id of who) {
      this.#acts.set(id, this.#count(id) + 1);
      if (this.#count(id) > this.#count(this.#most)) this.#most = id;
    }
    this.#recent = [...this.#recent.filter((id) => !who.includes(id)), ...who].slice(-RECENT);
  }

  /** Those who acted last in this scene: they are where it goes on. */
  get recent(): readonly string[] {
    return this.#recent;
  }

  leave(who: readonly string[]): void {
    for (const id of who) this.#last.delete(id);
  }

  hasSomebodyAt(place: KnownPlace | undefined): boolean {
    for (const [, one] of this.#last) if (one === place) return true;
    return false;
  }

  /** Nobody is known to be in a scene that begins. */
  break(): void {
    this.#recent = [];
  }
}
