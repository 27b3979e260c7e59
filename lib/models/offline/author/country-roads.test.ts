// Where a road runs: through fields when a story is out in the country, among houses in a town.
import { expect, it } from "vitest";
import { inCountry } from "./country-roads.ts";

const road = { kind: "street" as const, name: "road" };
const at = (kind: "field" | "city" | "bridge" | "village") => ({ place: { kind, name: kind } });

it("is a way through the fields after fields, also with a bridge between", () => {
  expect(inCountry(road, [at("city"), at("field"), at("bridge")])?.kind).toBe("field");
  expect(inCountry(road, [at("village")])?.kind).toBe("field");
});

it("is a street in a town, and where nothing has been told of yet", () => {
  expect(inCountry(road, [at("field"), at("city")])?.kind).toBe("street");
  expect(inCountry(road, [])?.kind).toBe("street");
  expect(inCountry({ kind: "street", name: "street" }, [at("field")])?.kind).toBe("street");
});
