// Whatever a model answers, what the concept question makes of it is a concept that the book can begin with.
import fc from "fast-check";
import { expect, it } from "vitest";
import { ConceptSchema } from "../../../manga/concept.ts";
import { segmentStory } from "../../../manga/segment.ts";
import { countedMends } from "../../hosted/counted-mends.ts";
import { mendAnswer } from "../../hosted/mend-answer.ts";
import { nearAnswers } from "../../hosted/near-answers.ts";
import { ConceptAnswerSchema, conceptQuestion } from "./prompt.ts";

const story = segmentStory("ミナは古い駅で傘をたたんだ。「だれかいますか」とミナは言った。", "ja");

it("makes a concept of every answer that can be mended, with distinct names in it", () => {
  let whole = 0;
  const { complete } = conceptQuestion({ story, brief: { direction: "rtl", style: "manga", seed: 1 } });
  fc.assert(
    fc.property(nearAnswers(ConceptAnswerSchema), (value) => {
      const mended = mendAnswer(ConceptAnswerSchema, value, countedMends());
      if (mended.kind === "unusable") return;
      const completed = complete(mended.answer, countedMends());
      expect(completed.kind).not.toBe("partial");
      if (completed.kind !== "whole") return;
      whole += 1;
      const { people, pages } = ConceptSchema.parse(completed.output);
      const names = people.map(({ name }) => name.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase());
      expect(new Set(names).size).toBe(names.length);
      expect(names).not.toContain("");
      expect(pages).toBeLessThanOrEqual(2);
    }),
    { numRuns: 300, seed: 1 },
  );
  expect(whole).toBeGreaterThan(100);
});
