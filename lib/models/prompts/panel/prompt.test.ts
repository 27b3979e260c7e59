// The text of picture prompts: what each telling says, and what none of them ever does.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CharacterDesign } from "../../../manga/cast.ts";
import type { Picture } from "../../../manga/storyboard.ts";
import type { PanelRequest } from "../../artist.ts";
import { portraitPrompt } from "../portrait/prompt.ts";
import { panelPrompt } from "./prompt.ts";

const MINA: CharacterDesign = {
  ...{ id: "c1", name: "Mina", kind: "human", age: "teen", gender: "female", build: "slim" },
  ...{ hair: { style: "bob", fill: "black" }, beard: "none", glasses: true, look: 1 },
  clothes: { top: "coat", topFill: "mid", bottom: "skirt", bottomFill: "dark", hat: "straw-hat" },
  description: "A slender girl with freckles, and a red scarf",
};
const OTTO: CharacterDesign = {
  ...MINA,
  ...{ id: "c2", name: 'Otto "the Bear"', age: "elder", gender: "male", build: "broad", glasses: false },
  ...{ beard: "full", description: "An old sailor, broad as a door" },
  clothes: { top: "jacket", topFill: "dark", bottom: "trousers", bottomFill: "dark", hat: "none" },
};
const CAT: CharacterDesign = {
  ...{ ...MINA, id: "c3", name: "Kuro", kind: "cat", age: "adult", gender: "unknown", build: "small" },
  description: "a black cat",
};
const figure: Picture["figures"][number] = {
  ...{ character: "c1", pose: "reach", expression: "worried", view: "front", facing: "left" },
  ...{ at: 0.7, depth: 0, holds: "umbrella" },
};
const PANEL: PanelRequest = {
  ...{ kind: "panel", style: "manga", width: 700, height: 500, seed: 11, portraits: new Map() },
  picture: {
    ...{ shot: "half", angle: "low", props: ["lamp", "boat"], effects: ["speed"], room: 3 },
    scene: {
      ...{ id: "s1", hour: "dusk", weather: "rain", season: "autumn", mood: "lonely" },
      place: { kind: "station", name: 'the "Old Pier"' },
    },
    figures: [figure, { ...figure, character: "c2", depth: 1, speaks: true, view: "back", holds: null }],
    action: 'Mina cries "Stop!" and catches\nthe bloody sailor.',
  },
  cast: [MINA, OTTO],
};

describe("the panel prompt", () => {
  it("tells the moment in the book's data and the story's unquoted, softened words", () => {
    expect(panelPrompt.moment(PANEL, [OTTO])).toBe(
      [
        "Black-and-white Japanese manga artwork: clean black ink lines, screentone greys, white paper.",
        "All signs, books, screens and walls are blank, every surface is unlettered; the drawing alone fills the picture to its edges.",
        "One manga panel, medium shot from the waist up, seen from below.",
        "Setting: a station, at dusk, in the rain, in autumn; it is the Old Pier; the mood is lonely.",
        "Exactly 2 in the picture:",
        "- Mina: teenage girl, a little shorter than a grown-up, bob black hair, glasses, mid-grey coat, dark skirt, wearing a straw hat, freckles, a red scarf; right of the middle in the foreground, pose: reach, expression: worried, holding an umbrella, front view, facing left.",
        "- Otto the Bear, as in reference picture 1 with the same face, hair and clothes: elderly man, broad build, bob black hair, full beard, dark jacket, dark trousers, An old sailor, broad as a door; right of the middle in the middle ground, pose: reach, expression: worried, seen from behind.",
        "What happens: Mina cries Stop! and catches the dusty sailor.",
        "Also to be seen: a lamp, a boat.",
        "Manga effects: speed.",
        "About 30 percent of the picture, along its top and one upper corner, is calm and nearly empty.",
      ].join("\n"),
    );
  });

  it("tells it gently by the face, a hand or the shadow of whoever speaks", () => {
    const tell = (shot: Picture["shot"], view: "front" | "back" = "front") => {
      const figures = PANEL.picture.figures.map((one) => ({ ...one, view }));
      return panelPrompt.gentle({ ...PANEL, picture: { ...PANEL.picture, shot, figures } }, [OTTO]);
    };
    expect(tell("half").split("\n").slice(2)).toEqual([
      "One quiet manga panel: the face, close up, calm and looking aside, of one person, as in reference picture 1 with the same face, hair and clothes: elderly man, broad build, bob black hair, full beard, dark jacket, dark trousers.",
      "Setting: a station, at dusk, in the rain, in autumn.",
      "A still moment, suitable for readers of all ages.",
      "About 30 percent of the picture, along its top and one upper corner, is calm and nearly empty.",
    ]);
    expect(tell("detail")).toContain("one hand at rest");
    expect(tell("long")).toContain("the soft shadow on the ground of one person");
    expect(tell("close", "back")).toContain("the soft shadow on the ground of one person");
    const nobody = { ...PANEL, picture: { ...PANEL.picture, figures: [] } };
    expect(panelPrompt.gentle(nobody, [])).toContain("a long, soft shadow falls across the place");
  });

  it("draws the scenery from the place alone", () => {
    expect(panelPrompt.scenery({ ...PANEL, colorMode: "color" }).split("\n")).toEqual([
      expect.stringMatching(/^Full-colour Japanese manga artwork: .* cel shading in two steps/),
      expect.stringMatching(/unlettered/),
      "A wide view of a quiet, empty place: a station, at dusk, in the rain, in autumn.",
      "About 30 percent of the picture, along its top and one upper corner, is calm and nearly empty.",
    ]);
  });

  it("tells a place without people as what is there", () => {
    const empty = {
      ...PANEL,
      picture: { ...PANEL.picture, figures: [], action: "", props: [], effects: [] },
    };
    expect(panelPrompt.moment(empty, [])).toContain("The place and its things alone are in the picture.");
    expect(panelPrompt.moment(empty, [])).not.toMatch(/What happens|Also|effects/);
  });

  it("describes animals by their fur", () => {
    const request = { ...PANEL, picture: { ...PANEL.picture, figures: [{ ...figure, character: "c3" }] } };
    expect(panelPrompt.moment({ ...request, cast: [CAT] }, [])).toContain(
      "- Kuro: grown cat, small build, black fur, a black cat;",
    );
  });
});

