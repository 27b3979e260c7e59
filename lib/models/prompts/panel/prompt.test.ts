// The text of picture prompts: what each telling says, and what none of them ever does.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Character } from "../../../manga/cast.ts";
import type { Place } from "../../../manga/place.ts";
import type { Figure, Picture } from "../../../manga/storyboard.ts";
import type { Style } from "../../../manga/style.ts";
import type { PanelRequest } from "../../artist.ts";
import { portraitPrompt } from "../portrait/prompt.ts";
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
  ...{ kind: "panel", style: PLAIN_STYLE, width: 700, height: 500, seed: 11, portraits: new Map() },
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
const MANNER =
  "Black-and-white Japanese manga artwork, shonen, in ink and screen tone; lines: bold, of varying width; tone: crisp screen tone; eyes: large; backgrounds: detailed; solid blacks: heavy; greys and white paper alone.";
const KEEP = "Keep the top right third of the picture plain, calm and nearly empty.";

describe("the panel prompt", () => {
  it("tells the moment in the book's own fields and the story's unquoted, softened words", () => {
    expect(panelPrompt.moment(PANEL, [OTTO]).split("\n")).toEqual([
      MANNER,
      "All signs, books, screens and walls are blank, every surface is unlettered; the drawing alone fills the picture to its edges.",
      "One manga panel, medium shot from the waist up, seen from below.",
      "Setting: a Western station, at dusk, in the rain, in autumn; it is the Old Pier; run-down; underfoot wet planks; A hall with two benches; known by a clock over the door (left), stairs; the mood is lonely.",
      "Exactly 2 in the picture:",
      "- Mina: teenage girl, a head shorter than Otto, round face, grey eyes, black bob hair, scar on the chin, glasses, grey coat, dark skirt, straw hat, The red scarf, freckles, a red scarf; right of the middle in the foreground, reaches out, on tiptoe, toward Otto the Bear, holding an umbrella over the head, holding a letter, at a table, looking at Otto the Bear, expression: worried, eyes shut, front view, facing left.",
      "- Otto the Bear, as in reference picture 1 with the same face, hair and clothes: elderly man, broad build, white hair, full beard, anchor tattoo, dark jacket, An old sailor, broad as a door; right of the middle in the middle ground, pulls, leading a camel, seated on a barrel, pushing a cart, looking away, expression: calm, speaking, seen from behind.",
      "What happens: Mina cries Stop! and catches the dusty sailor.",
      "Light: a single lamp.",
      "Underfoot: mud.",
      "Also to be seen: 2 oars, cracked, lies, on the sill; lamp of Mina.",
      "Manga effects: speed lines.",
      KEEP,
    ]);
  });

  it("says the camel with the red saddle, whether it is somebody, ridden, or a thing", () => {
    const withCamel = (picture: Partial<Picture>, cast = [MINA, CAMEL]) =>
      panelPrompt.moment({ ...PANEL, cast, picture: { ...PANEL.picture, figures: [], ...picture } }, []);
    expect(withCamel({ figures: [{ ...figure, character: "c3" }] })).toContain(
      "- Kuro: camel, sandy coat, one torn ear, red saddle, 赤い鞍の駱駝;",
    );
    expect(withCamel({ figures: [{ ...figure, mount: "camel with a red saddle" }] })).toContain(
      "riding a camel with a red saddle,",
    );
    expect(withCamel({ figures: [{ ...figure, mount: "c3" }] })).toContain("riding Kuro,");
    expect(withCamel({ things: [{ what: "camel", state: "with a red saddle" }] })).toContain(
      "Also to be seen: a camel, with a red saddle.",
    );
  });

  it("dresses people as the figure says, else as in the scene", () => {
    const dressed = (outfit: string | undefined, scene: string) => {
      const figures = [{ ...figure, ...(outfit !== undefined && { outfit }) }];
      return panelPrompt.moment({ ...PANEL, picture: { ...PANEL.picture, scene, figures } }, []);
    };
    expect(dressed(undefined, "s1")).toContain("grey coat");
    expect(dressed(undefined, "s2")).toContain("white nightgown");
    expect(dressed("o1", "s2")).toContain("grey coat");
    expect(dressed("o2", "s1")).not.toContain("grey coat");
  });

  it("follows the style: every word of it, the palette in colour alone, and no lettering out of it", () => {
    const manner = (style: Partial<typeof PLAIN_STYLE>, colorMode?: "color") => {
      const request = { ...PANEL, style: { ...PLAIN_STYLE, ...style }, ...(colorMode && { colorMode }) };
      return panelPrompt.moment(request, []).split("\n")[0];
    };
    expect(manner({ preset: "clear-line", tone: "none", artDirection: 'Like "TINTIN",\nbut darker.' })).toBe(
      "Black-and-white Japanese manga artwork, clear line, in ink and screen tone; lines: bold, of varying width; eyes: large; backgrounds: detailed; solid blacks: heavy; greys and white paper alone. Art direction: Like TINTIN, but darker.",
    );
    expect(manner({}, "color")).toMatch(
      /^Full-colour Japanese manga artwork, shonen.*; palette: warm and muted; the same colours for a person in every picture\.$/,
    );
  });

  it("says what lights it, before what the place has at that hour", () => {
    const lit = (picture: Partial<Picture>) =>
      panelPrompt.moment({ ...PANEL, picture: { ...PANEL.picture, ...picture } }, []);
    expect(lit({ light: "none" })).toContain("Light: pitch dark, outlines alone are seen.");
    expect(lit({ light: "a candle" })).toContain("Light: a candle.");
    expect(lit({ hour: "day" })).not.toContain("Light:");
  });

  it("shows what only a look from near shows in such a look alone", () => {
    const at = (shot: Picture["shot"]) =>
      panelPrompt.moment({ ...PANEL, picture: { ...PANEL.picture, shot } }, []);
    expect(at("detail")).toContain("; a ring.");
    expect(at("full")).not.toContain("ring");
  });

  it("tells it gently by the face, a hand or the shadow of whoever speaks", () => {
    const tell = (shot: Picture["shot"], view: "front" | "back" = "front") => {
      const figures = PANEL.picture.figures.map((one) => ({ ...one, view }));
      return panelPrompt.gentle({ ...PANEL, picture: { ...PANEL.picture, shot, figures } }, [OTTO]);
    };
    expect(tell("half").split("\n").slice(2)).toEqual([
      "One quiet manga panel: the face, close up, calm and looking aside, of one person, as in reference picture 1 with the same face, hair and clothes: elderly man, broad build, white hair, full beard, dark jacket.",
      "Setting: a Western station, at dusk, in the rain, in autumn.",
      "A still moment, suitable for readers of all ages.",
      KEEP,
    ]);
    expect(tell("detail")).toContain("one hand at rest");
    expect(tell("long")).toContain("the soft shadow on the ground of one person");
    expect(tell("close", "back")).toContain("the soft shadow on the ground of one person");
    const nobody = { ...PANEL, picture: { ...PANEL.picture, figures: [] } };
    expect(panelPrompt.gentle(nobody, [])).toContain("a long, soft shadow falls across the place");
  });

  it("leaves sentences, marks, things, deeds and weapons out of the gentle moment and the scenery", () => {
    for (const prompt of [panelPrompt.gentle(PANEL, []), panelPrompt.scenery(PANEL)]) {
      expect(prompt).not.toMatch(
        /Otto|sailor|tattoo|sword|oar|lamp|cart|barrel|benches|clock|Pier|lonely|mud/,
      );
    }
  });

  it("draws the scenery from the place alone", () => {
    expect(panelPrompt.scenery({ ...PANEL, colorMode: "color" }).split("\n")).toEqual([
      expect.stringMatching(/^Full-colour Japanese manga artwork/),
      expect.stringMatching(/unlettered/),
      "A wide view of a quiet, empty place: a Western station, at dusk, in the rain, in autumn.",
      KEEP,
    ]);
  });

  it("tells a place without people as what is there", () => {
    const empty = {
      ...PANEL,
      picture: { ...PANEL.picture, figures: [], action: "", things: [], effects: [] },
    };
    expect(panelPrompt.moment(empty, [])).toContain("The place and its things alone are in the picture.");
    expect(panelPrompt.moment(empty, [])).not.toMatch(/What happens|Also|effects/);
    const open = { ...empty, picture: { ...empty.picture, emptyZone: { tenths: 0, where: "top" } } };
    expect(panelPrompt.moment(open, [])).not.toContain("Keep the");
  });
});

