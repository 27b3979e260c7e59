// The text of a panel's prompt in each of its variants.
import { describe, expect, it } from "vitest";
import type { Picture } from "../../../manga/storyboard.ts";
import type { Sent } from "../../artist.ts";
import { wordsIn } from "../paragraph.ts";
import { CAMEL, figure, MINA, OTTO, PANEL, PLAIN_STYLE, sent } from "../sample-requests.ts";
import { panelPrompt } from "./prompt.ts";

const ALL = [sent("person", "c2"), sent("person", "c1"), sent("place", "l1"), sent("style"), sent("anchor")];
const FINISH =
  "black-and-white Japanese manga artwork, shonen in ink and screen tone, greys and white paper alone, bold, of varying width lines, crisp screen tone, solid blacks: heavy, eyes: large, backgrounds: detailed, signs, books and walls are blank and the drawing alone fills the picture to its edges.";

describe("the panel prompt", () => {
  it("tells camera, people by their pictures' numbers, place, light, the empty zone and the finish, in that order", () => {
    expect(panelPrompt.moment(PANEL, ALL)).toBe(
      [
        "Medium shot from the waist up, seen from below.",
        "Exactly 2 in the picture.",
        "The person of reference 1, right of the middle in the middle ground, pulls, leading the camel, seated on the barrel, pushing the cart, calm face, seen from behind.",
        "The person of reference 2, right of the middle in the foreground, reaches out, on tiptoe, toward the person of reference 1, holding the umbrella over the head, holding the letter, worried face, front view, facing left.",
        "The Western station, at dusk, in the rain, in autumn, the same as in reference 3.",
        "Light: a single lamp.",
        "The top right third of the picture is plain sky or wall, calm and nearly empty.",
        "The same scene as reference 5: same hand, same light, new camera.",
        "Drawn as reference 4, black-and-white Japanese manga artwork, shonen in ink and screen tone, greys and white paper alone, signs, books and walls are blank and the drawing alone fills the picture to its edges.",
      ].join(" "),
    );
  });

  it("tells more about a picture with fewer people", () => {
    const [first] = PANEL.picture.figures;
    const alone = { ...PANEL, picture: { ...PANEL.picture, figures: first ? [first] : [] } };
    const prompt = panelPrompt.moment(alone, ALL);
    expect(prompt).toContain("at a table, looking at the person of reference 1, worried face, eyes shut");
    expect(prompt).toContain("Also to be seen: 2 oars, cracked, lies, on the sill; lamp of the person of");
    expect(prompt).toContain("run-down, underfoot wet planks, with the clock over the door (left), stairs");
    expect(prompt).toContain("Light: a single lamp, underfoot mud");
  });

  it("describes people without pictures, and contains no name and no prose of the story", () => {
    const prompt = panelPrompt.moment(PANEL, [sent("person", "c1")]);
    expect(prompt).toContain("An elderly man, broad build, white hair, full beard");
    expect(prompt).toContain("toward the elderly man");
    for (const said of [prompt, panelPrompt.moment(PANEL, []), panelPrompt.moment(PANEL, ALL)]) {
      expect(said).not.toMatch(/Otto|Mina|Pier|Stop|catches/);
    }
  });

  it("has at most 180 words; of many people the last ones are only counted", () => {
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

  it("tells of the camel with the red saddle, as a character, as a mount, or as a thing", () => {
    const withCamel = (picture: Partial<Picture>, references: Sent[] = []) =>
      panelPrompt.moment(
        { ...PANEL, cast: [MINA, CAMEL], picture: { ...PANEL.picture, figures: [], ...picture } },
        references,
      );
    const camel = [{ ...figure, character: "c3" }];
    expect(withCamel({ figures: camel })).toContain("A camel, sandy coat, one torn ear, red saddle");
    expect(withCamel({ figures: camel }, [sent("person", "c3")])).toContain("The camel of reference 1,");
    expect(withCamel({ figures: [{ ...figure, mount: "camel with a red saddle" }] })).toContain(
      "riding the camel with a red saddle,",
    );
    expect(withCamel({ figures: [{ ...figure, mount: "c3" }] })).toContain("riding the camel,");
    expect(withCamel({ things: [{ what: "camel", state: "with a red saddle" }] })).toContain(
      "Also to be seen: the camel, with a red saddle.",
    );
  });

  it("dresses people without pictures as the figure says, else as in the scene", () => {
    const dressed = (outfit: string | undefined, scene: string) => {
      const figures = [{ ...figure, ...(outfit !== undefined && { outfit }) }];
      return panelPrompt.moment({ ...PANEL, picture: { ...PANEL.picture, scene, figures } }, []);
    };
    expect(dressed(undefined, "s1")).toContain("grey coat");
    expect(dressed(undefined, "s2")).toContain("white nightgown");
    expect(dressed("o1", "s2")).toContain("grey coat");
    expect(dressed("o2", "s1")).not.toContain("grey coat");
  });

  it("follows the style: its words, and the palette in colour only, but none of its lettering", () => {
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

  it("prefers the moment's light to the place's light at that hour", () => {
    const lit = (picture: Partial<Picture>) =>
      panelPrompt.moment({ ...PANEL, picture: { ...PANEL.picture, ...picture } }, []);
    expect(lit({ light: "none" })).toContain("Light: pitch dark, outlines alone are seen");
    expect(lit({ light: "a candle" })).toContain("Light: a candle");
    expect(lit({ hour: "day" })).not.toContain("Light:");
  });

  it("shows things for close shots only in close shots", () => {
    const at = (shot: Picture["shot"]) =>
      panelPrompt.moment({ ...PANEL, picture: { ...PANEL.picture, figures: [], shot } }, ALL);
    expect(at("detail")).toContain("; the ring.");
    expect(at("full")).not.toContain("ring.");
  });

  it("takes the composition from a draft or a rough among the references", () => {
    expect(panelPrompt.moment(PANEL, [sent("draft")])).toContain("Composed as reference 1.");
    expect(panelPrompt.moment(PANEL, [sent("style"), sent("rough")])).toContain("Composed as reference 2.");
  });

  it("shows the speaker's face, hand or shadow in the gentle variant", () => {
    const tell = (shot: Picture["shot"], view: "front" | "back" = "front") => {
      const figures = PANEL.picture.figures.map((one) => ({ ...one, view }));
      return panelPrompt.gentle({ ...PANEL, picture: { ...PANEL.picture, shot, figures } }, [
        sent("person", "c2"),
      ]);
    };
    expect(tell("half")).toContain(
      "One quiet picture: the face, close up, calm and looking aside, of the person of reference 1. The Western station, at dusk, in the rain, in autumn. A still moment, suitable for readers of all ages.",
    );
    expect(tell("detail")).toContain("one hand at rest");
    expect(tell("long")).toContain("the soft shadow on the ground of the person");
    expect(tell("close", "back")).toContain("the soft shadow on the ground of the person");
    const nobody = { ...PANEL, picture: { ...PANEL.picture, figures: [] } };
    expect(panelPrompt.gentle(nobody, [])).toContain("a long, soft shadow falls across the place");
  });

  it("omits sentences, marks, things, deeds and weapons in the gentle variant and the scenery", () => {
    for (const prompt of [panelPrompt.gentle(PANEL, []), panelPrompt.scenery(PANEL, [])]) {
      expect(prompt).not.toMatch(
        /Otto|sailor|tattoo|sword|oar|lamp|cart|barrel|benches|clock|Pier|lonely|mud/,
      );
    }
  });

  it("does not measure the camera's distance by a face or body where no person is in the picture", () => {
    for (const shot of ["detail", "close", "bust", "half", "full", "long", "establishing"] as const) {
      const prompt = panelPrompt.moment({ ...PANEL, picture: { ...PANEL.picture, figures: [], shot } }, []);
      expect(prompt).toContain("The place and its things alone are in the picture");
      expect(prompt.split(". ")[0]).not.toMatch(/face|waist|shoulders|body|people/);
    }
  });

  it("makes the scenery from the place alone", () => {
    expect(panelPrompt.scenery({ ...PANEL, colorMode: "color" }, [])).toMatch(
      /^A wide view of a quiet, empty place: the Western station, at dusk, in the rain, in autumn\. The top right third .* Full-colour Japanese manga artwork/,
    );
  });

  it("describes a place without people by what is there", () => {
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
