// Whatever the author read of the twelve stories is found again in the open words that it gives.
import { describe, expect, it } from "vitest";
import { CastSchema } from "../../../../manga/cast.ts";
import { type Acting, inHandsOf } from "../../../../manga/moment.ts";
import * as open from "../../../../manga/plot.ts";
import type { Beat } from "../../closed/plot.ts";
import { handsOf } from "../hands.ts";
import { read, STORIES } from "../stories/labelled.ts";
import { kindOf, settingOf } from "../stories/read-book.ts";
import { type ClosedBook, readClosed } from "../stories/read-closed.ts";
import { openCast } from "./cast.ts";
import { openPlot } from "./plot.ts";

const opened = ({ plot, concept }: ClosedBook): open.Plot =>
  openPlot(plot, { people: concept.people, language: concept.language, seed: 7 });

const beatsOf = <B>({ pages }: { pages: readonly { beats: readonly B[] }[] }): B[] =>
  pages.flatMap(({ beats }) => [...beats]);

/** Poses of whoever does nothing that wants their legs: in a boat they sit. */
const inBoat = ({ things }: open.Beat): boolean => things[0]?.what === "boat";

function expectActing(figure: Acting | undefined, one: Beat["people"][number], beat: open.Beat): void {
  expect(figure?.character).toBe(one.character);
  expect(figure?.feeling).toBe(one.expression);
  if (!inBoat(beat)) expect(figure?.doing).toBe(one.pose);
}

describe.each(STORIES)("$name ($language) in open words", (labelled) => {
  it("keeps the schema, and every pose, face, thing, place and hour of its beats", async () => {
    const book = await readClosed(read(labelled), labelled.language);
    const plot = opened(book);
    expect(open.PlotSchema.parse(plot)).toStrictEqual(plot);
    expect(CastSchema.parse(openCast(book.cast, [])).characters.map(({ id }) => id)).toEqual(
      book.cast.characters.map(({ id }) => id),
    );
    const beats = beatsOf(plot);
    for (const [at, closed] of beatsOf(book.plot).entries()) {
      const beat = beats[at];
      if (!beat) throw new RangeError(`no beat ${at}`);
      for (const [index, one] of closed.people.entries()) expectActing(beat.figures[index], one, beat);
      const held = new Set(beat.figures.flatMap(inHandsOf));
      const there = new Set([...beat.things.map(({ what }) => what), ...held]);
      const lost = closed.props.filter((prop) => !there.has(prop) && !LEFT_OUT.has(prop));
      expect(lost, closed.action).toEqual([]);
      for (const [id, prop] of handsOf(closed))
        expect(
          beat.figures.find(({ character }) => character === id)?.hands.map(({ what }) => what),
        ).toContain(prop);
      const scene = book.plot.scenes.find(({ id }) => id === closed.scene);
      expect(settingOf(plot, beat.scene)).toMatchObject({
        ...{ kind: scene?.place.kind, hour: scene?.hour, weather: scene?.weather, season: scene?.season },
        place: { name: scene?.place.name },
      });
      expect(beat.effects).toEqual(closed.effects.slice(0, 4));
    }
  });
});

/** A sword at somebody's side is in their outfit; no ship is beside a boat. */
const LEFT_OUT = new Set(["sword", "ship", "bow"]);

describe("an opened plot", () => {
  const inEnglish = async (text: string) => opened(await readClosed(text, "en"));
  const beatOf = (plot: open.Plot, words: string) =>
    beatsOf(plot).find(({ action }) => action.includes(words));

  it("has one place for each name, and another for each scene without one", async () => {
    for (const labelled of STORIES.slice(0, 4)) {
      const book = await readClosed(read(labelled), labelled.language);
      const { places, scenes } = opened(book);
      const keys = book.plot.scenes.map(({ id, place }) =>
        place.name === "" ? id : `${place.kind} ${place.name.toLowerCase()}`,
      );
      expect(places).toHaveLength(new Set(keys).size);
      expect(places.map(({ id }) => id)).toEqual(places.map((_, at) => `l${at + 1}`));
      for (const [at, { place }] of scenes.entries())
        expect(kindOf(places.find(({ id }) => id === place) ?? { kind: "none" })).toBe(
          book.plot.scenes[at]?.place.kind,
        );
    }
  });

  it("says in fields what words tell of figures, things and light", async () => {
    const plot = await inEnglish(
      'Mina and Leo came to the old barn. Mina sat down on a barrel. Leo yawned and climbed the ladder. "Look!" said Mina. Three crows sat on the roof. The lantern went out. It was pitch dark in the barn.',
    );
    const barrel = beatOf(plot, "on a barrel")?.figures.find(({ doing }) => doing === "sit");
    expect(barrel?.seat).toBe("barrel");
    expect(beatOf(plot, "ladder")?.figures.find(({ doing }) => doing === "climb")?.posture).toBe(
      "on a ladder",
    );
    expect(beatOf(plot, "crows")?.things).toContainEqual(
      expect.objectContaining({ what: "crow", count: 3, where: "roof" }),
    );
    expect(beatOf(plot, "pitch dark")?.light).toBe("none");
  });

  it("keeps the dark in later beats of its scene, and the story's words as they are", async () => {
    const plot = await inEnglish(
      'Night fell over the cellar. Anna held a lantern. The lantern went out, and everything was pitch black. "Who is there?" asked Anna. Nobody answered. Anna took a step.',
    );
    const later = beatOf(plot, "took a step");
    expect(later?.light).toBe("none");
    expect(later?.action).not.toContain("It is pitch dark");
  });
});
