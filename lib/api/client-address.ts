// The client addresses that a request is counted for. Entries of X-Forwarded-For are trusted only if something that callers cannot forge
// vouches for them; otherwise every entry that could be the caller's is counted.
import { createHash, timingSafeEqual } from "node:crypto";
import { BlockList, isIP, isIPv4, isIPv6 } from "node:net";

export interface AddressSource {
  /** The header X-Forwarded-For as it came; several are joined by commas. */
  forwardedFor: string | undefined;
  /** The header `FRONT_HEADER` as received. */
  front: string | undefined;
  /** The other end of the connection. */
  socket: string | undefined;
}

export interface AddressRules {
  /** The maximum number of proxies in front of this process that append their caller's address. 0: only the connection's address counts. */
  trustedProxies: number;
  /** Ranges that only our own proxies call from: the entry before such an address was written by that proxy. */
  proxyRanges?: BlockList | undefined;
  /** The load balancer's secret key; undefined: there is no load balancer. */
  frontKey?: string | undefined;
}

/**
 * `KEY,ADDRESS`, set by a load balancer whose custom request header is `X-Mekuri-Front:KEY,{client_ip_address}`.
 * https://docs.cloud.google.com/load-balancing/docs/https/custom-headers-global
 */
export const FRONT_HEADER = "x-mekuri-front";

/** Counted for malformed addresses, so that each of them does not get a count of its own. */
const NO_ADDRESS = "unknown";

/**
 * The addresses that one request is counted for, in canonical form, the most trustworthy first. The ways in, and what is trusted on each:
 *
 * - Load balancer: it sets `FRONT_HEADER` with a key that callers do not know. The address beside the key counts alone.
 * - Cloud Run's own address (run.app): Google's front end appends the address that connected to it, behind whatever the caller wrote.
 *   https://cloud.google.com/functions/docs/reference/headers
 * - Firebase Hosting: a rewrite adds no header of ours, Host is that of run.app, and the Fastly-Client-IP that Hosting's network passes on
 *   can be written by the caller (https://www.fastly.com/documentation/reference/http/http-headers/Fastly-Client-IP). The one
 *   thing that a caller cannot write is the last entry, Hosting's own address, appended by Google's front end. Where it is in
 *   `proxyRanges`, the entry before it counts; where it is not, the call came directly, and it counts itself.
 * - Without `proxyRanges`, the last two may be Hosting's and the caller's, or the caller's and a forged one: all of the last
 *   `trustedProxies` entries count.
 */
export function clientAddresses(
  { forwardedFor, front, socket }: AddressSource,
  { trustedProxies, proxyRanges, frontKey }: AddressRules,
): string[] {
  const vouched = frontKey === undefined ? undefined : addressWithKey(frontKey, front);
  if (vouched !== undefined) return [canonicalAddress(vouched)];
  const entries = (forwardedFor ?? "").split(",").map((entry) => entry.trim());
  const hops = trustedProxies === 0 ? [] : entries.filter(Boolean).slice(-trustedProxies);
  if (hops.length === 0) return [canonicalAddress(socket ?? "")];
  const addresses = hops.map(canonicalAddress).toReversed();
  if (proxyRanges === undefined) return [...new Set(addresses)];
  const caller = addresses.find((address) => !isWithin(proxyRanges, address));
  return [caller ?? addresses.at(-1) ?? NO_ADDRESS];
}

/** The address next to the key. A caller's own header of that name may come before or after it. */
function addressWithKey(key: string, front: string | undefined): string | undefined {
  const parts = (front ?? "").split(",").map((part) => part.trim());
  const at = parts.findIndex((part) => isSame(part, key));
  return at === -1 ? undefined : parts[at + 1];
}

/** Compares in constant time. */
function isSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => createHash("sha256").update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

function isWithin(ranges: BlockList, address: string): boolean {
  return isIP(address) !== 0 && ranges.check(address, isIPv4(address) ? "ipv4" : "ipv6");
}

/** Whether it is an address or a range in CIDR notation, such as `192.0.2.0/24`. */
export function isAddressRange(range: string): boolean {
  const [address = "", bits, ...more] = range.split("/");
  if (isIP(address) === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= lengthOf(address));
}

const lengthOf = (address: string) => (isIPv4(address) ? 32 : 128);

/** Undefined for an empty list. Throws `RangeError` for a malformed range. */
export function addressRanges(ranges: readonly string[]): BlockList | undefined {
  if (ranges.length === 0) return undefined;
  const list = new BlockList();
  for (const range of ranges) {
    if (!isAddressRange(range)) throw new RangeError(`${range} is not an address range such as 192.0.2.0/24`);
    const [address = "", bits = lengthOf(address)] = range.split("/");
    list.addSubnet(address, Number(bits), isIPv4(address) ? "ipv4" : "ipv6");
  }
  return list;
}

/**
 * One form for each address: IPv4 as it is, also where IPv6 only carries it (mapped, `::ffff:0:0/96`, RFC 4291; NAT64's `64:ff9b::/96`,
 * RFC 6052; 6to4's `2002::/16`, RFC 3056), IPv6 as eight groups without zone; anything else is `unknown`. Ports are dropped.
 */
export function canonicalAddress(text: string): string {
  const address =
    /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return NO_ADDRESS;
  const groups = groupsOf(address.replace(/%.*$/, ""));
  const carried = embeddedIPv4(groups);
  if (carried === undefined) return groups.map((group) => group.toString(16)).join(":");
  return carried.flatMap((group) => [group >> 8, group & 255]).join(".");
}

/** The two 16-bit groups of the embedded IPv4 address, if there is one. */
function embeddedIPv4(groups: readonly number[]): number[] | undefined {
  const prefix = groups.slice(0, 6).join(":");
  const isMapped = prefix === [0, 0, 0, 0, 0, 0xffff].join(":");
  const isNat64 = prefix === [0x64, 0xff9b, 0, 0, 0, 0].join(":");
  if (isMapped || isNat64) return groups.slice(6);
  return groups[0] === 0x2002 ? groups.slice(1, 3) : undefined;
}

/** The eight groups of an IPv6 address; its end may be written as IPv4. */
function groupsOf(address: string): number[] {
  const dotted = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
    [Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)].map((group) => group.toString(16)).join(":"),
  );
  const [before = [], after = []] = dotted
    .split("::")
    .map((half) => (half === "" ? [] : half.split(":").map((group) => Number.parseInt(group, 16))));
  const zeros = Array<number>(8 - before.length - after.length).fill(0);
  return [...before, ...zeros, ...after];
}

/** What counts as one client: an IPv4 address, or the 64 bits of IPv6 that one subscriber gets. `address` is canonical. */
export function countedAddress(address: string): string {
  return isIPv6(address) ? `${address.split(":").slice(0, 4).join(":")}::/64` : address;
}

/** `address` is canonical. */
export function isLoopback(address: string): boolean {
  return /^127\.|^0:0:0:0:0:0:0:1$/.test(address);
}