describe("the portrait prompt", () => {
  const compose = (design: Character, gentle = false) =>
    portraitPrompt.compose(
      { kind: "portrait", design, style: PLAIN_STYLE, width: 600, height: 800, seed: 1 },
      { gentle },
    );

  it("tells the design in the usual outfit, and when told gently no sentence about the person", () => {
    expect(compose(OTTO)).toContain(
      "The character: elderly man, broad build, white hair, full beard, anchor tattoo, dark jacket, sword at the hip, An old sailor",
    );
    expect(compose(OTTO, true)).not.toMatch(/sailor|tattoo|sword/);
    expect(compose(OTTO, true)).not.toBe(compose(OTTO));
  });

  it("of somebody under 18, or whose age nothing tells, tells face, hair, clothes and height alone", () => {
    expect(compose(MINA).split("\n").at(-1)).toBe(
      "The character: teenage girl, a head shorter than Otto, round face, grey eyes, black bob hair, scar on the chin, glasses, grey coat, dark skirt, straw hat, The red scarf, freckles, a red scarf.",
    );
    expect(compose({ ...MINA, age: "unknown" })).not.toMatch(/slim|slender|legs/);
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
    const design: Character = {
      ...{ ...MINA, age, name: said, description: said, words: said, face: said, eyes: said, hair: said },
      ...{ marks: [said], accessories: [said], constant: said, height: said, beard: said },
      outfits: [{ id: "o1", worn: [said], scenes: [] }],
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
        panelPrompt.moment(request, [design]),
        panelPrompt.gentle(request, [design]),
        panelPrompt.scenery(request),
        portraitPrompt.compose(portrait),
      ],
      design: portraitPrompt.compose(portrait).split("\n").at(-1) ?? "",
      request,
    };
  };

  it("has quotation marks, characters that are not seen, or more lines than ours", () => {
    fc.assert(
      fc.property(words, (said) => {
        for (const prompt of promptsFor(said, "adult").all) {
          expect(prompt).not.toMatch(/["“”„«»「」『』]/);
          expect(prompt.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
          expect(prompt.split("\n").length).toBeLessThanOrEqual(13);
        }
      }),
    );
  });

  it("undresses anybody or dwells on wounds", () => {
    fc.assert(
      fc.property(words, (said) => {
        for (const prompt of promptsFor(said, "adult").all) {
          expect(prompt).not.toMatch(/\b(?:naked|blood|wounds|sexy|breasts)\b|血|裸/i);
        }
      }),
    );
  });

  it("tells of the body of somebody under 18", () => {
    fc.assert(
      fc.property(words, fc.constantFrom("child", "teen", "9", "十六歳", "unknown"), (said, age) => {
        const { design } = promptsFor(said, age);
        expect(design).not.toMatch(/\b(?:slender|slim|build|legs|breasts|shoulder)\b|体/i);
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
        expect(panelPrompt.scenery(request)).toBe(
          panelPrompt.scenery({ ...other, picture: { ...PANEL.picture, emptyZone } }),
        );
      }),
    );
  });
});
