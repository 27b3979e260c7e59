// Traits of feelings: the offline artist's own faces, and open phrases of both languages.
import { describe, expect, it } from "vitest";
import { type FeelingTrait, feelingOf } from "./feelings.ts";

/** The faces of the offline artist that have each trait. */
const FACES: Readonly<Record<FeelingTrait, string>> = {
  strong: "cry furious shout shocked terrified afraid surprised pain laugh determined shy angry",
  loud: "shout furious angry shocked terrified surprised determined afraid",
  "worth-seeing": "cry furious shout shocked terrified afraid laugh pain",
  eyes: "shocked terrified afraid surprised determined angry furious cry thoughtful",
  rises: "determined furious smug grin",
  sinks: "sad cry tired asleep afraid",
  "in-warm": "smile laugh grin shy",
  "in-romantic": "smile laugh shy",
  "in-sad": "sad cry worried tired thoughtful pain",
  "in-lonely": "sad worried tired thoughtful calm",
  "in-comic": "smile laugh grin angry furious shout surprised shocked shy smug terrified",
  "in-tense":
    "calm sad cry angry furious shout surprised shocked afraid worried determined tired pain smug thoughtful asleep terrified",
};

const ALL =
  "calm smile laugh grin sad cry angry furious shout surprised shocked afraid worried shy determined tired pain smug thoughtful asleep terrified";

describe("feelingOf", () => {
  it.each(Object.entries(FACES))("gives the trait %s to exactly these faces", (trait, faces) => {
    const found = ALL.split(" ").filter((face) => feelingOf(face).has(trait as FeelingTrait));
    expect(found.toSorted()).toEqual(faces.split(" ").toSorted());
  });

  it.each([
    ["beside herself with joy", "in-warm"],
    ["beside herself with joy", "strong"],
    ["proud of the cake", "rises"],
    ["barely hides his anger", "loud"],
    ["deeply saddened", "sinks"],
    ["calm, but determined", "strong"],
    ["nervously", "in-sad"],
    ["得意げに笑う", "strong"],
    ["不安そう", "in-sad"],
    ["悲しそうな顔", "sinks"],
    ["怒っている", "loud"],
    ["びっくりして目を丸くした", "eyes"],
    ["照れている", "in-romantic"],
  ] as const)('gives "%s" the trait %s', (feeling, trait) => {
    expect([...feelingOf(feeling)]).toContain(trait);
  });

  it.each(["calm", "xyzzy", "not angry", "怒っていない", "without fear"])(
    'gives "%s" the traits of calm',
    (feeling) => {
      expect([...feelingOf(feeling)].toSorted()).toEqual(["in-lonely", "in-tense"]);
    },
  );
});
