import { fadePages } from './fade-pages.js';
import { findHome } from './memory.js';
import { applyChoices, openSettings, readChoices } from './settings.js';

// The one inline script: the reader's choices are on the page before anything is drawn, so that nothing moves.
const root = document.documentElement;
applyChoices(root, readChoices(openSettings(root, findHome(root))));
fadePages();
