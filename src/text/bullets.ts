/** Bullets of print that mean nothing in Markdown, those of the fonts Symbol and Wingdings among them; for a class of a pattern. */
export const bullets = '•‣◦⁃▪▫●○∙·■□▸►➢➤\uf0b7\uf0a7';
