import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  LISTED_SETS,
  MODEL_PARTS,
  ModelSetError,
  modelIds,
  modelSetName,
  parseModels,
} from "./model-sets.ts";
import { programId } from "./program-versions.ts";

describe("the name of a set of models", () => {
  test.each([
    ["offline", "offline/code+offline"],
    ["simulated", "simulated/code+simulated"],
    ["gemini", "gemini/gemini+gemini"],
    ["vertexai", "vertexai/vertexai+gemini"],
    ["imagen", "gemini/gemini+imagen"],
    ["offline+gemini", "offline/code+gemini"],
    ["gemini+offline", "gemini/code+offline"],
    ["vertexai+imagen", "vertexai/code+imagen"],
    ["gemini/gemini+offline", "gemini/gemini+offline"],
    ["offline/vertexai+simulated", "offline/vertexai+simulated"],
  ])("%s stands for %s", (name, long) => {
    expect(modelSetName(parseModels(name))).toBe(long);
  });

  it("is parsed back from its parts", () => {
    const set = fc.record({
      words: fc.constantFrom(...MODEL_PARTS.words),
      direction: fc.constantFrom(...MODEL_PARTS.direction),
      pictures: fc.constantFrom(...MODEL_PARTS.pictures),
    });
    fc.assert(
      fc.property(set, (parts) => {
        expect(parseModels(modelSetName(parts))).toEqual(parts);
      }),
    );
  });

  test.each([
    ["gpt", '"gpt" is unknown; known are: offline, simulated, gemini, vertexai, imagen, and WORDS'],
    ["gemini/code", '"gemini/code" is unknown; known are: '],
    ["", '"" is unknown'],
    [
      "imagen+offline",
      'WORDS "imagen" of "imagen+offline" is unknown; known are: offline, simulated, gemini, ',
    ],
    [
      "gemini/offline+offline",
      'DIRECTION "offline" of "gemini/offline+offline" is unknown; known are: code, ',
    ],
    ["gemini/+offline", 'DIRECTION "" of'],
    [
      "gemini+vertexai",
      'PICTURES "vertexai" of "gemini+vertexai" is unknown; known are: offline, simulated, ',
    ],
    ["gemini+constructor", 'PICTURES "constructor" of'],
    ["+", 'WORDS "" of "+"'],
  ])("%j is refused with a message that names the wrong part and the possible values", (name, message) => {
    expect(() => parseModels(name)).toThrow(ModelSetError);
    expect(() => parseModels(name)).toThrow(message);
  });

  it("from any request is refused or known, with a message of bounded length", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        try {
          return parseModels(text) !== undefined;
        } catch (error) {
          return error instanceof ModelSetError && error.message.length < 1_000;
        }
      }),
    );
  });

  it("in lists is known, and is listed once", () => {
    const long = LISTED_SETS.map((name) => modelSetName(parseModels(name)));
    expect(new Set(long).size).toBe(LISTED_SETS.length);
  });
});

describe("the ids of a set", () => {
  it("name programs with their versions, and the code director where no model directs", () => {
    expect(modelIds(parseModels("offline"))).toEqual({
      reader: programId("offline-reader"),
      director: programId("code-director"),
      artist: programId("offline-artist"),
    });
  });

  it("name one model as reader and director where it does both", () => {
    const { reader, director } = modelIds(parseModels("vertexai"));
    expect(reader).toMatch(/^vertexai\//);
    expect(director).toBe(reader);
    expect(modelIds(parseModels("vertexai+offline")).director).toBe(programId("code-director"));
  });

  it("charge a model's price for directing a book of the simulated reader", () => {
    expect(modelIds(parseModels("simulated")).director).toMatch(/^simulated-director@[0-9a-f]{8}$/);
  });
});
