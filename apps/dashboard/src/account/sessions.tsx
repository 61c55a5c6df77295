'use client';
import { data } from '@devcapsules/client/client';
import { useState } from 'react';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { day } from '#words.ts';

interface Session {
  id: string;
  createdAt: string;
  userAgent: string | null;
  isCurrent: boolean;
}

export function Sessions({ initial }: { initial: Session[] }) {
  const [sessions, setSessions] = useState(initial);
  const end = useAction(async (id: string) => {
    await data(api.DELETE('/api/v1/auth/sessions/{id}', { params: { path: { id } } }));
    setSessions(sessions.filter(session => session.id !== id));
  });
  const endAll = useAction(async () => {
    await data(api.DELETE('/api/v1/auth/sessions'));
    location.assign('/sign-in');
  });
  const problem = end.error ?? endAll.error;
  return (
    <div>
      {problem && (
        <Notice tone="bad" alert>
          {problem}
        </Notice>
      )}
      <ul className="divide-y divide-line">
        {sessions.map(session => (
          <li key={session.id} className="flex flex-wrap items-center gap-3 py-3 text-sm">
            <span>{browserOf(session.userAgent)}</span>
            {session.isCurrent && <Badge tone="accent">This one</Badge>}
            <span className="text-muted">since {day(session.createdAt)}</span>
            {!session.isCurrent && (
              <Button size="small" className="ms-auto" onClick={() => void end.start(session.id)}>
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button
        size="small"
        look="danger"
        className="mt-4"
        busy={endAll.busy}
        onClick={() => void endAll.start()}
      >
        Sign out everywhere
      </Button>
    </div>
  );
}

/** Enough to know which of one's devices it is. */
function browserOf(userAgent: string | null): string {
  if (userAgent === null) return 'Unknown browser';
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\//.exec(userAgent)?.[1] ?? userAgent.split('/')[0];
  const system = /(Windows|Mac OS X|Android|iPhone|iPad|Linux)/.exec(userAgent)?.[1];
  return system ? `${browser} on ${system}` : `${browser}`;
}
