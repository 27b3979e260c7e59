// Finds place and time of each sentence. Place and hour hold until a narrated event changes them. A scene's opening statement also applies
// to the sentences before it. Direct speech moves nobody.
import type { People, ReadStory, ReadUnit, Setting, Settings } from "../facts.ts";
import { SURE_ENOUGH } from "../facts.ts";
import type { Clause, Phrase } from "../text/clause.ts";
import { isScenic, timeEvidence } from "./clock.ts";
import { FollowedCharacters } from "./followed.ts";
import { placeEvidence } from "./place-evidence.ts";
import { type NamedPlace, namedPlace, settingWords } from "./place-phrases.ts";
import { addLandmark, INSIDE, isIndoors, type KnownPlace, PlaceRegister, ROAD } from "./place-register.ts";
import { NOTHING, Scene } from "./scene.ts";
import { type ClauseContext, type Found, isReal, placeOf, SURE } from "./told-clause.ts";

/** Number of sentences for which a mentioned building, and a character who left, are remembered. */
const REMEMBERED_SENTENCES = 6;

export function findSettings(story: ReadStory, people: People): Settings {
  const finder = new SettingFinder(story, people);
  // The returned function references only the rows, so that the finder can be freed.
  const rows = finder.rows();
  return { places: finder.register.places, at: ({ unit, sentence }) => rows[unit]?.[sentence] ?? NOTHING };
}

/** Whether a speaker states the present, whose weather is that of the scene: `The train is stuck in the snow!` */
const isNow = ({ predicate: { tense, mood } }: Clause): boolean => tense === "present" && mood === "told";

class SettingFinder {
  readonly register = new PlaceRegister();
  readonly #story: ReadStory;
  readonly #people: People;
  readonly #followed: FollowedCharacters;
  readonly #scene = new Scene();
  #paragraph = 0;
  /** Number of narration sentences so far. */
  #count = 0;
  /** The destination of a character who left while the scene stayed. */
  #gone: { place: KnownPlace; at: number } | undefined;
  #mentionedBuilding: { place: NamedPlace; at: number } | undefined;
  /** The distant place in view: in the previous sentence (`now`), and the last one. */
  #afar: { now?: Setting["place"]; last?: Setting["place"] } = {};

  constructor(story: ReadStory, people: People) {
    this.#story = story;
    this.#people = people;
    this.#followed = new FollowedCharacters(story, people);
  }

  /** By unit and sentence. */
  rows(): Setting[][] {
    return this.#story.units.map((unit, index) => this.#read(unit, index));
  }

  #read({ unit, sentences }: ReadUnit, index: number): Setting[] {
    if (unit.kind === "heading" || unit.paragraph - this.#paragraph > 1) this.#scene.pass("break");
    this.#paragraph = unit.paragraph;
    const isTold = unit.kind === "narration" && unit.form === undefined;
    const { language } = this.#story;
    const shared = { language, words: settingWords(language), people: this.#people };
    return sentences.map((sentence, at) => {
      const context = { ...shared, sentence, at: { unit: index, sentence: at } };
      this.#scene.pass("sentence");
      for (const clause of sentence.clauses.filter((one) => isScenic(one, context))) {
        const evidence = timeEvidence(clause, context);
        if (isTold) this.#scene.take(evidence);
        else if (unit.kind === "speech" && isNow(clause)) this.#scene.take({ weather: evidence.weather });
      }
      if (isTold) this.#tell(context);
      const row = this.#scene.row();
      const seen = isTold ? this.#distantPlace(context) : undefined;
      this.#afar = { now: seen, last: seen ?? this.#afar.last };
      return seen === undefined ? row : Object.assign(row, { place: seen, afar: true });
    });
  }

  /**
   * The distant place that a sentence shows. An action of things alone outdoors is a distant view for one sentence and moves nobody: `A
   * white beam swept out over the sea.` A ship is seen at the last distant place. Words without a clause continue the previous sentence.
   */
  #distantPlace({ sentence, ...context }: ClauseContext): Setting["place"] | undefined {
    const { here, isSure } = this.#scene;
    const { clauses } = sentence;
    if (here === undefined || !isSure || !isIndoors(here)) return undefined;
    if (clauses.length === 0) return this.#afar.now;
    if (clauses.some((clause) => !clause.subject || this.#people.subject(context.at, clause)))
      return undefined;
    const real = clauses.filter(isReal);
    const seen = real
      .flatMap((clause) => clause.places)
      .flatMap((phrase) => placeOf(phrase, { ...context, sentence }) ?? [])
      .find(({ type }) => type === "outdoors");
    if (seen) return { value: this.register.placeFor(seen).id, sure: SURE.told };
    const isOutside = ({ head }: Phrase) => context.words.is("outside", head.toLowerCase());
    return real.some(({ subject }) => subject && isOutside(subject)) ? this.#afar.last : undefined;
  }

  #tell(context: ClauseContext): void {
    const { sentence } = context;
    this.#count += 1;
    const found = sentence.clauses.flatMap((clause) => placeEvidence(clause, context));
    // Of several moves the last counts, of several positions the most certain.
    const move = found.findLast(({ is }) => is === "move");
    const isStay = ({ is }: Found) => ["at", "is", "view"].includes(is);
    const surest = found.filter(isStay).toSorted((a, b) => b.sure - a.sure)[0];
    for (const one of found) {
      const isLess = isStay(one) ? one !== surest : move && one !== move;
      if (!isLess) this.#take(one);
    }
    this.#addLandmarksAndAgents(context);
    for (const noun of sentence.nouns) {
      const place = namedPlace(noun, context);
      if (place?.type === "building")
        this.#mentionedBuilding = { place: { ...place, isNew: false }, at: this.#count };
    }
  }

  /** Adds landmarks to the place, and agents to the characters who are there: `She sat at the window.` */
  #addLandmarksAndAgents({ sentence, at, words }: ClauseContext): void {
    const { here, isSure } = this.#scene;
    if (here === undefined || !isSure) return;
    for (const clause of sentence.clauses.filter(isReal)) {
      const { rank, predicate, places } = clause;
      for (const { head } of places) if (words.is("landmark", head.toLowerCase())) addLandmark(here, head);
      if (rank === "main" && predicate.aspect === "event")
        this.#followed.put(this.#people.subject(at, clause)?.value ?? [], here);
    }
  }

