'use client';
import { data } from '@devcapsules/client/client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import type { Proof } from '#proof/evidence.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { useToast } from '#ui/toast.tsx';
import { LANGUAGES } from '#words.ts';
import { ChecksPanel } from './checks-panel.tsx';
import { CodePanel } from './code-panel.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { EmbedPanel } from './embed-panel.tsx';
import { FilesPanel } from './files-panel.tsx';
import { HintsPanel } from './hints-panel.tsx';
import { Regrade } from './regrade.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { StatementPanel } from './statement-panel.tsx';
import { asTest } from './tests.ts';
import { TestsPanel } from './tests-panel.tsx';
import { type Stored, useDraft } from './use-draft.ts';
import { useLeaveGuard } from './use-leave-guard.ts';
import { useProof } from './use-proof.ts';
import { VersionsPanel } from './versions-panel.tsx';
import { WrongPanel } from './wrong-panel.tsx';

interface StudioProps {
  id: string;
  initial: Stored;
  publishedVersion: number | null;
  /** The stored statement, rendered. */
  statementHtml: string;
  proof: { evidence: Proof; isFresh: boolean } | null;
}

/** Where one capsule is made: edit, run, prove, publish. */
export function Studio({
  id,
  initial,
  publishedVersion: publishedAt,
  statementHtml,
  proof: given,
}: StudioProps) {
  const router = useRouter();
  const toast = useToast();
  const state = useDraft(id, initial);
  const proof = useProof(id, given?.evidence ?? null);
  const [tab, setTab] = useState('statement');
  const [publishedVersion, setPublishedVersion] = useState(publishedAt);
  const [provenVersion, setProvenVersion] = useState(given?.isFresh ? initial.version : null);
  const { draft, isDirty, saving, save, version, problems } = state;
  useLeaveGuard(isDirty);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      void save();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  const prove = async () => {
    if (!(await save())) return;
    await proof.prove();
    const newest = await data(api.GET('/api/v1/capsules/{id}/source', { params: { path: { id } } }));
    setProvenVersion(newest.version);
  };
  const publish = useAction(async () => {
    if (!(await save())) return;
    const params = { path: { id } };
    const done = await data(api.POST('/api/v1/capsules/{id}/publish', { params }));
    setPublishedVersion(done.publishedVersion);
    toast('Published.', {
      undo: () =>
        void data(api.POST('/api/v1/capsules/{id}/unpublish', { params })).then(() =>
          setPublishedVersion(null),
        ),
    });
    router.refresh();
  });
  const isFresh = provenVersion === version && !isDirty;
  const isProven = isFresh && proof.proof?.passed === true;
  const tabs = [
    {
      id: 'statement',
      label: 'Statement',
      content: <StatementPanel state={state} initialHtml={state.edition === 0 ? statementHtml : ''} />,
    },
    { id: 'code', label: 'Code', content: <CodePanel state={state} /> },
    {
      id: 'tests',
      label: 'Tests',
      note: <Count n={draft.tests.length} />,
      content: <TestsPanel state={state} />,
    },
    {
      id: 'hints',
      label: 'Hints',
      note: <Count n={draft.hints.length} />,
      content: <HintsPanel state={state} />,
    },
    {
      id: 'wrong',
      label: 'Wrong answers',
      note: <Count n={draft.wrongSolutions?.length ?? 0} />,
      content: <WrongPanel state={state} />,
    },
    { id: 'settings', label: 'Judge and limits', content: <SettingsPanel state={state} /> },
    {
      id: 'embed',
      label: 'Embed',
      content: <EmbedPanel id={id} title={draft.title} isPublished={publishedVersion !== null} />,
    },
    { id: 'files', label: 'Files', content: <FilesPanel id={id} /> },
    {
      id: 'versions',
      label: 'Versions',
      note: <Count n={version} />,
      content: <VersionsPanel id={id} state={state} publishedVersion={publishedVersion} />,
    },
  ];
  return (
    <div data-wide className="shell pt-6">
      <header className="mb-5 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 text-xl font-semibold [overflow-wrap:anywhere]">
          {draft.title || 'Untitled'}
        </h1>
        <Badge>{LANGUAGES[draft.language]}</Badge>
        {publishedVersion === null ? (
          <Badge>Draft</Badge>
        ) : (
          <Badge tone="good">
            Published{publishedVersion !== version ? `, version ${publishedVersion}` : ''}
          </Badge>
        )}
        {isProven && <Badge tone="accent">Proven</Badge>}
        <div className="ms-auto flex flex-wrap items-center gap-2">
          <span className="text-sm text-muted" role="status">
            {saving ? 'Saving …' : isDirty ? 'Unsaved changes' : `Saved, version ${version}`}
          </span>
          {publishedVersion !== null && (
            <ButtonLink look="quiet" href={`/c/${id}`}>
              View
            </ButtonLink>
          )}
          <Button busy={saving} disabled={!isDirty} onClick={() => void save()} title="Ctrl+S">
            Save
          </Button>
          <Button
            look="primary"
            busy={publish.busy}
            disabled={publishedVersion === version && !isDirty}
            onClick={() => void publish.start()}
          >
            Publish
          </Button>
        </div>
      </header>
      <div className="grid gap-3">
        {(publish.error ?? state.error) && (
          <Notice tone="bad" alert>
            {publish.error ?? state.error}
          </Notice>
        )}
        {problems.length > 0 && (
          <Notice tone="bad" alert>
            It is not saved yet:
            <ul className="mt-1 list-disc ps-5">
              {problems.map(({ path, message }) => (
                <li key={`${path} ${message}`}>
                  {path}: {message}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
      <Regrade id={id} publishedVersion={publishedVersion} />
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Tabs key={state.edition} label="Parts of the capsule" tabs={tabs} value={tab} onChange={setTab} />
        <ChecksPanel
          id={id}
          state={state}
          proof={proof}
          isFresh={isFresh}
          onProve={prove}
          onAddTest={killer => {
            const tests = [...draft.tests, asTest(draft, killer)] as typeof draft.tests;
            state.change({ tests });
            toast('The test is added, hidden. Prove again to see it find the fault.');
          }}
        />
      </div>
      <ConflictDialog state={state} />
    </div>
  );
}

function Count({ n }: { n: number }) {
  return <span className="rounded bg-sunken px-1.5 text-xs text-muted tabular-nums">{n}</span>;
}
