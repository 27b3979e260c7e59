// The drawing port of the offline artist: an open request in; a drawing out, with notices for what it could not draw as asked.
import { expect, it } from "vitest";
import type { Character } from "../../../manga/cast.ts";
import type { PortraitRequest } from "../../artist.ts";
import { programId } from "../../program-versions.ts";
import { offlineArtist } from "./artist.ts";
import { STYLE } from "./sample-panel.ts";

const design: Character = {
  ...{ id: "c1", name: "Mio", kind: "human", age: "teen", sex: "female", hair: "bob, black" },
  ...{ marks: [], outfits: [], accessories: [], look: 2, description: "a girl with a bob" },
};

const request: PortraitRequest = {
  ...{ kind: "portrait", style: STYLE, width: 500, height: 600, seed: 1 },
  design,
};

const { signal } = new AbortController();

it("draws at no cost", async () => {
  const drawn = await offlineArtist().draw(request, signal);
  expect(drawn.faces.map(({ character }) => character)).toEqual(["c1"]);
  expect(drawn.usage).toEqual({
    model: programId("offline-artist"),
    ...{ inputTokens: 0, outputTokens: 0, images: 0, costMicros: 0 },
  });
  expect(drawn.notices).toBeUndefined();
});

it("names in a notice the word that it could not draw", async () => {
  const { notices } = await offlineArtist().draw(
    { ...request, design: { ...design, kind: "zorble" } },
    signal,
  );
  expect(notices?.join(" ")).toContain("zorble");
});

it("rejects when its signal is aborted", async () => {
  await expect(offlineArtist().draw(request, AbortSignal.abort(new Error("enough")))).rejects.toThrow(
    "enough",
  );
});
