// Who comes into the scene and who leaves it, by the deeds of a sentence.
import { showing } from "./acting.ts";
import type { Deed } from "./deed.ts";
import { enter, leave, type Scene } from "./scene.ts";

/** Somebody to whom a deed is done is there less surely than whoever does it. */
const PATIENT = 0.85;
/** Somebody of whom only a state is told may be a memory or a thought; less so if they were here before. */
const STATE = 0.5;
const STATE_AGAIN = 0.8;

/** Lets in whoever acts; those who go away are seen in this sentence still, and go when `after` is called. */
export function comeAndGo(deeds: readonly Deed[], scene: Scene): { after(): void } {
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
    if (to !== undefined && shows && !does("hear")) enter(scene, to.value, sure * to.sure * PATIENT);
  }
  return {
    after() {
      for (const id of going) leave(scene, id);
    },
  };
}
