// What somebody does in a sentence: of all deeds that it tells of them, the one that shows most, with what holds of their body.
import type { Acting } from "../../../../manga/moment.ts";
import { SURE_ENOUGH, type Sure } from "../facts.ts";
import type { Deed } from "./deed.ts";
import { feelingOf, NO_FEELING } from "./feelings.ts";
import { doesWithHands } from "./hands.ts";
import { isTouchable, namedThing, nounOfPosition } from "./phrase-nouns.ts";
import { bodyOf, type Scene } from "./scene.ts";

/** In UTF-16 units: a longer verb is none. */
const LONGEST = 30;

/** How much a deed shows; 0: nothing that a picture could show. */
export function showing({ clause, words, isVerb, to }: Deed): number {
  const { predicate, objects } = clause;
  if (!isVerb || predicate.lemma.length > LONGEST) return 0;
  const does = (kind: string) => words.does(kind, predicate);
  // "went on along the road", 山路を駆け続けた: no words follow a verb that can also begin some.
  if (clause.speech === "says") return does("talk") || objects.length === 0 ? 1 : 0;
  const isOfHands = doesWithHands("handle", clause, words);
  if (does("unshown") && !isOfHands) return 0;
  const known = Object.entries(CLASSES).find(([kind]) => does(kind));
  if (known !== undefined) return known[1];
  // "caught his meaning", "took a step": what is done to nothing that can be touched is a turn of speech.
  const isOfThing = objects.some((phrase) => isTouchable(phrase, words));
  const isTouched =
    isOfThing || to !== undefined || objects.some(({ head }) => words.is("it", head.toLowerCase()));
  const more = isOfThing ? OF_A_THING : 0;
  if (isOfHands && isTouched) return 5 + more;
  if (does("take") || does("release") || does("give")) return isTouched ? 5 + more : 0;
  const kind = words.kindOfVerb(predicate);
  // A verb that the table lacks is a deed where something or somebody is its object.
  if (kind === undefined) return isTouched && objects.length > 0 ? 3 : 0;
  if (kind === "change") return isTouched ? 2 + more : 0;
  return isTouched || objects.length === 0 || !TOUCHING.has(kind) ? (SHOWN[kind] ?? 0) + more : 0;
}

/** A deed with a thing tells more than one without. */
const OF_A_THING = 0.5;

/** Classes of verbs that show, and kinds of WordNet's verbs that do. */
const CLASSES = { talk: 1, hear: 1.5, "feel-verb": 3, look: 2.5, posture: 4, "on-foot": 4 } as const;
const SHOWN: Readonly<Record<string, number>> = {
  ...{ motion: 4, contact: 4, competition: 4, consumption: 4, creation: 3.5, body: 3.5 },
  ...{ possession: 2, perception: 2, communication: 1.2, social: 1.5 },
};
const TOUCHING: ReadonlySet<string> = new Set(["contact", "possession", "consumption"]);

/** A deed that shows, of one of those who do it, with their body as it then is. */
export interface Done {
  weight: number;
  acting: Sure<Acting>;
}

/** `held`: what is in the hand meanwhile. */
export function doneIn(
  deed: Deed,
  { scene, felt, held }: { scene: Scene; felt: ReadonlyMap<string, string>; held: string | undefined },
): Done[] {
  const weight = showing(deed) * deed.sure;
  if (weight === 0) return [];
  return deed.agents.map((agent) => ({
    weight,
    acting: {
      value: {
        ...withInHand(heldBy(agent, scene), held),
        doing: doingOf(deed),
        feeling: felt.get(agent) ?? NO_FEELING,
        ...told(deed),
      },
      sure: deed.sure,
    },
  }));
}

const withInHand = (acting: Acting, what: string | undefined): Acting =>
  what === undefined
    ? acting
    : {
        ...acting,
        hands: [{ what }, ...acting.hands.filter((one) => one.what !== what)].slice(0, 2),
      };

