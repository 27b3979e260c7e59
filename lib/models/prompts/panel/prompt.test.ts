// The text of picture prompts: what each telling says, and what none of them ever does.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Character } from "../../../manga/cast.ts";
import type { Place } from "../../../manga/place.ts";
import type { Figure, Picture } from "../../../manga/storyboard.ts";
import type { Style } from "../../../manga/style.ts";
import type { PanelRequest, Sent } from "../../artist.ts";
import { wordsIn } from "../paragraph.ts";
import { placePrompt, platePrompt, portraitPrompt, sheetPrompt } from "../sheet/prompt.ts";
import { panelPrompt } from "./prompt.ts";

const PLAIN_STYLE: Style = {
  ...{
    preset: "shonen",
    medium: "ink and screen tone",
    line: "bold, of varying width",
    tone: "crisp screen tone",
  },
  ...{ eyes: "large", backgrounds: "detailed", blacks: "heavy", palette: "warm and muted" },
};

const MINA: Character = {
  ...{ id: "c1", name: "Mina", kind: "human", age: "14", sex: "female", build: "slim", look: 1 },
  ...{ face: "round", eyes: "grey", hair: "black bob", height: "a head shorter than Otto" },
  ...{ marks: ["scar on the chin", "long legs"], accessories: ["glasses"], constant: "The red scarf." },
  outfits: [
    { id: "o1", worn: ["grey coat", "dark skirt", "straw hat"], scenes: [] },
    { id: "o2", worn: ["white nightgown"], scenes: ["s2"] },
  ],
  description: "A slender girl with freckles, and a red scarf",
};
const OTTO: Character = {
  ...{ id: "c2", name: 'Otto "the Bear"', kind: "human", age: "72", sex: "male", build: "broad", look: 1 },
  ...{ hair: "white", beard: "full", marks: ["anchor tattoo"], accessories: [] },
  outfits: [{ id: "o1", worn: ["dark jacket", "sword at the hip"], scenes: [] }],
  description: "An old sailor, broad as a door",
};
const CAMEL: Character = {
  ...{ id: "c3", name: "Kuro", kind: "camel", age: "adult", sex: "unknown", hair: "sandy", look: 1 },
  ...{ marks: ["one torn ear"], accessories: [] },
  outfits: [{ id: "o1", worn: ["red saddle"], scenes: [] }],
  description: "赤い鞍の駱駝",
};
const figure: Figure = {
  ...{
    character: "c1",
    doing: "reaches out",
    posture: "on tiptoe",
    feeling: "worried",
    gaze: "c2",
    to: "c2",
  },
  hands: [
    { what: "umbrella", how: "over the head" },
    { what: "letter", how: "kept" },
  ],
  ...{ where: ["at a table"], face: ["eyes shut"], view: "front", facing: "left", side: 0.7, depth: 0 },
};
const STATION: Place = {
  ...{ id: "l1", name: 'the "Old Pier"', kind: "station", culture: "Western", state: "run-down", look: 1 },
  ...{ floor: "wet planks", layout: "A hall with two benches.", light: { dusk: "a single lamp" } },
  landmarks: [{ what: "clock over the door", side: "left" }, { what: "stairs" }],
};
const PANEL: PanelRequest = {
  ...{ kind: "panel", style: PLAIN_STYLE, width: 700, height: 500, seed: 11, references: [] },
  picture: {
    ...{ scene: "s1", place: "l1", hour: "dusk", weather: "rain", season: "autumn", mood: "lonely" },
    ...{ shot: "half", angle: "low", effects: ["speed lines"], sounds: ["CLANG"] },
    figures: [
      figure,
      {
        ...{ character: "c2", doing: "pulls", feeling: "calm", hands: [{ what: "cart", how: "pushed" }] },
        ...{ gaze: "away", seat: "barrel", leads: "camel", without: ["sword"], depth: 1, side: 0.7 },
        ...{ speaks: true, view: "back", facing: "left" },
      },
    ],
    things: [
      { what: "oar", count: 2, where: "on the sill", how: "lies", state: "cracked" },
      { what: "lamp", whose: "c1" },
      { what: "ring", near: true },
    ],
    ground: "mud",
    action: 'Mina cries "Stop!" and catches\nthe bloody sailor.',
    emptyZone: { tenths: 3, where: "top right" },
  },
  place: STATION,
  cast: [MINA, OTTO],
};
const sent = (role: Sent["role"], of?: string): Sent => ({
  ...{ role, bytes: new Uint8Array([1]), contentType: "image/png" },
  ...(of !== undefined && { of }),
});
const ALL = [sent("person", "c2"), sent("person", "c1"), sent("place", "l1"), sent("style"), sent("anchor")];
const FINISH =
  "black-and-white Japanese manga artwork, shonen in ink and screen tone, greys and white paper alone, bold, of varying width lines, crisp screen tone, solid blacks: heavy, eyes: large, backgrounds: detailed, signs, books and walls are blank and the drawing alone fills the picture to its edges.";

