'use client';
import { Diff } from '#proof/diff.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { changesBetween } from './changes-between.ts';
import type { DraftState } from './use-draft.ts';

/** Somebody, in another tab maybe, stored meanwhile: both states are shown, and neither is lost. */
export function ConflictDialog({ state }: { state: DraftState }) {
  const { conflict, draft, saving, keepMine, takeTheirs } = state;
  return (
    <Dialog open={conflict !== null} title="It was changed elsewhere" wide onClose={() => undefined}>
      {conflict && (
        <div className="grid gap-4">
          <p className="text-muted">
            Another tab or somebody else stored version {conflict.version} after you began. Lines with − are
            theirs, lines with + are yours. Nothing is lost: if you keep yours, theirs stays among the
            versions.
          </p>
          <div className="max-h-[50vh] overflow-y-auto">
            <Diff label="Theirs and yours" text={changesBetween(conflict.capsule, draft)} />
          </div>
          <div className="flex flex-wrap justify-end gap-2">
            <Button
              onClick={() => {
                download(draft);
                takeTheirs();
              }}
            >
              Take theirs, download mine
            </Button>
            <Button look="primary" busy={saving} onClick={() => void keepMine()}>
              Keep mine as the newest
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function download(document: object): void {
  const url = URL.createObjectURL(
    new Blob([`${JSON.stringify(document, null, 2)}\n`], { type: 'application/json' }),
  );
  const link = Object.assign(window.document.createElement('a'), { href: url, download: 'capsule.json' });
  link.click();
  URL.revokeObjectURL(url);
}
