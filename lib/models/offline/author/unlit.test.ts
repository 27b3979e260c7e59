// A light that is told of as broken is dark in the pictures before it is lit, and what one sits down with one does not get up for.
import { describe, expect, it } from "vitest";
import { inHandsOf } from "../../../manga/moment.ts";
import { adapt } from "./stories/adapt.ts";
import { settingOf } from "./stories/read-book.ts";

const picturesOf = async (text: string) => {
  const { boards, plot } = await adapt(text, "en");
  return boards.flatMap(({ panels }) =>
    panels.map(({ picture }) => ({ ...picture, kind: settingOf(plot, picture.scene)?.kind })),
  );
};

const TOWER =
  "Mio was a girl of ten. Ken was an old man.\n\nAt night Mio ran to the old lighthouse on the rock.\n\n“The light broke in the autumn,” said Ken.\n\n";

describe("a lighthouse", () => {
  it("is dark until its light sweeps the sea", async () => {
    const all = await picturesOf(`${TOWER}Ken turned the lens. A long white beam swept out over the sea.`);
    const towers = all.filter(({ kind }) => kind === "lighthouse");
    expect(towers[0]?.light).toBe("lighthouse dark");
    expect(towers.at(-1)?.light).toBeUndefined();
  });

  it("is lit where no word says otherwise", async () => {
    const all = await picturesOf(TOWER.replace("broke in the autumn", "is bright tonight"));
    expect(all.every(({ light }) => light === undefined)).toBe(true);
  });
});

describe("whoever sits", () => {
  it("sits with what they take up", async () => {
    const text = "Mio and Ken sat on the bench in the park.\n\nKen took an envelope out of the bag.";
    const taken = (await picturesOf(`Mio was a girl. Ken was an old man.\n\n${text}`)).at(-1);
    expect(taken?.figures).toMatchObject([{ doing: "sit", hands: [{ what: "envelope" }] }]);
  });

  it("has no stone in the hand who pinches their nose", async () => {
    const text = "A stone lay in the snow. Mio felt a tickle in her nose. She pinched it.";
    const all = await picturesOf(`Mio was a girl of ten. She walked in the forest.\n\n${text}`);
    expect(all.flatMap(({ figures }) => figures.flatMap(inHandsOf))).not.toContain("stone");
  });
});
