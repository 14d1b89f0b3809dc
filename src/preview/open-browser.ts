import { spawn } from 'node:child_process';
import { platform } from 'node:os';

/** The system's own way to open an address, by platform. */
const openers: Partial<Record<NodeJS.Platform, readonly [string, ...(readonly string[])]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens an address in the reader's browser. Where there is none, nothing happens. */
export function openBrowser(url: string): void {
  const [command, ...words] = openers[platform()] ?? ['xdg-open'];
  const child = spawn(command, [...words, url], { stdio: 'ignore', detached: true });
  // The address is on the terminal as well.
  child.on('error', () => undefined);
  child.unref();
}
