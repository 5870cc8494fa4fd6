import { Buffer } from 'buffer/';

// The readers take Node's Buffer from the global scope; this module is loaded before them.
Object.assign(globalThis, { Buffer });
