import { describe, expect, it } from "vitest";
import { creditOf, machineNote, makersOf } from "./credit.ts";

const PROGRAMS = {
  reader: "offline-reader@1f3a9c2e",
  director: "code-director@00ff00ff",
  artist: "offline-artist@deadbeef",
};
const TEXT_MODEL = "vertexai/gemini-3.8-flash@1";
const MODELS = { reader: TEXT_MODEL, director: TEXT_MODEL, artist: "imagen/imagen-4.0-generate-001@1" };

describe("the credit line", () => {
  it("says that programs made the book, without their versions", () => {
    expect(creditOf(PROGRAMS, "en")).toBe(
      "Made by a program: adapted by offline-reader and code-director, drawn by offline-artist, with Mekuri",
    );
    expect(creditOf(PROGRAMS, "ja")).toMatch(/プログラム.*offline-reader・code-director.*offline-artist/);
  });

  it("names each model that adapted or drew once, and does not call it a program", () => {
    for (const language of ["en", "ja"] as const) {
      const line = creditOf(MODELS, language);
      expect(line).toMatch(/gemini-3\.8-flash\b.*imagen-4\.0-generate-001/);
      expect(line.match(/gemini-3\.8-flash/g)).toHaveLength(1);
      expect(line).toMatch(/generative|生成AI/);
      expect(line).not.toMatch(/program|プログラム|@1/);
    }
  });

  it("names all artists, the one with most pictures first, and a program with several versions once", () => {
    const drawn = [
      { artist: "gemini/gemini-3-pro-image@7", tier: "final", pictures: 21 },
      { artist: "gemini/gemini-3.1-flash-lite-image@7", tier: "draft", pictures: 3 },
    ];
    expect(creditOf({ ...MODELS, drawn }, "en")).toContain(
      "drawn by gemini-3-pro-image and gemini-3.1-flash-lite-image, with",
    );
    expect(creditOf({ ...MODELS, drawn: drawn.slice(0, 1) }, "ja")).toContain("作画 gemini-3-pro-image　");
    const versions = ["offline-artist@1", "offline-artist@2"].map((artist) => ({ artist, pictures: 1 }));
    expect(creditOf({ ...PROGRAMS, drawn: versions }, "en")).toBe(creditOf(PROGRAMS, "en"));
    const withProgram = [...drawn, { artist: "offline-artist@1", pictures: 1 }];
    expect(creditOf({ ...MODELS, drawn: withProgram }, "en")).toContain("offline-artist (program)");
  });

  it.each([
    ["openai/qwen3:8b@6", "qwen3:8b"],
    ["openai/local-11434/hf.co/unsloth/Qwen3-8B-GGUF:Q4_K_M@6", "hf.co/unsloth/Qwen3-8B-GGUF:Q4_K_M"],
    ["sdapi/server@6", "sdapi"],
    ["sdapi/local-7860@6", "sdapi"],
    ["comfyui/graphs-108a4596f6c2@6", "ComfyUI"],
    ["comfyui/local-8188/graphs-108a4596f6c2@6", "ComfyUI"],
    ["comfyui/local-8188/SD%20XL%5Canime%20v4.safetensors@6", "anime v4"],
    ["comfyui/local-8188/%zz@6", "%zz"],
  ])("shows %s under the name that people know", (id, name) => {
    const { drawn } = makersOf({ ...PROGRAMS, artist: id }, "en");
    expect(drawn).toBe(`${name} (generative model)`);
  });

  it("says which part was made by a program and which by a model", () => {
    const mixed = { ...PROGRAMS, reader: TEXT_MODEL };
    expect(creditOf(mixed, "en")).toBe(
      "Adapted by gemini-3.8-flash (AI) and code-director (program), drawn by offline-artist (program), with Mekuri",
    );
    expect(creditOf({ ...MODELS, artist: PROGRAMS.artist }, "ja")).toBe(
      "脚色 gemini-3.8-flash (生成AI)　作画 offline-artist (プログラム)　Mekuri",
    );
  });
});

describe("the colophon's words", () => {
  it("say how many panels another artist drew", () => {
    const drawn = [
      { artist: "gemini/gemini-3-pro-image@7", tier: "final", pictures: 21 },
      { artist: "gemini/gemini-3.1-flash-lite-image@7", tier: "draft", pictures: 2 },
      { artist: "gemini/gemini-3.1-flash-lite-image@6", tier: "draft", pictures: 1 },
    ];
    expect(makersOf({ ...MODELS, drawn }, "en").drawn).toBe(
      "gemini-3-pro-image (generative model)\n3 of 24 panels by gemini-3.1-flash-lite-image (generative model)",
    );
    expect(makersOf({ ...MODELS, drawn }, "ja").drawn).toBe(
      "gemini-3-pro-image（生成AIモデル）\n24コマ中3コマはgemini-3.1-flash-lite-image（生成AIモデル）",
    );
  });

  it("do not claim that no person drew, in a file with a person's own pictures", () => {
    expect(machineNote(MODELS, "en", true)).toBe(
      "Adapted and drawn by generative models, with pictures that a person gave.",
    );
    expect(machineNote(MODELS, "ja", true)).toBe(
      "この本の脚色と絵は生成AIモデルによるもので、一部の絵は人が用意しました。",
    );
  });

  it("say in every book that no person adapted or drew it, and which models or programs did", () => {
    expect(machineNote(PROGRAMS, "ja")).toBe("この本の脚色と絵は、人ではなくプログラムによるものです。");
    expect(machineNote(MODELS, "en")).toBe("Adapted and drawn by generative models, not by a person.");
    const mixed = { ...PROGRAMS, artist: MODELS.artist };
    expect(machineNote(mixed, "ja")).toContain("プログラムと生成AIモデル");
    expect(makersOf(mixed, "en")).toEqual({
      adapted: "offline-reader (program), code-director (program)",
      drawn: "imagen-4.0-generate-001 (generative model)",
    });
  });
});
