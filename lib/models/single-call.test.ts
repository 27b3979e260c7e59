// A memoized picture has all fields of the drawn one.
import { expect, test } from "vitest";
import type { DrawingProgram, Drawn } from "./artist.ts";
import type { CallContext } from "./call-context.ts";
import { openPortrait } from "./offline/artist/vocabulary/sample-open.ts";
import { singleCallArtist } from "./single-call.ts";
import { unmeteredContext } from "./unmetered-context.ts";

const bytes = new Uint8Array([1, 2, 3]);

/** A context that packs each picture and gives the unpacked one. */
const remembering: CallContext = {
  ...unmeteredContext(),
  async call({ make, memo }) {
    const made = await make();
    const packed = memo?.pack(made);
    if (memo === undefined || packed === undefined) throw new TypeError("the call has no pack and unpack");
    return memo.unpack({ value: JSON.parse(JSON.stringify(packed.value)), bytes: packed.bytes });
  },
};

test.each([undefined, ['"halberd" is drawn as a spear.']])("a memoized picture keeps %j", async (notices) => {
  const drawn: Drawn = {
    ...{ content: { kind: "image", bytes, contentType: "image/png" }, faces: [], keep: [] },
    ...(notices && { notices }),
  };
  const usage = { model: "program@1", inputTokens: 0, outputTokens: 0, images: 1, costMicros: 5 };
  const program: DrawingProgram = {
    ...{ id: "program@1", upToMicros: () => 5, draw: async () => ({ ...drawn, usage }) },
  };
  const { content, faces, keep, ...rest } = await singleCallArtist(program).draw(
    openPortrait({}),
    remembering,
  );
  expect({ content, faces, keep, notices: rest.notices }).toEqual({ ...drawn, notices });
});
