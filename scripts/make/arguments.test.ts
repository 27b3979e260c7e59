import { describe, expect, it } from "vitest";
import { parseCommand } from "../command/command.ts";
import { type MangaArguments, makeCommand, resumeCommand } from "./arguments.ts";

/** The parsed arguments of `make` or another command. */
async function parsed(argv: readonly string[], commandOf = makeCommand): Promise<MangaArguments> {
  const given = Promise.withResolvers<MangaArguments>();
  await parseCommand(
    commandOf(async (found) => {
      given.resolve(found);
      return 0;
    }),
    argv,
  );
  return given.promise;
}

describe("the arguments of `mekuri make`", () => {
  it("makes the sample book with all defaults without arguments", async () => {
    expect(await parsed([])).toMatchObject({
      story: undefined,
      seed: 0,
      formats: ["pdf", "cbz", "png"],
      models: "offline",
      review: [],
      data: ".local",
      resume: undefined,
      json: false,
    });
  });

  it("takes values after a space or an equals sign", async () => {
    expect(await parsed(["a.txt", "--pages", "6", "--out=my-book", "--json"])).toMatchObject({
      story: "a.txt",
      pages: 6,
      out: "my-book",
      json: true,
    });
  });

  it("takes the switch that omits 。 and 、, and experiments by name", async () => {
    expect(await parsed([])).toMatchObject({ dropPunctuation: false, experimental: [] });
    expect(await parsed(["--drop-punctuation", "--experimental", "psd-vertical-text"])).toMatchObject({
      dropPunctuation: true,
      experimental: ["psd-vertical-text"],
    });
  });

  it("takes a style, and the user's own words about it", async () => {
    const plain = await parsed([]);
    expect([plain.style, plain.artDirection, plain.pages]).toEqual(["manga", undefined, undefined]);
    const asked = ["--style=yonkoma", "--art-direction", "as in a woodcut"];
    expect(await parsed(asked)).toMatchObject({ style: "yonkoma", artDirection: "as in a woodcut" });
  });

  it("takes models as one name or as parts: reader, director, artist", async () => {
    for (const models of ["imagen", "gemini+offline", "vertexai/code+imagen"]) {
      expect(await parsed(["--models", models])).toMatchObject({ models });
    }
  });

  it("reads a lone dash as standard input", async () => {
    expect(await parsed(["-", "--language", "en"])).toMatchObject({ story: "-", language: "en" });
  });

  it("takes a tier and the half-price mode, with --resume only changes that a book still allows", async () => {
    expect(await parsed([])).toMatchObject({ tier: "standard", slow: false });
    expect(await parsed(["--tier", "draft", "--slow"])).toMatchObject({ tier: "draft", slow: true });
    expect(await parsed(["--resume", "abc", "--tier", "final"])).toMatchObject({ tier: "final" });
    await expect(parsed(["--resume", "abc", "--tier", "draft"])).rejects.toThrow(/only --tier final/);
    await expect(parsed(["--resume", "--tier", "final"])).rejects.toThrow(/--resume SESSION/);
    await expect(parsed(["--tier", "best"])).rejects.toThrow(/--tier takes draft or standard or final/);
  });

  it("takes --resume with and without a session", async () => {
    expect((await parsed(["--resume"])).resume).toEqual({ session: undefined });
    expect((await parsed(["--resume", "--json"])).resume).toEqual({ session: undefined });
    expect((await parsed(["--resume", "abc"])).resume).toEqual({ session: "abc" });
    expect((await parsed(["--resume=abc"])).resume).toEqual({ session: "abc" });
  });

  it("resumes a session by a command of its own, as by --resume", async () => {
    expect(await parsed(["abc", "--tier", "final"], resumeCommand)).toEqual(
      await parsed(["--resume", "abc", "--tier", "final"]),
    );
    expect(await parsed(["--data", "d"], resumeCommand)).toEqual(await parsed(["--resume", "--data", "d"]));
    await expect(parsed(["abc", "--tier", "draft"], resumeCommand)).rejects.toThrow(/only --tier final/);
  });

  it.each([
    [["--pages", "0"], /--pages takes a whole number from 1 to 100; got 0/],
    [["--pages", "101"], /from 1 to 100; got 101/],
    [["--pages", "two"], /got two/],
    [["--pages"], /option '--pages <n>' argument missing/],
    [["--out", "--json"], /--out needs a value/],
    [["--language", "fr"], /--language takes ja or en; got fr/],
    [["--direction", "up"], /rtl or ltr/],
    [["--formats", "pdf,doc"], /--formats takes pdf or print-pdf or .*; got doc/],
    [
      ["--models", "gpt"],
      /--models: "gpt" is unknown; known are: offline, simulated, gemini, vertexai, imagen, and/,
    ],
    [["--models", "gemini/offline+offline"], /DIRECTION "offline" of .* known are: code, gemini, vertexai/],
    [["--review", "drawing"], /--review takes concept or/],
    [["--color-mode", "sepia"], /--color-mode takes monochrome or color; got sepia/],
    [["--style", "oil"], /--style oil is unknown; styles: manga/],
    [["--art-direction", " "], /--art-direction takes 1 to 300 characters/],
    [["--art-direction", "x".repeat(301)], /--art-direction takes 1 to 300 characters/],
    [["--seed", "-1"], /--seed takes a whole number/],
    [["--title", " "], /--title takes 1 to 255/],
    [["--colour"], /unknown option '--colour'/],
    [["--langage", "ja"], /unknown option '--langage'.*Did you mean --language/s],
    [["--json=yes"], /unknown option/],
    [["a.txt", "b.txt"], /too many arguments for|too many arguments. Expected 1/],
    [["a.txt", "--resume"], /omit the story/],
  ])("refuses %j and says why", async (argv, reason) => {
    await expect(parsed(argv)).rejects.toThrow(reason);
  });
});
