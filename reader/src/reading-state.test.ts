import { afterEach, describe, expect, it, vi } from "vitest";
import { browserReadingState, parseReadingState } from "./reading-state.ts";

describe("stored reading state", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is returned only for the same book", () => {
    const store = new Map<string, string>();
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, value: string) => store.set(key, value),
    });
    const kept = { place: { page: 3, panel: 1 }, marks: [1, 3], mode: "strip" as const, isShifted: true };
    browserReadingState("a").write(kept);
    expect(browserReadingState("a").read()).toEqual(kept);
    expect(browserReadingState("b").read()).toEqual({ marks: [] });
  });

  it("lasts as long as the page if the browser stores nothing", () => {
    const refuse = () => {
      throw new DOMException("denied", "SecurityError");
    };
    vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse });
    const keeper = browserReadingState("a");
    expect(keeper.read()).toEqual({ marks: [] });
    keeper.write({ marks: [2] });
    expect(keeper.read()).toEqual({ marks: [2] });
  });

  it("is ignored if it has another format", () => {
    expect(parseReadingState("{")).toBeUndefined();
    expect(parseReadingState("null")).toBeUndefined();
    expect(parseReadingState('{"place":{"page":-1},"marks":[1,"2",3.5],"mode":"fly"}')).toEqual({
      marks: [1],
    });
  });
});
