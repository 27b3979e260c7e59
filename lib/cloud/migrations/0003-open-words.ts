// Results of phases get open words instead of names from lists, and people in panels get a side. The clients' documents are rewritten. The
// objects from which they are made stay unchanged, because their hashes are inputs of later steps; they are converted on reading.
import * as z from "zod";
import { CastSchema } from "../../manga/cast.ts";
import { ConceptSchema } from "../../manga/concept.ts";
import { PlotSchema } from "../../manga/plot.ts";
import { upcast } from "../upcast.ts";
import { closedCast, closedConcept, closedPlot, Losses } from "./closed-form.ts";
import type { Migration } from "./migration.ts";

/** As they are below a session. */
const [PHASES, PAGES] = ["phases", "pages"] as const;

export const migration: Migration = {
  about: "rewrites cast, plot and pages in the clients' documents in open words",
  documents: (db) => [
    db.collectionGroup(PHASES).select("schemaVersion", "phase", "output"),
    db.collectionGroup(PAGES).select("schemaVersion", "panels"),
  ],
  // An output has up to 60,000 characters, and a commit 10 MiB.
  mostPerBatch: 20,
  async up(document) {
    if (document.get("schemaVersion") !== 1) return undefined;
    const isPage = document.ref.parent.id === PAGES;
    const { output, panels } = upcast(isPage ? "page" : "phase", document.data());
    return { schemaVersion: 2, ...(isPage ? { panels } : output !== undefined && { output }) };
  },
  async down(document) {
    if (document.get("schemaVersion") !== 2) return undefined;
    if (document.ref.parent.id === PAGES)
      return { schemaVersion: 1, panels: placedPanels(document.get("panels")) };
    const output = closedOutput(document.data(), new Losses());
    return { schemaVersion: 1, ...(output !== undefined && { output }) };
  },
  loses(document) {
    const losses = new Losses();
    if (document.ref.parent.id === PHASES) closedOutput(document.data(), losses);
    return losses.count > 0;
  },
};

function closedOutput({ phase, output }: Record<string, unknown>, losses: Losses): unknown {
  if (output === undefined) return undefined;
  switch (phase) {
    case "concept":
      return closedConcept(ConceptSchema.parse(output), losses);
    case "characters":
      return closedCast(CastSchema.parse(output), losses);
    case "plot":
      return closedPlot(PlotSchema.parse(output), losses);
    default:
      return output;
  }
}

const PanelsSchema = z.array(
  z.looseObject({ people: z.array(z.looseObject({ side: z.number().optional() })).optional() }),
);

const placedPanels = (panels: unknown) =>
  PanelsSchema.parse(panels).map(({ people, ...panel }) => ({
    ...panel,
    ...(people && {
      people: people.map(({ side, ...person }) => (side === undefined ? person : { ...person, at: side })),
    }),
  }));
