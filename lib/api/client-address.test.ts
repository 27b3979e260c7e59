// The address that counts for each route to the service, with any headers forged by the caller.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AddressRules,
  addressRanges,
  canonicalAddress,
  clientAddresses,
  countedAddress,
  isAddressRange,
  isLoopback,
} from "./client-address.ts";

const CALLER = "203.0.113.66";
const HOSTING = "192.0.2.10";
const KEY = "k3y-of-the-load-balancer";

/** The rules of a first deployment, of one with known Hosting ranges, and of one behind a load balancer. */
const FIRST: AddressRules = { trustedProxies: 2, proxyRanges: addressRanges([]) };
const KNOWN: AddressRules = { ...FIRST, proxyRanges: addressRanges(["192.0.2.0/24", "2001:db8:ffff::/48"]) };
const BALANCED: AddressRules = { ...FIRST, frontKey: KEY };

interface Row {
  way: string;
  rules: AddressRules;
  forwardedFor?: string;
  front?: string;
  counted: string[];
}

const ROWS: Row[] = [
  // run.app: the front end appends the caller's address and nothing else.
  { way: "run.app", rules: FIRST, forwardedFor: CALLER, counted: [CALLER] },
  {
    way: "run.app, a forged entry",
    rules: FIRST,
    forwardedFor: `198.51.100.1, ${CALLER}`,
    counted: [CALLER, "198.51.100.1"],
  },
  {
    way: "run.app, junk",
    rules: FIRST,
    forwardedFor: `${"x".repeat(20)}, ${CALLER}`,
    counted: [CALLER, "unknown"],
  },
  { way: "run.app", rules: KNOWN, forwardedFor: CALLER, counted: [CALLER] },
  {
    way: "run.app, a forged entry",
    rules: KNOWN,
    forwardedFor: `198.51.100.1, ${CALLER}`,
    counted: [CALLER],
  },
  {
    way: "run.app, Hosting's address forged",
    rules: KNOWN,
    forwardedFor: `198.51.100.1, ${HOSTING}, ${CALLER}`,
    counted: [CALLER],
  },
  {
    way: "run.app, a guessed key",
    rules: BALANCED,
    forwardedFor: CALLER,
    front: "guess,198.51.100.1",
    counted: [CALLER],
  },
  {
    way: "run.app, an empty key",
    rules: BALANCED,
    forwardedFor: CALLER,
    front: ",198.51.100.1",
    counted: [CALLER],
  },
  {
    way: "run.app, a key where none is set",
    rules: FIRST,
    forwardedFor: CALLER,
    front: "undefined,198.51.100.1",
    counted: [CALLER],
  },
  // Hosting: its own address comes last, appended by the front end.
  { way: "Hosting", rules: FIRST, forwardedFor: `${CALLER}, ${HOSTING}`, counted: [HOSTING, CALLER] },
  { way: "Hosting without the caller's address", rules: FIRST, forwardedFor: HOSTING, counted: [HOSTING] },
  { way: "Hosting", rules: KNOWN, forwardedFor: `${CALLER}, ${HOSTING}`, counted: [CALLER] },
  {
    way: "Hosting, a forged entry",
    rules: KNOWN,
    forwardedFor: `198.51.100.1, ${CALLER}, ${HOSTING}`,
    counted: [CALLER],
  },
  { way: "Hosting by IPv6", rules: KNOWN, forwardedFor: `${CALLER}, 2001:db8:ffff::1`, counted: [CALLER] },
  { way: "Hosting without the caller's address", rules: KNOWN, forwardedFor: HOSTING, counted: [HOSTING] },
  {
    way: "Hosting from an address that is not known",
    rules: KNOWN,
    forwardedFor: `${CALLER}, 198.51.100.200`,
    counted: ["198.51.100.200"],
  },
  // Load balancer: its header names the caller. `X-Forwarded-For` is ignored.
  {
    way: "load balancer",
    rules: BALANCED,
    forwardedFor: `${CALLER}, 198.51.100.9`,
    front: `${KEY},${CALLER}`,
    counted: [CALLER],
  },
  {
    way: "load balancer, a forged entry",
    rules: BALANCED,
    forwardedFor: "198.51.100.1, 198.51.100.9",
    front: `${KEY},${CALLER}`,
    counted: [CALLER],
  },
  {
    way: "load balancer, a header of the caller's before",
    rules: BALANCED,
    front: `guess,198.51.100.1, ${KEY},${CALLER}`,
    counted: [CALLER],
  },
  {
    way: "load balancer, a header of the caller's behind",
    rules: BALANCED,
    front: `${KEY},${CALLER}, guess,198.51.100.1`,
    counted: [CALLER],
  },
  {
    way: "load balancer by IPv6",
    rules: BALANCED,
    front: `${KEY},2001:db8::7`,
    counted: ["2001:db8:0:0:0:0:0:7"],
  },
  { way: "a health check of the load balancer", rules: BALANCED, counted: ["169.254.1.1"] },
];

