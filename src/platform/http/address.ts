import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Inside public ranges, yet the cloud's own: Azure's wire server hands out a machine's secrets. */
const INTERNAL_IPV4 = ['168.63.129.16/32'].map((range) => ipaddr.IPv4.parseCIDR(range));
/** All that is routed to somebody; whatever else exists (SRv6, IPv4-compatible, unassigned) is not. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** ISATAP (RFC 5214) carries an IPv4 address behind any prefix: `…:0:5efe:10.0.0.1`, or 200:5efe. */
const ISATAP_IPV4 = 0x5efe;
const ISATAP_MARKS = [0, 0x200];

/**
 * True for an address on the public internet, literally written. Everything special is refused: private, loopback,
 * link-local (cloud metadata), unique local, carrier-grade NAT, benchmark, documentation, multicast, unspecified, and
 * every way to write an IPv4 address into an IPv6 one (mapped, translated, NAT64, 6to4, Teredo, ISATAP).
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  if (address instanceof ipaddr.IPv4) return !INTERNAL_IPV4.some((range) => address.match(range));
  if (!(address instanceof ipaddr.IPv6) || !address.match(GLOBAL_IPV6)) return false;
  const [, , , , mark = 0, kind] = address.parts;
  return !(kind === ISATAP_IPV4 && ISATAP_MARKS.includes(mark));
}
