// Turns a scene's sentences and lines into beats that a panel can show.
import type { Draft, Memory } from "./draft.ts";
import { heardOnly } from "./heard-only.ts";
import { groupMoments } from "./moments.ts";
import { partsOf } from "./parts.ts";
import { peopleBeats } from "./presence.ts";
import { isRole } from "./roles.ts";
import { inTurn } from "./row-of-acts.ts";
import { sayBeats } from "./saying.ts";
import type { Reading, StagedScene } from "./scenes.ts";
import { seatFellows } from "./seated.ts";
import { tellBeat } from "./telling.ts";

export function draftBeats(reading: Reading, staged: readonly StagedScene[]): Draft[] {
  const drafts: Draft[] = [];
  const memories = new Map<string, Memory>();
  const named = namesSaid(reading);
  const parts = partsOf(reading);
  let recent: Memory["recent"] = [];
  for (const stage of staged) {
    const known = memories.get(stage.scene.id);
    const memory: Memory = known ?? {
      poses: new Map(),
      places: new Map(),
      heard: new Set(),
      last: undefined,
      recent,
      seen: new Set(),
      uncanny: new Set(),
      named,
      parts,
    };
    memory.recent = recent;
    memories.set(stage.scene.id, memory);
    const own = groupMoments(stage.units, reading).flatMap((moment) =>
      moment.kind === "say"
        ? sayBeats(moment, stage, reading, memory)
        : inTurn(tellBeat(moment, stage, reading, memory), reading),
    );
    recent = memory.recent;
    const first = own[0];
    if (first) own.splice(0, 1, ...opening(first, stage, drafts.length === 0));
    drafts.push(...own);
  }
  const heard = [...heardOnly(reading.story, reading.people, reading.roll)].map(({ id }) => id);
  const seen =
    heard.length === 0
      ? drafts
      : drafts.map((draft) => ({
          ...draft,
          people: draft.people.filter(({ character }) => !heard.includes(character)),
        }));
  return seatFellows(peopleBeats(seen, staged), staged);
}

/** Units after somebody is first told of in which hearing their name is soon enough. */
const SOON = 10;

/** People whom a reader need not be told the name of: they have none, or somebody says it when they come. */
function namesSaid({ story, people }: Reading): Set<string> {
  const said = (name: string) => {
    const first = story.units.findIndex(({ text }) => text.includes(name));
    return story.units
      .slice(0, first + SOON)
      .some(({ kind, text }) => kind === "speech" && text.includes(name));
  };
  return new Set(
    people.filter(({ name }) => isRole(name) || NO_NAME.test(name) || said(name)).map(({ id }) => id),
  );
}

const NO_NAME = /^(?:I|One|She|He|The other|もうひとり|ひとり|彼女?|僕|ぼく|私|わたし|俺)$/u;

/** A scene that moves begins with a look at the place. */
function opening(first: Draft, { scene, moved, glimpse, units }: StagedScene, ofBook: boolean): Draft[] {
  if (!moved || scene.place.kind === "abstract") return [{ ...first, opens: moved }];
  if (glimpse || (first.kind !== "dialogue" && first.weight < 4)) {
    const light = glimpse && scene.place.kind === "lighthouse";
    const chapter = units[0]?.kind === "heading";
    const least = light || ofBook ? 4 : chapter ? 4 : 2;
    const weight = glimpse && !light ? 2 : Math.max(first.weight, least);
    return [{ ...first, kind: "establish", weight, opens: !glimpse }];
  }
  const look: Draft = {
    ...first,
    kind: "establish",
    units: [],
    lines: [],
    people: [],
    props: [],
    caption: "",
    sounds: [],
    effects: [],
    action: scene.place.name,
    weight: ofBook ? 3 : 2,
    turn: false,
    opens: true,
  };
  return [look, { ...first, chapter: undefined, opens: false }];
}
