// Any answer of a model to the concept question becomes a concept with which a book can start.
import fc from "fast-check";
import { expect, it } from "vitest";
import { ConceptSchema } from "../../../manga/concept.ts";
import { segmentStory } from "../../../manga/segment.ts";
import { styleOf } from "../../../manga/style-presets.ts";
import { nearAnswers } from "../../hosted/near-answers.ts";
import { repairAnswer } from "../../hosted/repair-answer.ts";
import { repairCounts } from "../../hosted/repair-counts.ts";
import { ConceptAnswerSchema, conceptQuestion } from "./prompt.ts";

const brief = { direction: "rtl", style: "manga", artDirection: "like woodcuts", seed: 1 } as const;
const story = segmentStory("ミナは古い駅で傘をたたんだ。「だれかいますか」とミナは言った。", "ja");

it("makes a concept with distinct names from every repairable answer", () => {
  let whole = 0;
  const { complete } = conceptQuestion({ story, brief });
  fc.assert(
    fc.property(nearAnswers(ConceptAnswerSchema), (value) => {
      const repaired = repairAnswer(ConceptAnswerSchema, value, repairCounts());
      if (repaired.kind === "unusable") return;
      const completed = complete(repaired.answer, repairCounts());
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

it("keeps the story's own kinds and ages of characters, and the requested style", () => {
  const { complete } = conceptQuestion({ story, brief });
  const person = { aliases: [], notes: "", role: "support" as const, sex: "unknown" as const };
  const completed = complete(
    {
      ...{
        world: "砂漠の町",
        genre: "寓話",
        themes: [],
        mood: "neutral",
        audience: "",
        title: "駱駝",
        pages: 1,
      },
      people: [
        { ...person, name: "ラクダ", kind: "Camel", age: "7" },
        { ...person, name: "やかん", kind: "teapot", age: "" },
        { ...person, name: "ミナ", kind: "A girl", age: "unknown" },
        { ...person, name: "オト", kind: "man", age: "72" },
      ],
    },
    repairCounts(),
  );
  expect(completed).toMatchObject({
    kind: "whole",
    output: {
      style: styleOf("manga", "like woodcuts"),
      people: [
        { id: "c1", kind: "camel", age: "7" },
        { id: "c2", kind: "teapot", age: "unknown" },
        { id: "c3", kind: "human", age: "child", sex: "female" },
        { id: "c4", kind: "human", age: "72", sex: "male" },
      ],
    },
  });
});
