// Handles a gate: on a terminal shows the phase's result and asks; otherwise approves. Guessed panels are listed in both cases.
import { createInterface } from "node:readline/promises";
import * as z from "zod";
import type { ClientSession } from "../../lib/pipeline/client-documents.ts";
import type { PhaseName } from "../../lib/pipeline/step-id.ts";
import { guessedPanels } from "./guess-lines.ts";
import type { Progress } from "./progress.ts";
import type { SessionClient } from "./session-client.ts";

export type Review = (session: ClientSession) => Promise<"approved" | "cancelled">;

const ConceptView = z.looseObject({
  title: z.string(),
  genre: z.string(),
  pages: z.int(),
  people: z.array(z.looseObject({ name: z.string(), role: z.string() })),
});
const CastView = z.looseObject({
  characters: z.array(z.looseObject({ name: z.string(), description: z.string() })),
});
const PlotView = z.looseObject({
  pages: z.array(z.looseObject({ number: z.int(), beats: z.array(z.looseObject({ action: z.string() })) })),
});

export function openReview(
  client: SessionClient,
  progress: Progress,
  terminal: { input: NodeJS.ReadStream; output: NodeJS.WriteStream },
): Review {
  return async (session) => {
    const gate = session.waiting;
    if (gate === undefined) return "approved";
    if (gate.phase === "storyboard") {
      const guessed = guessedPanels(await client.readPages(session.sessionId));
      if (guessed.length > 0) progress.say("panels drawn from guesses, and what is guessed:");
      for (const line of guessed) progress.say(line);
    }
    if (terminal.input.isTTY && terminal.output.isTTY) {
      const document = await client.readPhase(session.sessionId, gate.phase);
      for (const line of describe(gate.phase, document?.output)) progress.say(line);
      const asked = createInterface(terminal);
      const answer = await asked.question(`Review of ${gate.phase}: Enter approves, c cancels the book: `);
      asked.close();
      if (/^c/i.test(answer.trim())) {
        await client.cancel(session.sessionId);
        return "cancelled";
      }
    } else {
      progress.say(`review of ${gate.phase}: approved (nobody to ask)`);
    }
    await client.approve(session.sessionId, gate);
    return "approved";
  };
}

function describe(phase: PhaseName, output: unknown): string[] {
  const concept = ConceptView.safeParse(output);
  if (phase === "concept" && concept.success) {
    const { title, genre, pages, people } = concept.data;
    return [`"${title}", ${genre}, ${pages} pages`, ...people.map(({ name, role }) => `  ${name} (${role})`)];
  }
  const cast = CastView.safeParse(output);
  if (phase === "characters" && cast.success) {
    return cast.data.characters.map(({ name, description }) => `  ${name}: ${description}`);
  }
  const plot = PlotView.safeParse(output);
  if (phase === "plot" && plot.success) {
    return plot.data.pages.flatMap(({ number, beats }) => [
      `  page ${number}`,
      ...beats.map(({ action }) => `    ${action}`),
    ]);
  }
  return [`  ${phase} is done; its pages are in the session's documents.`];
}
