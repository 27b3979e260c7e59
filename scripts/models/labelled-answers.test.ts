// A reading that is scripted from a story's labels comes through the hosted reader and director: what it tells of a sentence is in the
// data of the panels that show the sentence.
import { describe, expect, it } from "vitest";
import { cutTo, misfit } from "../../emulators/models/answers.ts";
import type { HostedModel } from "../../lib/models/hosted/model.ts";
import { hostedWriter } from "../../lib/models/hosted/writer.ts";
import { openDesk } from "../../lib/models/open-desk.ts";
import { PLAIN_STYLE } from "../../lib/models/prompts/plain-story.ts";
import { labelledStory } from "../scores/labelled-story.ts";
import { FACTS, scriptedFacts } from "../scores/scripted-facts.ts";
import { labelledAnswers } from "./labelled-answers.ts";
import { offlineAnswers } from "./offline-answers.ts";

/** Of the development set; those that are mostly told in the scene. */
const STORIES = [
  ["en", "after-twenty-years"],
  ["en", "the-open-window"],
  ["en", "my-financial-career"],
  ["ja", "hae"],
  ["ja", "cement-daru-no-naka-no-tegami"],
] as const;
const LEAST_KEPT = 0.95;

function scripted(told: ReturnType<typeof labelledStory>): HostedModel {
  const answers = labelledAnswers([told], offlineAnswers());
  return {
    id: "gemini-3.8-flash",
    async ask({ turns, wanted }) {
      const texts = turns.flatMap(({ parts }) => parts.flatMap((part) => ("text" in part ? part.text : [])));
      const value = await answers({
        ...{ model: "m", hash: "", texts, pictures: [], schema: undefined, wantsJson: true },
      });
      if (wanted.kind !== "json") throw new Error("a reader and a director ask for JSON");
      expect(misfit(wanted.schema, cutTo(wanted.schema, JSON.parse(JSON.stringify(value))))).toBeUndefined();
      const usage = { model: "m", inputTokens: 0, outputTokens: 0, images: 0, costMicros: 0 };
      return { end: "done", reason: "STOP", text: JSON.stringify(value), images: [], usage };
    },
  };
}

describe("a scripted reading", () => {
  it.each(STORIES)("of %s/%s keeps at least 95 percent of its facts", async (language, name) => {
    const told = labelledStory(language, name);
    const { story } = told;
    const writer = hostedWriter("w", [scripted(told)]);
    const desk = openDesk();
    const brief = { direction: language === "ja" ? "rtl" : "ltr", style: PLAIN_STYLE, seed: 1 } as const;
    const concept = await writer.write("concept", { story, brief }, desk);
    const input = { story, brief, concept };
    const cast = await writer.write("characters", input, desk);
    const plot = await writer.write("plot", input, desk);
    const boards = [];
    for (const { number: page } of plot.pages)
      boards.push(await writer.write("storyboard", { ...input, cast, plot, page }, desk));
    const facts = scriptedFacts(told, {
      ...{ people: concept.people, places: plot.places, panels: boards.flatMap(({ panels }) => panels) },
    });
    for (const fact of FACTS.filter((one) => one !== "hour"))
      expect(facts.counts[fact].told, fact).toBeGreaterThan(0);
    expect(facts.share, facts.missing.join("; ")).toBeGreaterThanOrEqual(LEAST_KEPT);
  });
});
