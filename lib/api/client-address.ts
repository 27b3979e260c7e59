// Where a request comes from, counted from the trusted end of X-Forwarded-For: what stands before that, anybody can write.
import { isIPv6 } from "node:net";

export interface AddressSource {
  /** The header as it came; several are joined by commas. */
  forwardedFor: string | undefined;
  /** The other end of the connection. */
  socket: string | undefined;
}

/** `trustedProxies`: how many proxies of ours stand in front, each of which appends the address that called it. */
export function clientAddress({ forwardedFor, socket }: AddressSource, trustedProxies: number): string {
  const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
  const named = trustedProxies === 0 ? undefined : hops.filter(Boolean).at(-trustedProxies);
  return withoutMapping(named ?? socket ?? "unknown");
}

/** What counts as one client: an IPv4 address, or the 64 bits of IPv6 that one subscriber gets. */
export function countedAddress(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Math.max(0, 8 - before.length - after.length);
  const groups = tail === undefined ? before : [...before, ...Array<string>(zeros).fill("0"), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

export function isLoopback(address: string): boolean {
  return /^127\.|^::1$/.test(address);
}

/** `::ffff:192.0.2.1` is an IPv4 address on a socket that takes both. */
function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}