describe("the panel prompt", () => {
  it("tells camera, people by the number of their pictures, place, light, the empty zone and the finish, in that order", () => {
    expect(panelPrompt.moment(PANEL, ALL)).toBe(
      [
        "Medium shot from the waist up, seen from below.",
        "Exactly 2 in the picture.",
        "The person of reference 1, right of the middle in the middle ground, pulls, leading a camel, seated on a barrel, pushing a cart, calm face, seen from behind.",
        "The person of reference 2, right of the middle in the foreground, reaches out, on tiptoe, toward the person of reference 1, holding an umbrella over the head, holding a letter, worried face, front view, facing left.",
        "A Western station, at dusk, in the rain, in autumn, the same as in reference 3.",
        "Light: a single lamp.",
        "The top right third of the picture is plain sky or wall, calm and nearly empty.",
        "The same scene as reference 5: same hand, same light, new camera.",
        "Drawn as reference 4, black-and-white Japanese manga artwork, shonen in ink and screen tone, greys and white paper alone, signs, books and walls are blank and the drawing alone fills the picture to its edges.",
      ].join(" "),
    );
  });

  it("tells more of a picture with fewer people", () => {
    const [first] = PANEL.picture.figures;
    const alone = { ...PANEL, picture: { ...PANEL.picture, figures: first ? [first] : [] } };
    const prompt = panelPrompt.moment(alone, ALL);
    expect(prompt).toContain("at a table, looking at the person of reference 1, worried face, eyes shut");
    expect(prompt).toContain("Also to be seen: 2 oars, cracked, lies, on the sill; lamp of the person of");
    expect(prompt).toContain("run-down, underfoot wet planks, with a clock over the door (left), stairs");
    expect(prompt).toContain("Light: a single lamp, underfoot mud");
  });

  it("describes whoever has no picture, and says no name and nothing of the story's prose", () => {
    const prompt = panelPrompt.moment(PANEL, [sent("person", "c1")]);
    expect(prompt).toContain("An elderly man, broad build, white hair, full beard");
    expect(prompt).toContain("toward the elderly man");
    for (const said of [prompt, panelPrompt.moment(PANEL, []), panelPrompt.moment(PANEL, ALL)]) {
      expect(said).not.toMatch(/Otto|Mina|Pier|Stop|catches/);
    }
  });

  it("has at most 180 words, whoever is there: of many people the last ones are a number", () => {
    const cast = Array.from({ length: 9 }, (_, at) => ({ ...OTTO, id: `c${at + 1}` }));
    const figures = cast.map(({ id }) => ({ ...figure, character: id }));
    const crowd = { ...PANEL, cast, picture: { ...PANEL.picture, figures } };
    for (const references of [[], ALL]) {
      const prompt = panelPrompt.moment(crowd, references);
      expect(wordsIn(prompt)).toBeLessThanOrEqual(180);
      expect(prompt).toMatch(/exactly 9 .*4 more people behind them/i);
      expect(prompt).toContain("top right third");
      expect(prompt).toContain("signs, books and walls are blank");
    }
  });

  it("says the camel with the red saddle, whether it is somebody, ridden, or a thing", () => {
    const withCamel = (picture: Partial<Picture>, references: Sent[] = []) =>
      panelPrompt.moment(
        { ...PANEL, cast: [MINA, CAMEL], picture: { ...PANEL.picture, figures: [], ...picture } },
        references,
      );
    const camel = [{ ...figure, character: "c3" }];
    expect(withCamel({ figures: camel })).toContain("A camel, sandy coat, one torn ear, red saddle");
    expect(withCamel({ figures: camel }, [sent("person", "c3")])).toContain("The camel of reference 1,");
    expect(withCamel({ figures: [{ ...figure, mount: "camel with a red saddle" }] })).toContain(
      "riding a camel with a red saddle,",
    );
    expect(withCamel({ figures: [{ ...figure, mount: "c3" }] })).toContain("riding the camel,");
    expect(withCamel({ things: [{ what: "camel", state: "with a red saddle" }] })).toContain(
      "Also to be seen: a camel, with a red saddle.",
    );
  });

  it("dresses people without a picture as the figure says, else as in the scene", () => {
    const dressed = (outfit: string | undefined, scene: string) => {
      const figures = [{ ...figure, ...(outfit !== undefined && { outfit }) }];
      return panelPrompt.moment({ ...PANEL, picture: { ...PANEL.picture, scene, figures } }, []);
    };
    expect(dressed(undefined, "s1")).toContain("grey coat");
    expect(dressed(undefined, "s2")).toContain("white nightgown");
    expect(dressed("o1", "s2")).toContain("grey coat");
    expect(dressed("o2", "s1")).not.toContain("grey coat");
  });

  it("follows the style: its words, the palette in colour alone, and no lettering out of it", () => {
    const manner = (style: Partial<typeof PLAIN_STYLE>, colorMode?: "color") => {
      const empty = { ...PANEL.picture, figures: [], things: [] };
      const request = {
        ...{ ...PANEL, picture: empty, style: { ...PLAIN_STYLE, ...style } },
        ...(colorMode && { colorMode }),
      };
      return panelPrompt.moment(request, []).split("empty. ").at(-1);
    };
    expect(manner({})?.toLowerCase()).toBe(FINISH.toLowerCase());
    const directed = manner({
      preset: "clear-line",
      tone: "none",
      artDirection: 'Like "TINTIN",\nbut darker.',
    });
    expect(directed).toContain("clear line in ink and screen tone");
    expect(directed).toContain("Like TINTIN, but darker");
    expect(directed).not.toMatch(/none|"/);
    expect(manner({}, "color")).toMatch(/^Full-colour .* the same colours for a person in every picture/);
    expect(manner({}, "color")).toContain("palette: warm and muted");
  });

  it("says what lights it, before what the place has at that hour", () => {
    const lit = (picture: Partial<Picture>) =>
      panelPrompt.moment({ ...PANEL, picture: { ...PANEL.picture, ...picture } }, []);
    expect(lit({ light: "none" })).toContain("Light: pitch dark, outlines alone are seen");
    expect(lit({ light: "a candle" })).toContain("Light: a candle");
    expect(lit({ hour: "day" })).not.toContain("Light:");
  });

  it("shows what only a look from near shows in such a look alone", () => {
    const at = (shot: Picture["shot"]) =>
      panelPrompt.moment({ ...PANEL, picture: { ...PANEL.picture, figures: [], shot } }, ALL);
    expect(at("detail")).toContain("; a ring.");
    expect(at("full")).not.toContain("ring.");
  });

  it("takes the composition from a draft or a rough that goes along", () => {
    expect(panelPrompt.moment(PANEL, [sent("draft")])).toContain("Composed as reference 1.");
    expect(panelPrompt.moment(PANEL, [sent("style"), sent("rough")])).toContain("Composed as reference 2.");
  });

  it("tells it gently by the face, a hand or the shadow of whoever speaks", () => {
    const tell = (shot: Picture["shot"], view: "front" | "back" = "front") => {
      const figures = PANEL.picture.figures.map((one) => ({ ...one, view }));
      return panelPrompt.gentle({ ...PANEL, picture: { ...PANEL.picture, shot, figures } }, [
        sent("person", "c2"),
      ]);
    };
    expect(tell("half")).toContain(
      "One quiet picture: the face, close up, calm and looking aside, of the person of reference 1. A Western station, at dusk, in the rain, in autumn. A still moment, suitable for readers of all ages.",
    );
    expect(tell("detail")).toContain("one hand at rest");
    expect(tell("long")).toContain("the soft shadow on the ground of the person");
    expect(tell("close", "back")).toContain("the soft shadow on the ground of the person");
    const nobody = { ...PANEL, picture: { ...PANEL.picture, figures: [] } };
    expect(panelPrompt.gentle(nobody, [])).toContain("a long, soft shadow falls across the place");
  });

  it("leaves sentences, marks, things, deeds and weapons out of the gentle moment and the scenery", () => {
    for (const prompt of [panelPrompt.gentle(PANEL, []), panelPrompt.scenery(PANEL, [])]) {
      expect(prompt).not.toMatch(
        /Otto|sailor|tattoo|sword|oar|lamp|cart|barrel|benches|clock|Pier|lonely|mud/,
      );
    }
  });

  it("draws the scenery from the place alone", () => {
    expect(panelPrompt.scenery({ ...PANEL, colorMode: "color" }, [])).toMatch(
      /^A wide view of a quiet, empty place: a Western station, at dusk, in the rain, in autumn\. The top right third .* Full-colour Japanese manga artwork/,
    );
  });

  it("tells a place without people as what is there", () => {
    const empty = {
      ...PANEL,
      picture: { ...PANEL.picture, figures: [], action: "", things: [], effects: [] },
    };
    expect(panelPrompt.moment(empty, [])).toContain("The place and its things alone are in the picture.");
    expect(panelPrompt.moment(empty, [])).not.toMatch(/Also|effects/);
    const open = { ...empty, picture: { ...empty.picture, emptyZone: { tenths: 0, where: "top" } } };
    expect(panelPrompt.moment(open, [])).not.toContain("nearly empty");
  });
});

const SHEET = { style: PLAIN_STYLE, width: 1600, height: 900, seed: 1 };

describe("the prompts of sheets", () => {
  const portrait = (design: Character, gentle = false) =>
    portraitPrompt({ kind: "portrait", design, ...SHEET }, { gentle });
  const sheet = (design: Character, references: Sent[] = [], gentle = false) => {
    const [outfit] = design.outfits;
    if (outfit === undefined) throw new Error("naked");
    return sheetPrompt({ kind: "sheet", design, outfit, references, ...SHEET }, { gentle });
  };

  it("tell the design, and when told gently no sentence about the person", () => {
    for (const compose of [portrait, (design: Character, gentle = false) => sheet(design, [], gentle)]) {
      expect(compose(OTTO)).toContain(
        "An elderly man, broad build, white hair, full beard, anchor tattoo, dark jacket, sword at the hip, An old sailor",
      );
      expect(compose(OTTO, true)).not.toMatch(/sailor|tattoo|sword/);
      expect(compose(OTTO, true)).not.toBe(compose(OTTO));
      expect(compose(OTTO)).not.toMatch(/Otto|Bear/);
    }
  });

  it("ask for four views in one picture, in the style of the plate", () => {
    const prompt = sheet(OTTO, [sent("style")]);
    expect(prompt).toMatch(
      /^Character sheet of one person in four views .* front, three-quarter and back view/,
    );
    expect(prompt).toContain("Drawn as reference 1,");
  });

  it("dress a person anew after their own sheet", () => {
    expect(sheet(OTTO, [sent("person", "c2"), sent("style")])).toContain(
      "Face, hair and build of the person of reference 1, now wearing dark jacket, sword at the hip.",
    );
  });

  it("of somebody under 18, or whose age nothing tells, tell face, hair, clothes and height alone", () => {
    expect(portrait(MINA)).toContain(
      "A teenage girl, a head shorter than Otto, round face, grey eyes, black bob hair, scar on the chin, glasses, grey coat, dark skirt, straw hat, The red scarf, freckles, a red scarf.",
    );
    expect(portrait({ ...MINA, age: "unknown" })).not.toMatch(/slim|slender|legs/);
  });

  it("tell a place without people by what it has, and no name of it", () => {
    const prompt = placePrompt({ kind: "place", place: STATION, references: [sent("style")], ...SHEET });
    expect(prompt).toMatch(/^A wide view of a Western station without people, by day/);
    expect(prompt).toContain("A hall with two benches, with a clock over the door (left), stairs.");
    expect(prompt).not.toMatch(/Pier/);
  });

  it("show the style on something that is in no story", () => {
    expect(platePrompt({ kind: "plate", ...SHEET })).toContain("crisp screen tone");
  });
});

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

  it("has quotation marks, characters that are not seen, a second line, or more than 180 words", () => {
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

  it("undresses anybody or dwells on wounds", () => {
    fc.assert(
      fc.property(words, (said) => {
        const { all, places } = promptsFor(said, "adult");
        for (const prompt of [...all, ...places]) {
          expect(prompt).not.toMatch(/\b(?:naked|blood|wounds|sexy|breasts)\b|血|裸/i);
        }
      }),
    );
  });

  it("tells of the body of somebody under 18", () => {
    fc.assert(
      fc.property(words, fc.constantFrom("child", "teen", "9", "十六歳", "unknown"), (said, age) => {
        for (const design of promptsFor(said, age).designs) {
          expect(design).not.toMatch(/\b(?:slender|slim|legs|breasts|shoulder)\b|体/i);
        }
      }),
    );
  });

  it("is sent twice: each telling differs, and the scenery is the same for every moment at a place", () => {
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
