// Which reference pictures a panel's request has: a person's own first, in their order, within the limits of the model.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { IMAGE_MODEL, PANEL } from "../models/hosted/artist-studio.ts";
import { pictureQuestion, referencesOf } from "../models/hosted/picture-question.ts";
import { MOST_OWN_REFERENCES, type OwnReference } from "../pipeline/picture-wishes.ts";
import { type ReferenceUse, ReferenceUseSchema } from "../pipeline/reference.ts";
import type { StepRef } from "../pipeline/step-id.ts";
import { loadReferences } from "./references.ts";
import type { MangaContext } from "./tools.ts";

const STEP: StepRef = { phase: "artwork", of: "panel", page: 1, panel: "k1" };
const LABELS: Record<ReferenceUse, RegExp> = {
  pose: /for the pose only/,
  person: /given for this picture: somebody who is in it/,
  place: /given for this picture: its place/,
  object: /given for this picture: a thing in it/,
};
const sheet = (index: number): StepRef => ({ phase: "characters", of: "character", character: `c${index}` });
const place = (index: number): StepRef => ({ phase: "artwork", of: "place", place: `l${index}` });
const blobOf = (word: string) => createHash("sha256").update(word).digest("hex");

/** A book with sheets for so many people and places. */
function contextOf(own: readonly OwnReference[], places: number): MangaContext {
  const hashOf = (step: StepRef) => blobOf(JSON.stringify(step));
  const content = (step: StepRef) => ({
    content: { kind: "image", blob: hashOf(step), contentType: "image/png" },
  });
  return {
    ownReferences: async () => own,
    beside: Array.from({ length: places }, (_, index) => place(index)),
    references: (choose: () => Promise<unknown>) => choose(),
    outputHash: hashOf,
    output: async (step: StepRef) => content(step),
    before: async () => undefined,
    getBlob: async (hash: string) => Buffer.from(hash),
  } as unknown as MangaContext;
}

it("has the person's own pictures, each after the label of its use, in their order, within the model's limits", async () => {
  const most = referencesOf(IMAGE_MODEL);
  if (most === undefined) throw new Error("the model takes pictures");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...ReferenceUseSchema.options), { maxLength: MOST_OWN_REFERENCES }),
      fc.integer({ min: 0, max: 7 }),
      fc.integer({ min: 0, max: 12 }),
      async (uses, people, places) => {
        const own = uses.map((use, index) => ({
          ...{ blob: blobOf(`own ${index}`), contentType: "image/jpeg", use },
        }));
        const sheets = Array.from({ length: people }, (_, index) => sheet(index));
        const sent = await loadReferences(
          contextOf(own, places),
          { references: most },
          { people: sheets, own: STEP },
        );
        expect(sent.slice(0, own.length).map(({ from, use }) => [from?.sha256, use])).toEqual(
          own.map(({ blob, use }) => [blob, use]),
        );
        const persons = uses.filter((use) => use === "person").length;
        expect(sent.length).toBe(
          Math.min(most.people, people + persons) + Math.min(most.things, places + uses.length - persons),
        );
        // Sheets of people who are not in this panel are left out of the question.
        const { turns } = pictureQuestion(
          IMAGE_MODEL,
          { ...PANEL, references: sent },
          { telling: "moment", seed: 0 },
        );
        const parts = turns.flatMap((turn) => turn.parts);
        for (const [index, { blob, use }] of own.entries()) {
          const [label, picture] = parts.slice(2 * index, 2 * index + 2);
          expect(label).toEqual({ text: expect.stringMatching(LABELS[use]) });
          expect(label).toEqual({ text: expect.stringMatching(`^Reference ${index + 1}: `) });
          expect(picture).toEqual({ bytes: Buffer.from(blob), contentType: "image/jpeg" });
        }
      },
    ),
    { numRuns: 200 },
  );
});

it("has none for an artist that takes no pictures", async () => {
  const own = [{ blob: blobOf("own"), contentType: "image/jpeg", use: "pose" as const }];
  const sent = await loadReferences(contextOf(own, 2), { references: undefined }, { own: STEP });
  expect(sent).toEqual([]);
});
