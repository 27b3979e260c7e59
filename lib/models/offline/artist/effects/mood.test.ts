// Backgrounds of feeling, drawn in place of a setting.
import { expect, it } from "vitest";
import { drawPanel } from "../panel.ts";
import { figure, panelRequest, picture } from "../sample-panel.ts";

type Change = Parameters<typeof panelRequest>[0];

const drawn = (mood: "tense" | "neutral", change: Change): string => {
  const scene = { ...picture().scene, place: { kind: "abstract", name: "" }, mood } as const;
  return JSON.stringify(drawPanel(panelRequest({ ...change, scene })));
};

it("draws a burst behind a near face, and none in an abstract place without people or with distant ones", () => {
  const far: Change[] = [
    { shot: "establishing", figures: [] },
    { shot: "long", figures: [figure()] },
  ];
  for (const change of far) expect(drawn("tense", change)).toBe(drawn("neutral", change));
  const near: Change = { shot: "bust", figures: [figure()] };
  expect(drawn("tense", near)).not.toBe(drawn("neutral", near));
});
