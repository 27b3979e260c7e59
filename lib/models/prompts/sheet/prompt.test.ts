// The text of the prompts for portraits, sheets, places and plates.
import { describe, expect, it } from "vitest";
import type { Character } from "../../../manga/cast.ts";
import type { Sent } from "../../artist.ts";
import { MINA, OTTO, SHEET, STATION, sent } from "../sample-requests.ts";
import { placePrompt, platePrompt, portraitPrompt, sheetPrompt } from "./prompt.ts";

describe("the prompts of sheets", () => {
  const portrait = (design: Character, gentle = false) =>
    portraitPrompt({ kind: "portrait", design, ...SHEET }, { gentle });
  const sheet = (design: Character, references: Sent[] = [], gentle = false) => {
    const [outfit] = design.outfits;
    if (outfit === undefined) throw new Error("the character has no outfit");
    return sheetPrompt({ kind: "sheet", design, outfit, references, ...SHEET }, { gentle });
  };

  it("describe the design; the gentle variant has no free sentence about the person", () => {
    for (const compose of [portrait, (design: Character, gentle = false) => sheet(design, [], gentle)]) {
      expect(compose(OTTO)).toContain(
        "An elderly man, broad build, white hair, full beard, anchor tattoo, dark jacket, sword at the hip, An old sailor",
      );
      expect(compose(OTTO, true)).not.toMatch(/sailor|tattoo|sword/);
      expect(compose(OTTO, true)).not.toBe(compose(OTTO));
      expect(compose(OTTO)).not.toMatch(/Otto|Bear/);
    }
  });

  it("request four views in one picture, in the style of the plate", () => {
    const prompt = sheet(OTTO, [sent("style")]);
    expect(prompt).toMatch(
      /^Character sheet of one person in four views .* front, three-quarter and back view/,
    );
    expect(prompt).toContain("Drawn as reference 1,");
  });

  it("dress a person in a new outfit from their own sheet", () => {
    expect(sheet(OTTO, [sent("person", "c2"), sent("style")])).toContain(
      "Face, hair and build of the person of reference 1, now wearing dark jacket, sword at the hip.",
    );
  });

  it("of anyone under 18, or of unknown age, describe only face, hair, clothes and height", () => {
    expect(portrait(MINA)).toContain(
      "A teenage girl, a head shorter than Otto, round face, grey eyes, black bob hair, scar on the chin, glasses, grey coat, dark skirt, straw hat, The red scarf, freckles, a red scarf.",
    );
    expect(portrait({ ...MINA, age: "unknown" })).not.toMatch(/slim|slender|legs/);
  });

  it("describe a place without people by its features, without its name", () => {
    const prompt = placePrompt({ kind: "place", place: STATION, references: [sent("style")], ...SHEET });
    expect(prompt).toMatch(/^A wide view of the Western station without people, by day/);
    expect(prompt).toContain("A hall with two benches, with the clock over the door (left), stairs.");
    expect(prompt).not.toMatch(/Pier/);
  });

  it("show the style on a subject that is in no story", () => {
    expect(platePrompt({ kind: "plate", ...SHEET })).toContain("crisp screen tone");
  });
});
