// The offline reader's answers to a hosted writer's requests are valid: they make a whole book's data without a notice.
import { describe, expect, it } from "vitest";
import { rebalancePages } from "../../../lib/manga/rebalance-pages.ts";
import { segmentStory } from "../../../lib/manga/segment.ts";
import { withSpreads } from "../../../lib/manga/spread.ts";
import { STORIES } from "../../../lib/models/hosted/adapted-story.ts";
import type { HostedModel, Question } from "../../../lib/models/hosted/model.ts";
import { hostedWriter } from "../../../lib/models/hosted/writer.ts";
import { unmeteredContext } from "../../../lib/models/unmetered-context.ts";
import { offlineAnswers } from "./offline-answers.ts";

const USAGE = { model: "m", inputTokens: 0, outputTokens: 0, images: 0, costMicros: 0 };

function answeringModel(): HostedModel & { asked: string[] } {
  const answers = offlineAnswers();
  const asked: string[] = [];
  return {
    ...{ id: "gemini-3.8-flash", asked },
    async ask({ task, turns }: Question) {
      asked.push(task);
      const texts = turns.flatMap(({ parts }) => parts.flatMap((part) => ("text" in part ? part.text : [])));
      const value = await answers({
        model: "m",
        hash: "",
        texts,
        pictures: [],
        schema: undefined,
        wantsJson: true,
      });
      const text = JSON.stringify(value);
      return { end: "done", reason: "STOP", text, images: [], usage: USAGE };
    },
  };
}

describe.each(["ja", "en"] as const)("the offline reader's answers, in %s", (language) => {
  it("make a book's data with the story's own dialogue", async () => {
    const model = answeringModel();
    const writer = hostedWriter("w", [model]);
    const context = unmeteredContext();
    const story = segmentStory(STORIES[language], language);
    const brief = { direction: "rtl" as const, style: "manga", seed: 3, pages: 2 };
    const concept = await writer.read("concept", { story, brief }, context);
    const input = { story, brief, concept };
    const cast = await writer.read("characters", input, context);
    const written = await writer.read("plot", input, context);
    const plot = { ...written, pages: withSpreads(rebalancePages(written.pages)) };
    const boards = await Promise.all(
      [1, 2].map((page) => writer.direct({ ...input, cast, plot, page }, context)),
    );
    expect(context.notices).toEqual([]);
    expect(model.asked.filter((task) => task !== "beats")).toEqual([
      ...["concept", "characters", "plan", "storyboard", "storyboard"],
    ]);
    const panels = boards.flatMap((board) => board.panels);
    const said = panels.flatMap(({ words }) =>
      words.texts.filter(({ kind }) => kind === "balloon").map(({ text }) => text),
    );
    const speech = story.units.filter(({ kind }) => kind === "speech").map(({ text }) => text);
    const bare = (texts: string[]) => texts.join("").replaceAll(/\s/gu, "");
    expect(bare(said)).toBe(bare(speech));
    // Speakers are visible.
    expect(panels.some(({ picture }) => picture.figures.some(({ speaks }) => speaks))).toBe(true);
    expect(cast.characters.map(({ name }) => name)).toEqual(concept.people.map(({ name }) => name));
    // Facts of a beat are in the panel that shows it.
    const told = plot.pages.flatMap(({ beats }) => beats.flatMap(({ figures }) => figures));
    const done = told.map(({ character, doing }) => `${character} ${doing}`);
    const shown = panels.flatMap(({ picture }) => picture.figures);
    expect(done.length).toBeGreaterThan(0);
    expect(shown.map(({ character, doing }) => `${character} ${doing}`)).toEqual(
      expect.arrayContaining([...new Set(done)]),
    );
    expect(panels[0]?.picture.place).toBe(plot.scenes[0]?.place);
  });
});
