import { html, type Html } from '../html.ts';
import type { EmbeddedPicture } from '../pictures.ts';
import type { View } from '../view.ts';

// Encoding each segment leaves no scheme, no host and no way out of the report folder.
function relativeLink(path: string): string | null {
  const segments = path.split('/');
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) return null;
  return segments.map((segment) => encodeURIComponent(segment.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))).join('/');
}

/** A picture with its description, enlarged on demand; a link when it lies outside the page; a note when there is none. */
export function picture(view: View, path: string | undefined, description: string): Html {
  const found = path === undefined ? 'absent' : (view.pictures.get(path) ?? 'absent');
  if (typeof found === 'object') {
    return html`<details class="picture">
      <summary>
        <svg viewBox="0 0 ${found.width} ${found.height}" role="img" aria-label="${description}">
          <use href="#${found.id}" /></svg
        ><span class="when-closed">${view.text('enlarge')}</span
        ><span class="when-open">${view.text('shrink')}</span>
      </summary>
    </details>`;
  }
  const link = found === 'linked' && path !== undefined ? relativeLink(path) : null;
  return link === null
    ? html`<p class="picture-note">${view.text('noPicture')}</p>`
    : html`<p class="picture-note">
        <a href="${link}" aria-label="${view.text('openPicture')} ${description}"
          >${view.text('openPicture')}</a
        >
      </p>`;
}

/** Holds every embedded picture once; {@link picture} only refers to it. */
export function pictureStore(pictures: Iterable<EmbeddedPicture | 'linked' | 'absent'>): Html {
  const embedded = new Set([...pictures].filter((entry) => typeof entry === 'object'));
  return html`<svg class="picture-store" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      ${[...embedded].map(
        ({ id, dataUri, width, height }) =>
          html` <image id="${id}" width="${width}" height="${height}" href="${dataUri}" />`,
      )}
    </defs>
  </svg> `;
}
