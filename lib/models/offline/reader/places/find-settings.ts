// Where and when each sentence of a story is. Place and hour hold until something that is told of the scene changes them; what opens a scene
// is carried back to its first sentence. Dialogue moves nobody.
import {
  type People,
  type ReadStory,
  type ReadUnit,
  type SentencePlace,
  type Setting,
  type Settings,
  SURE_ENOUGH,
} from "../facts.ts";
import { type Clause, mainClause, type Sentence } from "../text/clause.ts";
import { isScenic, timeEvidence } from "./clock.ts";
import { type PlaceEvidence, placeEvidence } from "./place-evidence.ts";
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
import { namedAlone } from "./scenery.ts";
import { type ClauseContext, isReal } from "./told-clause.ts";
import { Whereabouts } from "./whereabouts.ts";

/** How sure a scene is where somebody was last seen, when they act again and nothing says where. */
const ELSEWHERE = 0.6;

/** How sure a move is whose subject is left out and seems to be another than the person the story is told through. */
const UNSAID = 0.74;

/** How sure it is that somebody who goes in goes into the building that was spoken of last. */
const INTO_SPOKEN_OF = 0.74;

/** How sure an outside is that is not named. */
const OUTSIDE = 0.5;

/** What is left of the certainty of a place when another is described: it is seen from there, or the scene went on to it. */
const VIEWED = 0.95;

/** How sure a place is at least, where the one around it is told again. */
const WITHIN = 0.75;

/** What is left of it when somebody leaves: who is in the scene alone, or perhaps. */
const LEFT = { alone: 0.7, perhaps: 0.8 } as const;

/** Moods in which the narrator leaves the scene, and what each such sentence leaves of the certainty that it goes on where it was. */
const ASIDE: ReadonlySet<string> = new Set(["comment", "habit"]);
const AFTER_ASIDE = 0.9;

/** Units after a line in which those who act take part in the talk. */
const DIALOGUE = 3;

/** Sentences after one of seeing that may tell what is seen. */
const WATCHED = 3;

