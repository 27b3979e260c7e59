// What one clause says of where somebody is: that they go to a place, leave one, are at one, or that a place itself is described. Only
// clauses that are told as real and now say anything.
import type { Language } from "../../../../manga/language.ts";
import { kindOfNoun } from "../../noun-kinds.ts";
import type { People, SentencePlace } from "../facts.ts";
import { type Clause, mainClause, type Phrase, type Sentence } from "../text/clause.ts";
import type { WordTable } from "../text/word-table.ts";
import { placeNoun, settingWords } from "./place-nouns.ts";
import { type NamedPlace, namedPlace } from "./place-phrases.ts";

export interface PlaceEvidence {
  /**
   * `move`: somebody comes there. `at`: somebody is there. `view`: the place itself is told of, maybe from afar. `enter`: they go in, the
   * text does not say where. `indoors`, `outdoors`: among things that are only there. `leave`: out of a place. `away`: out of the scene.
   */
  is: "move" | "at" | "view" | "enter" | "indoors" | "outdoors" | "leave" | "away";
  place?: NamedPlace;
  /** Ids of those of whom it is told; empty where the subject is nobody of the cast. */
  who: readonly string[];
  /** To whom they go. */
  whom?: readonly string[];
  /** The text leaves the subject out. */
  leftOut?: true;
  /** They lead or take somebody along, whom the text may leave out. */
  along?: true;
  sure: number;
}

export interface ClauseContext {
  at: SentencePlace;
  sentence: Sentence;
  language: Language;
  people: People;
}

/** Nothing that is negated, unreal, asked for or reported says where the scene is. */
export function isReal({ predicate, command, speech, rank }: Clause): boolean {
  return (
    (predicate.mood === "told" || predicate.mood === "habit") &&
    predicate.polarity === "positive" &&
    command === undefined &&
    speech !== "reported" &&
    rank !== "relative"
  );
}

export function placeEvidence(clause: Clause, context: ClauseContext): PlaceEvidence[] {
  if (!isReal(clause)) return [];
  if (isPerceived(clause, context) || isChained(clause, context)) return [];
  const said = people(clause, context);
  const found = context.language === "en" ? english(clause, context, said) : japanese(clause, context, said);
  const doubt = (clause.predicate.sure ?? 1) * (clause.predicate.mood === "habit" ? 0.9 : 1);
  if (said.isPerson && found.length === 0) found.push(...amongThings(clause, context));
  found.push(...weathered(clause, context));
  const takes = settingWords(context.language).is("motion-with", clause.predicate.lemma);
  return found.map((one) => ({
    ...one,
    ...{ sure: one.sure * doubt, who: said.who },
    ...(takes ? { along: true as const } : {}),
    ...(clause.subject === undefined ? { leftOut: true as const } : {}),
  }));
}

/** Where things are that a clause names, and with them who it tells of: on a sofa, in the grass. */
function amongThings({ places, objects, predicate }: Clause, { sentence, language }: ClauseContext): Found[] {
  const words = settingWords(language);
  if (words.is("see", predicate.lemma)) return [];
  const has = (kind: string, phrases: readonly Phrase[]) =>
    phrases.some(
      ({ head, text, from, to }) =>
        words.is(kind, head.toLowerCase()) ||
        words.is(kind, text) ||
        // 戸棚の火: also what it belongs to.
        (language === "ja" &&
          sentence.words.some((word) => word.from >= from && word.to <= to && words.is(kind, word.lemma))),
    );
  if (has("indoors", [...places, ...objects])) return [{ is: "indoors", sure: 0.72 }];
  if (has("outdoors", places)) return [{ is: "outdoors", sure: 0.6 }];
  return has("indoors-weak", places) ? [{ is: "indoors", sure: 0.6 }] : [];
}

