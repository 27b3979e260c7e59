// The sloppy writer's answers, with all their slips, make a whole book's data in both languages.
import { expect, it } from "vitest";
import { type Answerer, RawText } from "../../../emulators/models/generate.ts";
import { CastSchema } from "../../../lib/manga/cast.ts";
import { ConceptSchema } from "../../../lib/manga/concept.ts";
import { PlotSchema } from "../../../lib/manga/plot.ts";
import { StoryboardDraftSchema } from "../../../lib/manga/storyboard.ts";
import type { HostedModel } from "../../../lib/models/hosted/model.ts";
import { hostedWriter } from "../../../lib/models/hosted/writer.ts";
import { plainStory } from "../../../lib/models/prompts/plain-story.ts";
import { unmeteredContext } from "../../../lib/models/unmetered-context.ts";
import { sloppyWriter } from "./sloppy-writer.ts";

const USAGE = { model: "m", inputTokens: 0, outputTokens: 0, images: 0, costMicros: 0 };

function modelOf(answer: Answerer): HostedModel {
  let asked = 0;
  return {
    id: "gemini-3.8-flash",
    async ask({ system = "", turns, wanted }) {
      if (wanted.kind !== "json") throw new Error("a writer asks for JSON");
      asked += 1;
      const parts = turns.flatMap((turn) => turn.parts.flatMap((part) => ("text" in part ? part.text : [])));
      const question = { model: "m", hash: String(asked), texts: [system, ...parts], pictures: [] };
      const answered = await answer({ ...question, schema: wanted.schema, wantsJson: true });
      if (!(answered instanceof RawText)) throw new Error("the sloppy writer has no answer");
      return { end: "done", reason: "STOP", text: answered.text, images: [], usage: USAGE };
    },
  };
}

it.each([
  ["ja", 1],
  ["ja", 2],
  ["en", 3],
  ["en", 4],
] as const)("the sloppy writer's answers make a book in %s, with seed %i", async (language, seed) => {
  const writer = hostedWriter("w", [modelOf(sloppyWriter({ seed }).answer)]);
  const context = unmeteredContext();
  const { story, brief } = plainStory(language, 3_000, 6);
  const concept = ConceptSchema.parse(await writer.read("concept", { story, brief }, context));
  const input = { story, brief, concept };
  const cast = CastSchema.parse(await writer.read("characters", input, context));
  const plot = PlotSchema.parse(await writer.read("plot", input, context));
  expect(plot.pages).toHaveLength(6);
  for (const page of [1, 2, 3]) {
    const board = await writer.direct({ ...input, cast, plot, page }, context);
    const { panels } = StoryboardDraftSchema.parse(board);
    const places = plot.places.map(({ id }) => id);
    for (const { picture } of panels) expect(places).toContain(picture.place);
  }
  const beats = plot.pages.flatMap((page) => page.beats);
  expect(beats.some(({ figures }) => figures.some(({ hands }) => hands.length > 0))).toBe(true);
});
