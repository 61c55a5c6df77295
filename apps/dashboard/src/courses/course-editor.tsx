'use client';
import { data } from '@devcapsules/client/client';
import { ApiError } from '@devcapsules/client/error';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { useLeaveGuard } from '#studio/use-leave-guard.ts';
import { Badge } from '#ui/badge.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { moved, SortableItem, SortableList } from '#ui/sortable.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { useToast } from '#ui/toast.tsx';
import { CapsulePicker } from './capsule-picker.tsx';
import { type Course, documentItems, type Item, itemsOf } from './course.ts';
import { ItemRow } from './item-row.tsx';

/** A course as it is made: what is in it, in which order, and what needs what. */
export function CourseEditor({ initial }: { initial: Course }) {
  const router = useRouter();
  const toast = useToast();
  const { id } = initial;
  const [title, setTitle] = useState(initial.title);
  const [description, setDescription] = useState(initial.description);
  const [items, setItems] = useState<Item[]>(() => itemsOf(initial));
  const [version, setVersion] = useState(initial.version);
  const [isPublished, setPublished] = useState(initial.isPublished);
  const document = { title: title.trim(), description, items: documentItems(items) };
  const now = JSON.stringify(document);
  const [stored, setStored] = useState(now);
  const isDirty = now !== stored;
  useLeaveGuard(isDirty);
  const path = { params: { path: { id } } };

  const save = useAction(async () => {
    try {
      const headers = { 'if-match': `"v${version}"` };
      const written = await data(api.PUT('/api/v1/courses/{id}', { ...path, headers, body: document }));
      setVersion(written.version);
      setStored(now);
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'VERSION_CONFLICT')) throw error;
      const theirs = await data(api.GET('/api/v1/courses/{id}', path));
      setVersion(theirs.version);
      toast('Another tab stored this course meanwhile. Save again to keep what you see here.', {
        tone: 'bad',
      });
    }
  });
  const publish = useAction(async () => {
    if (isPublished) await data(api.POST('/api/v1/courses/{id}/unpublish', path));
    else await data(api.POST('/api/v1/courses/{id}/publish', path));
    setPublished(!isPublished);
    toast(isPublished ? 'Hidden from learners.' : 'Published.');
  });
  const remove = useAction(async () => {
    if (!confirm('Delete this course for good? Its capsules stay.')) return;
    await data(api.DELETE('/api/v1/courses/{id}', path));
    router.push('/studio/courses');
  });
  const change = (index: number, next: Partial<Item>) =>
    setItems(items.map((item, i) => (i === index ? { ...item, ...next } : item)));
  const problem = save.error ?? publish.error ?? remove.error;
  return (
    <div className="shell pt-8">
      <header className="mb-6 flex flex-wrap items-center gap-3">
        <h1 className="text-xl font-semibold [overflow-wrap:anywhere]">{title || 'Untitled course'}</h1>
        {isPublished ? <Badge tone="good">Published</Badge> : <Badge>Draft</Badge>}
        <div className="ms-auto flex flex-wrap items-center gap-2">
          <span role="status" className="text-sm text-muted">
            {isDirty ? 'Unsaved changes' : 'Saved'}
          </span>
          {isPublished && (
            <ButtonLink look="quiet" href={`/courses/${id}`}>
              View
            </ButtonLink>
          )}
          <ButtonLink look="quiet" href={`/studio/analytics/courses/${id}`}>
            Analytics
          </ButtonLink>
          <Button look="primary" busy={save.busy} disabled={!isDirty} onClick={() => void save.start()}>
            Save
          </Button>
          <Button busy={publish.busy} disabled={isDirty} onClick={() => void publish.start()}>
            {isPublished ? 'Unpublish' : 'Publish'}
          </Button>
        </div>
      </header>
      {problem && (
        <div className="mb-4">
          <Notice tone="bad" alert>
            {problem}
          </Notice>
        </div>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid h-fit gap-5">
          <Field
            label="Title"
            value={title}
            maxLength={200}
            onChange={event => setTitle(event.target.value)}
          />
          <TextArea
            label="Description"
            rows={3}
            value={description}
            onChange={event => setDescription(event.target.value)}
          />
          <section aria-labelledby="items">
            <h2 id="items" className="mb-1 font-semibold">
              Capsules
            </h2>
            <p className="mb-3 text-sm text-muted">
              Drag them by their handles, or focus a handle, press Space, and move it with the arrows.
            </p>
            {items.length === 0 && <Notice>Nothing is in this course yet. Add capsules beside this.</Notice>}
            <SortableList
              label="Capsules of the course"
              ids={items.map(item => item.capsuleId)}
              onMove={(from, to) => setItems(moved(items, from, to))}
            >
              {items.map((item, i) => (
                <SortableItem key={item.capsuleId} id={item.capsuleId} name={item.title}>
                  <ItemRow
                    item={item}
                    position={i + 1}
                    earlier={items.slice(0, i)}
                    onChange={next => change(i, next)}
                    onRemove={() => setItems(items.filter((_, j) => j !== i))}
                  />
                </SortableItem>
              ))}
            </SortableList>
          </section>
          <div>
            <Button look="danger" size="small" busy={remove.busy} onClick={() => void remove.start()}>
              Delete the course
            </Button>
          </div>
        </div>
        <CapsulePicker
          taken={items.map(item => item.capsuleId)}
          onPick={entry =>
            setItems([
              ...items,
              {
                capsuleId: entry.id,
                title: entry.title,
                language: entry.language,
                optional: false,
                requires: [],
              },
            ])
          }
        />
      </div>
    </div>
  );
}
