import { expect, test } from "vitest";
import { looksOf } from "./looks-of.ts";

test.each([
  ["ハル", "ハル。黒い二つ結びの髪の少女。", "黒い二つ結びの髪の少女。"],
  ["Biscuit", "Biscuit, a small grey dog.", "A small grey dog."],
  ["ハル", "ハルの母。背が高い。", "ハルの母。背が高い。"],
  ["Mina", "A girl with short hair.", "A girl with short hair."],
  ["Mina", "Mina.", "Mina."],
])("for a person named %s the description “%s” is shown as “%s”", (name, description, said) => {
  expect(looksOf({ name, description })).toBe(said);
});