/** What て ties to a predicate that is remembered or wished is so, too. */
function isChained(clause: Clause, { sentence, language }: ClauseContext): boolean {
  if (language !== "ja" || clause.rank !== "main") return false;
  const last = mainClause(sentence);
  return (
    last !== undefined &&
    last !== clause &&
    last.predicate.mood !== clause.predicate.mood &&
    settingWords("ja").is("chained", last.predicate.mood)
  );
}

/** `She heard him walking in the garden`: where he is, not she. */
function isPerceived(clause: Clause, { sentence, language }: ClauseContext): boolean {
  if (clause.rank !== "participle") return false;
  const before = sentence.clauses.slice(0, sentence.clauses.indexOf(clause));
  const at = before.findLastIndex(({ rank }) => rank !== "participle");
  const perceiver = before[at];
  if (perceiver === undefined || !settingWords(language).is("see", perceiver.predicate.lemma)) return false;
  const isOther = ({ subject }: Clause) => subject !== undefined && subject.from !== perceiver.subject?.from;
  return [...before.slice(at + 1), clause].some(isOther);
}

type Found = Omit<PlaceEvidence, "who">;

interface Subject {
  who: readonly string[];
  /** Somebody, of the cast or not, or a vehicle, in which somebody is. */
  isPerson: boolean;
}

function people(clause: Clause, { at, people: cast, language }: ClauseContext): Subject {
  const found = cast.subject(at, clause);
  if (found !== undefined && found.value.length > 0) return { who: found.value, isPerson: true };
  const { subject } = clause;
  // A subject that Japanese carries over from an earlier clause is a guess of the clause reader.
  if (subject === undefined || (language === "ja" && subject.shared))
    return { who: [], isPerson: language === "ja" };
  const kind = kindOfNoun(subject.head, language);
  if (
    language === "ja" &&
    [1, 2, 3].some((length) => settingWords("ja").is("person-ending", subject.head.slice(-length)))
  )
    return { who: [], isPerson: true };
  const isVehicle = placeNoun(subject.head, language)?.type === "vehicle";
  return { who: [], isPerson: kind?.is === "person" || kind?.is === "animal" || isVehicle };
}