describe("the addresses that a request is counted for", () => {
  it.each(ROWS)(
    "$way, X-Forwarded-For $forwardedFor: $counted",
    ({ rules, forwardedFor, front, counted }) => {
      expect(clientAddresses({ forwardedFor, front, socket: "169.254.1.1" }, rules)).toEqual(counted);
    },
  );

  it("always include the one that Google's front end appended, or the one that the load balancer's key vouches for", () => {
    const rules = fc.constantFrom(FIRST, KNOWN, BALANCED);
    fc.assert(
      fc.property(rules, fc.array(fc.string()), fc.string(), (asked, forged, front) => {
        const forwardedFor = [...forged, CALLER].join(", ");
        expect(clientAddresses({ forwardedFor, front, socket: "169.254.1.1" }, asked)).toContain(CALLER);
      }),
    );
  });

  it("are at most as many as there are proxies", () => {
    fc.assert(
      fc.property(fc.array(fc.ipV4()), fc.integer({ min: 0, max: 5 }), (entries, trustedProxies) => {
        const forwardedFor = entries.join(",");
        const counted = clientAddresses(
          { forwardedFor, front: undefined, socket: "10.0.0.1" },
          { ...FIRST, trustedProxies },
        );
        expect(counted.length).toBeGreaterThan(0);
        expect(counted.length).toBeLessThanOrEqual(Math.max(1, trustedProxies));
      }),
    );
  });

  it("are the connection's if no proxy is trusted or none wrote a header", () => {
    const none = { ...FIRST, trustedProxies: 0 };
    const front = undefined;
    expect(clientAddresses({ forwardedFor: CALLER, front, socket: "::ffff:192.0.2.7" }, none)).toEqual([
      "192.0.2.7",
    ]);
    expect(clientAddresses({ forwardedFor: undefined, front, socket: "192.0.2.7" }, FIRST)).toEqual([
      "192.0.2.7",
    ]);
    expect(clientAddresses({ forwardedFor: " , ", front, socket: undefined }, FIRST)).toEqual(["unknown"]);
  });
});

describe("one address", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["203.0.113.9:4711", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2:3:4:5:6]:443", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:0002:ffff::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["::ffff:c000:0201", "192.0.2.1"],
    ["0:0:0:0:0:FFFF:c000:201", "192.0.2.1"],
    ["64:ff9b::1.2.3.4", "1.2.3.4"],
    ["64:ff9b::102:304", "1.2.3.4"],
    ["2002:c000:0201:1::1", "192.0.2.1"],
    ["192.0.2.01", "unknown"],
    ["192.0.2.1, 192.0.2.2", "unknown"],
    ["::ffff:192.0.2.300", "unknown"],
    ["1:2:3:4:5:6:7:8:9", "unknown"],
    ["not an address", "unknown"],
    ["x".repeat(10_000), "unknown"],
  ])("%s counts as %s", (address, counted) => {
    expect(countedAddress(canonicalAddress(address))).toBe(counted);
  });

  it("has one canonical form", () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
        const hex = `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
        const forms = [address, `::ffff:${address}`, `::ffff:${hex}`, `64:ff9b::${hex}`, `2002:${hex}::1`];
        expect(new Set(forms.map(canonicalAddress))).toEqual(new Set([address]));
      }),
    );
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const once = canonicalAddress(address);
        expect(canonicalAddress(once)).toBe(once);
        expect(canonicalAddress(`${address.toUpperCase()}%en0`)).toBe(once);
      }),
    );
  });

  it("has a bounded length, whatever the header contains", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 200 }), fc.ipV6(), fc.ipV4()), (text) => {
        expect(canonicalAddress(text).length).toBeLessThanOrEqual(39);
      }),
    );
  });

  it("counts as local only if it is a loopback address", () => {
    const loops = ["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"].map(canonicalAddress);
    expect(loops.map(isLoopback)).toEqual(Array(4).fill(true));
    const others = ["10.127.0.1", "1270.0.0.1", "::12", "unknown"].map(canonicalAddress);
    expect(others.map(isLoopback)).toEqual(Array(4).fill(false));
  });
});

it.each(["192.0.2.0/33", "192.0.2.0/", "192.0.2.0/24/3", "2001:db8::/129", "hosting", "192.0.2.0/x"])(
  "%s is refused as a range",
  (range) => {
    expect(isAddressRange(range)).toBe(false);
    expect(() => addressRanges([range])).toThrow(RangeError);
  },
);
