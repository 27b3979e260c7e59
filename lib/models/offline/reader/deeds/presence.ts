// Who comes into the scene and who leaves it, by the deeds of a sentence.
import { SURE_ENOUGH } from "../facts.ts";
import type { Clause, Sentence } from "../text/clause.ts";
import { showing } from "./acting.ts";
import type { Deed, Reading } from "./deed.ts";
import type { DeedWords } from "./deed-words.ts";
import { enter, type Scene } from "./scene.ts";

/** Somebody to whom a deed is done is there less surely than whoever does it. */
const PATIENT = 0.85;
/** Somebody of whom only a state is told may be a memory or a thought; less so if they were here before. */
const STATE = 0.5;
const STATE_AGAIN = 0.8;

/** Whom the sentence misses: they are not there, are gone, or had left before it. */
export function missing({ clauses }: Pick<Sentence, "clauses">, { people, words, at }: Reading): string[] {
  return clauses.flatMap((clause) => {
    const { predicate } = clause;
    const isAbsent =
      predicate.polarity === "negative"
        ? (predicate.mood === "told" || predicate.mood === "comment") && words.is("exist", predicate.lemma)
        : (predicate.mood === "remembered" && words.does("leave", predicate)) ||
          (predicate.voice === "passive" && words.is("gone", predicate.lemma));
    const who = isAbsent ? people.subject(at, clause) : undefined;
    return who !== undefined && who.sure >= SURE_ENOUGH ? who.value : [];
  });
}

/** Lets in whoever acts. Who goes away, and is seen in this sentence still. */
export function comeAndGo(deeds: readonly Deed[], scene: Scene): Iterable<string> {
  const going = new Set<string>();
  for (const deed of deeds) {
    const { clause, words, agents, sure, to } = deed;
    const does = (kind: string) => words.does(kind, clause.predicate);
    const shows = showing(deed) > 0;
    for (const agent of agents) {
      if (shows) enter(scene, agent, sure);
      else enter(scene, agent, scene.present.has(agent) ? sure * STATE_AGAIN : sure * STATE);
      if (
        does("leave") ||
        (does("motion") && clause.places.some(({ head }) => words.is("away", head.toLowerCase())))
      )
        going.add(agent);
      else going.delete(agent);
    }
    if (to !== undefined && shows && !does("hear") && !isSought(clause, words))
      enter(scene, to.value, sure * to.sure * PATIENT);
  }
  return going;
}

/** Whoever is looked for, waited for or heard of is not there. */
const isSought = ({ predicate, manner, places }: Clause, words: DeedWords): boolean =>
  words.does("seek", predicate) ||
  (predicate.particle === undefined &&
    [...manner, ...places].some(
      ({ marker }) => marker !== undefined && words.is("seek", `${predicate.lemma} ${marker}`),
    ));
