// Where and when each sentence of a story is. Place and hour hold until something that is told of the scene changes them; what opens a scene
// is carried back to its first sentence. Dialogue moves nobody.
import type { People, ReadStory, ReadUnit, SentencePlace, Setting, Settings } from "../facts.ts";
import { SURE_ENOUGH } from "../facts.ts";
import { mainClause, type Sentence } from "../text/clause.ts";
import { isScenic, timeEvidence } from "./clock.ts";
import { placeEvidence } from "./place-evidence.ts";
import { settingWords } from "./place-nouns.ts";
import { type NamedPlace, namedPlace } from "./place-phrases.ts";
import {
  addLandmark,
  isIndoors,
  isWithin,
  type KnownPlace,
  PlaceRegister,
  publicPlace,
} from "./place-register.ts";
import { type Row, Scene } from "./scene.ts";
import { type Found, isReal } from "./told-clause.ts";

/** How sure it is that somebody who goes in goes into the building that was spoken of last, and after how many sentences that is forgotten. */
const INTO_SPOKEN_OF = 0.74;
const SPOKEN_OF = 6;

/** How sure an outside is that is not named. */
const OUTSIDE = 0.5;

/** What is left of the certainty of a place when somebody leaves: others may be there still. */
const LEFT = 0.8;

/** Moods in which the narrator leaves the scene, and what each such sentence leaves of the certainty that it goes on where it was. */
const ASIDE: ReadonlySet<string> = new Set(["comment", "habit"]);
const AFTER_ASIDE = 0.9;

export function findSettings(story: ReadStory, people: People): Settings {
  const finder = new SettingFinder(story, people);
  const rows = story.units.map((unit, index) => finder.read(unit, index));
  return {
    places: finder.places.map(publicPlace),
    at: ({ unit, sentence }) => settingOf(rows[unit]?.[sentence]),
  };
}

function settingOf(row: Row | undefined): Setting {
  const unknown = { value: undefined, sure: 0 };
  if (row === undefined) return { place: unknown, hour: unknown, weather: unknown, jump: false };
  return { ...row, place: { value: row.place.value?.id, sure: row.place.sure } };
}

class SettingFinder {
  readonly #story: ReadStory;
  readonly #people: People;
  readonly #register = new PlaceRegister();
  readonly #scene = new Scene();
  #paragraph = 0;
  /** Sentences of narration so far. */
  #count = 0;
  #spokenOf: { place: NamedPlace; at: number } | undefined;

  constructor(story: ReadStory, people: People) {
    this.#story = story;
    this.#people = people;
  }

  get places(): readonly KnownPlace[] {
    return this.#register.places;
  }

  read({ unit, sentences }: ReadUnit, index: number): Row[] {
    if (unit.kind === "heading" || unit.paragraph - this.#paragraph > 1) this.#scene.break();
    this.#paragraph = unit.paragraph;
    const isTold = unit.kind === "narration" && unit.form === undefined;
    return sentences.map((sentence, at) => {
      this.#scene.hold();
      if (isTold) this.#tell(sentence, { unit: index, sentence: at });
      return this.#scene.row();
    });
  }

  #tell(sentence: Sentence, at: SentencePlace): void {
    const { language } = this.#story;
    const context = { at, sentence, language, people: this.#people };
    const main = mainClause(sentence);
    this.#count += 1;
    for (const clause of sentence.clauses)
      if (isScenic(clause, sentence)) this.#scene.take(timeEvidence(clause, sentence, language));
    this.#settle(sentence.clauses.flatMap((clause) => placeEvidence(clause, context)));
    if (main !== undefined && ASIDE.has(main.predicate.mood)) this.#scene.doubt(AFTER_ASIDE);
    this.#furnish(sentence);
    for (const noun of sentence.nouns) {
      const place = namedPlace(noun, context);
      if (place?.type === "building" && !place.proper) this.#spokenOf = { place, at: this.#count };
    }
  }

  /** What somebody is beside of belongs to the place: `She sat at the window.` */
  #furnish({ clauses }: Sentence): void {
    const { here, isSure } = this.#scene;
    if (here === undefined || !isSure) return;
    const words = settingWords(this.#story.language);
    for (const { head } of clauses.filter(isReal).flatMap(({ places }) => places))
      if (words.is("landmark", head.toLowerCase())) addLandmark(here, head);
  }

  /** Of several moves the last counts, of several places where somebody is the surest. */
  #settle(all: readonly Found[]): void {
    const moves = all.some(({ is }) => is === "move");
    const isStay = ({ is }: Found) => is === "at" || is === "view";
    const surest = all.filter(isStay).toSorted((a, b) => b.sure - a.sure)[0];
    for (const one of all) {
      if (isStay(one) && one !== surest) continue;
      if ((one.is === "leave" || one.is === "away") && moves) continue;
      this.#take(one);
    }
  }

  #take(one: Found): void {
    const { here, sure } = this.#scene;
    const { place: named } = one;
    if (one.is === "away") this.#scene.doubt(LEFT);
    else if (one.is === "enter") this.#enter(one.sure);
    else if (one.is === "indoors" || one.is === "outdoors") {
      if (here === undefined || sure < 0.4) {
        if (one.is === "indoors") this.#scene.open(this.#register.within(undefined), one.sure);
      } else if (one.is === "indoors" && !isIndoors(here))
        this.#scene.go(this.#register.within(undefined), one.sure);
      else if (one.is === "outdoors" && isIndoors(here))
        this.#scene.go(this.#register.outside(here), OUTSIDE);
    } else if (one.is === "leave") {
      if (here === undefined) return;
      const left = named === undefined ? here : this.#register.meant(named, here);
      if (isWithin(here, left) || left.type === "building")
        this.#scene.go(this.#register.outside(left), OUTSIDE);
    } else if (named !== undefined) {
      const place = this.#register.meant(named, here);
      if (one.is === "move") this.#scene.go(place, one.sure);
      else this.#stay(place, one);
    }
  }

  /** `I had to go to the bank. So I went in.` */
  #enter(sure: number): void {
    const { here } = this.#scene;
    const spoken = this.#spokenOf;
    const isNear = spoken !== undefined && this.#count - spoken.at <= SPOKEN_OF;
    const place = isNear ? this.#register.meant({ ...spoken.place, reference: "given" }, here) : undefined;
    if (place !== undefined && (place === here || !isWithin(here, place)))
      this.#scene.go(place, INTO_SPOKEN_OF);
    else this.#scene.go(this.#register.within(here), sure);
  }

  #stay(place: KnownPlace, { is, sure }: Found): void {
    const { here, sure: held } = this.#scene;
    const isWeaker = sure < held && (is === "view" || sure < SURE_ENOUGH);
    if (here !== undefined && place !== here && (isWithin(here, place) || isWeaker)) return;
    this.#scene.open(place, sure);
  }
}