/** Who acts, the surest and most visible first, each with the deed that shows most. */
export function actingOf(done: readonly Done[]): Sure<Acting>[] {
  const best = new Map<string, Done>();
  for (const one of done) {
    const { character } = one.acting.value;
    if (one.weight >= (best.get(character)?.weight ?? 0)) best.set(character, one);
  }
  return [...best.values()].toSorted((a, b) => b.weight - a.weight).map(({ acting }) => acting);
}

/** What is told of feelings, by id. */
export function feelingsOf(deeds: readonly Deed[]): Map<string, string> {
  const felt = new Map<string, string>();
  for (const deed of deeds) {
    const feeling = feelingOf(deed);
    if (feeling !== undefined) for (const agent of deed.agents) felt.set(agent, feeling);
  }
  return felt;
}

/** What holds of somebody's body; `doing` is the posture. */
export function heldBy(id: string, scene: Scene, feeling = NO_FEELING): Acting {
  const { posture, hands, where, seat, mount, carriedBy } = bodyOf(scene, id);
  const isSure = (fact: Sure<unknown> | undefined) => fact !== undefined && fact.sure >= SURE_ENOUGH;
  return {
    character: id,
    doing: isSure(posture) && posture ? posture.value : "stand",
    ...(isSure(posture) && posture && { posture: posture.value }),
    feeling,
    hands: hands.filter(isSure).map(({ value }) => value),
    ...(isSure(where) && where && { where: [where.value] }),
    ...(isSure(seat) && seat && { seat: seat.value }),
    ...(isSure(mount) && mount && { mount: mount.value }),
    ...(isSure(carriedBy) && carriedBy && { carriedBy: carriedBy.value }),
  };
}

/** `climb tree`, `put up notice`; 手紙を読む. */
export function doingOf({ clause, words }: Deed): string {
  const { lemma } = clause.predicate;
  if (clause.speech === "says" && !words.does("talk", clause.predicate))
    return words.language === "ja" ? "話す" : "speak";
  const isLook = words.does("look", clause.predicate);
  const sight = isLook ? clause.places.find((phrase) => namedThing(phrase, words) !== undefined) : undefined;
  // The preposition of a place is told with the place: "sit", and where.
  const ofPlace = clause.places.some(({ marker }) => marker === clause.predicate.particle);
  const told = clause.predicate.particle;
  const particle = told === undefined || ofPlace || !words.is("particle", told) ? undefined : told;
  const object = clause.objects.find((phrase) => isTouchable(phrase, words));
  const noun = object && (namedThing(object, words)?.head ?? nounOfPosition(object, words));
  if (words.language === "en" && noun === undefined && sight?.marker !== undefined)
    return `${lemma} ${sight.marker} ${sight.head.toLowerCase()}`;
  if (words.language === "ja") return noun === undefined ? lemma : `${noun}を${lemma}`;
  return [lemma, particle, noun?.toLowerCase()].filter((word) => word !== undefined).join(" ");
}

function told({ clause, words, to, sure }: Deed): Partial<Acting> {
  const { predicate } = clause;
  const gaze = words.verbValue("gaze", predicate);
  const face = words.verbValue("face", predicate);
  const isLook = words.does("look", predicate);
  const toSure = to !== undefined && to.sure * sure >= SURE_ENOUGH ? to.value : undefined;
  const isOnto = clause.places.some(
    (phrase) => words.is("onto", phrase.marker ?? "") && namedThing(phrase, words)?.kind === "thing",
  );
  const leads = toSure !== undefined && words.does("lead", predicate) && clause.objects.length > 0;
  return {
    ...(gaze !== undefined ? { gaze } : isLook && toSure !== undefined ? { gaze: toSure } : {}),
    ...(face !== undefined && { face: [face] }),
    ...(toSure !== undefined && { to: toSure }),
    ...(leads && { leads: toSure }),
    ...(isOnto && words.verbValue("posture", predicate) === "climb" && { posture: "onto it" }),
  };
}
