// What stands in the stead of a place.
import { expect, it } from "vitest";
import { drawPanel } from "../panel.ts";
import { figure, panelRequest, picture } from "../sample-panel.ts";

type Change = Parameters<typeof panelRequest>[0];

const drawn = (mood: "tense" | "neutral", change: Change): string => {
  const scene = { ...picture().scene, place: { kind: "abstract", name: "" }, mood } as const;
  return JSON.stringify(drawPanel(panelRequest({ ...change, scene })));
};

it("bursts behind a face near by, and not where nobody or somebody far off is in a place that is none", () => {
  const far: Change[] = [
    { shot: "establishing", figures: [] },
    { shot: "long", figures: [figure()] },
  ];
  for (const change of far) expect(drawn("tense", change)).toBe(drawn("neutral", change));
  const near: Change = { shot: "bust", figures: [figure()] };
  expect(drawn("tense", near)).not.toBe(drawn("neutral", near));
});
