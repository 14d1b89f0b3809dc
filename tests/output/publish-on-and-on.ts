import process from 'node:process';
import { publish } from './site.js';
import { makeVersion } from './version.js';

/** To be killed: publishes one version after the other into the book named on the command line. */
const [book = '', first = '0'] = process.argv.slice(2);
process.stdout.write('ready\n');
for (let number = Number(first); ; number += 1) publish(book, makeVersion(number));
