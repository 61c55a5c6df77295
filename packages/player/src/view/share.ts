import type { Context } from '../context.ts';
import { h } from '../dom.ts';
import type { Notices } from './notice.ts';

/** Copies the link; where the browser does not let a frame do that, shows it to be copied. */
export async function share({ shareUrl, t }: Context, notices: Notices): Promise<void> {
  try {
    await navigator.clipboard.writeText(shareUrl);
    notices.show('share', t.shareCopied, [{ label: t.dismiss, act: () => undefined }]);
  } catch {
    notices.show('share', `${t.shareLink}:`, [{ label: t.dismiss, act: () => undefined }]);
    const field = h('input', { type: 'text', readonly: true, value: shareUrl, 'aria-label': t.shareLink });
    notices.element.lastElementChild?.querySelector('p')?.after(field);
    field.select();
  }
}
