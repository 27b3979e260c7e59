// What a writer said in words goes when a person asks for something else: words that tell of the old look would win over the new one.
import { expect, it } from "vitest";
import { sampleBook } from "../../../export/sample-book.ts";
import type { CharacterDesign } from "../../../manga/cast.ts";
import type { Panel } from "../../../manga/storyboard.ts";
import { redesigned } from "./cast-changes.ts";
import { acting, furnished } from "./page-changes.ts";

const words = "leans on the counter; amused";

function panelWithWords(): Panel {
  const [panel] = sampleBook(["待って"]).pages.flatMap(({ panels }) => panels);
  if (panel === undefined) throw new Error("the book has a panel");
  const figure = {
    character: "c1",
    pose: "stand",
    expression: "calm",
    view: "front",
    facing: "left",
  } as const;
  const figures = [{ ...figure, at: 0.5, depth: 1, holds: null, words }];
  return { ...panel, picture: { ...panel.picture, figures, props: ["lamp"], things: "a brass lamp" } };
}

it("of acting goes with a new pose, and stays with another view", () => {
  const [posed] = acting(panelWithWords(), "c1", { pose: "run" }).picture.figures;
  expect(posed).not.toHaveProperty("words");
  const [turned] = acting(panelWithWords(), "c1", { view: "back" }).picture.figures;
  expect(turned).toMatchObject({ view: "back", words });
});

it("of things is said of those that are added too", () => {
  const { props, things } = furnished(panelWithWords(), 2).picture;
  expect(things).toBe(["a brass lamp", ...props.slice(1)].join(", "));
  expect(props).toHaveLength(3);
});

it("of a look goes with any change of it", () => {
  const design: CharacterDesign = {
    ...{ id: "c1", name: "ミナ", kind: "human", age: "child", gender: "female", build: "small", look: 1 },
    ...{ hair: { style: "long", fill: "white" }, beard: "none", glasses: false, words: "a silver braid" },
    clothes: { top: "coat", topFill: "light", bottom: "shorts", bottomFill: "dark", hat: "none" },
    description: "ミナ。",
  };
  expect(redesigned(design, "髪を短く", "ja")).not.toHaveProperty("words");
  expect(redesigned(design, "…", "ja")).toBe(design);
});