  #take(found: Found): void {
    const { is, sure, place: named, who, along } = found;
    const scene = this.#scene;
    const { here } = scene;
    const place = named && this.register.placeFor(named);
    // A view moves nobody.
    const isSeen = is === "view" || is === "outdoors";
    const isOther = !isSeen && who && scene.isSure && !this.#followed.follows(who, this.#count - 1, here);
    if (place && who && ["move", "at", "view"].includes(is)) this.#followed.put(who, place);
    if (isOther && place !== here) {
      if (is === "move" && place) this.#gone = { place, at: this.#count };
    } else if (place === undefined || is === "leave" || is === "towards") this.#goUnnamed(found, place);
    else if (is !== "move") this.#stay(place, is, sure);
    else if (along) scene.open(place, sure);
    else scene.go(place, sure);
  }

  #recent<T extends { at: number }>(one: T | undefined): T | undefined {
    return one && this.#count - one.at <= REMEMBERED_SENTENCES ? one : undefined;
  }

  /** Moves the scene to a place that the clause does not name: a road, a mentioned place, or another character's place. */
  #goUnnamed({ is, sure, whom }: Found, place: KnownPlace | undefined): void {
    const scene = this.#scene;
    const { here } = scene;
    const isWithin = here !== undefined && isIndoors(here);
    const spoken = this.#recent(this.#mentionedBuilding)?.place;
    const isFromHere = place === undefined || place === here || place.type === "building";
    const isLeft = is === "towards" || (is === "leave" && isFromHere);
    if (is === "meet") {
      const met = whom ? this.#followed.lastPlaceOf(whom) : this.#recent(this.#gone)?.place;
      if (met && met !== here) scene.go(met, sure);
    } else if (is === "enter" || (is === "door" && here && !isWithin && spoken)) {
      // `I had to go to the bank. So I went in.`: the character enters the mentioned building.
      scene.go(this.register.placeFor(spoken ?? INSIDE), sure);
    } else if (is === "indoors" && (scene.isOpen || (sure >= SURE_ENOUGH && !isWithin)))
      scene.open(isWithin ? here : this.register.placeFor(INSIDE), Math.max(sure, SURE.likely));
    else if (is === "towards" && place?.type !== "room") scene.go(this.register.placeFor(ROAD), sure);
    else if (is === "outdoors" ? isWithin : isLeft) scene.doubt(SURE.doubted);
  }

  #stay(place: KnownPlace, is: Found["is"], sure: number): void {
    const scene = this.#scene;
    const { here, sure: held } = scene;
    // 小さな店があった。古い時計屋だ: the second sentence describes the shop that was only seen.
    const spoken =
      this.#mentionedBuilding?.at === this.#count - 1 ? this.#mentionedBuilding.place : undefined;
    if (is === "is" && spoken && spoken.noun !== here?.noun && spoken.type === place.type) return;
    const isOpening = scene.isOpen && is === "view" && place.type !== "region";
    if (scene.isOpen || place === here || sure >= Math.min(held, SURE_ENOUGH))
      scene.open(place, isOpening ? Math.max(sure, SURE.likely) : sure);
  }
}
