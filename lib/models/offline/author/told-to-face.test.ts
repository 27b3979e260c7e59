// Who is in a picture besides whoever it tells of: those to whose face something is said, who are there already, who go along.
import { describe, expect, it } from "vitest";
import { inHandsOf } from "../../../manga/moment.ts";
import type { Picture } from "../../../manga/storyboard.ts";
import { adapt } from "./stories/adapt.ts";

/** `Mio walk, Ken walk bicycle`, of the first picture whose words match. */
async function figuresIn(text: string, when: RegExp): Promise<string[]> {
  const { boards, concept } = await adapt(text, "en");
  const pictures: Picture[] = boards.flatMap(({ panels }) => panels.map(({ picture }) => picture));
  const found = pictures.find(({ action }) => when.test(action));
  const nameOf = (id: string) => concept.people.find((person) => person.id === id)?.name ?? id;
  return (found?.figures ?? [])
    .map((figure) => [nameOf(figure.character), figure.doing, ...inHandsOf(figure)].join(" "))
    .toSorted();
}

const TWO = "Ken was a tall boy. Mio was a girl of fifteen.\n\n";

describe("a picture has besides whoever it tells of", () => {
  it("those to whom a line says what they do", async () => {
    const text = "Ken came home. Mio laughed.\n\n“Idiot,” said Mio. “You're holding the umbrella wrong.”";
    expect(await figuresIn(TWO + text, /said Mio/u)).toEqual([
      "Ken hold umbrella",
      expect.stringMatching(/^Mio /u),
    ]);
  });

  it("nobody of whom a line only supposes something", async () => {
    const text = "Ken slept. Mio looked at him.\n\n“If you're holding the umbrella, I won't,” said Mio.";
    expect((await figuresIn(TWO + text, /said Mio/u)).join()).not.toMatch(/umbrella/u);
  });

  it("those to whom somebody comes in", async () => {
    const text = "Mio sat alone in the kitchen. The clock ticked.\n\nThe door opened. Ken came in, soaked.";
    expect(await figuresIn(TWO + text, /came in/u)).toEqual(["Ken walk", "Mio sit"]);
  });

  it("those who go along, with what they push", async () => {
    const text = "Mio pushed her bicycle along the river. The sun was low.\n\nKen walked beside her.";
    expect(await figuresIn(TWO + text, /beside her/u)).toEqual(["Ken walk", "Mio walk bicycle"]);
  });

  it("whoever is named only afterwards", async () => {
    const text =
      "Ken walked into the market. A fat man sold maps from a barrow.\n\n“Very rare,” said the map seller. Ken shook his head.\n\n“Ten crowns,” said the map seller.";
    expect((await figuresIn(TWO + text, /fat man/u)).join()).toMatch(/seller/u);
  });

  it("nobody whose voice is only remembered", async () => {
    const text = "On the mountain Mio walked along a ledge.\n\n“Quietly,” said Ken's voice in Mio's memory.";
    expect((await figuresIn(TWO + text, /voice in/u)).join()).not.toMatch(/Ken/u);
  });

  it("the step on which they sit, also where it tells of nobody", async () => {
    const text = "Mio and Ken sat on the step in the garden.\n\n“Well,” said Ken.\n\nThe paper shook.";
    const { boards } = await adapt(TWO + text, "en");
    const pictures = boards.flatMap(({ panels }) => panels.map(({ picture }) => picture));
    const figures = pictures
      .filter(({ action }) => action === "The paper shook.")
      .flatMap((one) => one.figures);
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) expect(figure).toMatchObject({ doing: "sit", seat: "step" });
  });

  it("their bench when a wind comes up", async () => {
    const text =
      "公園で、ミオはベンチに座っていた。ケンが来た。\n\n「来たよ」とケンは言った。\n\nそのとき、強い風が吹いた。\n\n「わあ」";
    const { boards } = await adapt(text, "ja");
    const pictures = boards.flatMap(({ panels }) => panels.map(({ picture }) => picture));
    const wind = pictures.find(({ action }) => action.includes("強い風"));
    expect(wind?.action).not.toMatch(/ベンチに/u);
    expect(wind?.figures.map(({ doing }) => doing)).toContain("sit");
  });

  it("everybody who is in a small boat out at sea", async () => {
    const text =
      "On the quay Mio threw an oar to Ken. He sat down in the boat.\n\nOut on the sea the wind took their breath away. The boat climbed each wave.\n\nKen pulled at the oar.";
    expect((await figuresIn(TWO + text, /wind took/u)).every((one) => one.endsWith("sit"))).toBe(true);
  });
});
