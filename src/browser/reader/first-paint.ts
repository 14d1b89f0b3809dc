import { fadePages } from './fade-pages.js';
import { findHome, isText, openMemory, readRecord } from './memory.js';
import { applyChoices } from './settings.js';

// The one inline script: the reader's choices are on the page before anything is drawn, so that nothing moves.
const root = document.documentElement;
applyChoices(root, readRecord(openMemory(findHome(root)).read('settings'), isText));
fadePages();
