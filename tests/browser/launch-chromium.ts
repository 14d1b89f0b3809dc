import process from 'node:process';
import { after } from 'node:test';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './find-chromium.js';

/** No sandbox as root, and nothing that would ask a network for updates. */
const flags: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let launched: Promise<Browser> | undefined;
after(async () => (await launched)?.close());

/** The Chromium that tests use, headless: one for all of a process, closed after its last test. */
export function launchChromium(): Promise<Browser> {
  launched ??= findChromium().then((executablePath) => chromium.launch({ executablePath, args: [...flags] }));
  return launched;
}
