// A reading that is scripted from a story's labels comes through the hosted reader and director: what it tells of a sentence is in the
// data of the panels that show the sentence.
import { afterEach, describe, expect, it } from "vitest";
import { type ModelServer, startModelServer } from "../../emulators/models/server.ts";
import { genaiModel } from "../../lib/models/hosted/genai.ts";
import type { HostedModel } from "../../lib/models/hosted/model.ts";
import { hostedWriter } from "../../lib/models/hosted/writer.ts";
import { openDesk } from "../../lib/models/open-desk.ts";
import { type LabelledStory, labelledStory } from "../scores/labelled-story.ts";
import { FACTS, scriptedFacts } from "../scores/scripted-facts.ts";
import { labelledAnswers } from "./labelled-answers.ts";
import { catalogOffers } from "./offers.ts";
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

const DAY = "2026-11-29";
const MODEL = "gemini-3.8-flash";

let server: ModelServer | undefined;
afterEach(() => server?.close());

/** The strict server, which answers from the labels. */
async function scripted(told: LabelledStory): Promise<HostedModel> {
  server = await startModelServer({
    ...{ offers: catalogOffers(DAY), answer: labelledAnswers([told], offlineAnswers()) },
  });
  return genaiModel(MODEL, { kind: "key", apiKey: "test", baseUrl: server.url });
}

describe("a scripted reading", () => {
  it.each(STORIES)("of %s/%s keeps at least 95 percent of its facts", async (language, name) => {
    const told = labelledStory(language, name);
    const { story } = told;
    const writer = hostedWriter("w", [await scripted(told)]);
    const desk = openDesk();
    const brief = { direction: language === "ja" ? "rtl" : "ltr", style: "manga", seed: 1 } as const;
    const concept = await writer.read("concept", { story, brief }, desk);
    const input = { story, brief, concept };
    const cast = await writer.read("characters", input, desk);
    const plot = await writer.read("plot", input, desk);
    const boards = [];
    for (const { number: page } of plot.pages)
      boards.push(await writer.direct({ ...input, cast, plot, page }, desk));
    const facts = scriptedFacts(told, {
      ...{ people: concept.people, places: plot.places, panels: boards.flatMap(({ panels }) => panels) },
    });
    for (const fact of FACTS.filter((one) => one !== "hour"))
      expect(facts.counts[fact].told, fact).toBeGreaterThan(0);
    // Nothing was cut off, refused or asked for again.
    expect(desk.notices.join()).not.toMatch(/cut|refus|again|truncat/);
    expect(facts.share, facts.missing.join("; ")).toBeGreaterThanOrEqual(LEAST_KEPT);
  });
});
