// A reading scripted from a story's labels passes the hosted reader and either director: facts about a sentence are in the data of the
// panels that show it.
import { afterEach, describe, expect, it } from "vitest";
import { type ModelServer, startModelServer } from "../../../emulators/models/server.ts";
import { codeDirector } from "../../../lib/models/code-director.ts";
import { genaiModel } from "../../../lib/models/hosted/genai.ts";
import type { HostedModel } from "../../../lib/models/hosted/model.ts";
import { hostedWriter } from "../../../lib/models/hosted/writer.ts";
import { singleCallDirector } from "../../../lib/models/single-call.ts";
import { unmeteredContext } from "../../../lib/models/unmetered-context.ts";
import { allLabelledStories, type LabelledStory } from "../../scores/labelled-story.ts";
import { drawnFacts } from "../../scores/panels/drawn-facts.ts";
import { FACTS, scriptedFacts } from "../../scores/panels/scripted-facts.ts";
import { catalogOffers } from "../offers.ts";
import { labelledAnswers } from "./labelled-answers.ts";
import { offlineAnswers } from "./offline-answers.ts";

const LEAST_KEPT = 0.95;
/** Stories that a model directs, too; most of their sentences belong to a scene. */
const DIRECTED = ["After Twenty Years", "セメント樽の中の手紙"];

const DAY = "2026-11-29";
const MODEL = "gemini-3.8-flash";
const stories = allLabelledStories();

let server: ModelServer | undefined;
afterEach(() => server?.close());

/** The strict server with answers from the labels. */
async function scripted(told: LabelledStory): Promise<HostedModel> {
  server = await startModelServer({
    ...{ offers: catalogOffers(DAY), answer: labelledAnswers([told], offlineAnswers()) },
  });
  return genaiModel(MODEL, { kind: "key", apiKey: "test", baseUrl: server.url });
}

/** Which of the labels' facts are in the panels of a book made by a hosted reader. */
async function measured(told: LabelledStory, directedBy: "code" | "model") {
  const { story } = told;
  const writer = hostedWriter("w", [await scripted(told)]);
  const director = directedBy === "code" ? singleCallDirector(codeDirector()) : writer;
  const context = unmeteredContext();
  const brief = { direction: story.language === "ja" ? "rtl" : "ltr", style: "manga", seed: 1 } as const;
  const concept = await writer.read("concept", { story, brief }, context);
  const input = { story, brief, concept };
  const cast = await writer.read("characters", input, context);
  const plot = await writer.read("plot", input, context);
  const boards = [];
  for (const { number: page } of plot.pages)
    boards.push(await director.direct({ ...input, cast, plot, page }, context));
  const panels = boards.flatMap((board) => board.panels);
  const facts = scriptedFacts(told, { people: concept.people, places: plot.places, panels });
  const drawn = drawnFacts(
    panels.map(({ picture }) => picture),
    { ...cast, places: plot.places, style: concept.style },
  );
  // Nothing was truncated, refused or asked again.
  expect(context.notices.join()).not.toMatch(/cut|refus|again|truncat/);
  return { facts, drawn };
}

const named = stories.map((told) => [told.story.title ?? "", told] as const);

describe("a scripted reading directed by code", () => {
  it.each(named)("of %s keeps at least 95 percent of its facts", async (_title, told) => {
    const { facts, drawn } = await measured(told, "code");
    expect(facts.unshown).toBe(0);
    expect(facts.share, facts.missing.join("; ")).toBeGreaterThanOrEqual(LEAST_KEPT);
    const { postures, otherwise } = drawn;
    expect(postures.drawn, otherwise.join("; ")).toBeGreaterThanOrEqual(LEAST_KEPT * postures.told);
  });

  it("is measured in stories of both languages", () => {
    expect(named.map(([title]) => title)).toEqual(expect.arrayContaining(DIRECTED));
  });
});

describe("a scripted reading directed by a model", () => {
  it.each(named.filter(([title]) => DIRECTED.includes(title)))(
    "of %s keeps at least 95 percent of its facts",
    async (_title, told) => {
      const { facts, drawn } = await measured(told, "model");
      for (const fact of FACTS) expect(facts.counts[fact].told, fact).toBeGreaterThan(0);
      expect(facts.share, facts.missing.join("; ")).toBeGreaterThanOrEqual(LEAST_KEPT);
      const { hands, otherwise } = drawn;
      expect(hands.drawn, otherwise.join("; ")).toBeGreaterThanOrEqual(LEAST_KEPT * hands.told);
    },
  );
});
