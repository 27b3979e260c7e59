// Refresh token rotation: one child for each refresh token, in whatever order clients and thieves use them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newFamily, planRefresh, revoke, type TokenFamily } from "./token-families.ts";
import { REFRESH_GRACE_SECONDS } from "./token-lifetimes.ts";

const GRACE_MS = REFRESH_GRACE_SECONDS * 1_000;
const first = newFamily({ familyId: "f", ownerId: "o", tokenId: "t0" }, 0);

describe("a refresh token", () => {
  it("is replaced by a child, and returns the same child again within the grace period", () => {
    const used = planRefresh(first, { tokenId: "t0", childId: "t1" }, 1_000);
    expect(used).toMatchObject({ outcome: "child", family: { current: { tokenId: "t1", issuedAt: 1_000 } } });
    const family = used.outcome === "child" ? used.family : undefined;
    expect(planRefresh(family, { tokenId: "t0", childId: "t2" }, 1_000 + GRACE_MS)).toEqual({
      outcome: "same-child",
      family,
    });
  });

  it("ends its family if it is used after the grace period, or after its child was used", () => {
    const used = planRefresh(first, { tokenId: "t0", childId: "t1" }, 0);
    const family = used.outcome === "child" ? used.family : undefined;
    expect(planRefresh(family, { tokenId: "t0", childId: "t2" }, GRACE_MS + 1).outcome).toBe("reuse");
    const further = planRefresh(family, { tokenId: "t1", childId: "t2" }, 10);
    const grown = further.outcome === "child" ? further.family : undefined;
    const stolen = planRefresh(grown, { tokenId: "t0", childId: "t3" }, 11);
    expect(stolen).toMatchObject({ outcome: "reuse", family: { status: "revoked", reason: "reuse" } });
  });

  it("is refused in a family that has ended or is unknown", () => {
    const ended = revoke(first, "logout", 5);
    expect(planRefresh(ended, { tokenId: "t0", childId: "t1" }, 6)).toEqual({ outcome: "revoked" });
    expect(planRefresh(undefined, { tokenId: "t0", childId: "t1" }, 6)).toEqual({ outcome: "revoked" });
    expect(revoke(ended, "reuse", 9)).toBe(ended);
  });

  it("never has two living children, and an ended family stays ended", () => {
    // Any token that was ever issued may be used at any time, by anybody.
    const uses = fc.array(fc.record({ pick: fc.nat(), waitMs: fc.nat(2 * GRACE_MS) }), { maxLength: 40 });
    fc.assert(
      fc.property(uses, (steps) => {
        let family: TokenFamily = first;
        let now = 0;
        const given = ["t0"];
        const childrenOf = new Map<string, Set<string>>();
        for (const { pick, waitMs } of steps) {
          now += waitMs;
          const tokenId = given[pick % given.length] ?? "t0";
          const wasLive = family.status === "live";
          const result = planRefresh(family, { tokenId, childId: `t${given.length}` }, now);
          if (result.outcome === "child" || result.outcome === "same-child") {
            expect(wasLive).toBe(true);
            const child = result.family.current.tokenId;
            const children = childrenOf.get(tokenId) ?? new Set();
            childrenOf.set(tokenId, children.add(child));
            expect(children.size).toBe(1);
            if (!given.includes(child)) given.push(child);
          }
          if ("family" in result) family = result.family;
          if (!wasLive) expect(family.status).toBe("revoked");
        }
      }),
    );
  });
});
