import type { Level, VerdictKind } from '@shenpian/core';
import { trusted, type Html } from '../html.ts';

// Each meaning has its own outline, so that it is readable without colour and in a black-and-white print.
const shapes = {
  pass: '<circle cx="12" cy="12" r="10"/><path class="mark" d="m7 12.4 3.4 3.4L17 9"/>',
  fail: '<path d="M8 2h8l6 6v8l-6 6H8l-6-6V8z"/><path class="mark" d="m8.3 8.3 7.4 7.4m0-7.4-7.4 7.4"/>',
  review:
    '<rect x="2" y="2" width="20" height="20" rx="4"/><circle class="mark" cx="12" cy="9.2" r="2.6"/><path class="mark" d="M6.8 18c.6-3 2.6-4.4 5.2-4.4s4.6 1.4 5.2 4.4"/>',
  open: '<path d="m12 1 11 11-11 11L1 12z"/><path class="mark" d="M9.4 9.6a2.7 2.7 0 1 1 4.2 2.3c-1 .7-1.6 1.2-1.6 2.3m0 2.6v.1"/>',
  notApplicable: '<circle class="dashed" cx="12" cy="12" r="9.5"/><path class="dashed" d="M7.5 12h9"/>',
  violation: '<path d="M8 2h8l6 6v8l-6 6H8l-6-6V8z"/><path class="mark" d="M12 6.8v6.2m0 3.7v.1"/>',
  warning: '<path d="M12 2 23 21.5H1z"/><path class="mark" d="M12 9.5v5.2m0 3.2v.1"/>',
  info: '<circle cx="12" cy="12" r="10"/><path class="mark" d="M12 11v6m0-9.8v.1"/>',
} as const;

/** A drawing that repeats what the words beside it say; hidden from screen readers for that reason. */
export function icon(shape: VerdictKind | Level): Html {
  return trusted(
    `<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">${shapes[shape]}</svg>`,
  );
}
