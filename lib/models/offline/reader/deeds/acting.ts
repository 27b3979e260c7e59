// The action of each character that a sentence shows: the most visible one, with the state of the body.
import type { Acting } from "../../../../manga/moment.ts";
import { SURE_ENOUGH, type Sure } from "../facts.ts";
import { updateBodies } from "./bodies.ts";
import { type Deed, visibilityOf } from "./deed.ts";
import { updateHands } from "./hands.ts";
import { isTouchable } from "./nouns.ts";
import { bodyStateOf, type Scene } from "./scene.ts";

/** Applies the actions of a sentence to bodies and hands. Returns each agent with their most visible action, the most certain first. */
export function actingOf(deeds: readonly Deed[], scene: Scene): Sure<Acting>[] {
  const best = new Map<string, { weight: number; acting: Sure<Acting> }>();
  for (const deed of deeds) updateBodies(deed, scene);
  for (const deed of deeds) {
    const held = updateHands(deed, scene);
    const weight = visibilityOf(deed) * deed.sure;
    for (const agent of weight > 0 ? deed.agents : []) {
      if (weight < (best.get(agent)?.weight ?? 0)) continue;
      const body = bodyStateOf(agent, scene);
      const others = body.hands.filter(({ what }) => what !== held?.what);
      const hands = held === undefined ? others : [held, ...others].slice(0, 2);
      const value = { ...body, hands, doing: doingOf(deed), ...detailsOf(deed) };
      best.set(agent, { weight, acting: { value, sure: deed.sure } });
    }
  }
  return [...best.values()].toSorted((a, b) => b.weight - a.weight).map(({ acting }) => acting);
}

/** Names an action: `climb tree`, `put up notice`; 手紙を読む. */
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
  const told = [lemma, words.is("particle", particle) ? particle : "", noun ?? ""];
  return told.filter((word) => word !== "").join(" ");
}

/** Further details: the recipient, the direction of the gaze, the facial expression. */
function detailsOf({ words, objects, places, sure, ...deed }: Deed): Partial<Acting> {
  const to = deed.whom && Math.min(deed.whom.sure, sure) >= SURE_ENOUGH ? deed.whom.value : undefined;
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
