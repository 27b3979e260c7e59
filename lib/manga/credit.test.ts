import { describe, expect, it } from "vitest";
import { creditOf, machineNote, makersOf } from "./credit.ts";

const PROGRAM = { writer: "offline-author@1", artist: "offline-artist@1" };
const MODELS = { writer: "vertexai/gemini-3.8-flash@1", artist: "imagen/imagen-4.0-generate-001@1" };

describe("the credit line", () => {
  it("says that a program made the book, where one did", () => {
    expect(creditOf(PROGRAM, "en")).toMatch(/^Made by a program: .*offline-author@1.*offline-artist@1/);
    expect(creditOf(PROGRAM, "ja")).toMatch(/プログラム.*offline-author@1.*offline-artist@1/);
  });

  it("names the models that wrote and drew, and calls them no program", () => {
    for (const language of ["en", "ja"] as const) {
      const line = creditOf(MODELS, language);
      expect(line).toMatch(/gemini-3\.8-flash\b.*imagen-4\.0-generate-001/);
      expect(line).toMatch(/generative|生成AI/);
      expect(line).not.toMatch(/program|プログラム|@1/);
    }
  });

  it("tells who did which part, where a program and a model shared it", () => {
    const mixed = { writer: PROGRAM.writer, artist: MODELS.artist };
    expect(creditOf(mixed, "en")).toBe(
      "Adapted by offline-author@1 (a program), drawn by imagen-4.0-generate-001 (a generative model), with Mekuri",
    );
    expect(creditOf({ ...mixed, ...{ writer: MODELS.writer, artist: PROGRAM.artist } }, "ja")).toBe(
      "脚色 gemini-3.8-flash (生成AIモデル)　作画 offline-artist@1 (プログラム)　Mekuri",
    );
  });
});

describe("the colophon's words", () => {
  it("say in every book that no person adapted or drew it, and what did", () => {
    expect(machineNote(PROGRAM, "ja")).toBe("この本の脚色と絵は、人ではなくプログラムによるものです。");
    expect(machineNote(MODELS, "en")).toBe("Adapted and drawn by generative models, not by a person.");
    const mixed = { writer: PROGRAM.writer, artist: MODELS.artist };
    expect(machineNote(mixed, "ja")).toContain("プログラムと生成AIモデル");
    expect(makersOf(mixed, "en")).toEqual({
      writer: "offline-author@1 (program)",
      artist: "imagen-4.0-generate-001 (generative model)",
    });
  });
});
