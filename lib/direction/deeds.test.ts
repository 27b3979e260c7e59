// Traits of actions: the offline artist's own poses, and open phrases of both languages.
import { describe, expect, it } from "vitest";
import { type DeedTrait, deedOf } from "./deeds.ts";

/** The poses of the offline artist that have each trait. */
const POSES: Readonly<Record<DeedTrait, string>> = {
  idle: "stand",
  goes: "walk run ride climb jump",
  moves: "run walk fall jump climb fight throw push dance ride row embrace carry",
  gesture: "reach offer wave arms-up point hands-on-hips arms-crossed bow hold carry throw push",
  face: "hands-on-face",
  keeps: "hold carry",
  hands: "hold offer carry reach read write drink eat phone push",
  handles: "hold reach read write",
  offers: "offer",
  throws: "throw",
  embraces: "embrace",
  strikes: "fight",
  touches: "fight embrace push offer reach",
  "one-handed":
    "stand walk run sit crouch kneel hold carry offer reach point wave read eat drink phone throw fight look-back look-up look-down",
  lies: "lie sleep",
  seated: "sit lie sleep kneel",
  looks: "look-back look-up look-down",
  turns: "look-back",
  up: "look-up jump",
  down: "lie sleep crouch kneel look-down fall",
  free: "walk stand look-up look-down look-back",
};

const ALL =
  "stand walk run sit kneel crouch lie fall jump climb point reach hold carry offer wave arms-up arms-crossed hands-on-hips hands-on-face think bow embrace fight throw push row read write eat drink sleep look-back look-up look-down shrug pray dance phone ride";

describe("deedOf", () => {
  it.each(Object.entries(POSES))("gives the trait %s to exactly these poses", (trait, poses) => {
    const found = ALL.split(" ").filter((pose) => deedOf(pose).has(trait as DeedTrait));
    expect(found.toSorted()).toEqual(poses.split(" ").toSorted());
  });

  it.each([
    ["sprints down the alley", "goes"],
    ["running", "goes"],
    ["slowly sharpens a scythe", "handles"],
    ["hands over the letter", "offers"],
    ["hurls a plate at the wall", "throws"],
    ["lies on the grass", "lies"],
    ["curls up beside the stove", "lies"],
    ["sits down on the step", "seated"],
    ["glances back over her shoulder", "turns"],
    ["stares at the ground", "down"],
    ["hugs her brother", "touches"],
    ["is standing by the window", "idle"],
    ["wipe eye", "face"],
    ["cross arm", "gesture"],
    ["路地を駆け抜ける", "goes"],
    ["本を読みながら歩いている", "goes"],
    ["手紙を渡す", "offers"],
    ["後ろを振り返った", "turns"],
    ["手を振って別れる", "gesture"],
    ["ベンチに座っている", "seated"],
    ["空を見上げて", "up"],
    ["石を投げつけた", "throws"],
    ["布団で寝ている", "lies"],
    ["りんごを食べた", "hands"],
  ] as const)('gives "%s" the trait %s', (doing, trait) => {
    expect([...deedOf(doing)]).toContain(trait);
  });

  it.each(["does not move", "never runs away", "逃げない", "xyzzies"])(
    'gives "%s" no trait of a known action',
    (doing) => {
      expect([...deedOf(doing)]).toEqual(["one-handed"]);
    },
  );
});
