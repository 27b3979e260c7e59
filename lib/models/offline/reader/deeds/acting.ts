// What somebody does in a sentence: of all deeds that it tells of them, the one that shows most, with what holds of their body.
import type { Acting } from "../../../../manga/moment.ts";
import { SURE_ENOUGH, type Sure } from "../facts.ts";
import { embody } from "./bodies.ts";
import type { Deed } from "./deed.ts";
import { handle } from "./hands.ts";
import { isTouchable } from "./nouns.ts";
import { heldBy, type Scene } from "./scene.ts";

/** In UTF-16 units: a longer verb is none. */
const LONGEST = 30;

/** A deed with a thing tells more than one without. */
const OF_A_THING = 0.5;

/** Classes of verbs that show, and kinds of WordNet's verbs that do. */
const CLASSES = { talk: 1, hear: 1.5, "feel-verb": 3, look: 2.5, posture: 4, "on-foot": 4 } as const;
const SHOWN: Readonly<Record<string, number>> = {
  ...{ motion: 4, contact: 4, competition: 4, consumption: 4, creation: 3.5, body: 3.5 },
  ...{ possession: 2, perception: 2, communication: 1.2, social: 1.5 },
};
const TOUCHING: ReadonlySet<string> = new Set(["contact", "possession", "consumption"]);

/** How much a deed shows; 0: nothing that a picture could show. */
export function showing({ predicate, objects, speech, words, isVerb, whom, does }: Deed): number {
  if (!isVerb || predicate.lemma.length > LONGEST) return 0;
  // "went on along the road", 山路を駆け続けた: no words follow a verb that can also begin some.
  if (speech === "says") return does("talk") || objects.length === 0 ? 1 : 0;
  if (does("unshown") && !does("handle")) return 0;
  const known = Object.entries(CLASSES).find(([kind]) => does(kind));
  if (known !== undefined) return known[1];
  // "caught his meaning", "took a step": what is done to nothing that can be touched is a turn of speech.
  const isOfThing = objects.some(isTouchable);
  const isTouched =
    isOfThing || whom !== undefined || objects.some(({ head }) => words.is("it", head.toLowerCase()));
  const more = isOfThing ? OF_A_THING : 0;
  if (does("handle") && isTouched) return 5 + more;
  if (does("take") || does("release") || does("give")) return isTouched ? 5 + more : 0;
  const kind = words.kindOfVerb(predicate);
  // A verb that the table lacks is a deed where something or somebody is its object.
  if (kind === undefined) return isTouched && objects.length > 0 ? 3 : 0;
  return isTouched || objects.length === 0 || !TOUCHING.has(kind) ? (SHOWN[kind] ?? 0) + more : 0;
}

/** Lets the deeds of a sentence change bodies and hands. Who acts, the surest and most visible first, each with the deed that shows most. */
export function act(deeds: readonly Deed[], scene: Scene): Sure<Acting>[] {
  const best = new Map<string, { weight: number; acting: Sure<Acting> }>();
  for (const deed of deeds) embody(deed, scene);
  for (const deed of deeds) {
    const held = handle(deed, scene);
    const weight = showing(deed) * deed.sure;
    for (const agent of weight > 0 ? deed.agents : []) {
      if (weight < (best.get(agent)?.weight ?? 0)) continue;
      const body = heldBy(agent, scene);
      const others = body.hands.filter(({ what }) => what !== held?.what);
      const hands = held === undefined ? others : [held, ...others].slice(0, 2);
      const value = { ...body, hands, doing: doingOf(deed), ...detailsOf(deed) };
      best.set(agent, { weight, acting: { value, sure: deed.sure } });
    }
  }
  return [...best.values()].toSorted((a, b) => b.weight - a.weight).map(({ acting }) => acting);
}

/** `climb tree`, `put up notice`; 手紙を読む. */
function doingOf({ predicate, speech, objects, places, words, does }: Deed): string {
  const { lemma, particle = "" } = predicate;
  const isJapanese = words.language === "ja";
  if (speech === "says" && !does("talk")) return isJapanese ? "話す" : "speak";
  const object = objects.find(isTouchable);
  const noun = object && (object.thing?.head ?? object.noun);
  if (isJapanese) return noun === undefined ? lemma : `${noun}を${lemma}`;
  const sight = does("look") ? places.find(({ thing }) => thing !== undefined) : undefined;
  if (noun === undefined && sight?.marker !== undefined)
    return `${lemma} ${sight.marker} ${sight.head.toLowerCase()}`;
  return [lemma, words.is("particle", particle) ? particle : "", noun ?? ""]
    .filter((word) => word !== "")
    .join(" ");
}

/** What else is told: to whom it is done, where they look, what the face does. */
function detailsOf({ words, objects, places, sure, ...deed }: Deed): Partial<Acting> {
  const to = deed.whom && deed.whom.sure * sure >= SURE_ENOUGH ? deed.whom.value : undefined;
  const gaze = deed.told("gaze") ?? (deed.does("look") ? to : undefined);
  const face = deed.told("face");
  const isOnto = places.some(({ marker = "", thing }) => words.is("onto", marker) && thing?.kind === "thing");
  return {
    ...(gaze !== undefined && { gaze }),
    ...(face !== undefined && { face: [face] }),
    ...(to !== undefined && { to }),
    ...(to !== undefined && objects.length > 0 && deed.does("lead") && { leads: to }),
    ...(isOnto && deed.told("posture") === "climb" && { posture: "onto it" }),
  };
}
