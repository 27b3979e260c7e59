// In a carriage whoever is with somebody who sits has a seat as well, unless they are told to stand or have got up.
import { isRising } from "./acting.ts";
import type { Draft } from "./draft.ts";
import type { StagedScene } from "./scenes.ts";

const STANDS =
  /\b(?:st(?:ood|ands?|anding)|straps?|got (?:up|off)|rose|aisle|(?:shot|burst|came|crawled|crept|climbed|jumped|sprang|stepped) (?:out|in|up|through))\b|立[ちっつて]|つり革|吊り?革|降り|通路|現れ|飛び出|入ってき/iu;

export function seatFellows(drafts: readonly Draft[], staged: readonly StagedScene[]): Draft[] {
  const carriages = new Set(
    staged
      .filter(({ scene: { place } }) => place.kind === "train" || place.kind === "bus")
      .map(({ scene }) => scene.id),
  );
  const sitting = new Set(
    drafts.filter(({ people }) => people.some(({ pose }) => pose === "sit")).map(({ scene }) => scene),
  );
  const standing = new Set<string>();
  return drafts.map((draft) => {
    if (!carriages.has(draft.scene) || !sitting.has(draft.scene)) return draft;
    const people = draft.people.map((person) => {
      const { character, pose } = person;
      const key = `${draft.scene} ${character}`;
      if (pose === "sit") standing.delete(key);
      else if (STANDS.test(draft.action) || (pose !== "stand" && isRising(pose, "sit"))) standing.add(key);
      return (pose === "stand" || pose === "look-up") && !standing.has(key)
        ? { ...person, pose: "sit" as const }
        : person;
    });
    return { ...draft, people };
  });
}
