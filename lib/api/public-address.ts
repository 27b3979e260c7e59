// Public network addresses: requests on behalf of a user may go only to these (protection against SSRF). IPv4 and IPv6 special-purpose
// registries of IANA: https://www.iana.org/assignments/iana-ipv4-special-registry and …/iana-ipv6-special-registry. Of IPv6 only global
// unicast (2000::/3) counts, so that newly allocated special ranges are refused. Addresses with an embedded IPv4 address (mapped, 6to4,
// NAT64, Teredo) are refused, because they lead to another host.
import { BlockList, isIPv4, isIPv6 } from "node:net";

const SPECIAL_IPV4: readonly [string, number][] = [
  ["0.0.0.0", 8], // this network
  ["10.0.0.0", 8], // private
  ["100.64.0.0", 10], // carriers' NAT, and metadata of some clouds
  ["127.0.0.0", 8], // loopback
  ["168.63.129.16", 32], // a cloud's platform address
  ["169.254.0.0", 16], // link-local, and metadata
  ["172.16.0.0", 12], // private
  ["192.0.0.0", 24], // protocol assignments
  ["192.0.2.0", 24], // documentation
  ["192.31.196.0", 24], // AS112
  ["192.52.193.0", 24], // AMT
  ["192.88.99.0", 24], // 6to4 relays
  ["192.168.0.0", 16], // private
  ["192.175.48.0", 24], // AS112
  ["198.18.0.0", 15], // benchmarks
  ["198.51.100.0", 24], // documentation
  ["203.0.113.0", 24], // documentation
  ["224.0.0.0", 4], // multicast
  ["240.0.0.0", 4], // reserved, and broadcast
];

const GLOBAL_IPV6: readonly [string, number][] = [["2000::", 3]];

const SPECIAL_IPV6: readonly [string, number][] = [
  ["2001::", 23], // protocol assignments: Teredo, ORCHID, benchmarks
  ["2001:db8::", 32], // documentation
  ["2002::", 16], // 6to4
  ["2620:4f:8000::", 48], // AS112
  ["3ffe::", 16], // 6bone
  ["3fff::", 20], // documentation
];

const specialIpv4 = listOf(SPECIAL_IPV4, "ipv4");
const globalIpv6 = listOf(GLOBAL_IPV6, "ipv6");
const specialIpv6 = listOf(SPECIAL_IPV6, "ipv6");
const loopback = listOf([["127.0.0.0", 8]], "ipv4");
loopback.addAddress("::1", "ipv6");

function listOf(ranges: readonly [string, number][], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, family);
  return list;
}

/** False for anything that is not an address in its usual spelling. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !specialIpv4.check(address, "ipv4");
  // A zone (`fe80::1%eth0`) names a network interface of this machine.
  if (!isIPv6(address) || address.includes("%")) return false;
  return globalIpv6.check(address, "ipv6") && !specialIpv6.check(address, "ipv6");
}

export function isLoopbackAddress(address: string): boolean {
  if (isIPv4(address)) return loopback.check(address, "ipv4");
  return isIPv6(address) && !address.includes("%") && loopback.check(address, "ipv6");
}