function english(clause: Clause, context: ClauseContext, { isPerson }: Subject): Found[] {
  const { predicate, objects, places } = clause;
  const words = settingWords("en");
  const { lemma, particle = "" } = predicate;
  const place = (phrase: Phrase) => placeOnly(phrase, context);
  const found: Found[] = [];
  const add = (is: Found["is"], sure: number, named?: NamedPlace) => {
    if (is !== "away" && is !== "enter" && named === undefined) return;
    if (named?.part !== undefined && is === "move") sure *= 0.9;
    found.push({ is, sure, ...(named ? { place: named } : {}) });
  };
  const isPassive = predicate.voice === "passive";
  const moves = words.is("motion", lemma);
  const takes = words.is("motion-with", lemma);
  const [object] = objects;
  if (isPerson && !isPassive) {
    if (words.is("motion-to", lemma) && object) add("move", 0.85, place(object));
    if (words.is("motion-from", lemma) && object) add("leave", 0.85, place(object));
    if (words.is("motion-along", lemma) && object) add("move", 0.8, place(object));
  }
  const isMoved = moves || takes || (words.is("motion-along", lemma) && objects.length === 0);
  for (const phrase of places) {
    const marker = phrase.marker?.toLowerCase();
    if (marker === undefined) {
      const adverb = words.value("adverb", phrase.head.toLowerCase());
      if (adverb === undefined || !isPerson) continue;
      const [is = "", type = ""] = adverb.split(" ");
      if (is === "out") {
        if (isMoved) add("leave", 0.5, outdoors());
      } else if (is === "enter") {
        if (isMoved && lemma !== "come") add("enter", 0.6);
      } else if (type === "room" || type === "building") {
        const named: NamedPlace = {
          type,
          kind: phrase.head,
          noun: phrase.head,
          name: phrase.text,
          reference: "given",
        };
        if (isMoved) add("move", 0.8, named);
      }
      continue;
    }
    const named = place(phrase);
    if (
      named === undefined &&
      isPerson &&
      marker === "into" &&
      words.is("on-foot", lemma) &&
      placeNoun(phrase.head, "en") === undefined &&
      !isSomebody(phrase, context)
    )
      add("enter", 0.6);
    if (named === undefined) {
      const whom =
        isPerson && isMoved && words.value("goal", marker) === "sure" ? persons(phrase, context) : [];
      if (whom.length > 0) found.push({ is: "away", sure: 0.6, whom });
      continue;
    }
    const relation = words.value("inside", marker);
    if (words.value("goal", marker) === "sure") {
      const isInto = marker !== "to" && !words.is("see", lemma) && objects.length === 0;
      if (isPerson && isMoved && marker !== "in") add("move", named.proper ? 0.7 : 0.9, named);
      else if (isPerson && isInto && marker !== "in") add("move", 0.7, named);
      else if (isPerson && marker === "in" && !words.is("see", lemma))
        add(isMoved && !isPassive ? "move" : "at", isHeld(clause) ? 0.6 : 0.8, named);
      else if (marker === "in" && !words.is("see", lemma))
        add("view", isFronted(phrase, clause) ? FRONTED : words.is("stay", lemma) ? 0.6 : 0.5, named);
    } else if (words.value("goal", marker) === "weak") {
      if (isPerson && isMoved) add("move", 0.45, named);
    } else if (words.is("path", marker)) {
      if (isPerson && isMoved) add("move", 0.8, named);
    } else if (words.is("source", marker)) {
      if (isPerson && isMoved) add("leave", 0.7, named);
    } else if (
      relation !== undefined &&
      !words.is("see", lemma) &&
      !(relation === "by" && named.type === "region")
    ) {
      const isArrival = words.value("motion", lemma) === "arrive";
      const isLife = words.value("stay", lemma) === "live";
      const sure = relation === "by" || isLife ? 0.6 : 0.8;
      if (isPerson) add(isArrival ? "move" : "at", sure, named);
      else add("view", isFronted(phrase, clause) && sure > 0.7 ? FRONTED : sure - 0.2, named);
    }
  }
  if (
    isPerson &&
    isMoved &&
    particle === "in" &&
    lemma !== "come" &&
    !found.some(({ is }) => is === "move" || is === "at")
  )
    add("enter", 0.6);
  if (isPerson && words.is("away", lemma)) {
    const goes =
      words.is("away-particle", particle) ||
      clause.places.some(({ head }) => words.is("away-particle", head));
    if (goes && !found.some(({ is }) => is === "move")) add("away", 0.6);
  }
  found.push(...described(clause, context));
  return found;
}

/** A place before its subject is what the sentence is about: `In the garden it was still winter`, 森の中には. */
const isFronted = ({ to }: Phrase, { subject, predicate, rank }: Clause): boolean =>
  rank === "main" && to <= Math.min(subject?.from ?? Number.POSITIVE_INFINITY, predicate.from);

const FRONTED = 0.74;

/** `In her home she had food`: a state that holds wherever she is. */
const isHeld = ({ predicate: { aspect, lemma } }: Clause): boolean =>
  aspect === "state" && !settingWords("en").is("stay", lemma);

/** Who a phrase or a noun in it means: ポチの所. */
function persons(phrase: Phrase, { people: cast, at, sentence }: ClauseContext): readonly string[] {
  const own = cast.meant(at, phrase)?.value;
  if (own !== undefined) return own;
  const inner = sentence.nouns.filter(({ from, to }) => from >= phrase.from && to < phrase.to);
  return inner.flatMap((noun) => cast.meant(at, noun)?.value ?? []);
}

const isSomebody = (phrase: Phrase, { people: cast, at }: ClauseContext): boolean =>
  cast.meant(at, phrase) !== undefined;

