// Changes that people made by hand or by a wish are kept when they change parameters later.
import { beforeAll, describe, expect, test } from "vitest";
import { ConceptSchema } from "../manga/concept.ts";
import type { ParamsEdit } from "../pipeline/plan-revision.ts";
import { sampleBook } from "../sample-book.ts";

const STORY = [
  "It rained all night. Mina found a cat at the station. “Wait,” said Mina. The cat ran away.",
  "Mina ran down the alley after Tom. “Where are you going?” Mina asked. “Home,” said Tom.",
  "In the morning Mina carried the cat home. “I am back,” Mina laughed. Tom smiled.",
].join("\n\n");

describe("an edited concept", () => {
  const book = sampleBook();
  const asked = { sessionId: "s1", by: "ann" };
  const concept = async () => ConceptSchema.parse(await book.output("concept"));
  const names = async () => (await concept()).people.map(({ name }) => name);

  beforeAll(async () => {
    await book.start(STORY, { pages: 2, language: "en", direction: "ltr" });
    expect(await names()).toContain("Tom");
    const wish = { text: "Remove Tom", intensity: 0.5, target: {} };
    await book.follow(() => book.revisions.carryOut({ ...asked, wish }));
    const step = { phase: "concept", of: "book" } as const;
    await book.follow(() => book.revisions.editStep({ ...asked, step, patch: { themes: ["rain"] } }));
  }, 60_000);

  test.each<[string, ParamsEdit]>([
    ["another title", { title: "Night Cat" }],
    ["more pages", { pages: 3 }],
    ["another genre", { genre: "Mystery" }],
    ["another seed", { seed: 9 }],
    ["another direction", { direction: "rtl" }],
    ["all of these", { title: "Cat", pages: 1, genre: "Horror", seed: 4, direction: "rtl" }],
  ])(
    "keeps the edit under %s",
    async (_what, params) => {
      const { ran } = await book.follow(() => book.revisions.changeParams({ ...asked, params }));
      const schedule = await book.schedule();
      expect(schedule.state.status).toBe("completed");
      expect(schedule.params).toMatchObject(params);
      const { title, pages, genre, themes } = await concept();
      expect({ title, pages, genre }).toMatchObject(pickSaid(params));
      expect(themes).toEqual(["rain"]);
      expect(await names()).not.toContain("Tom");
      expect(ran).not.toContain("characters/c2");
      if (params.title !== undefined) expect(schedule.title).toBe(params.title);
      await book.follow(() => book.revisions.restoreVersion({ ...asked, version: 3 }));
    },
    60_000,
  );
});

function pickSaid({ title, pages, genre }: ParamsEdit): ParamsEdit {
  return {
    ...(title !== undefined && { title }),
    ...(pages !== undefined && { pages }),
    ...(genre !== undefined && { genre }),
  };
}
