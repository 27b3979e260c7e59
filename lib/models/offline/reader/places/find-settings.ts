// Where and when each sentence of a story is. Place and hour hold until something that is told of the scene changes them; what opens a scene
// is carried back to its first sentence. Dialogue moves nobody.
import type { People, ReadStory, ReadUnit, SentencePlace, Setting, Settings } from "../facts.ts";
import { SURE_ENOUGH } from "../facts.ts";
import type { Sentence } from "../text/clause.ts";
import { isScenic, timeEvidence } from "./clock.ts";
import { Followed } from "./followed.ts";
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

/** How sure a place is with which a story begins that is only described. */
const OPENS = 0.72;

/** Where somebody is who is on the way. */
const ROAD = { type: "outdoors", kind: "road", noun: "road", name: "", reference: "new" } as const;

/** How sure an outside is that is not named. */
const OUTSIDE = 0.5;

/** How sure a place still is when somebody leaves: others may be there still. */
const LEFT = 0.6;

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
  readonly #followed: Followed;
  readonly #register = new PlaceRegister();
  readonly #scene = new Scene();
  #paragraph = 0;
  /** Sentences of narration so far. */
  #count = 0;
  #spokenOf: { place: NamedPlace; at: number } | undefined;

  constructor(story: ReadStory, people: People) {
    this.#story = story;
    this.#people = people;
    this.#followed = new Followed(story, people);
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
    this.#count += 1;
    for (const clause of sentence.clauses)
      if (isScenic(clause, sentence)) this.#scene.take(timeEvidence(clause, sentence, language));
    this.#settle(
      sentence.clauses.flatMap((clause) => placeEvidence(clause, context)),
      at,
    );
    this.#furnish(sentence);
    this.#meetEverybody(sentence, at);
    for (const noun of sentence.nouns) {
      const place = namedPlace(noun, context);
      if (place?.type === "building" && !place.proper) this.#spokenOf = { place, at: this.#count };
    }
  }

  /** Whoever does something in a scene is there. */
  #meetEverybody({ clauses }: Sentence, at: SentencePlace): void {
    const { here, isSure } = this.#scene;
    if (here === undefined || !isSure) return;
    const acts = clauses.filter(
      (clause) => clause.rank === "main" && isReal(clause) && clause.predicate.aspect === "event",
    );
    for (const clause of acts) this.#followed.put(this.#people.subject(at, clause)?.value ?? [], here);
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
  #settle(all: readonly Found[], at: SentencePlace): void {
    const moves = all.some(({ is }) => is === "move");
    const isStay = ({ is }: Found) => is === "at" || is === "view";
    const surest = all.filter(isStay).toSorted((a, b) => b.sure - a.sure)[0];
    for (const one of all) {
      if (isStay(one) && one !== surest) continue;
      if (["leave", "towards", "meet"].includes(one.is) && moves) continue;
      this.#take(one, at);
    }
  }

  #take(one: Found, at: SentencePlace): void {
    const { here, sure, isSure } = this.#scene;
    const { place: named, who } = one;
    const isHere = one.is === "at" || (one.is === "view" && named?.type === "room");
    const place = named && this.#register.meant(named, here, isHere);
    const isOther = who !== undefined && one.is !== "view" && isSure && !this.#followed.follows(who, at);
    if (isOther && place !== here) {
      if (place !== undefined && one.is !== "leave" && one.is !== "towards") this.#followed.put(who, place);
      return;
    }
    if (one.is === "towards") this.#setOut(place);
    else if (one.is === "meet") this.#meet(one, at);
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
      const left = place ?? here;
      if (isWithin(here, left) || left.type === "building")
        this.#scene.go(this.#register.outside(left), OUTSIDE);
    } else if (place !== undefined) {
      if (one.is === "move") this.#scene.go(place, one.sure);
      else this.#stay(place, one);
      if (who !== undefined) this.#followed.put(who, place);
    }
  }

  /** Whoever is on the way somewhere is on a road, unless the way is within one house. */
  #setOut(goal: KnownPlace | undefined): void {
    const { here } = this.#scene;
    if (goal === undefined) this.#scene.leave(LEFT);
    else if (goal.type === "room") this.#scene.go(goal, 0.5);
    else if (here?.noun === "road") this.#scene.confirm(0.72);
    else this.#scene.go(this.#register.meant(ROAD, undefined), 0.72);
  }

  #meet({ whom = [], sure }: Found, at: SentencePlace): void {
    const { here } = this.#scene;
    const place = this.#followed.whereabouts(whom);
    if (place === undefined) {
      if (!this.#followed.isSeen(whom, at)) this.#scene.leave(LEFT);
    } else if (place !== here) this.#scene.go(place, sure);
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
    if (here?.type === "room" && place.type === "building") here.around ??= place;
    const isWeaker = sure < held && sure < SURE_ENOUGH;
    if (here !== undefined && place !== here && (isWithin(here, place) || isWeaker)) return;
    this.#scene.open(
      place,
      here === undefined && is === "view" && place.type !== "region" ? Math.max(sure, OPENS) : sure,
    );
  }
}