/** Sentences after which a building that was spoken of is forgotten. */
const SPOKEN_OF = 6;

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
  readonly #isPast: boolean;
  readonly #register = new PlaceRegister();
  readonly #scene = new Scene();
  readonly #whereabouts: Whereabouts;
  #paragraph = 0;
  /** Sentences of narration so far. */
  #count = 0;
  #spokenOf: { place: NamedPlace; at: number } | undefined;
  /** Until this sentence it may be told what somebody sees from where the scene is. */
  #watchedUntil = 0;
  /** Units since somebody spoke. */
  #sinceSpeech = Number.POSITIVE_INFINITY;

  constructor(story: ReadStory, people: People) {
    this.#story = story;
    this.#people = people;
    this.#isPast = story.language === "en" && isToldInPast(story);
    this.#whereabouts = new Whereabouts(people);
  }

  get places(): readonly KnownPlace[] {
    return this.#register.places;
  }

  read({ unit, sentences }: ReadUnit, index: number): Row[] {
    if (unit.kind === "heading" || unit.paragraph - this.#paragraph > 1) {
      this.#scene.break();
      this.#whereabouts.break();
    }
    this.#paragraph = unit.paragraph;
    this.#sinceSpeech = unit.kind === "speech" ? 0 : this.#sinceSpeech + 1;
    const isTold = unit.kind === "narration" && unit.form === undefined;
    return sentences.map((sentence, at) => {
      this.#scene.hold();
      if (isTold) this.#tell(sentence, { unit: index, sentence: at });
      return this.#scene.row();
    });
  }

  #tell(sentence: Sentence, at: SentencePlace): void {
    const { language } = this.#story;
    const context: ClauseContext = { at, sentence, language, people: this.#people };
    const main = mainClause(sentence);
    const places: PlaceEvidence[] = [];
    this.#count += 1;
    for (const clause of sentence.clauses) {
      if (this.#isPast && clause.predicate.tense === "present" && clause.speech === undefined) continue;
      if (isScenic(clause, sentence)) this.#scene.take(timeEvidence(clause, sentence, language));
      places.push(...placeEvidence(clause, context));
    }
    places.push(...namedAlone(context).map((one) => ({ ...one, who: [] })));
    this.#settle(places);
    if (main !== undefined && isReal(main)) this.#follow(main, at, places.length > 0);
    else if (main !== undefined && ASIDE.has(main.predicate.mood)) this.#scene.doubt(AFTER_ASIDE);
    this.#furnish(sentence);
    for (const noun of sentence.nouns) {
      const place = namedPlace(noun, context);
      if (place?.type === "building" && !place.proper) this.#spokenOf = { place, at: this.#count };
    }
    const perceives = (clause: Clause) =>
      settingWords(language).is("perceive", clause.predicate.lemma) && isReal(clause);
    if (sentence.clauses.some(perceives)) this.#watchedUntil = this.#count + WATCHED;
  }

  /** What somebody is beside of belongs to the place: `She sat at the window.` */
  #furnish({ clauses }: Sentence): void {
    const { here, isSure } = this.#scene;
    if (here === undefined || !isSure) return;
    const beside = clauses.filter(isReal).flatMap(({ places }) => places.map(({ head }) => head));
    const landmarks = beside.filter((head) =>
      settingWords(this.#story.language).is("landmark", head.toLowerCase()),
    );
    for (const landmark of landmarks) addLandmark(here, landmark);
  }

  /** Of several moves the last counts, of several places where somebody is the surest. */
  #settle(all: readonly PlaceEvidence[]): void {
    const moves = all.some(({ is }) => is === "move");
    const isStay = ({ is }: PlaceEvidence) => is === "at" || is === "view";
    const stays = all.filter(
      (one) => isStay(one) && !(one.is === "view" && this.#count <= this.#watchedUntil),
    );
    const surest = stays.toSorted((a, b) => b.sure - a.sure)[0];
    for (const one of all) {
      if (isStay(one) && one !== surest) continue;
      if ((one.is === "leave" || one.is === "away") && moves) continue;
      this.#take(one);
    }
  }

  #take(one: PlaceEvidence): void {
    const { here, sure } = this.#scene;
    const { place: named } = one;
    if (one.is === "away") this.#depart(one);
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
      if (one.is === "move") this.#move(place, one);
      else this.#stay(place, one);
    }
  }

  #depart({ who, whom = [] }: PlaceEvidence): void {
    const { here } = this.#scene;
    const seen = this.#whereabouts;
    if (whom.some((id) => seen.recent.includes(id) || seen.of(id) === here)) return;
    seen.leave(who);
    const focus = seen.focus();
    const isAlone =
      who.length === 0 || (focus === undefined ? !seen.hasSomebodyAt(here) : who.includes(focus));
    if (isAlone) this.#scene.doubt(LEFT.alone);
    else if (focus === undefined) this.#scene.doubt(LEFT.perhaps);
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

  #move(place: KnownPlace, { sure, who, along, leftOut }: PlaceEvidence): void {
    const { narrator } = this.#whereabouts;
    const staysBehind =
      narrator !== undefined && this.#whereabouts.focus() === narrator && !who.includes(narrator);
    if (staysBehind && who.length > 0 && !along) {
      if (leftOut) this.#scene.go(place, UNSAID);
      this.#whereabouts.put(who, place);
    } else this.#scene.go(place, sure);
  }

  #stay(place: KnownPlace, { is, sure, who }: PlaceEvidence): void {
    const { here, sure: held } = this.#scene;
    if (here !== undefined && place !== here) {
      const isRegion = place.type === "region" && here.type !== "region";
      const isHouse = place.type === "building" && here.type === "room" && here.around === undefined;
      if (isHouse && this.#scene.isSure) here.around = place;
      if (isWithin(here, place)) this.#scene.confirm(Math.min(sure, WITHIN));
      else if (!isRegion && sure < held && is === "view") this.#scene.doubt(VIEWED);
      if (isWithin(here, place) || isRegion || (sure < held && (is === "view" || sure < SURE_ENOUGH))) return;
    }
    if (who.length === 0) this.#whereabouts.put(this.#whereabouts.recent, place);
    this.#scene.open(place, sure);
  }

  /** Whoever acts is where the scene is, unless they were last seen elsewhere and did not come. */
  #follow(main: Clause, at: SentencePlace, isPlaced: boolean): void {
    const who = this.#people.subject(at, main)?.value ?? [];
    const [first] = who;
    if (first === undefined) return;
    const phrases = [...main.objects, ...main.places];
    const partners = phrases.flatMap((phrase) => this.#people.meant(at, phrase)?.value ?? []);
    const { here } = this.#scene;
    const last = this.#whereabouts.of(first);
    const focus = this.#whereabouts.focus();
    const isMet =
      main.speech === "says" ||
      this.#sinceSpeech < DIALOGUE ||
      settingWords(this.#story.language).is("comes", main.predicate.lemma) ||
      partners.some((id) => this.#whereabouts.of(id) === here);
    const isFollowed = !isPlaced && !isMet && (focus === undefined || focus === first);
    if (isFollowed && last && here && !isWithin(last, here) && !isWithin(here, last))
      this.#scene.go(last, ELSEWHERE);
    if (this.#scene.here) this.#whereabouts.act(who, partners, this.#scene.here);
  }
}

/** Whether most main clauses of the narration are in the past; a clause in the present is then the narrator's own. */
function isToldInPast({ units }: ReadStory): boolean {
  const told = units.filter(({ unit }) => unit.kind === "narration" && unit.form === undefined);
  const tenses = told.flatMap(({ sentences }) => sentences.map((one) => mainClause(one)?.predicate.tense));
  const past = tenses.filter((tense) => tense === "past").length;
  return past > 0.7 * (past + tenses.filter((tense) => tense === "present").length);
}
