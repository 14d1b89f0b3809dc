import process from 'node:process';
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

/** Starts the Chromium that tests use, headless; whoever starts it closes it. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: [...flags] });
}
