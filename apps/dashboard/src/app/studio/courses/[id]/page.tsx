import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CourseEditor } from '#courses/course-editor.tsx';
import { api, found, requireVisitor } from '#server/api.ts';

export const metadata: Metadata = { title: 'Course' };

export default async function CoursePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireVisitor(`/studio/courses/${id}`);
  const course = await found(api().GET('/api/v1/courses/{id}', { params: { path: { id } } }));
  if (!course.isOwner) notFound();
  return <CourseEditor initial={course} />;
}
