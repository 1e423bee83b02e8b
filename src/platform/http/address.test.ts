import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPublicAddress } from './address.ts';

const REFUSED: readonly (readonly [kind: string, ...addresses: string[]])[] = [
  ['unspecified', '0.0.0.0', '0.1.2.3', '::'],
  ['loopback', '127.0.0.1', '127.255.255.254', '::1'],
  ['private', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ['link-local and metadata', '169.254.169.254', '169.254.170.2', 'fe80::1', 'fe80::1%eth0', 'fd00:ec2::254'],
  ['clouds’ own', '168.63.129.16', '100.100.100.200', '192.0.0.192', 'fd20:ce::254'],
  ['carrier-grade NAT', '100.64.0.1', '100.127.255.255'],
  ['benchmark', '198.18.0.1', '198.19.255.255', '2001:2::1'],
  ['documentation', '192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
  ['multicast and broadcast', '224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1'],
  ['reserved', '240.0.0.1', '192.0.0.1', '192.88.99.1', '4000::1', 'fec0::1', '100::1'],
  ['unique local', 'fc00::1', 'fdff::1'],
  ['IPv4-mapped', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8'],
  ['IPv4-translated and -compatible', '::ffff:0:10.0.0.1', '::127.0.0.1', '::8.8.8.8'],
  ['NAT64', '64:ff9b::10.0.0.1', '64:ff9b::8.8.8.8', '64:ff9b:1::1'],
  ['6to4', '2002:7f00:1::', '2002:a9fe:a9fe::1'],
  ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
  ['ISATAP', '2a00:1450::5efe:10.0.0.1', '2a00:1450::200:5efe:10.0.0.1'],
  ['SRv6', '5f00::1'],
  ['no literal', '', 'localhost', '2130706433', '0x7f.0.0.1', '0177.0.0.1', '127.1', '8.8.8.8/32', '[::1]'],
];

describe('isPublicAddress', () => {
  for (const [kind, ...addresses] of REFUSED) {
    it(`refuses ${kind}`, () => {
      for (const address of addresses) assert.equal(isPublicAddress(address), false, address);
    });
  }

  it('takes what is routed on the internet, up to the borders of what is not', () => {
    for (const address of [
      '8.8.8.8',
      '172.15.255.255',
      '172.32.0.0',
      '100.63.255.255',
      '100.128.0.0',
      '169.253.255.255',
      '198.17.255.255',
      '223.255.255.255',
      '168.63.129.15',
      '2a00:1450:4001::200e',
      '2606:4700::1111',
    ])
      assert.equal(isPublicAddress(address), true, address);
  });
});
