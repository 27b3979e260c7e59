// Where and when each sentence of a story is. Place and hour hold until something that is told of the scene changes them; what opens a scene
// is carried back to its first sentence. Dialogue moves nobody.
import {
  type People,
  type ReadStory,
  type ReadUnit,
  type SentencePlace,
  type Settings,
  SURE_ENOUGH,
} from "../facts.ts";
import type { Clause } from "../text/clause.ts";
import { isScenic, timeEvidence } from "./clock.ts";
import { Followed } from "./followed.ts";
import { placeEvidence } from "./place-evidence.ts";
import { type NamedPlace, namedPlace, settingWords } from "./place-phrases.ts";
import {
  addLandmark,
  INSIDE,
  isIndoors,
  type KnownPlace,
  OUTSIDE,
  PlaceRegister,
  publicPlace,
  ROAD,
} from "./place-register.ts";
import { type Row, Scene, UNKNOWN } from "./scene.ts";
import { type ClauseContext, type Found, isReal } from "./told-clause.ts";

/** How sure it is that somebody who goes in goes into the building that was spoken of last, and after how many sentences that is forgotten. */
const INTO_SPOKEN_OF = 0.74;
const SPOKEN_OF = 6;
/** How sure a place is with which a story begins that is only described. */
const OPENS = 0.72;
/** How sure a place is that somebody goes to without being told to come there. */
const UNNAMED = 0.5;
/** How sure a place still is when somebody leaves: others may be there still. */
const LEFT = 0.6;

export function findSettings(story: ReadStory, people: People): Settings {
  const finder = new SettingFinder(story, people);
  const rows = story.units.map((unit, index) => finder.read(unit, index));
  return {
    places: finder.places.map(publicPlace),
    at({ unit, sentence }) {
      const row = rows[unit]?.[sentence];
      if (row === undefined) return { place: UNKNOWN, hour: UNKNOWN, weather: UNKNOWN, jump: false };
      return { ...row, place: { value: row.place.value?.id, sure: row.place.sure } };
    },
  };
}

/** Whoever says what the weather is now is in it: `The train is stuck in the snow!` */
const isNow = ({ predicate: { tense, mood } }: Clause): boolean => tense === "present" && mood === "told";

class SettingFinder {
  readonly #story: ReadStory;
  readonly #people: People;
  readonly #followed: Followed;
  readonly #register = new PlaceRegister();
  readonly #scene = new Scene();
  #paragraph = 0;
  /** Sentences of narration so far. */
  #count = 0;
  /** Where somebody went from here who took the scene not along. */
  #gone: { who: readonly string[]; place: KnownPlace; at: number } | undefined;
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
    const { language } = this.#story;
    const shared = { language, words: settingWords(language), people: this.#people };
    return sentences.map((sentence, at) => {
      const context = { ...shared, sentence, at: { unit: index, sentence: at } };
      this.#scene.hold();
      for (const clause of sentence.clauses.filter((one) => isScenic(one, context))) {
        const evidence = timeEvidence(clause, context);
        if (isTold) this.#scene.take(evidence);
        else if (unit.kind === "speech" && isNow(clause)) this.#scene.take({ weather: evidence.weather });
      }
      if (isTold) this.#tell(context);
      return this.#scene.row();
    });
  }

