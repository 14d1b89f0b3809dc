import { networkInterfaces } from 'node:os';

/** A host as it stands in an address: IPv6 in brackets. An address that stands for all is shown as this machine. */
export function formatHost(host: string): string {
  if (isEveryAddress(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** Names in `Host` by which a server that listens at `host` may be asked, besides the loopback ones. */
export function listHosts(host: string): readonly string[] {
  if (!isEveryAddress(host)) return [formatHost(host)];
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.map(({ address }) => formatHost(address));
}

/** Whether only this machine can reach a server that listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function isEveryAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}