describe("what a writer says beyond the listed values", () => {
  const request: PanelRequest = {
    ...PANEL,
    cast: [
      { ...MINA, words: "A slender girl, grey eyes, hair in a long braid" },
      { ...OTTO, words: "white beard, a coat of oilskin" },
    ],
    picture: {
      ...PANEL.picture,
      things: 'a harpoon and a sign that says "STOP"',
      scene: {
        ...PANEL.picture.scene,
        place: { kind: "station", name: "", words: "a pier of rotten planks" },
      },
      figures: PANEL.picture.figures.map((one) => ({ ...one, words: "holds a harpoon in bloody hands" })),
    },
  };

  it("stands in their place in the moment, softened, and reduced for anybody under 18", () => {
    const prompt = panelPrompt.moment(request, []);
    expect(prompt).toContain("Setting: a pier of rotten planks, at dusk");
    expect(prompt).toContain("Also to be seen: a harpoon and a sign that says STOP.");
    expect(prompt).toContain("elderly man, broad build, white beard, a coat of oilskin;");
    expect(prompt).toContain(
      "teenage girl, a little shorter than a grown-up, grey eyes, hair in a long braid;",
    );
    expect(prompt).toContain("in the foreground, holds a harpoon in dusty hands, front view");
    expect(prompt).not.toMatch(/bob black hair|pose: |slender|bloody/);
  });

  it("is left out of the gentle moment and of the scenery", () => {
    for (const prompt of [panelPrompt.gentle(request, []), panelPrompt.scenery(request)]) {
      expect(prompt).not.toMatch(/harpoon|planks|oilskin|braid/);
    }
  });
});

describe("the portrait prompt", () => {
  const compose = (design: CharacterDesign, gentle = false) =>
    portraitPrompt.compose(
      { kind: "portrait", design, style: "m", width: 600, height: 800, seed: 1 },
      { gentle },
    );

  it("tells the design, and when told gently nothing in free words", () => {
    expect(compose(OTTO)).toContain("The character: elderly man, broad build, bob black hair, full beard");
    expect(compose(OTTO)).toContain("An old sailor");
    expect(compose(OTTO, true)).not.toContain("sailor");
    expect(compose(OTTO, true)).not.toBe(compose(OTTO));
  });

  it("of somebody under 18 tells face, hair, clothes and height alone", () => {
    expect(compose(MINA).split("\n").at(-1)).toBe(
      "The character: teenage girl, a little shorter than a grown-up, bob black hair, glasses, mid-grey coat, dark skirt, wearing a straw hat, freckles, a red scarf.",
    );
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
  const promptsFor = (said: string, age: CharacterDesign["age"]) => {
    const design = { ...MINA, age, name: said, description: said };
    const request: PanelRequest = {
      ...PANEL,
      cast: [design],
      picture: {
        ...PANEL.picture,
        ...{ figures: [figure], action: said },
        scene: { ...PANEL.picture.scene, place: { kind: "station", name: said } },
      },
    };
    const portrait = { kind: "portrait", design, style: "m", width: 6, height: 8, seed: 1 } as const;
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
          expect(prompt.split("\n").length).toBeLessThanOrEqual(10);
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
      fc.property(words, fc.constantFrom("child", "teen"), (said, age) => {
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
        expect(panelPrompt.scenery(request)).toBe(panelPrompt.scenery(PANEL));
      }),
    );
  });
});
