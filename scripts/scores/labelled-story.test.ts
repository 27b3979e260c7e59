import { expect, it } from "vitest";
import { segmentStory } from "../../lib/manga/segment.ts";
import { alignedLetters, lettersOf } from "./labelled-story.ts";
import type { LabelledSentence } from "./reading-labels.ts";

it("finds a short line with a repeat mark or a described character in the labels", () => {
  const texts = [
    "二人が来た。",
    "「藤は、何ぐず／＼云うぞ！」",
    "一※［＃「勹＜夕」、第3水準1-14-76］《もんめ》だ。",
  ];
  const sentences = texts.map((text) => ({ text, kind: "told" }) as LabelledSentence);
  const story = segmentStory(texts.join("\n\n"), "ja");
  const found = [...alignedLetters(story, { sentences }).values()];
  expect(found.map(({ letters }) => letters)).toEqual(texts.map(lettersOf));
  expect(found.map(({ letters, owners }) => owners.length - letters.length)).toEqual([0, 0, 0]);
});