  #tell(context: ClauseContext): void {
    const { sentence, at } = context;
    this.#count += 1;
    const found = sentence.clauses.flatMap((clause) => placeEvidence(clause, context));
    // Of several moves the last counts, of several places where somebody is the surest.
    const moves = found.some(({ is }) => is === "move");
    const isStay = ({ is }: Found) => ["at", "is", "view"].includes(is);
    const surest = found.filter(isStay).toSorted((a, b) => b.sure - a.sure)[0];
    for (const one of found) {
      const isLess = isStay(one) ? one !== surest : moves && ["leave", "towards", "meet"].includes(one.is);
      if (!isLess) this.#take(one, at);
    }
    this.#furnish(context);
    for (const noun of sentence.nouns) {
      const place = namedPlace(noun, context);
      if (place?.type === "building" && !place.proper) this.#spokenOf = { place, at: this.#count };
    }
  }

  /** Whoever does something is in the scene, and what somebody is beside of belongs to its place: `She sat at the window.` */
  #furnish({ sentence, at, words }: ClauseContext): void {
    const { here, isSure } = this.#scene;
    if (here === undefined || !isSure) return;
    const left = this.#gone?.at === this.#count ? this.#gone.who : [];
    for (const clause of sentence.clauses.filter(isReal)) {
      const { rank, predicate, places } = clause;
      for (const { head } of places) if (words.is("landmark", head.toLowerCase())) addLandmark(here, head);
      if (rank === "main" && predicate.aspect === "event")
        this.#followed.put(
          (this.#people.subject(at, clause)?.value ?? []).filter((one) => !left.includes(one)),
          here,
        );
    }
  }

  #take({ is, sure, place: named, who, along = false, whom }: Found, at: SentencePlace): void {
    const scene = this.#scene;
    const { here } = scene;
    const place = named && this.#register.meant(named, here);
    // What is only seen moves nobody, and whoever of the cast opens a door here is here.
    const isFree = ["view", "outdoors"].includes(is) || (is === "door" && who?.length !== 0);
    const isOther = !isFree && who && scene.isSure && !this.#followed.follows(who, at, here);
    if (place !== undefined && who !== undefined && ["move", "at", "view"].includes(is))
      this.#followed.put(who, place);
    if (isOther && place !== here) {
      if (is === "move" && place !== undefined) this.#gone = { who, place, at: this.#count };
      return;
    }
    const spoken = this.#recent(this.#spokenOf);
    // 小さな店があった。古い時計屋だ。
    if (
      is === "is" &&
      spoken?.at === this.#count - 1 &&
      spoken.place.noun !== here?.noun &&
      spoken.place.type === place?.type
    )
      return;
    if (is === "towards") this.#setOut(place);
    else if (is === "enter") this.#enter(sure);
    else if (is === "door") {
      if (here && !isIndoors(here) && spoken) this.#enter(sure);
    } else if (is === "meet") {
      const met = whom ? this.#followed.whereabouts(whom) : this.#recent(this.#gone)?.place;
      if (met !== undefined && met !== here) scene.go(met, sure);
    } else if (is === "indoors") {
      const isHere = here !== undefined && isIndoors(here);
      if (scene.isOpen || (sure >= SURE_ENOUGH && !isHere))
        scene.open(isHere ? here : this.#register.meant(INSIDE, undefined), Math.max(sure, OPENS));
    } else if (is === "outdoors") {
      if (here && isIndoors(here)) scene.doubt(UNNAMED);
    } else if (is === "leave") {
      if (here && (place === undefined || place === here || place.type === "building"))
        scene.go(this.#register.meant(OUTSIDE, undefined), UNNAMED);
    } else if (place !== undefined) {
      if (is === "move" && !along) scene.go(place, sure);
      else if (is === "move") scene.open(place, sure);
      else this.#stay(place, is === "view", sure);
    }
  }

  #recent<T extends { at: number }>(one: T | undefined): T | undefined {
    return one && this.#count - one.at <= SPOKEN_OF ? one : undefined;
  }

  /** Whoever is on the way somewhere is on a road, unless the way is within one house. */
  #setOut(goal: KnownPlace | undefined): void {
    const { here } = this.#scene;
    if (goal === undefined) this.#scene.doubt(LEFT);
    else if (goal.type === "room") this.#scene.go(goal, UNNAMED);
    else this.#scene.go(here?.noun === ROAD.noun ? here : this.#register.meant(ROAD, undefined), OPENS);
  }

  /** `I had to go to the bank. So I went in.` */
  #enter(sure: number): void {
    const { here } = this.#scene;
    const spoken = this.#recent(this.#spokenOf);
    const place = spoken && this.#register.meant({ ...spoken.place, reference: "given" }, here);
    if (place === undefined || place === here?.around)
      this.#scene.go(this.#register.meant(INSIDE, here), sure);
    else this.#scene.go(place, INTO_SPOKEN_OF);
  }

  #stay(place: KnownPlace, isView: boolean, sure: number): void {
    const { here, sure: held } = this.#scene;
    if (here?.type === "room" && place.type === "building") here.around ??= place;
    if (here === undefined || this.#scene.isOpen)
      this.#scene.open(place, isView && place.type !== "region" ? Math.max(sure, OPENS) : sure);
    else if (place === here || (place !== here.around && sure >= Math.min(held, SURE_ENOUGH)))
      this.#scene.open(place, sure);
  }
}
