// What a picture prompt never contains, whatever the story's words are.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Character } from "../../manga/cast.ts";
import type { PanelRequest } from "../artist.ts";
import { panelPrompt } from "./panel/prompt.ts";
import { wordsIn } from "./paragraph.ts";
import { figure, MINA, PANEL, PLAIN_STYLE, SHEET, STATION, sent } from "./sample-requests.ts";
import { placePrompt, platePrompt, portraitPrompt, sheetPrompt } from "./sheet/prompt.ts";

describe("no prompt, whatever the story's words are,", () => {
  const words = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          ...['"', "「", "」", "“", "\n", "naked ", "slender ", "blood ", "血", "全裸", "wounds ", "hair, "],
          ...["sexy ", "breasts ", "her ", "体つき", "、", "髪", "SIGN ", "legs ", "\u202e", "'"],
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join("")),
  );
  const promptsFor = (said: string, age: string) => {
    const outfit = { id: "o1", worn: [said], scenes: [] };
    const design: Character = {
      ...{ ...MINA, age, name: said, description: said, words: said, face: said, eyes: said, hair: said },
      ...{ marks: [said], accessories: [said], constant: said, height: said, beard: said },
      outfits: [outfit],
    };
    const request: PanelRequest = {
      ...PANEL,
      cast: [design],
      picture: {
        ...PANEL.picture,
        ...{
          action: said,
          ground: said,
          light: said,
          effects: [said],
          emptyZone: { tenths: 2, where: said },
        },
        figures: [
          {
            ...{ ...figure, doing: said, posture: said, feeling: said, gaze: said, seat: said, mount: said },
            ...{ leads: said, where: [said], face: [said], hands: [{ what: said, how: said }] },
          },
        ],
        things: [{ what: said, where: said, how: said, state: said }],
      },
      place: {
        ...{ ...STATION, name: said, layout: said, state: said, floor: said },
        landmarks: [{ what: said, side: said }],
      },
      style: { ...PLAIN_STYLE, artDirection: said },
    };
    const portrait = {
      kind: "portrait",
      design,
      style: request.style,
      width: 6,
      height: 8,
      seed: 1,
    } as const;
    return {
      all: [
        panelPrompt.moment(request, [sent("person", design.id), sent("style")]),
        panelPrompt.moment(request, []),
        panelPrompt.gentle(request, []),
        panelPrompt.scenery(request, []),
        portraitPrompt(portrait),
        sheetPrompt({ ...portrait, kind: "sheet", outfit, references: [] }),
      ],
      designs: [
        portraitPrompt({ ...portrait, style: PLAIN_STYLE }),
        sheetPrompt({ ...portrait, style: PLAIN_STYLE, kind: "sheet", outfit, references: [] }),
      ],
      places: [
        placePrompt({ ...SHEET, kind: "place", place: request.place, references: [] }),
        platePrompt({ ...SHEET, kind: "plate", style: request.style }),
      ],
      request,
    };
  };

  it("has quotation marks, invisible characters, a second line, or more than 180 words", () => {
    fc.assert(
      fc.property(words, (said) => {
        const { all, places } = promptsFor(said, "adult");
        for (const prompt of [...all, ...places]) {
          expect(prompt).not.toMatch(/["“”„«»「」『』]/);
          expect(prompt).not.toMatch(/[\p{Cc}\p{Cf}]/u);
          expect(wordsIn(prompt)).toBeLessThanOrEqual(180);
        }
      }),
    );
  });

  it("tells of undress or dwells on wounds", () => {
    fc.assert(
      fc.property(words, (said) => {
        const { all, places } = promptsFor(said, "adult");
        for (const prompt of [...all, ...places]) {
          expect(prompt).not.toMatch(/\b(?:naked|blood|wounds|sexy|breasts)\b|血|裸/i);
        }
      }),
    );
  });

  it("describes the body of anyone under 18", () => {
    fc.assert(
      fc.property(words, fc.constantFrom("child", "teen", "9", "十六歳", "unknown"), (said, age) => {
        for (const design of promptsFor(said, age).designs) {
          expect(design).not.toMatch(/\b(?:slender|slim|legs|breasts|shoulder)\b|体/i);
        }
      }),
    );
  });

  it("is sent twice: the variants differ, and the scenery is the same for all moments at a place", () => {
    fc.assert(
      fc.property(words, (said) => {
        const { all, request } = promptsFor(said, "adult");
        expect(new Set(all).size).toBe(all.length);
        const other = { ...PANEL, style: request.style };
        const { emptyZone } = request.picture;
        expect(panelPrompt.scenery(request, [])).toBe(
          panelPrompt.scenery({ ...other, picture: { ...PANEL.picture, emptyZone } }, []),
        );
      }),
    );
  });
});
