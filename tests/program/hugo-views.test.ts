import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeBook, runOctavo } from './run-octavo.js';

const square = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>';
const chapter = (text: string) => `---\ntitle: T\ndate: 2024-01-01\n---\n\n${text}\n`;

test('what is chosen among the resources of a page can be chosen from again', (context) => {
  const book = makeBook(context, {
    'hugo.yaml': 'title: Book\nbaseURL: https://example.org/\n',
    'layouts/shortcodes/cover.html': `{{ with (.Page.Resources.ByType "image").GetMatch "**wall*" }}<i>{{ .Name }}</i>{{ end }}
{{ range (.Page.Resources.Match "wall*").ByType "image" }}<b>{{ .Name }}</b>{{ end }}`,
    'content/a/index.md': chapter('{{< cover >}}'),
    'content/a/garden.svg': square,
    'content/a/wallpaper.svg': square,
    'content/a/wallet.txt': 'no picture',
  });
  assert.equal(runOctavo(book, ['build']).code, 0);
  const page = readFileSync(join(book, 'public/a/index.html'), 'utf8');
  assert.match(page, /<i>wallpaper\.svg<\/i>\s*<b>wallpaper\.svg<\/b>/);
});

test('what a page or a file of Hugo’s has and this program has not is shown plainly, and stops nothing', (context) => {
  const book = makeBook(context, {
    'hugo.yaml': 'title: Book\nbaseURL: https://example.org/\n',
    'layouts/shortcodes/size.html': '{{ range readDir "content" }}{{ .Size }}{{ end }}{{ .Inner }}',
    'layouts/shortcodes/terms.html': '{{ range .Page.GetTerms "tags" }}{{ .Title }}{{ end }}{{ .Inner }}',
    'content/a.md': chapter('{{< size >}}anchor{{< /size >}}\n\n{{< terms >}}ballast{{< /terms >}}'),
  });
  const { code, stdout, stderr } = runOctavo(book, ['build']);
  assert.equal(code, 0);
  assert.match(stdout + stderr, /\.Size is not evaluated[\s\S]*\.GetTerms is not evaluated/);
  const page = readFileSync(join(book, 'public/a/index.html'), 'utf8');
  const frames = [...page.matchAll(/<aside class="shortcode[^>]*>([\s\S]*?)<\/aside>/g)].map(
    ([, text]) => text,
  );
  assert.equal(frames.length, 2);
  assert.match(frames.join(), /anchor[\s\S]*ballast/);
});

test('a group of pages is sorted like its pages', (context) => {
  const titled = (title: string, weight: number) =>
    `---\ntitle: ${title}\nweight: ${weight}\ndate: 2024-01-01\n---\n\nText.\n`;
  const book = makeBook(context, {
    'hugo.yaml': 'title: Book\nbaseURL: https://example.org/\n',
    'layouts/shortcodes/tree.html':
      '<p>{{ range .Page.Pages.GroupBy "Weight" }}{{ .Key }}:{{ range .ByTitle }}{{ .Title }},{{ end }}{{ end }}</p>',
    'content/part/_index.md': chapter('{{< tree >}}'),
    'content/part/a.md': titled('Walnut', 2),
    'content/part/b.md': titled('Ash', 2),
    'content/part/c.md': titled('Yew', 1),
  });
  assert.equal(runOctavo(book, ['build']).code, 0);
  assert.match(readFileSync(join(book, 'public/part/index.html'), 'utf8'), /1:Yew,2:Ash,Walnut,/);
});
