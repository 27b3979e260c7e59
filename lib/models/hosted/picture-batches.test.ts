// Which picture requests may use a vendor's batch, and the notices about it.
import { describe, expect, it } from "vitest";
import type { BatchOrder, BatchState } from "../../pipeline/batch.ts";
import type { DrawRequest } from "../artist.ts";
import type { CallContext } from "../call-context.ts";
import { unmeteredContext } from "../unmetered-context.ts";
import { hostedArtist } from "./artist.ts";
import {
  ended,
  IMAGE_MODEL,
  PANEL,
  PORTRAIT,
  program,
  seen,
  tall,
  VISION_MODEL,
  wide,
} from "./artist-studio.ts";
import type { Reply } from "./model.ts";
import { type Line, scriptedModel } from "./scripted-model.ts";

const ORDER: BatchOrder = { name: "s1.artwork.p001.k1.1.1", wish: "submit" };

interface Draws {
  lines?: readonly Line[];
  eye?: Line;
  context?: Partial<CallContext>;
  state?: BatchState<Reply>;
}

/** Draws with a model that has batches, and gives for each call whether it may be made in one. */
async function draw(
  request: DrawRequest,
  { lines = [wide], eye = seen(), context = { batch: true }, state }: Draws = {},
) {
  const image = {
    ...scriptedModel(IMAGE_MODEL, lines),
    batch: async () => state ?? ({ kind: "running", id: "b1" } as const),
  };
  const artist = hostedArtist("a", {
    images: [image],
    visionModels: [scriptedModel(VISION_MODEL, [eye])],
    program,
  });
  const inner = unmeteredContext();
  const mayBatch: boolean[] = [];
  await artist.draw(request, {
    ...inner,
    ...context,
    async call(one) {
      if (one.memo?.kind === "image") mayBatch.push(one.batch !== undefined);
      if (one.batch !== undefined) await one.batch(ORDER);
      return inner.call(one);
    },
  });
  return { mayBatch, notices: inner.notices };
}

describe("a batch", () => {
  it("is used for a step's first picture, with a notice that it takes time", async () => {
    const { mayBatch, notices } = await draw(PANEL);
    expect(mayBatch).toEqual([true]);
    expect(notices).toEqual([expect.stringMatching(/makes the picture in a batch at half its price/)]);
    expect((await draw(PORTRAIT, { lines: [tall] })).mayBatch).toEqual([true]);
  });

  it("is not used where it is not allowed", async () => {
    expect((await draw(PANEL, { context: {} })).mayBatch).toEqual([false]);
    expect((await draw(PANEL, { context: { slow: true } })).mayBatch).toEqual([false]);
  });

  it("is not used after a refusal, or for repairs", async () => {
    expect((await draw(PANEL, { lines: [ended("NO_IMAGE"), wide] })).mayBatch).toEqual([true, false]);
    const faulty = seen({ letters: true, lettersWhere: "upper left" });
    const { mayBatch } = await draw(PANEL, { eye: faulty });
    expect(mayBatch).toEqual([true, ...mayBatch.slice(1).map(() => false)]);
    expect(mayBatch.length).toBeGreaterThan(1);
  });

  it("is not used for an edit, because a person waits for it", async () => {
    const { style, width, height, seed } = PANEL;
    const [picture] = wide.images;
    if (picture === undefined) throw new Error("no picture");
    const edit = { kind: "edit", picture, instruction: "a red hat", panel: PANEL, references: [] } as const;
    expect((await draw({ ...edit, style, width, height, seed })).mayBatch).toEqual([false]);
  });

  it("is not used for more bytes than a request may have", async () => {
    const large = {
      bytes: new Uint8Array(15_000_000),
      contentType: "image/png",
      role: "person" as const,
      of: "c1",
    };
    expect((await draw({ ...PANEL, references: [large] })).mayBatch).toEqual([false]);
  });

  it("that failed is replaced by an ordinary request, with a notice of the reason", async () => {
    const { notices } = await draw(PANEL, { state: { kind: "lost", reason: "JOB_STATE_EXPIRED" } });
    expect(notices).toEqual([
      expect.stringMatching(/returned no picture \(JOB_STATE_EXPIRED\); it is requested by a single call/),
    ]);
  });
});
