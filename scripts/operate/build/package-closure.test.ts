import { describe, expect, it } from "vitest";
import { packageClosure } from "./package-closure.ts";
import { readLock } from "./packages.ts";

describe("the packages shipped with a bundle", () => {
  it("are the transitive dependencies of its packages, as Node resolves them", () => {
    const lock = {
      packages: {
        "node_modules/a": { dependencies: { b: "2", c: "1" } },
        "node_modules/a/node_modules/b": { version: "2.0.0" },
        "node_modules/b": { version: "1.0.0" },
        "node_modules/c": { dependencies: { b: "1", a: "1" } },
        "node_modules/d": {},
      },
    };
    expect(packageClosure(lock, ["a"])).toEqual([
      "node_modules/a",
      "node_modules/a/node_modules/b",
      "node_modules/b",
      "node_modules/c",
    ]);
  });

  it("are for Linux on x64 with glibc, on any build machine", () => {
    const canvas = packageClosure(readLock(), ["@napi-rs/canvas"]).filter((folder) =>
      folder.includes("canvas-"),
    );
    expect(canvas).toEqual(["node_modules/@napi-rs/canvas-linux-x64-gnu"]);
  });

  it("are refused if the lockfile lacks a required one", () => {
    const lock = { packages: { "node_modules/a": { dependencies: { gone: "1" } } } };
    expect(() => packageClosure(lock, ["a"])).toThrow("has no gone, which node_modules/a needs");
    expect(
      packageClosure({ packages: { "node_modules/a": { optionalDependencies: { gone: "1" } } } }, ["a"]),
    ).toEqual(["node_modules/a"]);
  });
});
