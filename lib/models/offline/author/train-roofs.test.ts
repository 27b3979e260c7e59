// Whose roof somebody stands on.
import { expect, it } from "vitest";
import { onRoofOf } from "./train-roofs.ts";

const roof = (name = "roof") => ({ kind: "rooftop" as const, name });
const at = (kind: "train" | "cave" | "street" | "rooftop", name: string = kind) => ({
  place: { kind, name },
});

it("is the train's for whoever climbs out of one, and past a tunnel", () => {
  expect(onRoofOf(roof(), [at("train", "carriage")])?.name).toBe("roof of the train");
  expect(onRoofOf(roof(), [at("rooftop", "roof of the train"), at("cave", "tunnel")])?.name).toBe(
    "roof of the train",
  );
  expect(onRoofOf(roof("屋根"), [at("train", "列車")])?.name).toBe("列車の屋根");
});

it("is a house's elsewhere", () => {
  expect(onRoofOf(roof(), [at("street")])?.name).toBe("roof");
  expect(onRoofOf(roof("屋上"), [at("train", "電車")])?.name).toBe("屋上");
});
