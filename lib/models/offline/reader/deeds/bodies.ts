// What a told deed does to the body: posture, where it is, what it sits on or rides, who carries whom.
import type { Phrase } from "../text/clause.ts";
import type { Deed } from "./deed.ts";
import { namedThing, nounOfPosition } from "./phrase-nouns.ts";
import { bodyOf, rise, type Scene } from "./scene.ts";

const HELD_AT: ReadonlySet<string> = new Set(["sit", "stand", "lie", "kneel", "crouch", "ride", "hang"]);

/** Posture and place of whoever acts. */
export function embody(deed: Deed, scene: Scene): void {
  const { clause, words, agents, sure, to } = deed;
  const posture = words.verbValue("posture", clause.predicate);
  for (const agent of agents) {
    const body = bodyOf(scene, agent);
    if (posture !== undefined && isOfBody(deed)) {
      if (body.posture?.value !== posture) rise(body);
      body.posture = { value: posture, sure: sure * 0.95 };
      if (posture === "walk" || posture === "run" || posture === "jump") delete body.carriedBy;
    }
    if (posture === undefined && words.does("on-foot", clause.predicate)) {
      rise(body);
      delete body.posture;
    }
    if (posture === undefined || !HELD_AT.has(posture)) continue;
    const place = clause.places.find((phrase) => isPlace(phrase, deed));
    if (place === undefined) continue;
    const on = namedThing(place, words);
    if (posture === "ride") body.mount = { value: on?.what ?? place.head, sure };
    else if (posture === "sit" && on?.kind === "thing" && isOn(place, words))
      body.seat = { value: on.head, sure: sure * 0.95 };
    body.where = { value: whereOf(place, words), sure: sure * 0.95 };
  }
  if (to === undefined || agents.length !== 1) return;
  const [agent = ""] = agents;
  const isDirect = clause.objects.length > 0;
  if (isDirect && words.does("carry-person", clause.predicate))
    bodyOf(scene, to.value).carriedBy = { value: agent, sure: sure * to.sure * 0.8 };
}

/** Of a Japanese or English verb that is posture or motion, whether a body is its subject in the plain sense: no object is fallen or run. */
function isOfBody({ clause }: Deed): boolean {
  return clause.predicate.voice === "active";
}

const isPlace = (phrase: Phrase, { words }: Deed): boolean =>
  phrase.marker !== undefined && (words.seen(nounOfPosition(phrase, words))?.kind ?? "body") !== "body";

const isOn = ({ marker = "" }: Phrase, words: Deed["words"]): boolean => words.is("seat", marker);

/** In UTF-16 units: of a longer phrase only the noun is told. */
const LONGEST = 40;

/** `at the window` → `at window`; 窓の側に → 窓の側. */
function whereOf(place: Phrase, words: Deed["words"]): string {
  if (words.language === "ja") return place.text.length <= LONGEST ? place.text : place.head;
  return `${place.marker ?? "at"} the ${namedThing(place, words)?.what ?? place.head}`;
}
