import { describe, expect, it } from "vitest";
import { ArgumentError, parseMangaArguments } from "./arguments.ts";

describe("the arguments of `npm run manga`", () => {
  it("makes the sample book with every default when nothing is said", () => {
    expect(parseMangaArguments([])).toMatchObject({
      story: undefined,
      pages: undefined,
      seed: 0,
      formats: ["pdf", "cbz", "png"],
      models: "offline",
      review: [],
      data: ".local",
      resume: undefined,
      json: false,
    });
  });

  it("takes values after a space or an equals sign", () => {
    expect(parseMangaArguments(["a.txt", "--pages", "6", "--out=my-book", "--json"])).toMatchObject({
      story: "a.txt",
      pages: 6,
      out: "my-book",
      json: true,
    });
  });

  it("takes the switch that leaves 。 and 、 out, and experiments by name", () => {
    expect(parseMangaArguments([])).toMatchObject({ dropPunctuation: false, experimental: [] });
    expect(parseMangaArguments(["--drop-punctuation", "--experimental", "psd-vertical-text"])).toMatchObject({
      dropPunctuation: true,
      experimental: ["psd-vertical-text"],
    });
  });

  it("takes a style, and words of one's own about it", () => {
    expect(parseMangaArguments([])).toMatchObject({ style: "manga", artDirection: undefined });
    const asked = ["--style=yonkoma", "--art-direction", "as in a woodcut"];
    expect(parseMangaArguments(asked)).toMatchObject({ style: "yonkoma", artDirection: "as in a woodcut" });
  });

  it("takes models by a single name, or what reads, directs and draws apart", () => {
    for (const models of ["imagen", "gemini+offline", "vertexai/code+imagen"]) {
      expect(parseMangaArguments(["--models", models])).toMatchObject({ models });
    }
  });

  it("reads a lone dash as standard input", () => {
    expect(parseMangaArguments(["-", "--language", "en"])).toMatchObject({ story: "-", language: "en" });
  });

  it("takes a tier and the half-price lane, with --resume only what a book can still become", () => {
    expect(parseMangaArguments([])).toMatchObject({ tier: "standard", slow: false });
    expect(parseMangaArguments(["--tier", "draft", "--slow"])).toMatchObject({ tier: "draft", slow: true });
    expect(parseMangaArguments(["--resume", "abc", "--tier", "final"])).toMatchObject({ tier: "final" });
    expect(() => parseMangaArguments(["--resume", "abc", "--tier", "draft"])).toThrow(/--tier final alone/);
    expect(() => parseMangaArguments(["--resume", "--tier", "final"])).toThrow(/--resume SESSION/);
    expect(() => parseMangaArguments(["--tier", "best"])).toThrow(/--tier takes draft or standard or final/);
  });

  it("takes --resume with and without a session", () => {
    expect(parseMangaArguments(["--resume"]).resume).toEqual({ session: undefined });
    expect(parseMangaArguments(["--resume", "--json"]).resume).toEqual({ session: undefined });
    expect(parseMangaArguments(["--resume", "abc"]).resume).toEqual({ session: "abc" });
    expect(parseMangaArguments(["--resume=abc"]).resume).toEqual({ session: "abc" });
  });

  it.each([
    [["--pages", "0"], /--pages takes a whole number from 1 to 100; got 0/],
    [["--pages", "101"], /from 1 to 100; got 101/],
    [["--pages", "two"], /got two/],
    [["--pages"], /--pages needs a value/],
    [["--language", "fr"], /--language takes ja or en; got fr/],
    [["--direction", "up"], /rtl or ltr/],
    [["--formats", "pdf,doc"], /--formats takes pdf or print-pdf or .*; got doc/],
    [
      ["--models", "gpt"],
      /--models: "gpt" is not known; there is: offline, simulated, gemini, vertexai, imagen, and/,
    ],
    [["--models", "gemini/offline+offline"], /DIRECTION "offline" of .* there is: code, gemini, vertexai/],
    [["--review", "drawing"], /--review takes concept or/],
    [["--color-mode", "sepia"], /--color-mode takes monochrome or color; got sepia/],
    [["--style", "oil"], /--style oil is not known; there is: manga/],
    [["--art-direction", " "], /--art-direction takes 1 to 300 characters/],
    [["--art-direction", "x".repeat(301)], /--art-direction takes 1 to 300 characters/],
    [["--seed", "-1"], /--seed takes a whole number/],
    [["--title", " "], /--title takes 1 to 255/],
    [["--colour"], /unknown option --colour/],
    [["--json=yes"], /unknown option/],
    [["a.txt", "b.txt"], /one story at a time/],
    [["a.txt", "--resume"], /leave the story out/],
  ])("refuses %j and says why", (argv, reason) => {
    expect(() => parseMangaArguments(argv)).toThrow(ArgumentError);
    expect(() => parseMangaArguments(argv)).toThrow(reason);
  });
});
