import { spawn } from 'node:child_process';
import process from 'node:process';
import type { AuditTools } from './tools.js';

/** Lighthouse's scores of a page, from 0 to 100, by category. */
export type Scores = Readonly<Record<string, number>>;

/** As Lighthouse calls them. */
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** The phone is Lighthouse's own choice. */
export const SCREENS = ['phone', 'desktop'] as const;

export interface PageQuestion {
  readonly url: string;
  readonly screen: (typeof SCREENS)[number];
  /** Path of the Chromium to use. */
  readonly chromium: string;
}

/** Lets Lighthouse open a page; rejects with what it said when it cannot. */
export async function measurePage(tools: AuditTools, question: PageQuestion): Promise<Scores> {
  const output = await runLighthouse(tools, question);
  // `--output json` prints Lighthouse's own result.
  const { categories, runtimeError } = JSON.parse(output) as {
    readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
    readonly runtimeError?: { readonly message: string };
  };
  if (runtimeError !== undefined) throw new Error(`${question.url}: ${runtimeError.message}`);
  return Object.fromEntries(
    CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]),
  );
}

function runLighthouse({ node, lighthouse }: AuditTools, question: PageQuestion): Promise<string> {
  const flags = ['--headless=new', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const child = spawn(
    node,
    [
      lighthouse,
      question.url,
      '--output=json',
      '--quiet',
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=${flags.join(' ')}`,
      ...(question.screen === 'desktop' ? ['--preset=desktop'] : []),
    ],
    { env: { ...process.env, CHROME_PATH: question.chromium }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said: string[] = [];
  const complained: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => complained.push(chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(said.join(''));
      else reject(new Error(`Lighthouse ended with ${code}: ${complained.join('')}`));
    });
  });
}
