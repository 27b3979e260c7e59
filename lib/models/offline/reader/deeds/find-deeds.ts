// What each sentence of a story shows: who is there, who does what with what in the hands, which things are seen and which sounds heard.
// Only clauses that the text tells as real and now count; what holds (who is there, posture, hands) goes on until the text changes it or
// the scene jumps.
import type { Thing } from "../../../../manga/moment.ts";
import type { Deeds, People, ReadStory, SentenceFacts, SentencePlace, Settings, Sure } from "../facts.ts";
import { type Clause, mainClause, type Sentence, type Span } from "../text/clause.ts";
import { actingOf, atRest, type Done, doneIn, feelingsOf, heldBy } from "./acting.ts";
import { embody } from "./bodies.ts";
import { type Deed, deedsOf } from "./deed.ts";
import { type DeedWords, deedWords } from "./deed-words.ts";
import { focusOf } from "./focus.ts";
import { hadBySpeaker, handle, holdOn } from "./hands.ts";
import { comeAndGo, missing } from "./presence.ts";
import { emptyScene, leave, moveOn, nameThing, passOn, type Scene } from "./scene.ts";
import { soundsOf } from "./sounds.ts";
import { surest, type Told, thingsOf } from "./things.ts";

/** How sure it is that somebody who does not act is still seen when the scene goes to another place. */
const LEFT_BEHIND = 0.45;

export function findDeeds(story: ReadStory, people: People, settings: Settings): Deeds {
  const words = deedWords(story.language);
  const names = new Map(people.people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id);
  const scene: { now: Scene } = { now: emptyScene() };
  let place: string | undefined;
  const read = story.units.map(({ unit, sentences }, unitIndex) =>
    sentences.map((sentence, sentenceIndex): Read | undefined => {
      const at = { unit: unitIndex, sentence: sentenceIndex };
      if (unit.kind === "heading" || unit.form === "author" || unit.form === "date") return undefined;
      const setting = settings.at(at);
      if (setting.jump) scene.now = emptyScene();
      const isSaid = unit.kind === "speech" || unit.form === "thought" || unit.form === "sign";
      const deeds = isSaid ? [] : deedsOf(sentence, { people, words, at, named: scene.now.named });
      passOn(scene.now, isSaid);
      if (setting.place.value !== place && place !== undefined)
        moveOn(scene.now, new Set(deeds.flatMap(({ agents }) => agents)), LEFT_BEHIND);
      place = setting.place.value;
      const found = factsOf(deeds, { at, scene: scene.now, people, words, sentence });
      const { facts } = found;
      const isOfPeople = people.mentions(at).length > 0;
      if (isSaid) {
        facts.reality = { value: "told", sure: 0.95 };
        const had = unit.kind === "speech" ? hadBySpeaker(sentence, words) : undefined;
        if (had !== undefined) facts.had = had;
      } else facts.sounds = soundsOf({ deeds, sentence, unit, words, isOfPeople, nameOf });
      return found;
    }),
  );
  return {
    at({ unit, sentence }, part) {
      const found = read[unit]?.[sentence];
      if (found === undefined) return frameFacts({ unit, sentence });
      return part === undefined ? found.facts : factsOfPart(found, part);
    },
  };
}

/** A sentence's facts, and each deed that they come of. */
interface Read {
  facts: SentenceFacts;
  done: readonly Done[];
  /** Things that its clauses tell of, each with where its predicate begins. */
  things: readonly Told<Thing>[];
}

/** What a part without a deed of its own shows is the deed of its sentence: "with his usual care," of "he shut the door". */
function factsOfPart({ facts, done, things }: Read, { from, to }: Span): SentenceFacts {
  const isTold = (one: { at: number }) => one.at >= from && one.at < to;
  const own = done.filter(isTold);
  if (own.length === 0 || own.length === done.length) return facts;
  const acting = actingOf(own);
  const active = new Set(acting.map(({ value }) => value.character));
  const idle = facts.acting.flatMap(({ value, sure }) => {
    return active.has(value.character) ? [] : [{ value: atRest(value), sure }];
  });
  return {
    ...facts,
    acting,
    meanwhile: [...facts.meanwhile, ...idle],
    things: surest(things.filter(isTold)),
  };
}

interface Reading {
  at: SentencePlace;
  scene: Scene;
  people: People;
  words: DeedWords;
  sentence: Sentence;
}

function factsOf(deeds: readonly Deed[], { at, scene, people, words, sentence }: Reading): Read {
  const going = comeAndGo(deeds, scene);
  const felt = feelingsOf(deeds);
  holdOn(sentence, { people, words, at, scene });
  const done = deeds.flatMap((deed) => {
    embody(deed, scene);
    return doneIn(deed, { scene, felt, held: handle(deed, scene) });
  });
  for (const id of missing(sentence, { people, words, at })) leave(scene, id);
  const things = thingsOf(deeds, sentence, { people, words, at });
  for (const { value } of things) nameThing(scene, value.what);
  const acting = actingOf(done);
  const active = new Set(acting.map(({ value }) => value.character));
  const present: Sure<string>[] = [...scene.present].map(([value, { sure }]) => ({ value, sure }));
  const meanwhile = present
    .filter(({ value }) => !active.has(value))
    .map(({ value, sure }) => ({ value: heldBy(value, scene, felt.get(value)), sure }));
  const focus = focusOf(deeds, { people, words, at });
  going.after();
  const facts: SentenceFacts = {
    ...{ ...at, present, acting, meanwhile, things: surest(things) },
    ...{ sounds: [], reality: realityOf(sentence) },
    ...(focus && { focus }),
  };
  return { facts, done, things };
}

const frameFacts = (at: SentencePlace): SentenceFacts => ({
  ...at,
  present: [],
  acting: [],
  meanwhile: [],
  things: [],
  sounds: [],
  reality: { value: "frame", sure: 0.95 },
});

/** What the sentence as a whole is: its main clause, or what else of it really happens. */
function realityOf(sentence: Sentence): SentenceFacts["reality"] {
  const main = mainClause(sentence);
  if (main === undefined) return { value: "state", sure: 0.5 };
  const { mood, polarity, aspect } = main.predicate;
  const real = (clause: Clause) =>
    clause.predicate.mood === "told" && clause.predicate.polarity === "positive";
  // "Put your guns here." in the narration is read somewhere: a notice, a letter.
  if (main.command === true) return { value: "unreal", sure: 0.8 };
  if (mood === "comment") return { value: "frame", sure: 0.7 };
  if (!real(main)) {
    const other = sentence.clauses.some((clause) => clause.rank === "main" && real(clause));
    if (other) return { value: "told", sure: 0.6 };
    return { value: "unreal", sure: polarity === "negative" ? 0.7 : 0.8 };
  }
  return { value: aspect === "state" ? "state" : "told", sure: 0.85 };
}
