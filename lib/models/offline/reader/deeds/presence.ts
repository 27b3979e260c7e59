// Who comes into the scene and who leaves it, by the deeds of a sentence.
import type { Deed } from "./deed.ts";
import { enter, leave, type Scene } from "./scene.ts";

/** Somebody to whom a deed is done is there less surely than whoever does it. */
const PATIENT = 0.85;

/** Lets in whoever acts; those who go away are seen in this sentence still, and go when `after` is called. */
export function comeAndGo(deeds: readonly Deed[], scene: Scene): { after(): void } {
  const going = new Set<string>();
  for (const { clause, words, agents, sure, to } of deeds) {
    const does = (kind: string) => words.does(kind, clause.predicate);
    for (const agent of agents) {
      enter(scene, agent, sure);
      if (does("leave") || (does("motion") && clause.places.some(({ head }) => words.is("away", head.toLowerCase()))))
        going.add(agent);
      else going.delete(agent);
    }
    if (to !== undefined && !does("hear") && !does("unshown")) enter(scene, to.value, sure * to.sure * PATIENT);
  }
  return {
    after() {
      for (const id of going) leave(scene, id);
    },
  };
}