/** 町を聞いて歩く: a verb of motion without arguments of its own has those of the one that て ties to it. */
function tied({ objects, places, from, predicate }: Clause, { sentence }: ClauseContext): readonly Phrase[] {
  if (objects.length > 0 || places.length > 0 || !settingWords("ja").is("motion", predicate.lemma)) return [];
  const before = sentence.clauses.findLast((clause) => clause.predicate.from < from);
  return before?.connector === "て" && before.rank === "main" && before.to === from
    ? [...before.objects, ...before.places]
    : [];
}

/** 中へ, 扉の中に: into what is not named. */
function isBare({ text, head }: Phrase, words: WordTable): boolean {
  return (
    text === head ||
    (["扉の", "戸の", "入口の", "門の"].some((door) => text === door + head) && words.is("inner", head))
  );
}

function goesAway({ predicate }: Clause, { sentence }: ClauseContext): boolean {
  return sentence.words.some(
    ({ from, lemma, detail = [] }) =>
      from > predicate.from &&
      from < predicate.to &&
      (lemma === "行く" || lemma === "いく") &&
      detail.includes("非自立"),
  );
}

const outdoors = (): NamedPlace => ({
  type: "outdoors",
  kind: "outdoors",
  noun: "",
  name: "",
  reference: "bare",
});

function japanese(clause: Clause, context: ClauseContext, { isPerson }: Subject): Found[] {
  const { predicate, objects, places } = clause;
  const words = settingWords("ja");
  const { lemma } = predicate;
  const found: Found[] = [];
  const add = (is: Found["is"], sure: number, named: NamedPlace | undefined) => {
    if (named === undefined) return;
    found.push({
      is,
      sure: (named.towards === true && !words.is("go", lemma)) || (is === "move" && isLeaving) ? 0.45 : sure,
      place: named,
    });
  };
  // 帰って行った: on the way there, not there.
  const isLeaving = goesAway(clause, context) && !words.is("enter", lemma);
  if (isPerson) {
    for (const object of [...objects, ...tied(clause, context)].filter(({ marker }) =>
      words.is("path", marker ?? ""),
    )) {
      const named = placeOnly(object, context);
      if (words.is("motion-leave", lemma)) add("leave", 0.8, named);
      else if (words.is("motion-along", lemma) && named) found.push({ is: "move", sure: 0.8, place: named });
    }
  }
  for (const phrase of [...places, ...tied(clause, context)]) {
    const marker = phrase.marker ?? "";
    const moves = isPerson && (words.is("motion", lemma) || words.is("motion-with", lemma));
    if (moves && words.is("goal", marker) && isBare(phrase, words)) {
      if (words.is("inner", phrase.head)) found.push({ is: "enter", sure: 0.6 });
      else if (placeNoun(phrase.head, "ja")?.kind === "outside")
        found.push({ is: "leave", sure: 0.5, place: outdoors() });
    }
    const named = placeOnly(phrase, context);
    if (named === undefined) {
      const whom = moves && words.is("goal", marker) ? persons(phrase, context) : [];
      if (whom.length > 0) found.push({ is: "away", sure: 0.6, whom });
      continue;
    }
    const relation = words.value("inside", marker);
    if (words.is("source", marker)) {
      if (isPerson && (words.is("motion", lemma) || words.is("motion-leave", lemma)))
        add("leave", 0.7, named);
    } else if (moves && words.is("goal", marker)) add("move", 0.88, named);
    else if (relation === "event" && !words.is("see", lemma))
      add(isPerson ? "at" : "view", isPerson ? 0.8 : marker.endsWith("は") ? FRONTED : 0.6, named);
    else if (relation === "state" && words.is("stay", lemma)) {
      const isLife = words.value("stay", lemma) === "live";
      const isTold = isPerson && !isLife;
      add(isTold ? "at" : "view", isTold ? 0.8 : marker.endsWith("は") && !isLife ? FRONTED : 0.6, named);
    }
  }
  if (
    isPerson &&
    (words.is("away", lemma) || (isLeaving && words.is("motion", lemma))) &&
    !found.some(({ is }) => is === "move")
  )
    found.push({ is: "away", sure: 0.6 });
  found.push(...described(clause, context));
  return found;
}

