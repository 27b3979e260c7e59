// Who comes into the scene and who leaves it, by the deeds of a sentence.
import { SURE_ENOUGH } from "../facts.ts";
import { showing } from "./acting.ts";
import type { Deed } from "./deed.ts";
import { enter, type Scene } from "./scene.ts";

/** Somebody to whom a deed is done is there less surely than whoever does it. */
const PATIENT = 0.85;
/** Somebody of whom only a state is told may be a memory or a thought; less so if they were here before. */
const STATE = 0.5;
const STATE_AGAIN = 0.8;

/** Whom a clause misses: they are not there, are gone, or had left before it. */
export function missedBy({ predicate, words, who, does }: Deed): string[] {
  const { mood, polarity, voice, lemma } = predicate;
  const isAbsent =
    polarity === "negative"
      ? (mood === "told" || mood === "comment") && words.is("exist", lemma)
      : (mood === "remembered" && does("leave")) || (voice === "passive" && words.is("gone", lemma));
  return isAbsent && who !== undefined && who.sure >= SURE_ENOUGH ? who.value : [];
}

/** Lets in whoever acts. Who goes away, and is seen in this sentence still. */
export function comeAndGo(deeds: readonly Deed[], scene: Scene): Iterable<string> {
  const going = new Set<string>();
  for (const deed of deeds) {
    const { words, agents, sure, whom, places, does } = deed;
    const shows = showing(deed) > 0;
    const isLeaving =
      does("leave") || (does("motion") && places.some(({ head }) => words.is("away", head.toLowerCase())));
    for (const agent of agents) {
      enter(scene, agent, sure * (shows ? 1 : scene.present.has(agent) ? STATE_AGAIN : STATE));
      if (isLeaving) going.add(agent);
      else going.delete(agent);
    }
    // Whoever is looked for, waited for or heard of is not there.
    if (whom !== undefined && shows && !does("hear") && !does("seek"))
      enter(scene, whom.value, does("carry-person") ? Math.min(sure, whom.sure) : sure * whom.sure * PATIENT);
  }
  return going;
}
