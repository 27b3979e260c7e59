import { expect, test } from "vitest";
import { sourceInWords, sourceTermOf, trainedModelsOf } from "./provenance.ts";
import { xmpOf } from "./xmp.ts";

const OFFLINE = { reader: "offline-reader@1", director: "code-director@1", artist: "offline-artist@1" };
const HOSTED = {
  reader: "gemini/gemini-3.8-flash@5",
  director: "gemini/gemini-3.8-flash@5",
  artist: "gemini/gemini-3-pro-image@2",
};

test.each([
  [HOSTED, undefined, false, "trainedAlgorithmicMedia"],
  [HOSTED, undefined, true, "compositeWithTrainedAlgorithmicMedia"],
  [OFFLINE, undefined, false, "algorithmicMedia"],
  [OFFLINE, undefined, true, "compositeSynthetic"],
  // A model adapted, the offline artist drew.
  [{ ...HOSTED, artist: OFFLINE.artist }, undefined, false, "algorithmicMedia"],
  // The artist was changed during the book.
  [OFFLINE, { artist: [OFFLINE.artist, HOSTED.artist] }, false, "trainedAlgorithmicMedia"],
] as const)(
  "the source type depends on who drew: %o, %o, a person's own %s: %s",
  (models, by, holdsGiven, term) => {
    const madeBy = by && { artist: [...by.artist] };
    expect(sourceTermOf({ models, madeBy, holdsGiven })).toBe(term);
  },
);

test("a packet names source type, models, versions, tier and uploaded pictures", () => {
  const packet = xmpOf({ language: "en", models: HOSTED, tier: "draft", given: ["characters/c1"] });
  expect(packet).toContain(
    "<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia<",
  );
  expect(packet).toContain(">gemini-3.8-flash; gemini-3-pro-image</Iptc4xmpExt:AISystemUsed>");
  expect(packet).toContain("<rdf:li>gemini/gemini-3-pro-image@2</rdf:li>");
  expect(packet).toContain("<mekuri:tier>draft</mekuri:tier>");
  expect(packet).toContain("<mekuri:given><rdf:Bag><rdf:li>characters/c1</rdf:li></rdf:Bag></mekuri:given>");
});

test("a packet of a book made by programs names no trained model", () => {
  const packet = xmpOf({ language: "ja", models: OFFLINE });
  expect(packet).toContain("digitalsourcetype/algorithmicMedia<");
  expect(packet).not.toContain("AISystemUsed");
  expect(packet).toContain("この本の脚色と絵は");
  expect(trainedModelsOf({ models: OFFLINE })).toEqual([]);
});

test("the source is stated in words of both languages", () => {
  expect(sourceInWords("algorithmicMedia", "ja")).toContain("プログラム");
  expect(sourceInWords("trainedAlgorithmicMedia", "en")).toBe(
    "made by a trained model (IPTC trainedAlgorithmicMedia)",
  );
});