/** A place itself is the subject of a state (`The room was dark`), or what a pointing subject proves to be (そこは台所だった). */
function described(clause: Clause, context: ClauseContext): Found[] {
  const { subject, predicate } = clause;
  if (predicate.aspect !== "state") return [];
  const words = settingWords(context.language);
  if (words.is("see", predicate.lemma)) return [];
  if (subject === undefined || words.is("pointing", subject.head.toLowerCase())) {
    const noun = predicateNoun(clause, context);
    return noun === undefined || !isSentence(clause, context) ? [] : [{ is: "at", sure: 0.8, place: noun }];
  }
  const place = placeOnly(subject, context);
  if (place === undefined || place.reference === "indefinite" || place.proper) return [];
  const isWithin = place.type === "room" || place.part !== undefined;
  return [{ is: "view", sure: isWithin ? 0.72 : 0.6, place }];
}

/** `Snow fell on the harbour`, 通りに雨が落ちてきた: where it falls is where the scene is. */
function weathered({ subject, places, predicate }: Clause, context: ClauseContext): Found[] {
  const words = settingWords(context.language);
  if (subject === undefined || words.value("weather", subject.head.toLowerCase()) === undefined) return [];
  if (!words.is("weather-scene", predicate.lemma)) return [];
  return places.flatMap((phrase) => {
    const place = placeOnly(phrase, context);
    return place === undefined ? [] : [{ is: "view" as const, sure: 0.76, place }];
  });
}

/** A noun alone is a sentence only with its full stop: what is written on a sign has none. */
function isSentence({ predicate }: Clause, { sentence }: ClauseContext): boolean {
  const last = sentence.words.at(-1);
  const isTied = sentence.words.some(
    ({ from, to, tag, text }) =>
      from > predicate.from && to <= predicate.to && tag === "助詞" && /^[にでをとはへ]/u.test(text),
  );
  return (
    !isTied && last !== undefined && (last.tag === "記号" || last.tag === "PUNCT" || last.from > predicate.to)
  );
}

/** What a sentence without a verb names (`A dark street.`), which sets the scene. */
export function namedAlone({ at, sentence, language, people: cast }: ClauseContext): PlaceEvidence[] {
  const [first] = sentence.nouns;
  if (
    first === undefined ||
    first.marker !== undefined ||
    sentence.clauses.length > 0 ||
    sentence.words.length > MOST_ALONE
  )
    return [];
  const place = placeOnly(first, { at, sentence, language, people: cast });
  const isCry = sentence.words.some(({ text }) => ["!", "?", "！", "？"].includes(text));
  return place === undefined || place.proper || isCry ? [] : [{ is: "at", sure: 0.75, place, who: [] }];
}

const MOST_ALONE = 12;

function predicateNoun({ predicate, objects }: Clause, context: ClauseContext): NamedPlace | undefined {
  if (context.language === "en") {
    const noun = objects.find(({ head }) => head === predicate.lemma);
    return noun && placeOnly(noun, context);
  }
  const phrase = context.sentence.nouns.find(({ from, to }) => from <= predicate.from && to > predicate.from);
  return phrase && placeOnly({ ...phrase, head: predicate.lemma }, context);
}

/** The place that a phrase names and that is none of its parts alone, nor somebody. */
function placeOnly(phrase: Phrase, context: ClauseContext): NamedPlace | undefined {
  const named = namedPlace(phrase, context);
  if (named === undefined || named.type === "spot" || named.type === "relation" || named.type === "deictic")
    return undefined;
  if (named.proper && context.people.meant(context.at, phrase) !== undefined) return undefined;
  return named;
}
