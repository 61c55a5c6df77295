'use client';
import { data } from '@devcapsules/client/client';
import type { components } from '@devcapsules/client/schema';
import { useState } from 'react';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { counted, moment } from '#words.ts';

type Letter = components['schemas']['DeadLetter'];

export function DeadLetters({ initial }: { initial: Letter[] }) {
  const [letters, setLetters] = useState(initial);
  const replay = useAction(async (id: string) => {
    const sent = await data(api.POST('/api/v1/admin/dead-letters/{id}/replay', { params: { path: { id } } }));
    setLetters(letters.map(letter => (letter.id === id ? sent : letter)));
  });
  const forget = useAction(async (id: string) => {
    await data(api.DELETE('/api/v1/admin/dead-letters/{id}', { params: { path: { id } } }));
    setLetters(letters.filter(letter => letter.id !== id));
  });
  const problem = replay.error ?? forget.error;
  if (letters.length === 0) return <p className="text-sm text-muted">None: every message was worked on.</p>;
  return (
    <div>
      {problem && (
        <Notice tone="bad" alert>
          {problem}
        </Notice>
      )}
      <ul className="divide-y divide-line">
        {letters.map(letter => (
          <li key={letter.id} className="flex flex-wrap items-start gap-3 py-4 text-sm">
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                {letter.queue} {letter.replayedAt && <Badge tone="good">Sent again</Badge>}
              </p>
              <p className="text-muted [overflow-wrap:anywhere]">
                {letter.reason}; {counted(letter.attempts, 'attempt')}, {moment(letter.failedAt)}
              </p>
            </div>
            <Button
              size="small"
              disabled={letter.replayedAt !== null || replay.busy}
              onClick={() => void replay.start(letter.id)}
            >
              Send again
            </Button>
            <Button size="small" look="danger" onClick={() => void forget.start(letter.id)}>
              Forget
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
