// Whose address counts, whatever a caller writes into the header.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clientAddress, countedAddress, isLoopback } from "./client-address.ts";

describe("the client's address", () => {
  it("is what the trusted proxies appended, not what stood there before", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer({ min: 1, max: 3 }), (forged, proxies) => {
        const appended = ["203.0.113.9", "198.51.100.1", "198.51.100.2"].slice(0, proxies);
        const forwardedFor = [...forged, ...appended].join(", ");
        expect(clientAddress({ forwardedFor, socket: "10.0.0.1" }, proxies)).toBe("203.0.113.9");
      }),
    );
  });

  it("is the connection's where no proxy is trusted, or none wrote", () => {
    expect(clientAddress({ forwardedFor: "203.0.113.9", socket: "::ffff:192.0.2.7" }, 0)).toBe("192.0.2.7");
    expect(clientAddress({ forwardedFor: undefined, socket: "192.0.2.7" }, 1)).toBe("192.0.2.7");
    expect(clientAddress({ forwardedFor: " , ", socket: undefined }, 1)).toBe("unknown");
  });

  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:0002:ffff::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["not an address", "not an address"],
  ])("%s counts as %s", (address, counted) => {
    expect(countedAddress(address)).toBe(counted);
  });

  it("is this machine's only on loopback", () => {
    expect(["127.0.0.1", "127.8.9.1", "::1"].map(isLoopback)).toEqual([true, true, true]);
    expect(["10.127.0.1", "1270.0.0.1", "::12", "unknown"].map(isLoopback)).toEqual(Array(4).fill(false));
  });
});
